import { unlessAborted } from './abort.ts';

interface Lane {
  running: number;
  waiting: (() => void)[];
}

/** Runs so many tasks of one key at a time, in the order in which they came; tasks of other keys do not wait for them. */
export class Lanes {
  readonly #width: number;
  readonly #lanes = new Map<string, Lane>();

  /** @param width tasks of one key that run at a time. */
  constructor(width: number) {
    this.#width = width;
  }

  /** The result of `task` in its turn. @throws the reason of `signal` when it is aborted before that. */
  async run<T>(key: string, task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#enter(key, signal);
    try {
      return await task();
    } finally {
      this.#leave(key);
    }
  }

  async #enter(key: string, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    const lane = this.#lanes.get(key) ?? { running: 0, waiting: [] };
    this.#lanes.set(key, lane);
    if (lane.running < this.#width) {
      lane.running += 1;
      return;
    }
    const turn = Promise.withResolvers<void>();
    lane.waiting.push(turn.resolve);
    try {
      await unlessAborted(turn.promise, signal);
    } catch (error) {
      const place = lane.waiting.indexOf(turn.resolve);
      if (place >= 0) lane.waiting.splice(place, 1);
      // The turn came together with the end: it is for the next.
      else this.#leave(key);
      throw error;
    }
  }

  /** Hands the place to the next, or gives it up. */
  #leave(key: string): void {
    const lane = this.#lanes.get(key);
    if (lane === undefined) return;
    const next = lane.waiting.shift();
    if (next === undefined) lane.running -= 1;
    else next();
    if (lane.running === 0) this.#lanes.delete(key);
  }
}
