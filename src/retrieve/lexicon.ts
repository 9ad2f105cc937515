import type { LibraryReader } from '../ports.ts';
import { skeletonOf } from './transliterate.ts';

/** Where words of a like spelling are looked for: those that begin or end alike, and those of the same consonants. */
export interface Lexicon {
  /** Words that may be `word` with a letter or two wrong, both ends not wrong at once; letters only. */
  near(word: string): readonly string[];
  /** Words whose consonants are those of a word in another script. */
  sounding(skeleton: string): readonly string[];
  /** How many different words there are of the script that a pattern matches. */
  written(script: RegExp): number;
}

/** Letters at an end of a word that are taken not to be mistyped when those at the other end are. */
const END = 2;

const kept = new WeakMap<object, { generation: number | undefined; lexicon: Lexicon }>();

/** The words of a library, read through once for each generation. */
export function lexiconOf(library: Pick<LibraryReader, 'vocabulary' | 'generation'>): Lexicon {
  const { vocabulary, generation } = library;
  const known = kept.get(vocabulary);
  if (known && known.generation === generation?.id) return known.lexicon;
  const lexicon = indexed([...vocabulary.keys()].filter((word) => /^[\p{L}\p{M}]+$/u.test(word)));
  kept.set(vocabulary, { generation: generation?.id, lexicon });
  return lexicon;
}

function indexed(words: readonly string[]): Lexicon {
  const byEnd = new Map<string, string[]>();
  for (const word of words) {
    put(byEnd, `${word.slice(0, END)}-`, word);
    put(byEnd, `-${word.slice(-END)}`, word);
  }
  let bySkeleton: Map<string, string[]> | undefined;
  const latin = () => {
    const sounds = new Map<string, string[]>();
    for (const word of words) if (/^[a-z]/.test(word)) put(sounds, skeletonOf(word), word);
    return sounds;
  };
  const scripts = new Map<string, number>();
  return {
    near: (word) => [
      ...new Set([
        ...(byEnd.get(`${word.slice(0, END)}-`) ?? []),
        ...(byEnd.get(`-${word.slice(-END)}`) ?? []),
      ]),
    ],
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

function put(index: Map<string, string[]>, key: string, word: string): void {
  const words = index.get(key);
  if (words) words.push(word);
  else index.set(key, [word]);
}
