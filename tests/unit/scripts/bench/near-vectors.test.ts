import { expect, test } from 'vitest';
import { cosine, NearVectors } from '../../../../scripts/bench/near-vectors.ts';
import { numbers } from '../../../../scripts/bench/numbers.ts';

const unit = Array.from({ length: 512 }, (_, i) => (i === 5 ? 1 : 0));

test('vectors lie as near as asked, each elsewhere', () => {
  const near = new NearVectors(0.8, 512, numbers(1));
  const made = Array.from({ length: 50 }, () => near.near(unit));
  const mean = made.reduce((sum, vector) => sum + cosine(vector, unit), 0) / made.length;
  expect(mean).toBeGreaterThan(0.77);
  expect(mean).toBeLessThan(0.83);
  expect(cosine(made[0] ?? [], made[1] ?? [])).toBeLessThan(0.75);
});

test('the same seed makes the same vectors', () => {
  const [first, second] = [1, 1].map((seed) => new NearVectors(0.9, 512, numbers(seed)).near(unit));
  expect(first).toEqual(second);
});
