import { UserError } from '../errors.ts';

/** More is asked than can be answered soon. */
export class BusyError extends UserError {
  override name = 'BusyError';

  constructor() {
    super('More questions are waiting than I can answer soon. Please ask again in a minute.');
  }
}

export interface FairQueueOptions {
  /** Tasks that run at the same time. */
  running: number;
  /** Tasks that may wait, of all users together. */
  waiting: number;
}

/** Its turn to run, or not. */
interface Turn {
  start: () => void;
  refuse: (error: BusyError) => void;
}

/**
 * Runs tasks a few at a time, taking the users in turn, so that nobody waits for all that somebody else asked.
 * When it is full, whoever has most waiting makes room for users with fewer: the newest of their tasks is refused.
 */
export class FairQueue {
  readonly #options: FairQueueOptions;
  /** Only users with tasks waiting; the one whose turn is next comes first. */
  readonly #waiting = new Map<string, Turn[]>();
  #running = 0;
  #size = 0;

  constructor(options: FairQueueOptions) {
    this.#options = options;
  }

  /** Whether there is no room for a task of this user, nor anybody with so many waiting that one should make room. */
  isFullFor(user: string): boolean {
    if (this.#size < this.#options.waiting) return false;
    const fairShare = (this.#waiting.get(user)?.length ?? 0) + 1;
    return this.#waiting.values().every((tasks) => tasks.length <= fairShare);
  }

  /** The result of `task` in its turn. @throws {BusyError} when there is no room, or it had to make room for others. */
  async run<T>(user: string, task: () => Promise<T>): Promise<T> {
    if (this.isFullFor(user)) throw new BusyError();
    if (this.#size >= this.#options.waiting) this.#makeRoom();
    const turn = Promise.withResolvers<void>();
    const tasks = this.#waiting.get(user) ?? [];
    tasks.push({ start: turn.resolve, refuse: turn.reject });
    this.#waiting.set(user, tasks);
    this.#size += 1;
    this.#next();
    await turn.promise;
    try {
      return await task();
    } finally {
      this.#running -= 1;
      this.#next();
    }
  }

  #next(): void {
    for (const [user, tasks] of this.#waiting) {
      if (this.#running >= this.#options.running) return;
      const turn = tasks.shift();
      this.#size -= 1;
      // To the end of the line, or out of it.
      this.#waiting.delete(user);
      if (tasks.length > 0) this.#waiting.set(user, tasks);
      this.#running += 1;
      turn?.start();
    }
  }

  #makeRoom(): void {
    const [user, tasks] = [...this.#waiting].reduce((a, b) => (b[1].length > a[1].length ? b : a));
    tasks.pop()?.refuse(new BusyError());
    this.#size -= 1;
    if (tasks.length === 0) this.#waiting.delete(user);
  }
}
