/** Whether somebody may go on now. */
export type Admission =
  | { admitted: true }
  | {
      admitted: false;
      /** Milliseconds until it is worth trying again, above 0. */
      retryAfter: number;
      /** Whether this is the first refusal since somebody was last admitted. */
      first: boolean;
    };

export interface RateLimitOptions {
  /** How many requests may come at once. */
  burst: number;
  /** Milliseconds in which one more becomes free. */
  interval: number;
  now: () => Date;
}

interface Bucket {
  tokens: number;
  /** When `tokens` was right, in milliseconds. */
  at: number;
  refused: boolean;
}

/** A token bucket for each user. Users who have not asked for long enough to be at full burst are forgotten. */
export class RateLimit {
  readonly #options: RateLimitOptions;
  /** The user who asked last is last. */
  readonly #buckets = new Map<string, Bucket>();

  constructor(options: RateLimitOptions) {
    this.#options = options;
  }

  /** Users being remembered. */
  get size(): number {
    return this.#buckets.size;
  }

  admit(user: string): Admission {
    const { interval, now } = this.#options;
    const time = now().getTime();
    const { tokens, refused } = this.#filled(this.#buckets.get(user), time);
    const admitted = tokens >= 1;
    this.#buckets.delete(user);
    this.#buckets.set(user, { tokens: admitted ? tokens - 1 : tokens, at: time, refused: !admitted });
    this.#forget(time);
    if (admitted) return { admitted };
    return { admitted, retryAfter: Math.ceil((1 - tokens) * interval), first: !refused };
  }

  #filled(bucket: Bucket | undefined, time: number): Bucket {
    const { burst, interval } = this.#options;
    if (bucket === undefined) return { tokens: burst, at: time, refused: false };
    // A clock that was set back must not take tokens away.
    const gained = Math.max(0, time - bucket.at) / interval;
    return { tokens: Math.min(burst, bucket.tokens + gained), at: time, refused: bucket.refused };
  }

  #forget(time: number): void {
    for (const [user, bucket] of this.#buckets) {
      if (this.#filled(bucket, time).tokens < this.#options.burst) return;
      this.#buckets.delete(user);
    }
  }
}
