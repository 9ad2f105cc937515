/** How much of the mean slope, and of the mean of its square, stays at each step. */
const KEPT = { slope: 0.9, square: 0.999 };
const TINY = 1e-8;

/** Adam (Kingma and Ba, 2014): steps to the lowest point of a loss that is known by samples. */
export class Adam {
  readonly #point: Float32Array;
  readonly #slopes: Float32Array;
  readonly #squares: Float32Array;
  #steps = 0;

  /** @param point where to begin; moved in place. */
  constructor(point: Float32Array) {
    this.#point = point;
    this.#slopes = new Float32Array(point.length);
    this.#squares = new Float32Array(point.length);
  }

  /**
   * Moves the point against the slopes of the loss there.
   * @param pace about how far each of its numbers goes when its slope is much the same each time; else less far.
   */
  step(slopes: Float32Array, pace: number): void {
    this.#steps++;
    const seen = { slope: 1 - KEPT.slope ** this.#steps, square: 1 - KEPT.square ** this.#steps };
    for (const [i, now] of slopes.entries()) {
      const slope = KEPT.slope * (this.#slopes[i] as number) + (1 - KEPT.slope) * now;
      const square = KEPT.square * (this.#squares[i] as number) + (1 - KEPT.square) * now * now;
      this.#slopes[i] = slope;
      this.#squares[i] = square;
      const direction = slope / seen.slope / (Math.sqrt(square / seen.square) + TINY);
      this.#point[i] = (this.#point[i] as number) - pace * direction;
    }
  }
}
