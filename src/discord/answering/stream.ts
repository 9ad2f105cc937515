import type { Message } from '../message.ts';
import type { Stage } from './stage.ts';

/** Answers that are shown while they grow, at the same time; the others are shown when they are whole. */
const MOST_STREAMS = 20;
/** Milliseconds from one edit to the next, of all streams together: Discord takes 50 requests a second of a bot. */
const BETWEEN_ALL_MS = 100;

/** How often is looked, between two edits, whether it is time for one. */
const LOOKS = 10;

export interface StreamsOptions {
  /** Milliseconds from one edit to the next, of a message and of all in a channel. */
  everyMs: number;
}

/** Answers that grow before their readers' eyes, within Discord's limits. */
export class Streams {
  readonly #everyMs: number;
  readonly #open = new Set<Stream>();
  /** When each lane was edited last, by `performance.now()`. */
  readonly #lastIn = new Map<string, number>();
  #last = Number.NEGATIVE_INFINITY;

  constructor({ everyMs }: StreamsOptions) {
    this.#everyMs = everyMs;
  }

  /** Begins to show a message, unless too many are being shown: then nothing of it is. */
  begin(stage: Stage, first: () => Message): Stream {
    const isOne = this.#open.size < MOST_STREAMS;
    const mayEdit = () => isOne && this.#mayEdit(stage.lane);
    const stream = new Stream(stage, first, {
      everyMs: this.#everyMs,
      mayEdit,
      onEnd: () => this.#close(stream),
    });
    if (isOne) this.#open.add(stream);
    return stream;
  }

  #mayEdit(lane: string): boolean {
    const now = performance.now();
    if (now - this.#last < Math.min(BETWEEN_ALL_MS, this.#everyMs)) return false;
    if (now - (this.#lastIn.get(lane) ?? Number.NEGATIVE_INFINITY) < this.#everyMs) return false;
    this.#last = now;
    this.#lastIn.set(lane, now);
    return true;
  }

  #close(stream: Stream): void {
    this.#open.delete(stream);
    const now = performance.now();
    for (const [lane, at] of this.#lastIn) if (now - at >= this.#everyMs) this.#lastIn.delete(lane);
  }
}

interface Pace {
  everyMs: number;
  /** Whether it may be edited now; if so, it has to be. */
  mayEdit: () => boolean;
  onEnd: () => void;
}

/** One message while it grows. */
class Stream {
  readonly #stage: Stage;
  readonly #pace: Pace;
  readonly #timer: NodeJS.Timeout;
  readonly #begun = performance.now();
  #next: (() => Message) | undefined;
  #editing: Promise<unknown> | undefined;

  constructor(stage: Stage, first: () => Message, pace: Pace) {
    [this.#stage, this.#next, this.#pace] = [stage, first, pace];
    this.#timer = setInterval(() => this.#edit(), pace.everyMs / LOOKS);
  }

  /** What is shown by the next edit. */
  next(message: () => Message): void {
    this.#next = message;
  }

  /** Resolves when no more edit of it comes. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    this.#pace.onEnd();
    await this.#editing;
  }

  #edit(): void {
    if (this.#next === undefined || this.#editing !== undefined) return;
    // A model that is quick needs no edit in between.
    if (performance.now() - this.#begun < this.#pace.everyMs || !this.#pace.mayEdit()) return;
    const message = this.#next();
    this.#next = undefined;
    // What could not be shown in between may still be shown in the end.
    const edited = this.#stage.show(message).catch(() => undefined);
    this.#editing = edited.then(() => {
      this.#editing = undefined;
    });
  }
}

export type { Stream };
