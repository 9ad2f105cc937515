import { kept } from '../kept.ts';
import { rarityInEnglish } from '../retrieve/english.ts';
import type { Query } from '../retrieve/query.ts';
import { stemOf } from '../retrieve/words.ts';
import { sayingTheSame } from './thesaurus.ts';

/** Stems that can say what terms of a question say, each with those terms and how much of them it says (0 to 1). */
export type Meant = ReadonlyMap<string, readonly { stem: string; credit: number }[]>;

/** Another word for a term, and how much of it this says: less where it is commoner in English. */
interface Other {
  stem: string;
  credit: number;
}

/** Shorter words, and those as common in English as these, have too many meanings. */
const LEAST_LETTERS = 3;
const LEAST_RARITY = 0.3;
const MOST_KEPT = 5_000;

/** Other words for the terms of a question. */
export function meantBy({ terms }: Pick<Query, 'terms'>): Meant {
  const meant = new Map<string, { stem: string; credit: number }[]>();
  for (const { word, stem } of terms) {
    for (const other of othersFor(word)) {
      const of = meant.get(other.stem);
      if (of) of.push({ stem, credit: other.credit });
      else meant.set(other.stem, [{ stem, credit: other.credit }]);
    }
  }
  return meant;
}

const othersFor = kept(findOthers, MOST_KEPT);

function findOthers(word: string): readonly Other[] {
  if (word.length < LEAST_LETTERS || /\d/.test(word)) return [];
  const stem = stemOf(word);
  const rarity = rarityInEnglish(stem);
  return [...sayingTheSame(word)]
    .map((other) => ({ stem: other, rarity: rarityInEnglish(other) }))
    .filter((other) => other.stem !== stem && other.rarity >= LEAST_RARITY)
    .map((other) => ({ stem: other.stem, credit: Math.min(1, other.rarity / rarity) }));
}
