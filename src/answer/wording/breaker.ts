/** Failures in a row after which a model is left alone. */
const MOST_FAILURES = 3;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

/**
 * A circuit breaker: leaves alone what failed several times in a row, then lets one attempt through; as long as that
 * fails too, the pauses grow. All times are milliseconds since 1970.
 */
export class Breaker {
  #failures = 0;
  #until: number | undefined;
  #probing = false;

  /** Until when it is left alone; `undefined` while it is asked, or an attempt may show whether it can be. */
  pausedUntil(now: number): number | undefined {
    return this.#until !== undefined && now < this.#until ? this.#until : undefined;
  }

  /** Whether an attempt may be made now; whoever is let through says how it went. */
  admits(now: number): boolean {
    if (this.#until === undefined) return true;
    if (now < this.#until || this.#probing) return false;
    this.#probing = true;
    return true;
  }

  /** An attempt that was let through was broken off by whoever made it. */
  withdrawn(): void {
    this.#probing = false;
  }

  succeeded(): void {
    [this.#failures, this.#until, this.#probing] = [0, undefined, false];
  }

  /** @param pauseMs how long it asked to be left alone, if it did. */
  failed(now: number, pauseMs?: number): void {
    this.#failures += 1;
    this.#probing = false;
    if (pauseMs !== undefined) this.#until = now + pauseMs;
    else if (this.#failures >= MOST_FAILURES) {
      const pause = FIRST_PAUSE_MS * 2 ** (this.#failures - MOST_FAILURES);
      this.#until = now + Math.min(pause, LONGEST_PAUSE_MS);
    }
  }
}
