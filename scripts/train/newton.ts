/** A function at one point: its value, slope and curvature. */
export interface Expansion {
  loss: number;
  gradient: number[];
  /** Symmetric and positive definite; an upper estimate of the second derivatives will do. */
  curvature: number[][];
}

/** Steps at most: a handful suffice for the smooth losses of regression. */
const STEPS = 30;
/** Halvings of a step that went too far. */
const HALVINGS = 10;
/** A step that gains less is the last. */
const GAIN = 1e-10;

/** The lowest point of a smooth function by Newton's method, from zero. Takes the same steps every time. */
export function minimise(size: number, expand: (point: readonly number[]) => Expansion): number[] {
  let point = Array.from({ length: size }, () => 0);
  let here = expand(point);
  for (let step = 0; step < STEPS; step++) {
    const direction = solve(here.curvature, here.gradient);
    let gain = 0;
    for (let halving = 0; halving < HALVINGS && gain <= 0; halving++) {
      const next = point.map((value, i) => value - (direction[i] as number) / 2 ** halving);
      const there = expand(next);
      gain = here.loss - there.loss;
      if (gain > 0) [point, here] = [next, there];
    }
    if (gain < GAIN) break;
  }
  return point;
}

/** Solves `matrix` x = `vector` by Cholesky's factorisation. @throws {RangeError} when it is not positive definite. */
export function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const lower: number[][] = [];
  const at = (row: number, column: number) => lower[row]?.[column] ?? 0;
  for (const [i, row] of matrix.entries()) {
    lower.push([]);
    for (let j = 0; j <= i; j++) {
      let rest = row[j] as number;
      for (let k = 0; k < j; k++) rest -= at(i, k) * at(j, k);
      if (i === j && !(rest > 0)) throw new RangeError('The matrix is not positive definite.');
      (lower[i] as number[])[j] = i === j ? Math.sqrt(rest) : rest / at(j, j);
    }
  }
  const forward: number[] = [];
  for (const [i, value] of vector.entries()) {
    let rest = value;
    for (let k = 0; k < i; k++) rest -= at(i, k) * (forward[k] as number);
    forward.push(rest / at(i, i));
  }
  const solution = [...forward];
  for (let i = solution.length - 1; i >= 0; i--) {
    let rest = forward[i] as number;
    for (let k = i + 1; k < solution.length; k++) rest -= at(k, i) * (solution[k] as number);
    solution[i] = rest / at(i, i);
  }
  return solution;
}
