/** What spans of a text have to do with each other. */

import type { Place, Span } from './model.ts';

/** What a pattern with the flag `g` finds in a text, in order. */
export function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** The same span of a text that begins so much earlier. */
export function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** Whether two spans of one text have anything in common. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether the first of two spans of one text has all of the second in it. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether a position, such as that where a word begins, is in a span. */
export function holds({ start, end }: Span, at: number): boolean {
  return start <= at && at < end;
}

/** Whether two places are of one article, and have anything in common. */
export function placesOverlap(a: Place, b: Place): boolean {
  return a.articleId === b.articleId && overlap(a, b);
}

/** Whether two places are of one article, and the first has all of the second in it. */
export function placeCovers(outer: Place, inner: Place): boolean {
  return outer.articleId === inner.articleId && covers(outer, inner);
}
