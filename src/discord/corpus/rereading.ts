import type { App } from '../../app.ts';
import type { Progress, RefreshPreview } from '../../model.ts';

type OnProgress = (progress: Progress) => void;

interface Reading {
  preview: Promise<RefreshPreview>;
  /** How far it had come last, and who watches it. */
  course: { progress?: Progress; watch?: OnProgress | undefined };
  /** Set when it is done. */
  expiresAt?: Date;
}

/** What came of a wait: what was found, or how far the reading is, which goes on. */
export type Waited = { preview: RefreshPreview } | { reading: Progress | undefined };

/**
 * Reads everything again, for longer than somebody can be shown it if need be: whoever asks next waits for what was left
 * then, and gets what it found also when it was done meanwhile.
 */
export class Rereading {
  readonly #app: Pick<App, 'previewRefresh'>;
  readonly #now: () => Date;
  /** What nobody waits for any more. */
  #left: Reading | undefined;

  constructor(app: Pick<App, 'previewRefresh'>, now: () => Date) {
    this.#app = app;
    this.#now = now;
  }

  /**
   * Waits until all is read, or until `enough` is aborted.
   * @throws {UserError} when it cannot be read.
   */
  async wait(onProgress: OnProgress, enough: AbortSignal): Promise<Waited> {
    const reading = this.#takeLeft() ?? this.#start();
    const { course, preview } = reading;
    course.watch = onProgress;
    if (course.progress) onProgress(course.progress);
    const waited = Promise.withResolvers<undefined>();
    const stop = () => waited.resolve(undefined);
    enough.addEventListener('abort', stop, { once: true });
    if (enough.aborted) stop();
    try {
      const found = await Promise.race([preview, waited.promise]);
      if (found !== undefined) return { preview: found };
      this.#left = reading;
      return { reading: course.progress };
    } finally {
      enough.removeEventListener('abort', stop);
      course.watch = undefined;
    }
  }

  /** The reading that was left, unless what it found has expired. */
  #takeLeft(): Reading | undefined {
    const left = this.#left;
    this.#left = undefined;
    return left?.expiresAt !== undefined && left.expiresAt <= this.#now() ? undefined : left;
  }

  #start(): Reading {
    const course: Reading['course'] = {};
    const preview = this.#app.previewRefresh((progress) => {
      course.progress = progress;
      course.watch?.(progress);
    });
    const reading: Reading = { preview, course };
    preview.then(
      ({ expiresAt }) => {
        reading.expiresAt = new Date(expiresAt);
      },
      // Whoever asks next is told.
      () => {},
    );
    return reading;
  }
}
