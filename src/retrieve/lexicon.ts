import type { LibraryReader } from '../ports.ts';
import { ofGeneration } from './of-generation.ts';
import { skeletonOf } from './transliterate.ts';
import { stemOf } from './words.ts';

/** Where words of a like spelling are looked for: those that begin or end alike, and those of the same consonants. */
export interface Lexicon {
  /** Stems that begin or end like `word`, or like its stem, and have all but `most` of their letters in common with it. */
  near(word: string, most: number): string[];
  /** Words whose consonants are those of a word in another script. */
  sounding(skeleton: string): readonly string[];
  /** How many different words there are of the script that a pattern matches. */
  written(script: RegExp): number;
}

/** Letters at an end of a word that are taken not to be mistyped when those at the other end are. */
const END = 2;

/** The words of a library, read through once for each generation. */
export const lexiconOf = ofGeneration(
  ({ vocabulary }: Pick<LibraryReader, 'vocabulary' | 'generation'>): Lexicon =>
    indexed([...vocabulary.keys()].filter((word) => /^[\p{L}\p{M}]+$/u.test(word))),
);

function indexed(words: readonly string[]): Lexicon {
  const byEnd = new Map<string, string[]>();
  const letters = new Map<string, number>();
  for (const word of words) {
    for (const end of ends(word)) put(byEnd, end, word);
    letters.set(word, lettersOf(word));
  }
  let bySkeleton: Map<string, string[]> | undefined;
  const latin = () => {
    const sounds = new Map<string, string[]>();
    for (const word of words) if (/^[a-z]/.test(word)) put(sounds, skeletonOf(word), word);
    return sounds;
  };
  const scripts = new Map<string, number>();
  return {
    near(word, most) {
      const own = lettersOf(word);
      const found = [...new Set([...ends(word), ...ends(stemOf(word))])].flatMap((end) =>
        (byEnd.get(end) ?? []).filter(
          (stem) => stem.length <= word.length + most && count((letters.get(stem) ?? 0) & ~own) <= most,
        ),
      );
      return [...new Set(found)];
    },
    sounding(skeleton) {
      bySkeleton ??= latin();
      return bySkeleton.get(skeleton) ?? [];
    },
    written(script) {
      const counted = scripts.get(script.source) ?? words.filter((word) => script.test(word)).length;
      scripts.set(script.source, counted);
      return counted;
    },
  };
}

function ends(word: string): string[] {
  return [`${word.slice(0, END)}-`, `-${word.slice(-END)}`];
}

/** Which letters a word has, one bit for each of a to z and few for all others. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

function count(bits: number): number {
  let [left, n] = [bits, 0];
  for (; left !== 0; left &= left - 1) n++;
  return n;
}

function put(index: Map<string, string[]>, key: string, word: string): void {
  const words = index.get(key);
  if (words) words.push(word);
  else index.set(key, [word]);
}
