import { gaussian, type Numbers } from './numbers.ts';

/** Numbers of noise that are made once; every vector takes its own stretch of them. */
const NOISE = 1 << 20;

/** Makes vectors that lie about as near to others as the vectors of varied sentences do, without embedding any. */
export class NearVectors {
  readonly #noise: Float32Array;
  readonly #random: Numbers;

  /**
   * @param cosine mean cosine of the vectors made and those they are made from, above 0
   * @param dimensions of the vectors
   */
  constructor(cosine: number, dimensions: number, random: Numbers) {
    const scale = Math.sqrt((1 / cosine ** 2 - 1) / dimensions);
    this.#noise = Float32Array.from({ length: NOISE }, () => scale * gaussian(random));
    this.#random = random;
  }

  /** A vector near a unit vector. Its length is not 1. */
  near(vector: readonly number[]): number[] {
    const from = Math.floor(this.#random() * (NOISE - vector.length));
    return vector.map((value, i) => value + (this.#noise[from + i] as number));
  }
}

/** The cosine of two vectors. */
export function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = (c: readonly number[], d: readonly number[]) =>
    c.reduce((sum, value, i) => sum + value * (d[i] ?? 0), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}
