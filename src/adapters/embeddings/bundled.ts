import { Embeddings } from '@langchain/core/embeddings';
import { Piscina } from 'piscina';
import type { EmbeddingModel } from '../../ports.ts';
import { MEASURED_MODEL } from '../../retrieve/nearness.ts';

const DIMENSIONS = 512;
/** Sentences encoded together; larger batches were slower on one core (69 sentences a second at 8, 56 at 32). */
const BATCH = 8;
/** Texts that the thread of the questions embeds, a batch at a time: another thread would take longer to start. */
const FEW = 32;
/** After this long without work the threads that embed documents end and give back about 140 MB each. */
const IDLE_MS = 20_000;

const WORKER = new URL('./bundled/worker.ts', import.meta.url).href;

let questionThread: Piscina | undefined;

/**
 * The thread of the questions: one for all that a process opens, one after the other as well, because it takes half a
 * second and 140 MB to start. It does not keep the process alive.
 */
function questions(): Piscina {
  questionThread ??= new Piscina({ filename: WORKER, minThreads: 1, maxThreads: 1 });
  return questionThread;
}

/**
 * The sentence encoder that ships with Footnote (Universal Sentence Encoder lite, English, Apache-2.0):
 * needs no key and no network. Questions have a thread of their own, so that they wait for no more than a few documents.
 */
export class BundledEmbeddings extends Embeddings implements EmbeddingModel {
  readonly name = MEASURED_MODEL;
  readonly dimensions = DIMENSIONS;
  readonly #questions = questions();
  readonly #documents: Piscina;
  /** Rejects what is under way. */
  readonly #underWay = new Set<(reason: Error) => void>();
  #isClosed = false;

  /** @param workers threads that embed documents, started when there is work. */
  constructor(workers: number) {
    super({});
    const threads = { minThreads: 0, maxThreads: workers, idleTimeout: IDLE_MS };
    this.#documents = new Piscina({ filename: WORKER, ...threads });
  }

  async embedQuery(text: string): Promise<number[]> {
    return Array.from(await this.#run(this.#questions, [text]));
  }

  /** Vectors in the order of `texts`; sorts them by length into batches on its own. */
  async embedDocuments(texts: string[]): Promise<number[][]> {
    const order = texts.map((_, i) => i).sort((a, b) => (texts[a]?.length ?? 0) - (texts[b]?.length ?? 0));
    const vectors: number[][] = new Array(texts.length);
    const batches = Array.from({ length: Math.ceil(order.length / BATCH) }, (_, i) =>
      order.slice(i * BATCH, (i + 1) * BATCH),
    );
    const embed = async (pool: Piscina, batch: readonly number[]) => {
      const flat = await this.#run(
        pool,
        batch.map((i) => texts[i] ?? ''),
      );
      batch.forEach((i, row) => {
        vectors[i] = Array.from(flat.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS));
      });
    };
    if (texts.length <= FEW && this.#documents.threads.length === 0) {
      for (const batch of batches) await embed(this.#questions, batch);
    } else {
      await Promise.all(batches.map((batch) => embed(this.#documents, batch)));
    }
    return vectors;
  }

  /** Rejects what is under way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const reject of this.#underWay) reject(closedError());
    await this.#documents.destroy();
  }

  async #run(pool: Piscina, texts: string[]): Promise<Float32Array> {
    if (this.#isClosed) throw closedError();
    const { promise: closed, reject } = Promise.withResolvers<never>();
    this.#underWay.add(reject);
    try {
      return await Promise.race([pool.run(texts) as Promise<Float32Array>, closed]);
    } finally {
      this.#underWay.delete(reject);
    }
  }
}

function closedError(): Error {
  return new Error('The embedding model was closed.');
}
