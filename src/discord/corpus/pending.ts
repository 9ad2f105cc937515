import { randomBytes } from 'node:crypto';

/** What became of a key: what it stands for, or why it stands for nothing to this user. */
export type Found<T> = { value: T } | { gone: 'expired' | 'used' | 'foreign' };

export interface PendingOptions {
  now: () => Date;
  /** Milliseconds that something is kept. */
  lifeMs: number;
  /** Of all that is kept together, by `weigh`; the oldest goes first. */
  most: number;
}

interface Entry<T> {
  user: string;
  until: number;
  weight: number;
  /** Absent once it was used. */
  value?: T;
}

const KEY = /^[\w-]{22}$/;

/** Things that wait for the decision of the one user they were shown to, under keys that cannot be guessed. */
export class Pending<T> {
  readonly #options: PendingOptions;
  readonly #entries = new Map<string, Entry<T>>();

  constructor(options: PendingOptions) {
    this.#options = options;
  }

  keep(user: string, value: T, weight = 1): string {
    const now = this.#options.now().getTime();
    for (const [key, { until }] of this.#entries) if (until <= now) this.#entries.delete(key);
    const key = randomBytes(16).toString('base64url');
    this.#entries.set(key, { user, until: now + this.#options.lifeMs, weight, value });
    let total = [...this.#entries.values()].reduce((sum, entry) => sum + entry.weight, 0);
    for (const [oldest, entry] of this.#entries) {
      if (total <= this.#options.most || oldest === key) break;
      this.#entries.delete(oldest);
      total -= entry.weight;
    }
    return key;
  }

  look(user: string, key: string): Found<T> {
    const entry = KEY.test(key) ? this.#entries.get(key) : undefined;
    if (entry === undefined || entry.until <= this.#options.now().getTime()) return { gone: 'expired' };
    if (entry.user !== user) return { gone: 'foreign' };
    return entry.value === undefined ? { gone: 'used' } : { value: entry.value };
  }

  /** As `look`, and once only: whoever comes second finds it used. */
  take(user: string, key: string): Found<T> {
    const found = this.look(user, key);
    const entry = this.#entries.get(key);
    if ('value' in found && entry !== undefined) {
      delete entry.value;
      entry.weight = 0;
    }
    return found;
  }

  /** Undoes `take`, as long as it has not expired. */
  giveBack(key: string, value: T, weight = 1): void {
    const entry = this.#entries.get(key);
    if (entry !== undefined) Object.assign(entry, { value, weight });
  }
}
