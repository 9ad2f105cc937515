import { expect, test } from 'vitest';
import { minimise, solve } from '../../../scripts/train/newton.ts';
import { type Case, type Choice, fitListwise, fitLogistic } from '../../../scripts/train/regression.ts';

/** Numbers from 0 to 1 that look drawn at random and are the same every time. */
function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, i) => (Math.sin(i + 1) * 10_000) % 1).map((x) => (x + 1) % 1);
}

function rowsOf(count: number, size: number): number[][] {
  const drawn = numbers(count * size);
  return Array.from({ length: count }, (_, i) => drawn.slice(i * size, (i + 1) * size));
}

function score(row: readonly number[], coefficients: readonly number[]): number {
  return row.reduce((sum, value, i) => sum + value * (coefficients[i] ?? 0), 0);
}

test('a system of equations is solved', () => {
  const matrix = [
    [4, 2, 0],
    [2, 5, 1],
    [0, 1, 3],
  ];
  const solution = solve(matrix, [2, -1, 7]);
  for (const [i, row] of matrix.entries()) expect(score(row, solution)).toBeCloseTo([2, -1, 7][i] ?? 0, 12);
  expect(() => solve([[0]], [1])).toThrow('positive definite');
});

test('the lowest point is found, also where a full step goes too far', () => {
  // The curvature is far less at zero than the slope suggests: full steps would run away.
  const steep = minimise(1, ([x = 0]) => ({
    loss: Math.sqrt(1 + (x - 5) ** 2),
    gradient: [(x - 5) / Math.sqrt(1 + (x - 5) ** 2)],
    curvature: [[(1 + (x - 5) ** 2) ** -1.5]],
  }));
  expect(steep[0]).toBeCloseTo(5, 4);
});

/** Each row as a case of either class, in the shares that the coefficients say. */
function casesOf(rows: readonly number[][], bias: number, coefficients: readonly number[]): Case[] {
  return rows.flatMap((row) => {
    const chance = 1 / (1 + Math.exp(-bias - score(row, coefficients)));
    return [
      { row, positive: true, weight: chance },
      { row, positive: false, weight: 1 - chance },
    ];
  });
}

test('logistic regression recovers the coefficients that made the data', () => {
  const { bias, coefficients } = fitLogistic(casesOf(rowsOf(200, 3), -1, [2, -3, 0]), 0);
  expect(bias).toBeCloseTo(-1, 6);
  expect(coefficients.map((each) => Number(each.toFixed(6)) + 0)).toEqual([2, -3, 0]);
});

test('listwise regression recovers the coefficients that made the data', () => {
  const truth = [3, -2, 0.5];
  const choices = Array.from({ length: 60 }, (_, i) => rowsOf(300, 3).slice(i * 5, i * 5 + 5)).flatMap(
    (rows): Choice[] => {
      const odds = rows.map((row) => Math.exp(score(row, truth)));
      const total = odds.reduce((sum, value) => sum + value, 0);
      return rows.map((_, chosen) => ({
        rows,
        right: rows.map((_, i) => i === chosen),
        weight: (odds[chosen] ?? 0) / total,
      }));
    },
  );
  const coefficients = fitListwise(choices, 0);
  for (const [i, value] of truth.entries()) expect(coefficients[i]).toBeCloseTo(value, 4);
});

test('any of several right rows will do', () => {
  const rows = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const [a = 0, b = 0, c = 0] = fitListwise([{ rows, right: [true, true, false], weight: 1 }], 0.1);
  expect(a).toBeCloseTo(b, 6);
  expect(a).toBeGreaterThan(c + 1);
});

test('a heavier case pulls harder', () => {
  const cases = (weight: number): Case[] => [
    { row: [1], positive: true, weight },
    { row: [1], positive: false, weight: 1 },
    { row: [0], positive: true, weight: 1 },
    { row: [0], positive: false, weight: 1 },
  ];
  expect(fitLogistic(cases(1), 0.01).coefficients[0]).toBeCloseTo(0, 6);
  expect(fitLogistic(cases(4), 0.01).coefficients[0]).toBeGreaterThan(0.5);
});

test('the penalty keeps coefficients finite where the classes can be told apart perfectly', () => {
  const cases: Case[] = [
    { row: [1], positive: true, weight: 1 },
    { row: [0], positive: false, weight: 1 },
  ];
  const { coefficients: mild } = fitLogistic(cases, 0.001);
  const { coefficients: strict } = fitLogistic(cases, 0.1);
  expect(mild[0]).toBeGreaterThan(strict[0] ?? 0);
  expect(strict[0]).toBeGreaterThan(0);
  expect(Number.isFinite(mild[0])).toBe(true);
});

test('fitting twice gives the same numbers to the last bit', () => {
  const coefficients = () => fitLogistic(casesOf(rowsOf(50, 4), 0.3, [1, 2, 3, -4]), 0.01);
  expect(coefficients()).toEqual(coefficients());
});
