import type { Progress } from '../../model.ts';
import type { Message } from '../message.ts';

/** Milliseconds between two edits of a message. */
const EVERY = 2_000;

export interface ProgressNoteOptions {
  now: () => Date;
  render: (progress: Progress) => Message;
  /** Replaces what the message shows. */
  show: (message: Message) => Promise<unknown>;
  /** Settles once the message may be edited. */
  ready: Promise<unknown>;
}

/** Shows in a message how far work has come, about once every two seconds. */
export class ProgressNote {
  readonly #options: ProgressNoteOptions;
  #shownAt: number;
  #edit: Promise<unknown>;
  #isEditing = true;

  constructor(options: ProgressNoteOptions) {
    this.#options = options;
    this.#shownAt = options.now().getTime();
    this.#edit = this.#settled(options.ready);
  }

  update(progress: Progress): void {
    const now = this.#options.now().getTime();
    if (this.#isEditing || now - this.#shownAt < EVERY) return;
    this.#shownAt = now;
    this.#isEditing = true;
    this.#edit = this.#settled(this.#options.show(this.#options.render(progress)));
  }

  /** Resolves once nothing is on its way any more; nothing may be updated afterwards. */
  async end(): Promise<void> {
    this.#shownAt = Number.POSITIVE_INFINITY;
    await this.#edit;
  }

  /** Progress that cannot be shown is no reason to stop the work. */
  #settled(work: Promise<unknown>): Promise<unknown> {
    return work
      .catch(() => undefined)
      .then(() => {
        this.#isEditing = false;
      });
  }
}
