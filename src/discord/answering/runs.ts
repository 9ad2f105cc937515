import { randomBytes } from 'node:crypto';
import { UserError } from '../../errors.ts';

/** Runs that are remembered, so that they can be done again; the oldest are forgotten. */
const MOST_RUNS = 1_000;

interface Run<T> {
  asker: string;
  what: T;
  /** Present while it is under way. */
  stop?: AbortController;
}

/** What was asked lately, so that its asker, and nobody else, can stop it and have it done again. Nothing of it is stored. */
export class Runs<T> {
  readonly #runs = new Map<string, Run<T>>();

  /** @returns an opaque key */
  add(asker: string, what: T): string {
    const key = randomBytes(9).toString('base64url');
    this.#runs.set(key, { asker, what });
    const [oldest] = this.#runs.keys();
    if (this.#runs.size > MOST_RUNS && oldest !== undefined) this.#runs.delete(oldest);
    return key;
  }

  /** Does it, giving the signal that stops it. */
  async during<R>(key: string, work: (stop: AbortSignal) => Promise<R>): Promise<R> {
    const run = this.#runs.get(key);
    const controller = new AbortController();
    if (run) run.stop = controller;
    try {
      return await work(controller.signal);
    } finally {
      if (run?.stop === controller) delete run.stop;
    }
  }

  /** @throws {UserError} when it is over, unknown, or somebody else's. */
  stop(key: string, user: string): void {
    const run = this.#of(key, user, 'stop');
    if (!run.stop) throw new UserError('This answer is finished: there is nothing to stop any more.');
    run.stop.abort();
  }

  /** What is to be done again; `undefined` when it is being done. @throws {UserError} when it is unknown, or somebody else's. */
  again(key: string, user: string): T | undefined {
    const run = this.#of(key, user, 'have this answer worded again');
    return run.stop ? undefined : run.what;
  }

  #of(key: string, user: string, doing: string): Run<T> {
    const run = this.#runs.get(key);
    if (!run) {
      throw new UserError('That was too long ago, or I was restarted since. Please ask the question again.');
    }
    if (run.asker !== user)
      throw new UserError(`Only the one who asked can ${doing}. You can ask it yourself.`);
    return run;
  }
}
