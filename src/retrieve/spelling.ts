import type { LibraryReader } from '../ports.ts';
import { isEnglish, isNameInEnglish } from './english.ts';
import { lexiconOf } from './lexicon.ts';
import { type Query, withStems } from './query.ts';
import { errorsOfBeginnings, typingErrors } from './typing-errors.ts';
import { isStopWord, stemOf, type Word } from './words.ts';

/** Typing errors forgiven in a word of at least so many letters: a short word is too soon another word. */
const FORGIVEN = [
  { letters: 9, errors: 2 },
  { letters: 5, errors: 1 },
];
const MOST = 2;
/** In names, which no other word is taken for, two are forgiven from here on, */
const LONG_NAME = 7;
/** and from here on a letter that was left out or swapped with its neighbour, when the first is right. */
const SHORT_NAME = 4;
/** What Porter's stems have lost. */
const ENDINGS = [
  '',
  'e',
  'y',
  's',
  'es',
  'er',
  'ed',
  'ing',
  'al',
  'ent',
  'ment',
  'ement',
  'ion',
  'ation',
  'ity',
  'ance',
  'ence',
];
/** Letters in each half of a name that was run together. */
const LEAST_HALF = 4;

/**
 * Gives words that neither the articles nor everyday English know the stem of the article's word that was
 * probably meant: "satelites" that of "satellites". A name may also be run together or parted.
 */
export function correctSpelling(query: Query, library: LibraryReader): Query {
  const joined = joinNames(query, library);
  const corrections = joined.terms.flatMap(({ word, stem }) => {
    if (!mayBeMisspelt(stem, library)) return [];
    const meant = nearest(word, library);
    return meant === undefined ? [] : [[stem, meant] as const];
  });
  const corrected = corrections.length === 0 ? joined : withStems(joined, new Map(corrections));
  return partNames(corrected, library);
}

function mayBeMisspelt(stem: string, { vocabulary }: LibraryReader): boolean {
  return /^\p{L}+$/u.test(stem) && !vocabulary.has(stem) && !isEnglish(stem);
}

/** The most frequent of the stems with the fewest errors, if those can be forgiven. */
export function nearest(word: string, library: LibraryReader): string | undefined {
  if (word.length < SHORT_NAME) return undefined;
  const typed = { word, stem: stemOf(word), endings: endingsOf(word) };
  let best: { stem: string; errors: number; frequency: number } | undefined;
  for (const stem of lexiconOf(library).near(word, MOST)) {
    const errors = errorsIn(typed, stem);
    if (errors === undefined) continue;
    const frequency = library.vocabulary.get(stem) ?? 0;
    if (!best || errors < best.errors || (errors === best.errors && frequency > best.frequency)) {
      best = { stem, errors, frequency };
    }
  }
  return best?.stem;
}

interface Typed {
  word: string;
  stem: string;
  endings: Ending[];
}

/** What a word has from a place on, read as an ending. */
interface Ending {
  at: number;
  ending: string;
  errors: number;
}

function endingsOf(word: string): Ending[] {
  return ENDINGS.flatMap((ending) =>
    Array.from({ length: ending.length + MOST + 1 }, (_, length) => {
      const at = word.length - length;
      return { at, ending, errors: typingErrors(ending, word.slice(at), MOST) };
    }),
  ).filter(({ at, errors }) => at >= SHORT_NAME - 1 && errors <= MOST);
}

/** How many errors make the word of a stem; `undefined` when they are too many. */
function errorsIn({ word, stem: own, endings }: Typed, stem: string): number | undefined {
  const usual = FORGIVEN.find(({ letters }) => word.length >= letters)?.errors ?? 0;
  const isName = isNameInEnglish(stem);
  if (usual === 0) return isName && isShortSlip(word, stem) ? 1 : undefined;
  const isLong = isName && word.length >= LONG_NAME && stem.length >= LONG_NAME - 1 && word[0] === stem[0];
  const most = isLong ? MOST : usual;
  if (Math.min(own.length, stem.length) < SHORT_NAME) return undefined;
  let least = typingErrors(own, stem, most);
  const beginnings = errorsOfBeginnings(stem, word, most);
  for (const { at, ending, errors } of beginnings ? endings : []) {
    const together = (beginnings?.[at] ?? 0) + errors;
    if (together < least && stemOf(stem + ending) === stem) least = together;
  }
  return least <= most ? least : undefined;
}

/** Whether a letter behind the first was left out, or two neighbours swapped. */
function isShortSlip(typed: string, meant: string): boolean {
  return (
    typed[0] === meant[0] &&
    meant.length >= typed.length &&
    typingErrors(typed, meant, 1) === 1 &&
    !isChanged(typed, meant)
  );
}

/** Whether one letter is another. */
function isChanged(a: string, b: string): boolean {
  return a.length === b.length && [...a].filter((letter, i) => letter !== b[i]).length === 1;
}

/** Reads two words as the one that the articles have, where they have not both: "Arya bhata". */
function joinNames(query: Query, { vocabulary }: LibraryReader): Query {
  const words: Word[] = [];
  for (const word of query.words) {
    const last = words.at(-1);
    const together = last && last.word + word.word;
    const isParted =
      together !== undefined &&
      /^[\s-]*$/.test(query.text.slice(last?.end, word.start)) &&
      vocabulary.has(stemOf(together)) &&
      ![last?.stem, word.stem].every(
        (stem) => stem !== undefined && (vocabulary.has(stem) || isEnglish(stem)),
      );
    if (!last || !isParted) words.push(word);
    else words.splice(-1, 1, { word: together, stem: stemOf(together), start: last.start, end: word.end });
  }
  return words.length === query.words.length ? query : withStems({ ...query, words }, new Map());
}

/** Reads a word that is still unknown as the two that the articles have: "AtmanirbharBharat". */
function partNames(query: Query, { vocabulary }: LibraryReader): Query {
  const words = query.words.flatMap((word) => {
    if (vocabulary.has(word.stem) || isEnglish(word.stem) || isStopWord(word.word)) return [word];
    for (let at = LEAST_HALF; at <= word.word.length - LEAST_HALF; at++) {
      const halves = [word.word.slice(0, at), word.word.slice(at)];
      if (!halves.every((half) => vocabulary.has(stemOf(half)))) continue;
      return halves.map((half, i): Word => {
        const [start, end] = i === 0 ? [word.start, word.start + at] : [word.start + at, word.end];
        return { word: half, stem: stemOf(half), start, end };
      });
    }
    return [word];
  });
  return words.length === query.words.length ? query : withStems({ ...query, words }, new Map());
}
