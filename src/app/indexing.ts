import type { Thread } from '../workers/thread.ts';

export interface IndexingDeps {
  /** The thread that has the library. */
  answers: Thread<typeof import('../workers/answer.ts')>;
  startThread: () => Thread<typeof import('../workers/index-cache.ts')>;
  /** Lets the answers take up what was written. */
  refresh: () => Promise<void>;
}

/** Writes the index of the vectors where it is missing or damaged; until then every vector is compared. */
export class Indexing {
  readonly #deps: IndexingDeps;
  #thread: ReturnType<IndexingDeps['startThread']> | undefined;
  #running: Promise<void> | undefined;

  constructor(deps: IndexingDeps) {
    this.#deps = deps;
  }

  /** Sentences whose vectors have no index that can be used. */
  async lacking(): Promise<number> {
    const { generation, index } = await this.#deps.answers.run('status');
    return generation && index.engine !== 'hnsw' ? generation.sentences : 0;
  }

  /** Settles when there is one; those who ask meanwhile wait for the same. */
  ensure(): Promise<void> {
    this.#running ??= this.#write().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Breaks off what is under way: it is made at the next start. */
  async close(): Promise<void> {
    await this.#thread?.end();
    await Promise.allSettled([this.#running]);
  }

  async #write(): Promise<void> {
    if ((await this.lacking()) === 0) return;
    this.#thread = this.#deps.startThread();
    try {
      if (await this.#thread.run('cache')) await this.#deps.refresh();
    } finally {
      await this.#thread.end();
    }
  }
}
