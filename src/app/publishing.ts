import { UserError } from '../errors.ts';
import { oneLine } from '../ingest/characters.ts';
import { embed, type PlannedEditWork, runEdit, runIngest } from '../ingest/run.ts';
import type { Edit, EditReport, IngestReport, Preview, Progress } from '../model.ts';
import type { Act, Changes, EmbeddingModel } from '../ports.ts';
import { settled } from '../workers/outcome.ts';
import type { Thread } from '../workers/thread.ts';

type IngestThread = Thread<typeof import('../workers/ingest.ts')>;
type OnProgress = (progress: Progress) => void;

const LONGEST_ACTOR = 100;

/** What publishing needs of the app around it. */
export interface Surroundings {
  embeddings: EmbeddingModel;
  now: () => Date;
  /** A thread that reads articles and publishes them; it is ended when its work is done. */
  startThread(onProgress: OnProgress): IngestThread;
  /** Moves the answers to what was published, and to its index. */
  follow(onProgress: OnProgress): Promise<void>;
  /** Moves the answers to what was measured of it. */
  refresh(): Promise<unknown>;
}

/** Everything that changes the articles, one thing at a time: the second sees what the first did. */
export class Publishing {
  readonly #app: Surroundings;
  readonly #threads = new Set<IngestThread>();
  #lastRun: Promise<unknown> = Promise.resolve();
  #lastPreview: Promise<unknown> = Promise.resolve();
  #closing = false;

  constructor(app: Surroundings) {
    this.#app = app;
  }

  ingest(onProgress: OnProgress): Promise<IngestReport> {
    const { embeddings, now } = this.#app;
    const work = (thread: IngestThread) =>
      runIngest(
        {
          plan: () => thread.run('plan'),
          saveVectors: (batch) => saveVectors(thread, batch),
          publish: async () =>
            settled(await thread.run('publish', { actor: 'folder', kind: 'ingest', at: now() })),
          generation: () => thread.run('generation'),
        },
        embeddings,
        onProgress,
      );
    return this.#inTurn(
      work,
      'The articles are not all prepared yet; the next start goes on from here.',
      onProgress,
    );
  }

  /** As `App.apply`. */
  async apply(
    edit: Edit,
    { base, actor }: { base: number; actor: string },
    onProgress: OnProgress,
  ): Promise<EditReport> {
    return this.#change(
      async (thread) => settled(await thread.run('planOf', { edit, base })),
      { base, actor, kind: edit.kind },
      onProgress,
    );
  }

  /**
   * Publishes what was planned before on top of generation `base`.
   * @throws {OutdatedError} when somebody else published since.
   */
  publish(
    { publication, ...told }: { publication: Changes } & Pick<EditReport, 'changes' | 'refused'>,
    by: { base: number; actor: string; kind: Act['kind'] },
    onProgress: OnProgress,
  ): Promise<EditReport> {
    return this.#change(
      async (thread) => {
        const missing = settled(await thread.run('planChangesOf', { changes: publication, base: by.base }));
        return { ...told, missing };
      },
      by,
      onProgress,
    );
  }

  async #change(
    plan: (thread: IngestThread) => Promise<PlannedEditWork>,
    { base, actor, kind }: { base: number; actor: string; kind: Act['kind'] },
    onProgress: OnProgress,
  ): Promise<EditReport> {
    const { embeddings, now } = this.#app;
    const name = oneLine(actor).slice(0, LONGEST_ACTOR);
    if (name === '') throw new UserError('Whoever changes the articles has to have a name.');
    const work = (thread: IngestThread) =>
      runEdit(
        {
          plan: () => plan(thread),
          saveVectors: (batch) => saveVectors(thread, batch),
          publish: async () =>
            settled(await thread.run('publishEdit', { base, act: { actor: name, kind, at: now() } })),
        },
        embeddings,
        onProgress,
      );
    return this.#inTurn(
      work,
      'Footnote ended meanwhile: this was done whole or not at all, as the history tells.',
      onProgress,
    );
  }

  /** As `App.preview`. Does not wait for what is being published. */
  preview(edit: Edit, onProgress: OnProgress): Promise<Preview> {
    const preview = this.#lastPreview.then(() =>
      this.#withThread(
        async (thread) => settled(await thread.run('preview', edit)),
        'Footnote ended meanwhile; nothing was changed.',
        onProgress,
      ),
    );
    this.#lastPreview = preview.catch(() => {});
    return preview;
  }

  /** Cuts off what is under way. */
  async close(): Promise<void> {
    this.#closing = true;
    await Promise.all([...this.#threads].map((thread) => thread.end()));
    await Promise.all([this.#lastRun, this.#lastPreview]);
  }

  #inTurn<T>(work: (thread: IngestThread) => Promise<T>, cutOff: string, onProgress: OnProgress): Promise<T> {
    const run = this.#lastRun.then(() =>
      this.#withThread(
        async (thread) => {
          const report = await work(thread);
          await this.#followUp(thread, onProgress);
          return report;
        },
        cutOff,
        onProgress,
      ),
    );
    this.#lastRun = run.catch(() => {});
    return run;
  }

  async #withThread<T>(
    work: (thread: IngestThread) => Promise<T>,
    cutOff: string,
    onProgress: OnProgress,
  ): Promise<T> {
    if (this.#closing) throw new UserError(cutOff);
    const thread = this.#app.startThread(onProgress);
    this.#threads.add(thread);
    try {
      return await work(thread);
    } catch (error) {
      throw this.#closing ? new UserError(cutOff) : error;
    } finally {
      this.#threads.delete(thread);
      await thread.end();
    }
  }

  /** What is better done after something was published, and is done later where it cannot be. */
  async #followUp(thread: IngestThread, onProgress: OnProgress): Promise<void> {
    try {
      await this.#app.follow(onProgress);
      await thread.run('makeCards');
      await this.#calibrate(thread, onProgress);
    } catch (error) {
      // It is published all the same: without an index answers are exact, and the next run measures it.
      if (this.#closing) throw error;
    }
  }

  /** Measures the library where it has changed much, for the answers that follow. */
  async #calibrate(thread: IngestThread, onProgress: OnProgress): Promise<void> {
    const missing = await thread.run('startCalibration');
    if (!missing) return;
    const tasks = { saveVectors: (batch: Vectors) => saveVectors(thread, batch) };
    await embed(missing, tasks, this.#app.embeddings, (done, total) =>
      onProgress({ stage: 'calibrating', done, total }),
    );
    await thread.run('finishCalibration');
    await this.#app.refresh();
  }
}

interface Vectors {
  texts: string[];
  vectors: number[][];
}

async function saveVectors(thread: IngestThread, batch: Vectors): Promise<void> {
  settled(await thread.run('saveVectors', batch));
}
