import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactIndex, HnswIndex, type VectorSource } from '../../../src/adapters/vector-index/index.ts';
import type { VectorIndex } from '../../../src/ports.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { wordVector } from '../../support/vectors.ts';

/** Every engine, from the same vectors. */
const engines: Record<VectorIndex['engine'], (source: VectorSource) => VectorIndex> = {
  exact: exactIndex,
  hnsw: (source) => {
    const file = HnswIndex.write(join(temporaryFolder(), 'index', '1.hnsw'), source);
    const index = HnswIndex.open(file, source.dimensions);
    if (!index) throw new Error('the index that was just written did not open');
    return index;
  },
};

function sourceOf(texts: readonly string[]): VectorSource {
  return {
    dimensions: 64,
    labels: texts.map((_, i) => 10 * i + 7),
    *vectorsOf(labels) {
      for (const label of labels) yield wordVector(texts[(label - 7) / 10] as string);
    },
  };
}

const TEXTS = [
  'red apples',
  'green apples',
  'a blue whale',
  'whales sing',
  'rockets to the moon',
  'moon landing',
];

describe.each(Object.entries(engines))('the %s engine', (engine, open) => {
  test('finds the nearest first, with their cosines', () => {
    const index = open(sourceOf(TEXTS));
    const found = index.search(wordVector('moon landing'), 2);
    expect(found.map(({ label }) => label)).toEqual([57, 47]);
    expect(found[0]?.cosine).toBeCloseTo(1, 5);
    expect(found[1]?.cosine).toBeLessThan(0.9);
    expect(index.engine).toBe(engine);
    expect(index.size).toBe(TEXTS.length);
  });

  test('gives all there are when more are wanted, and none of nothing', () => {
    expect(open(sourceOf(TEXTS)).search(wordVector('apples'), 50)).toHaveLength(TEXTS.length);
    expect(open(sourceOf([])).search(wordVector('apples'), 5)).toEqual([]);
  });

  test('leaves out what is not allowed', () => {
    const found = open(sourceOf(TEXTS)).search(wordVector('moon landing'), 3, (label) => label < 40);
    expect(found.map(({ label }) => label).filter((label) => label >= 40)).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  });

  test('finds any vector under its own label', () => {
    const words = fc.stringMatching(/^[a-z]{3,8}( [a-z]{3,8}){0,3}$/);
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1, maxLength: 40 }), (texts) => {
        const index = exactIndex(sourceOf(texts));
        texts.forEach((text) => {
          const [nearest] = index.search(wordVector(text), 1);
          expect(nearest?.cosine).toBeCloseTo(1, 4);
        });
      }),
      { numRuns: 30 },
    );
  });
});
