import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  longestApart,
  overlapF1,
  overlapFigures,
  overlapOf,
} from '../../../../scripts/eval/metrics/shingles.ts';

const TRUTH = 'The mill of Upper Wend is old.';
const words = fc.array(fc.constantFrom('mill', 'wend', 'is', 'old', '7'), { maxLength: 12 });
const text = words.map((tokens) => tokens.join(' '));

test('counts runs of four tokens that are shared, added and lost', () => {
  expect(overlapOf(TRUTH, TRUTH)).toEqual({ shared: 4, added: 0, lost: 0 });
  expect(overlapOf(TRUTH, `${TRUTH} Share`)).toEqual({ shared: 4, added: 1, lost: 0 });
  expect(overlapOf(TRUTH, 'The mill of Upper Wend')).toEqual({ shared: 2, added: 0, lost: 2 });
  expect(overlapOf('a b c d a b c d', 'a b c d')).toEqual({ shared: 1, added: 0, lost: 4 });
});

test('takes a shorter text for one run, and punctuation for nothing', () => {
  expect(overlapOf('One, two', 'one two')).toEqual({ shared: 0, added: 1, lost: 1 });
  expect(overlapOf('One, two', 'One - two!')).toEqual({ shared: 1, added: 0, lost: 0 });
  expect(overlapOf('', '...')).toEqual({ shared: 0, added: 0, lost: 0 });
});

test('counts every page alike, and one of which nothing was found in the recall only', () => {
  const figures = overlapFigures([
    { shared: 10, added: 0, lost: 0 },
    { shared: 500, added: 500, lost: 0 },
    { shared: 0, added: 0, lost: 9 },
  ]);
  expect(figures.precision).toBeCloseTo(0.75);
  expect(figures.recall).toBeCloseTo(2 / 3);
  expect(figures.f1).toBeCloseTo((2 * 0.75 * (2 / 3)) / (0.75 + 2 / 3));
  expect(overlapFigures([]).f1).toBeNaN();
});

test('is 1 for the same text, and the same both ways', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(overlapF1(overlapOf(a, a))).toBe(1);
      expect(overlapF1(overlapOf(a, b))).toBeCloseTo(overlapF1(overlapOf(b, a)));
    }),
  );
});

test('shows the longest run of words that is not in the other text', () => {
  expect(longestApart(`Share now! ${TRUTH} Sign up for more news.`, TRUTH)).toBe('Sign up for more news');
  expect(longestApart(TRUTH, TRUTH)).toBe('');
  expect(longestApart('', TRUTH)).toBe('');
});
