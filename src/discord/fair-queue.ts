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

  /**
   * The result of `task` in its turn. It may `leave` before its end: then the next task takes its place.
   * @param signal takes it out of the queue as long as it waits; its reason is thrown.
   * @throws {BusyError} when there is no room, or it had to make room for others.
   */
  async run<T>(user: string, task: (leave: () => void) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    if (this.isFullFor(user)) throw new BusyError();
    if (this.#size >= this.#options.waiting) this.#makeRoom();
    await this.#turn(user, signal);
    let isRunning = true;
    const leave = () => {
      if (!isRunning) return;
      isRunning = false;
      this.#running -= 1;
      this.#next();
    };
    try {
      return await task(leave);
    } finally {
      leave();
    }
  }

  /** Resolves when it is the turn of a task. */
  async #turn(user: string, signal: AbortSignal | undefined): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const turn: Turn = { start: resolve, refuse: reject };
    this.#waiting.set(user, [...(this.#waiting.get(user) ?? []), turn]);
    this.#size += 1;
    this.#next();
    const giveUp = () => {
      if (this.#takeOut(user, turn)) reject(signal?.reason);
    };
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      await promise;
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  }

  /** @returns whether the task was still waiting */
  #takeOut(user: string, turn: Turn): boolean {
    const tasks = this.#waiting.get(user) ?? [];
    const others = tasks.filter((other) => other !== turn);
    if (others.length === tasks.length) return false;
    this.#size -= 1;
    if (others.length > 0) this.#waiting.set(user, others);
    else this.#waiting.delete(user);
    return true;
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
    const newest = tasks.at(-1);
    if (newest && this.#takeOut(user, newest)) newest.refuse(new BusyError());
  }
}
