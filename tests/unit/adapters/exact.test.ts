import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExactIndex } from '../../../src/adapters/vector-index/exact.ts';

const DIMENSIONS = 6;
const vector = fc
  .array(fc.integer({ min: -3, max: 3 }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
  .map((values) => Float32Array.from(values));

test('the nearest are those that sorting all of them gives, equal ones in order of their labels', () => {
  fc.assert(
    fc.property(fc.array(vector, { maxLength: 60 }), vector, fc.nat(12), (vectors, asked, k) => {
      const labels = vectors.map((_, i) => 3 * i + 1);
      const index = new ExactIndex({
        dimensions: DIMENSIONS,
        labels,
        vectorsOf: (wanted) => wanted.map((label) => vectors[(label - 1) / 3] as Float32Array),
      });
      const allow = (label: number) => label % 2 === 1;
      const sorted = labels
        .map((label, i) => ({ label, cosine: dot(asked, vectors[i] as Float32Array) }))
        .filter(({ label }) => allow(label))
        .sort((a, b) => b.cosine - a.cosine || a.label - b.label);
      expect(index.search(asked, k, allow)).toEqual(sorted.slice(0, k));
    }),
  );
});

/** Exact for small whole numbers in any order of summing. */
function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
