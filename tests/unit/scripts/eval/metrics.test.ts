import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auroc } from '../../../../scripts/eval/metrics/auroc.ts';
import { mean, share } from '../../../../scripts/eval/metrics/mean.ts';
import { meanRanking, rankingFigures } from '../../../../scripts/eval/metrics/ranking.ts';
import { calibrationError, reliabilityBins } from '../../../../scripts/eval/metrics/reliability.ts';

const score = fc.double({ min: 0, max: 1, noNaN: true });
/** Few different scores, so that many are tied. */
const coarse = fc.integer({ min: 0, max: 5 }).map((n) => n / 5);
const scores = fc.array(fc.oneof(score, coarse), { minLength: 1, maxLength: 40 });

describe('auroc', () => {
  test('is the share of pairs in the right order, a tie counting half', () => {
    expect(auroc([0.9, 0.8], [0.1, 0.2, 0.3])).toBe(1);
    expect(auroc([0.1], [0.9])).toBe(0);
    expect(auroc([0.5, 0.5], [0.5])).toBe(0.5);
    // Of the six pairs, 0.8 wins three, and 0.4 wins one, ties one and loses one.
    expect(auroc([0.8, 0.4], [0.6, 0.4, 0.2])).toBe(4.5 / 6);
  });

  test('cannot be told without both kinds', () => {
    expect(auroc([], [0.5])).toBeNaN();
    expect(auroc([0.5], [])).toBeNaN();
  });

  test('agrees with counting every pair', () => {
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const won = positives.flatMap((p) => negatives.map((n) => (p > n ? 1 : p === n ? 0.5 : 0)));
        expect(auroc(positives, negatives)).toBeCloseTo(mean(won), 10);
        expect(auroc(negatives, positives)).toBeCloseTo(1 - mean(won), 10);
      }),
    );
  });

  test('depends on the order of scores alone', () => {
    const stretch = (values: number[]) => values.map((value) => 3 * value - 7);
    fc.assert(
      fc.property(fc.array(coarse), fc.array(coarse), (a, b) => {
        expect(auroc(stretch(a), stretch(b))).toEqual(auroc(a, b));
      }),
    );
  });
});

describe('ranking', () => {
  test('of one right article: its rank decides', () => {
    expect(rankingFigures(['a', 'b'], new Set(['a']))).toEqual({ hit1: 1, hit5: 1, mrr10: 1, ndcg10: 1 });
    const third = rankingFigures(['x', 'y', 'a'], new Set(['a']));
    expect(third).toMatchObject({ hit1: 0, hit5: 1, ndcg10: 0.5 });
    expect(third.mrr10).toBeCloseTo(1 / 3, 10);
    expect(rankingFigures(['b', 'c', 'd', 'e', 'f', 'a'], new Set(['a']))).toMatchObject({
      hit1: 0,
      hit5: 0,
    });
    expect(rankingFigures([], new Set(['a']))).toEqual({ hit1: 0, hit5: 0, mrr10: 0, ndcg10: 0 });
  });

  test('of several right articles: gain is what the best order would have', () => {
    const { ndcg10, mrr10 } = rankingFigures(['x', 'a', 'y', 'b'], new Set(['a', 'b']));
    expect(ndcg10).toBeCloseTo((1 / Math.log2(3) + 1 / Math.log2(5)) / (1 + 1 / Math.log2(3)), 10);
    expect(ndcg10).toBeCloseTo(0.6509, 4);
    expect(mrr10).toBe(0.5);
  });

  test('is by article: further passages of the same one are no further places', () => {
    expect(rankingFigures(['x', 'x', 'x', 'x', 'x', 'a'], new Set(['a'])).mrr10).toBe(0.5);
  });

  test('ends after ten articles', () => {
    const others = Array.from({ length: 10 }, (_, i) => `x${i}`);
    expect(rankingFigures([...others, 'a'], new Set(['a']))).toEqual({
      hit1: 0,
      hit5: 0,
      mrr10: 0,
      ndcg10: 0,
    });
    expect(rankingFigures([...others.slice(1), 'a'], new Set(['a'])).mrr10).toBe(0.1);
  });

  test('improves, and never beyond 1, when a right article moves up', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];
    const ranking = fc.shuffledSubarray(ids, { minLength: ids.length });
    const right = fc.subarray(ids, { minLength: 1 }).map((some) => new Set(some));
    fc.assert(
      fc.property(ranking, right, fc.nat(ids.length - 2), (ranked, relevant, at) => {
        const [above, below] = [ranked[at] as string, ranked[at + 1] as string];
        fc.pre(relevant.has(below) && !relevant.has(above));
        const before = rankingFigures(ranked, relevant);
        const after = rankingFigures(ranked.with(at, below).with(at + 1, above), relevant);
        for (const figure of ['hit1', 'hit5', 'mrr10', 'ndcg10'] as const) {
          expect(after[figure]).toBeGreaterThanOrEqual(before[figure]);
          expect(after[figure]).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('of many questions is the mean', () => {
    const [first, none] = [rankingFigures(['a'], new Set(['a'])), rankingFigures(['x'], new Set(['a']))];
    expect(meanRanking([first, none, none, none])).toEqual({
      hit1: 0.25,
      hit5: 0.25,
      mrr10: 0.25,
      ndcg10: 0.25,
    });
    expect(meanRanking([]).hit1).toBeNaN();
  });
});

describe('reliability', () => {
  test('puts questions of like confidence together', () => {
    const points = [
      { confidence: 0, right: false },
      { confidence: 0.05, right: true },
      { confidence: 0.31, right: false },
      { confidence: 0.95, right: true },
      { confidence: 1, right: true },
    ];
    const bins = reliabilityBins(points);
    expect(bins).toEqual([
      { from: 0, to: 0.1, count: 2, confidence: 0.025, right: 0.5 },
      { from: 0.3, to: 0.4, count: 1, confidence: 0.31, right: 0 },
      { from: 0.9, to: 1, count: 2, confidence: 0.975, right: 1 },
    ]);
    // (2 x 0.475 + 1 x 0.31 + 2 x 0.025) / 5
    expect(calibrationError(bins)).toBeCloseTo(0.262, 10);
  });

  test('loses no question, and finds no error where confidence is what happens', () => {
    const points = fc.array(fc.record({ confidence: score, right: fc.boolean() }), { minLength: 1 });
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 20 }), (all, count) => {
        const bins = reliabilityBins(all, count);
        expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(all.length);
        for (const { from, to, confidence } of bins) {
          expect(confidence).toBeGreaterThanOrEqual(from - 1e-9);
          expect(confidence).toBeLessThanOrEqual(to + 1e-9);
        }
        expect(calibrationError(bins)).toBeLessThanOrEqual(1);
        const certain = all.map(({ right }) => ({ right, confidence: right ? 1 : 0 }));
        expect(calibrationError(reliabilityBins(certain, count))).toBeCloseTo(0, 10);
      }),
    );
  });

  test('of nothing is nothing', () => {
    expect(reliabilityBins([])).toEqual([]);
    expect(calibrationError([])).toBeNaN();
  });
});

test('means and shares of nothing are no numbers', () => {
  expect(mean([1, 2, 6])).toBe(3);
  expect(mean([])).toBeNaN();
  expect(share([1, 2, 3, 4], (n) => n > 3)).toBe(0.25);
  expect(share([], () => true)).toBeNaN();
});
