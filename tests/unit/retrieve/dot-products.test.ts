import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dotProducts } from '../../../src/retrieve/dot-products.ts';

test('gives for each vector what it is multiplied with, to the bit', () => {
  const vector = fc.float32Array({ minLength: 3, maxLength: 3, noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(vector, fc.array(vector, { maxLength: 9 }), (one, others) => {
      const expected = others.map((other) => one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0));
      expect(dotProducts(one, others)).toEqual(expected);
    }),
  );
});

test('a question without a vector is multiplied with none', () => {
  expect(dotProducts(new Float32Array(), [new Float32Array(2), new Float32Array(2)])).toEqual([0, 0]);
});
