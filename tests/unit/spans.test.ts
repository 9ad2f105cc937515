import { expect, test } from 'vitest';
import { covers, holds, moved, overlap, placeCovers, placesOverlap, spansOf } from '../../src/spans.ts';

const span = { start: 4, end: 8 };

test.each([
  ['before', { start: 0, end: 4 }, false, false],
  ['at its beginning', { start: 3, end: 5 }, true, false],
  ['within', { start: 5, end: 7 }, true, true],
  ['the same', { start: 4, end: 8 }, true, true],
  ['at its end', { start: 7, end: 9 }, true, false],
  ['around', { start: 3, end: 9 }, true, false],
  ['behind', { start: 8, end: 9 }, false, false],
])('a span %s', (_, other, overlaps, isCovered) => {
  expect(overlap(span, other)).toBe(overlaps);
  expect(overlap(other, span)).toBe(overlaps);
  expect(covers(span, other)).toBe(isCovered);
  const place = { articleId: 'a', ...span };
  expect(placesOverlap(place, { articleId: 'a', ...other })).toBe(overlaps);
  expect(placeCovers(place, { articleId: 'a', ...other })).toBe(isCovered);
  expect(placesOverlap(place, { articleId: 'b', ...other })).toBe(false);
  expect(placeCovers(place, { articleId: 'b', ...other })).toBe(false);
});

test('a span has its first position and not its end, also when it was moved', () => {
  expect([3, 4, 7, 8].map((at) => holds(span, at))).toEqual([false, true, true, false]);
  expect(moved(span, -4)).toEqual({ start: 0, end: 4 });
});

test('spans of a pattern stand in the order of the text', () => {
  expect(spansOf('ice and ships', /\b\p{L}{3}\b/gu)).toEqual([
    { start: 0, end: 3 },
    { start: 4, end: 7 },
  ]);
});
