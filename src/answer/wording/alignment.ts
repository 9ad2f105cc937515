import type { Span } from '../../model.ts';
import { type Word, wordsOf } from '../../retrieve/words.ts';

/** Share of the words of the shorter one that a claim and a sentence have in this order when one was made from the other. */
const LEAST_COMMON = 0.6;
const LEAST_WORDS = 4;
const ARTICLE = /^(?:the|an?)$/;
/** Whether a claim was made from a sentence by changing some of its words. */
export function isMadeFrom(claim: string, sentence: string): boolean {
  return alignedWith(claim, sentence) !== undefined;
}

/**
 * Where a claim differs from a sentence that it was made from, between words that they have in common in the same order:
 * spans of both, each of which holds words. None when it was not made from it.
 */
export function gapsBetween(claim: string, sentence: string): [own: Span, other: Span][] {
  const aligned = alignedWith(claim, sentence);
  if (!aligned) return [];
  const { a, b, common } = aligned;
  const ends: [number, number][] = [[-1, -1], ...common, [a.length, b.length]];
  return ends.slice(1).flatMap(([i, j], n): [Span, Span][] => {
    const [before, beforeOther] = ends[n] as [number, number];
    const own = spanOf(a.slice(before + 1, i));
    const other = spanOf(b.slice(beforeOther + 1, j));
    return own && other ? [[own, other]] : [];
  });
}

function alignedWith(claim: string, sentence: string) {
  const telling = (text: string) => wordsOf(text).filter(({ word }) => !ARTICLE.test(word));
  const [a, b] = [telling(claim), telling(sentence)];
  const common = commonWords(a, b);
  const isEnough = common.length >= Math.max(LEAST_WORDS, LEAST_COMMON * Math.min(a.length, b.length));
  return isEnough ? { a, b, common } : undefined;
}

function spanOf(words: readonly Word[]): Span | undefined {
  const [first, last] = [words[0], words.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

/** Places of the longest run of words that both texts have in the same order, with others between them. */
function commonWords(a: readonly Word[], b: readonly Word[]): [number, number][] {
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = longest[i] as Uint16Array;
      row[j] = a[i]?.stem === b[j]?.stem ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const common: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i]?.stem === b[j]?.stem) common.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return common;
}
