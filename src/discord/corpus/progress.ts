import type { Progress } from '../../model.ts';
import type { Message } from '../message.ts';

/** Milliseconds between two edits of a message. */
const EVERY = 2_000;
/** Discord says "thinking…" by itself for a while: what takes the place of that is what was asked for, if it can be. */
const PATIENCE = { thinking: 6_000, shown: EVERY };

export interface ProgressNoteOptions {
  now: () => Date;
  /** What the message shows at first. */
  first: keyof typeof PATIENCE;
  render: (progress: Progress) => Message;
  /** Replaces what the message shows. */
  show: (message: Message) => Promise<unknown>;
  /** Settles once the message may be edited. */
  ready: Promise<unknown>;
}

/** Shows in a message how far work has come, about once every two seconds. */
export class ProgressNote {
  readonly #options: ProgressNoteOptions;
  #nextAt: number;
  #edit: Promise<unknown>;
  #isEditing = true;

  constructor(options: ProgressNoteOptions) {
    this.#options = options;
    this.#nextAt = options.now().getTime() + PATIENCE[options.first];
    this.#edit = this.#settled(options.ready);
  }

  update(progress: Progress): void {
    const now = this.#options.now().getTime();
    if (this.#isEditing || now < this.#nextAt) return;
    this.#nextAt = now + EVERY;
    this.#isEditing = true;
    this.#edit = this.#settled(this.#options.show(this.#options.render(progress)));
  }

  /** Resolves once nothing is on its way any more; nothing may be updated afterwards. */
  async end(): Promise<void> {
    this.#nextAt = Number.POSITIVE_INFINITY;
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
