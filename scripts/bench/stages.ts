import { BundledEmbeddings } from '../../src/adapters/embeddings/bundled.ts';
import { SqliteLibraryReader } from '../../src/adapters/library/index.ts';
import { answer } from '../../src/answer/answer.ts';
import { readQuery } from '../../src/retrieve/query.ts';
import { rank } from '../../src/retrieve/rank.ts';
import { correctSpelling } from '../../src/retrieve/spelling.ts';

/** The parts of an answer, in their order. */
export const STAGES = [
  'embedding',
  'spelling',
  'words',
  'trigrams',
  'vectors',
  'passages',
  'ranking',
  'answering',
] as const;

export type Stage = (typeof STAGES)[number];

/** Milliseconds that each question took in each part, without the first `warmUp`. */
export async function timeStages(
  dataDir: string,
  questions: readonly string[],
  warmUp: number,
): Promise<Record<Stage, number[]>> {
  const library = new TimedReader(dataDir);
  const embeddings = new BundledEmbeddings(1);
  const times = Object.fromEntries(STAGES.map((stage) => [stage, [] as number[]])) as Record<Stage, number[]>;
  for (const text of questions) {
    const read = readQuery({ text });
    library.taken = { words: 0, trigrams: 0, vectors: 0, passages: 0 };
    const embedding = await clocked(() => embeddings.embedQuery(text));
    const vector = Float32Array.from(embedding.result);
    const spelling = await clocked(() => correctSpelling(read, library));
    const cold = await clocked(() => rank(library, spelling.result, vector));
    const taken = library.taken;
    const fetched = Object.values(taken).reduce((sum, ms) => sum + ms, 0);
    // What ranking took a second time, and spelling with it, is part of what answering takes.
    const warm = await clocked(() => rank(library, correctSpelling(read, library), vector));
    const answering = await clocked(() => answer(read, vector, library));
    const stages: Record<Stage, number> = {
      embedding: embedding.ms,
      spelling: spelling.ms,
      ...taken,
      ranking: cold.ms - fetched,
      answering: Math.max(0, answering.ms - warm.ms),
    };
    for (const stage of STAGES) times[stage].push(stages[stage]);
  }
  await embeddings.close();
  library.close();
  for (const stage of STAGES) times[stage].splice(0, warmUp);
  return times;
}

/** A reader that knows how long its answers took. */
class TimedReader extends SqliteLibraryReader {
  taken = { words: 0, trigrams: 0, vectors: 0, passages: 0 };

  override matchWords(...asked: Parameters<SqliteLibraryReader['matchWords']>) {
    return this.#timed('words', () => super.matchWords(...asked));
  }

  override matchTrigrams(...asked: Parameters<SqliteLibraryReader['matchTrigrams']>) {
    return this.#timed('trigrams', () => super.matchTrigrams(...asked));
  }

  override matchVector(...asked: Parameters<SqliteLibraryReader['matchVector']>) {
    return this.#timed('vectors', () => super.matchVector(...asked));
  }

  override passages(...asked: Parameters<SqliteLibraryReader['passages']>) {
    return this.#timed('passages', () => super.passages(...asked));
  }

  #timed<T>(stage: keyof TimedReader['taken'], work: () => T): T {
    const started = performance.now();
    const result = work();
    this.taken[stage] += performance.now() - started;
    return result;
  }
}

async function clocked<T>(work: () => T | Promise<T>): Promise<{ result: T; ms: number }> {
  const started = performance.now();
  const result = await work();
  return { result, ms: performance.now() - started };
}
