import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  adapt,
  pack,
  type QueryAdapter,
  towardsAnswers,
  unpack,
} from '../../../src/retrieve/query-adapter.ts';
import { wordVector } from '../../support/vectors.ts';

const DIMENSIONS = 3;

const value = fc.float({ min: -2, max: 2, noNaN: true });
const adapters = fc
  .record({
    matrix: fc.array(value, { minLength: DIMENSIONS ** 2, maxLength: DIMENSIONS ** 2 }),
    bias: fc.array(value, { minLength: DIMENSIONS, maxLength: DIMENSIONS }),
  })
  .map(
    ({ matrix, bias }): QueryAdapter => ({
      dimensions: DIMENSIONS,
      matrix: Float32Array.from(matrix),
      bias: Float32Array.from(bias),
    }),
  );

test('a vector is added to what a row of the matrix makes of each of its numbers, and to the bias', () => {
  const matrix = Float32Array.of(0, 1, 0, 0, 0, 0, 0, 0, 2);
  const adapter = { dimensions: DIMENSIONS, matrix, bias: Float32Array.of(0, 0, 0.5) };
  // (1, 0, 0) + (0, 1, 0) + (0, 0, 0.5), which is 1.5 long.
  const turned = adapt(Float32Array.of(1, 0, 0), adapter);
  expect([...turned].map((each) => each * 1.5)).toEqual([1, 1, 0.5].map((each) => expect.closeTo(each, 6)));
});

test('the vectors of questions stay of unit length', () => {
  for (const question of ['why did the ferry sail late', 'who', 'harbour ferry price']) {
    const vector = wordVector(question, 512);
    const turned = towardsAnswers(vector);
    expect(turned).toHaveLength(512);
    expect(Math.hypot(...turned)).toBeCloseTo(1, 5);
    const cosine = turned.reduce((sum, each, i) => sum + each * (vector[i] as number), 0);
    expect(cosine).toBeGreaterThan(0.3);
    expect(cosine).toBeLessThan(0.999);
  }
});

test('a kept adapter is within half a unit of what it was, and the same when it is kept again', () => {
  fc.assert(
    fc.property(adapters, (adapter) => {
      const packed = pack(adapter);
      const again = unpack(JSON.parse(JSON.stringify(packed)));
      const units = { matrix: packed.matrixUnit, bias: packed.biasUnit };
      for (const part of ['matrix', 'bias'] as const) {
        expect(again[part]).toHaveLength(adapter[part].length);
        for (const [i, each] of adapter[part].entries()) {
          expect(Math.abs((again[part][i] as number) - each)).toBeLessThanOrEqual(0.5001 * units[part]);
        }
      }
      expect(pack(again)).toMatchObject({ matrix: packed.matrix, bias: packed.bias });
    }),
  );
});

test('an adapter that adds nothing is kept', () => {
  const nothing = { dimensions: 2, matrix: new Float32Array(4), bias: new Float32Array(2) };
  expect(unpack(pack(nothing))).toEqual(nothing);
});
