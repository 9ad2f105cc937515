import { UserError } from '../errors.ts';
import type { QuizOffer } from '../model.ts';
import type { QuizStore } from '../ports.ts';

const LIFE_MS = 30 * 24 * 60 * 60 * 1000;

/** What buttons do that belong to no session, under keys that work for one user and also after a restart. */
export class Offers {
  readonly #store: Pick<QuizStore, 'offer' | 'offered'>;
  readonly #now: () => Date;

  constructor(store: Pick<QuizStore, 'offer' | 'offered'>, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  /** Gives the key, which is good for 30 days. */
  make(user: string, action: QuizOffer['action']): string {
    const now = this.#now();
    const expiresAt = new Date(now.getTime() + LIFE_MS).toISOString();
    return this.#store.offer({ user, action, expiresAt }, now);
  }

  /** @throws {UserError} when a key does not stand for this, for this user and now. */
  check(key: string, user: string, action: QuizOffer['action']): void {
    const offer = this.#store.offered(key, this.#now());
    if (offer?.action !== action) {
      throw new UserError('This button has expired; nothing was done. Please run the command again.');
    }
    if (offer.user !== user) throw new UserError('This button is somebody else’s; nothing was done.');
  }
}
