import { expect, test } from 'vitest';
import { MEASURED_MODEL, nearnessIn } from '../../../src/retrieve/nearness.ts';
import { towardsAnswers } from '../../../src/retrieve/query-adapter.ts';
import { wordVector } from '../../support/vectors.ts';

const VECTOR = wordVector('why did the ferry sail late', 512);
const CALIBRATION = { topic: 0.2, said: 0.1, questions: 9, passages: 9 };

test('a question is turned towards answers where its model was measured, and nowhere else', () => {
  expect(nearnessIn({ model: MEASURED_MODEL }, VECTOR).vector).toEqual(towardsAnswers(VECTOR));
  expect(nearnessIn({ model: 'another' }, VECTOR).vector).toEqual(VECTOR);
  const nearness = { mean: 0.5, spread: 0.1, share: 1 };
  expect(nearnessIn({ model: 'another', calibration: { ...CALIBRATION, nearness } }, VECTOR).vector).toEqual(
    VECTOR,
  );
});

test('cosines of another model are read as those of the measured one, and more steeply the more they are worth', () => {
  const read = (share: number, cosine: number) => {
    const nearness = { mean: 0.5, spread: 0.05, share };
    return nearnessIn({ model: 'another', calibration: { ...CALIBRATION, nearness } }, VECTOR).read(cosine);
  };
  expect(read(1, 0.6) - read(1, 0.5)).toBeCloseTo(2 * (read(0.5, 0.6) - read(0.5, 0.5)));
  expect(read(1, 0.6)).toBeGreaterThan(read(1, 0.5));
  expect(read(0, 0.9)).toBe(read(0, 0.1));
  expect(read(1, 99)).toBe(1);
});

test('without a vector nothing is near', () => {
  expect(nearnessIn({ model: MEASURED_MODEL }, new Float32Array())).toMatchObject({ share: 0 });
});
