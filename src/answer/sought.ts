import { rarityInEnglish } from '../retrieve/english.ts';
import { type Query, trigramsOf } from '../retrieve/query.ts';
import type { Rarity } from '../retrieve/sentence-match.ts';
import { isStopWord, type Word } from '../retrieve/words.ts';
import { namedIn } from './asked-names.ts';
import type { Expected } from './expect.ts';
import { type Meant, meantBy } from './meant-words.ts';

/** What the sentences are held against: worked out once for each question. */
export interface Sought {
  query: Query;
  expected: Expected;
  /** Of the question's terms, in the library and in everyday English. */
  rarity: Rarity;
  english: ReadonlyMap<string, number>;
  /** Names and numbers of the question. */
  names: Word[][];
  /** Of the question's terms. */
  trigrams: string[];
  /** Stems of terms that stand side by side in the question, but for small words. */
  pairs: (readonly [string, string])[];
  /** Other words for its terms. */
  meant: Meant;
}

export function soughtBy(query: Query, expected: Expected, rarity: Rarity): Sought {
  return {
    ...{ query, expected, rarity },
    english: new Map([...rarity.keys()].map((stem) => [stem, rarityInEnglish(stem)])),
    names: namedIn(query),
    trigrams: trigramsOf(query.terms.map(({ word }) => word)),
    pairs: pairsOf(query, rarity),
    meant: meantBy(query),
  };
}

function pairsOf({ words }: Query, rarity: Rarity): (readonly [string, string])[] {
  const telling = words.filter(({ word, stem }) => !isStopWord(word) && rarity.has(stem));
  return telling.slice(1).flatMap((word, i) => {
    const before = telling[i] as Word;
    return before.stem === word.stem ? [] : [[before.stem, word.stem] as const];
  });
}
