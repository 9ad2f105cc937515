/** What was made last, kept so that it need not be made again soon. */
export class Recent<T> {
  readonly #most: number;
  /** The one used last at the end. */
  readonly #kept = new Map<string, T>();

  /** @param most that are kept at a time. */
  constructor(most: number) {
    this.#most = most;
  }

  /** What is kept under a key, or else is made now; the same object each time. */
  get(key: string, make: () => T): T {
    const value = this.#kept.has(key) ? (this.#kept.get(key) as T) : make();
    this.#kept.delete(key);
    this.#kept.set(key, value);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break;
      this.#kept.delete(oldest);
    }
    return value;
  }

  /** It would be made differently now. */
  forget(): void {
    this.#kept.clear();
  }
}
