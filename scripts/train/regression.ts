import { type Expansion, minimise } from './newton.ts';

/** A choice among rows of features, some of which are right. */
export interface Choice {
  rows: readonly (readonly number[])[];
  /** Beside each row: whether it is right. At least one is. */
  right: readonly boolean[];
  weight: number;
}

/** A row of features that is a case of something, or not. */
export interface Case {
  row: readonly number[];
  positive: boolean;
  weight: number;
}

export interface Logistic {
  bias: number;
  coefficients: number[];
}

/**
 * Listwise logistic regression: coefficients that make it likeliest that a right row is drawn from each choice,
 * each row being drawn with odds of e to the power of its score.
 * @param penalty of the squares of the coefficients (L2), beside the mean loss
 */
export function fitListwise(choices: readonly Choice[], penalty: number): number[] {
  const size = choices[0]?.rows[0]?.length ?? 0;
  const total = totalWeight(choices);
  return minimise(size, (coefficients) => {
    const sum = penalised(coefficients, penalty);
    for (const { rows, right, weight } of choices) {
      const scores = rows.map((row) => dot(row, coefficients));
      const highest = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - highest));
      const all = drawn(rows, odds);
      const good = drawn(
        rows,
        odds.map((value, i) => (right[i] ? value : 0)),
      );
      const share = weight / total;
      sum.loss += share * Math.log(all.total / good.total);
      addTo(sum.gradient, all.mean, share);
      addTo(sum.gradient, good.mean, -share);
      // Of both parts only the first curves upwards everywhere: how the rows vary around their mean.
      for (const [i, row] of rows.entries()) {
        addSquare(sum.curvature, row, (share * (odds[i] as number)) / all.total);
      }
      addSquare(sum.curvature, all.mean, -share);
    }
    return sum;
  });
}

/**
 * Logistic regression.
 * @param penalty of the squares of the coefficients (L2), but not of the bias, beside the mean loss
 */
export function fitLogistic(cases: readonly Case[], penalty: number): Logistic {
  const total = totalWeight(cases);
  const size = 1 + (cases[0]?.row.length ?? 0);
  const [bias = 0, ...coefficients] = minimise(size, (point) => {
    const sum = penalised([0, ...point.slice(1)], penalty);
    for (const { row, positive, weight } of cases) {
      const features = [1, ...row];
      const score = dot(features, point);
      const chance = 1 / (1 + Math.exp(-score));
      const share = weight / total;
      sum.loss += share * Math.log1p(Math.exp(-Math.abs(score)));
      sum.loss += share * Math.max(0, positive ? -score : score);
      addTo(sum.gradient, features, share * (chance - (positive ? 1 : 0)));
      addSquare(sum.curvature, features, share * chance * (1 - chance));
    }
    return sum;
  });
  return { bias, coefficients };
}

/** The L2 penalty alone. */
function penalised(coefficients: readonly number[], penalty: number): Expansion {
  return {
    loss: (penalty / 2) * dot(coefficients, coefficients),
    gradient: coefficients.map((value) => penalty * value),
    curvature: coefficients.map((_, i) => coefficients.map((_, j) => (i === j ? penalty : 0))),
  };
}

/** The sum of the odds, and the mean of the rows when each is drawn with its odds. */
function drawn(rows: readonly (readonly number[])[], odds: readonly number[]) {
  const total = odds.reduce((sum, value) => sum + value, 0);
  const mean = (rows[0] ?? []).map(() => 0);
  for (const [i, row] of rows.entries()) addTo(mean, row, (odds[i] as number) / total);
  return { total, mean };
}

function totalWeight(items: readonly { weight: number }[]): number {
  return items.reduce((sum, { weight }) => sum + weight, 0);
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function addTo(sum: number[], values: readonly number[], weight: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + weight * (values[i] as number);
}

/** Adds the outer product of a vector with itself. */
function addSquare(sum: number[][], vector: readonly number[], weight: number): void {
  for (let i = 0; i < sum.length; i++) addTo(sum[i] as number[], vector, weight * (vector[i] as number));
}
