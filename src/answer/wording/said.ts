import { aliasesOf } from '../../retrieve/aliases.ts';
import { stemsOf } from '../../retrieve/stems.ts';
import { stemOf, type Word, wordsOf } from '../../retrieve/words.ts';
import { basesOf, sayingLess, sayingTheSame } from '../thesaurus.ts';
import { otherForms, tells } from './light-words.ts';
import { areNear } from './near-words.ts';

/** What some texts say, word by word. */
export interface Said {
  stems: ReadonlySet<string>;
  /** Those that tell something, also together with a small word behind them: `set_up`. */
  words: readonly string[];
}

const PARTICLE = /^(?:up|out|off|on|down|over|in|away|back|for|about|to|into)$/;

export function saidIn(texts: readonly string[]): Said {
  const stems = new Set<string>();
  const words = new Set<string>();
  for (const text of texts) {
    const own = wordsOf(text);
    for (const stem of stemsOf(own, text)) stems.add(stem);
    for (const [i, { word }] of own.entries()) {
      if (tells(word)) words.add(word);
      const next = own[i + 1]?.word ?? '';
      if (PARTICLE.test(next)) words.add(`${word}_${next}`);
    }
  }
  return { stems, words: [...words] };
}

/**
 * Whether texts have a word, one of its family, a synonym or a narrower word.
 * @param next the word behind it: "set up" is one
 */
export function isSaid({ word, stem }: Word, next: Word | undefined, { stems, words }: Said): boolean {
  if (stems.has(stem) || aliasesOf(word).some((alias) => stems.has(stemOf(alias)))) return true;
  if (otherForms(stem).some((other) => stems.has(other))) return true;
  if (UNIT.test(word)) return false;
  const own = sayingTheSame(word);
  if (!own.isDisjointFrom(stems)) return true;
  if (next && PARTICLE.test(next.word) && !phraseStems(word, next.word).isDisjointFrom(stems)) return true;
  return words.some((other) => sayingTheSame(other).has(stem) || sayingLess(other).has(stem));
}

/** Whether texts have a word, as `isSaid`, or one that it can stand for. */
export function isSaidOrReplaced(word: Word, said: Said): boolean {
  return isSaid(word, undefined, said) || said.words.some((other) => canStandFor(word.word, other));
}

/** Whether a word can say what another does where the rest of a sentence stays. A unit is the same or another. */
export function canStandFor(word: string, other: string): boolean {
  return !UNIT.test(word) && saysMuchTheSame(word, other);
}

const UNIT =
  /^(?:(?:second|minute|hour|day|night|week|month|year|decade|mile|ton|tonne|pound|gram|kilogram|ounce|inch|yard|acre|hectare|dollar|euro|rupee|yen|yuan|watt|kilowatt|megawatt|gigawatt|(?:kilo|centi|milli)?met(?:er|re))s?|feet|foot|inches|centur(?:y|ies))$/;

function phraseStems(word: string, particle: string): Set<string> {
  return new Set(aliasesOf(word).flatMap((form) => [...sayingTheSame(`${form}_${particle}`)]));
}

/** Whether one word can stand for another where the rest of a sentence stays: "insisted" for "stressed". */
function saysMuchTheSame(word: string, other: string): boolean {
  return basesOf(word).some((own) => basesOf(other).some((base) => areNear(own, base)));
}
