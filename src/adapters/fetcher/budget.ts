/** The time on the network that one page may take, over all of its redirects; waiting for a turn does not count. */
export class Budget {
  #left: number;

  /** @param ms in all. */
  constructor(ms: number) {
    this.#left = ms;
  }

  /** Runs a task with what is left; its signal is aborted with a `TimeoutError` when that is used up. */
  async spend<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await task(AbortSignal.timeout(Math.max(0, Math.ceil(this.#left))));
    } finally {
      this.#left -= performance.now() - start;
    }
  }
}
