/** A map that forgets: each entry after its own time, and the oldest when there are too many. */
export class ExpiringMap<V> {
  readonly #entries = new Map<string, { value: V; setAt: number; until: number }>();
  readonly #now: () => Date;
  readonly #most: number;

  constructor(now: () => Date, most: number) {
    this.#now = now;
    this.#most = most;
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    return entry && this.#lasts(entry) ? entry.value : undefined;
  }

  /** @param ms how long it is kept. */
  set(key: string, value: V, ms: number): void {
    const setAt = this.#now().getTime();
    // Set anew, it is the newest: maps keep the order of insertion.
    this.#entries.delete(key);
    this.#entries.set(key, { value, setAt, until: setAt + ms });
    for (const [old, entry] of this.#entries) {
      if (this.#entries.size > this.#most || !this.#lasts(entry)) this.#entries.delete(old);
    }
  }

  /** A clock that was set back ends an entry at once rather than let it last too long. */
  #lasts({ setAt, until }: { setAt: number; until: number }): boolean {
    const now = this.#now().getTime();
    return now >= setAt && now < until;
  }
}
