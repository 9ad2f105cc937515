import type { App } from '../../app.ts';
import type { Progress, RefreshPreview } from '../../model.ts';

type OnProgress = (progress: Progress) => void;

/** Reading that is under way, or that is done and that nobody has seen the end of. */
interface Reading {
  preview: Promise<RefreshPreview>;
  /** How far it had come last, and who watches it. */
  course: { progress?: Progress; watchers: Set<OnProgress> };
  /** Set when it is done. */
  expiresAt?: Date;
}

/** What came of a wait: what was found, or how far the reading is, which goes on. */
export type Waited = { preview: RefreshPreview } | { reading: Progress | undefined };

/**
 * Reads everything again, for longer than somebody can be shown it if need be: whoever asks next waits for the same
 * reading, and gets what it found also when it was done meanwhile.
 */
export class Rereading {
  readonly #app: Pick<App, 'previewRefresh'>;
  readonly #now: () => Date;
  #current: Reading | undefined;

  constructor(app: Pick<App, 'previewRefresh'>, now: () => Date) {
    this.#app = app;
    this.#now = now;
  }

  /**
   * Waits until all is read, or until `enough` is aborted.
   * @throws {UserError} when it cannot be read.
   */
  async wait(onProgress: OnProgress, enough: AbortSignal): Promise<Waited> {
    const reading = this.#open() ?? this.#start();
    const { course } = reading;
    course.watchers.add(onProgress);
    if (course.progress) onProgress(course.progress);
    const waited = Promise.withResolvers<'enough'>();
    const stop = () => waited.resolve('enough');
    enough.addEventListener('abort', stop, { once: true });
    if (enough.aborted) stop();
    try {
      const preview = await Promise.race([reading.preview, waited.promise]);
      if (preview === 'enough') return { reading: course.progress };
      this.#leave(reading);
      return { preview };
    } catch (error) {
      this.#leave(reading);
      throw error;
    } finally {
      enough.removeEventListener('abort', stop);
      course.watchers.delete(onProgress);
    }
  }

  /** The reading that is under way, or done and still good. */
  #open(): Reading | undefined {
    const { expiresAt } = this.#current ?? {};
    return expiresAt !== undefined && expiresAt <= this.#now() ? undefined : this.#current;
  }

  #start(): Reading {
    const course: Reading['course'] = { watchers: new Set() };
    const preview = this.#app.previewRefresh((progress) => {
      course.progress = progress;
      for (const watch of course.watchers) watch(progress);
    });
    const reading: Reading = { preview, course };
    this.#current = reading;
    preview.then(
      ({ expiresAt }) => {
        reading.expiresAt = new Date(expiresAt);
      },
      // Whoever asks next is told.
      () => {},
    );
    return reading;
  }

  /** Its end was seen: the next one reads anew. */
  #leave(reading: Reading): void {
    if (this.#current === reading) this.#current = undefined;
  }
}
