import type { LibraryReader } from '../ports.ts';
import { isEnglish } from './english.ts';
import { type Query, withStems } from './query.ts';

/** Typing errors forgiven in a stem of at least so many letters: a short word is too soon another word. */
const FORGIVEN = [
  { letters: 9, errors: 2 },
  { letters: 5, errors: 1 },
];

/**
 * Gives words that neither the articles nor everyday English know the stem of the article's word that was
 * probably meant: "satelites" that of "satellites".
 */
export function correctSpelling(query: Query, library: LibraryReader): Query {
  const unknown = query.terms
    .map(({ stem }) => stem)
    .filter((stem) => /^\p{L}+$/u.test(stem) && !library.vocabulary.has(stem) && !isEnglish(stem));
  const corrections = unknown.flatMap((stem) => {
    const meant = nearest(stem, library.vocabulary);
    return meant === undefined ? [] : [[stem, meant] as const];
  });
  return corrections.length === 0 ? query : withStems(query, new Map(corrections));
}

/** The most frequent of the words with the fewest errors, if those can be forgiven. */
function nearest(stem: string, vocabulary: ReadonlyMap<string, number>): string | undefined {
  const allowed = FORGIVEN.find(({ letters }) => stem.length >= letters)?.errors ?? 0;
  let best: { word: string; errors: number; frequency: number } | undefined;
  if (allowed === 0) return undefined;
  for (const [word, frequency] of vocabulary) {
    if (Math.abs(word.length - stem.length) > allowed || /\P{L}/u.test(word)) continue;
    const errors = typingErrors(stem, word, allowed);
    if (errors > allowed) continue;
    if (!best || errors < best.errors || (errors === best.errors && frequency > best.frequency)) {
      best = { word, errors, frequency };
    }
  }
  return best?.word;
}

/** Letters to add, drop, change or swap with a neighbour (optimal string alignment); anything over `most` may be told as `most + 1`. */
function typingErrors(a: string, b: string, most: number): number {
  let [before, last, row] = [
    [] as number[],
    [] as number[],
    Array.from({ length: b.length + 1 }, (_, i) => i),
  ];
  for (let i = 1; i <= a.length; i++) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let errors = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        errors = Math.min(errors, (before[j - 2] ?? 0) + 1);
      }
      row[j] = errors;
    }
    if (Math.min(...row) > most) return most + 1;
  }
  return row[b.length] ?? 0;
}
