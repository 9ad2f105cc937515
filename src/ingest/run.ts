import type { EditReport, Generation, IngestReport, Progress } from '../model.ts';
import type { EmbeddingModel } from '../ports.ts';
import type { Plan } from './plan.ts';

/** Sentences embedded and kept together: what a run that is cut off may have to do again. */
const BATCH = 64;
/** Batches under way at once, so that the embedding threads never wait for one to be stored. */
const IN_FLIGHT = 2;
/** How often a run starts over because somebody else published meanwhile. */
const ATTEMPTS = 5;

/** What a plan means for the rest of a run. */
export interface PlannedWork extends Pick<Plan, 'added' | 'changed' | 'removed' | 'refused'> {
  /** Sentences without a vector, each text once, shortest first. */
  missing: string[];
}

/** The parts of an ingest that are heavy and run in a thread of their own. */
export interface IngestTasks {
  plan(): Promise<PlannedWork>;
  saveVectors(batch: { texts: string[]; vectors: number[][] }): Promise<void>;
  /** False when somebody else published since the plan was made. */
  publish(): Promise<boolean>;
  generation(): Promise<Generation | undefined>;
}

/**
 * Makes the library hold what the corpus folder holds: reads, embeds what is new, publishes. Vectors are kept as
 * they come, so a run that is cut off goes on where it was.
 */
export async function runIngest(
  tasks: IngestTasks,
  embeddings: EmbeddingModel,
  onProgress: (progress: Progress) => void,
): Promise<IngestReport> {
  const started = performance.now();
  let embedded = 0;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const work = await tasks.plan();
    await embed(work.missing, tasks, embeddings, (done, total) =>
      onProgress({ stage: 'embedding', done, total }),
    );
    embedded += work.missing.length;
    const changes = work.added + work.changed + work.removed;
    if (changes > 0) onProgress({ stage: 'publishing', done: 0, total: changes });
    if (!(await tasks.publish())) continue;
    const {
      id = 0,
      articles = 0,
      passages = 0,
      sentences = 0,
      copies = 0,
    } = (await tasks.generation()) ?? {};
    const { added, changed, removed, refused } = work;
    const ms = performance.now() - started;
    return {
      ...{ generation: id, articles, passages, sentences, copies },
      ...{ added, changed, removed, embedded, refused, ms },
    };
  }
  throw new Error(
    `Other runs published ${ATTEMPTS} times during this one; nothing was changed. Try again later.`,
  );
}

/** What a planned edit means for the rest of its run. */
export interface PlannedEditWork extends Pick<EditReport, 'changes' | 'refused'> {
  /** Sentences without a vector, each text once, shortest first. */
  missing: string[];
}

/** The parts of an edit that are heavy and run in a thread of their own. */
export interface EditTasks extends Pick<IngestTasks, 'saveVectors'> {
  /** @throws {UserError} when it cannot be done, or the articles are no longer those of the preview. */
  plan(): Promise<PlannedEditWork>;
  /** @throws {UserError} when somebody else published since the plan was made. */
  publish(): Promise<Generation>;
}

/** Does an edit: embeds what is new, publishes. */
export async function runEdit(
  tasks: EditTasks,
  embeddings: EmbeddingModel,
  onProgress: (progress: Progress) => void,
): Promise<EditReport> {
  const started = performance.now();
  const { changes, refused, missing } = await tasks.plan();
  await embed(missing, tasks, embeddings, (done, total) => onProgress({ stage: 'embedding', done, total }));
  onProgress({ stage: 'publishing', done: 0, total: changes.length });
  const generation = await tasks.publish();
  return {
    ...{ generation: generation.id, changes, refused, embedded: missing.length },
    ms: performance.now() - started,
  };
}

/** Gives texts their vectors, and keeps these batch by batch. */
export async function embed(
  texts: readonly string[],
  tasks: Pick<IngestTasks, 'saveVectors'>,
  embeddings: EmbeddingModel,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  let next = 0;
  let done = 0;
  const lane = async () => {
    while (next < texts.length) {
      const batch = texts.slice(next, next + BATCH);
      next += BATCH;
      await tasks.saveVectors({ texts: batch, vectors: await embeddings.embedDocuments(batch) });
      done += batch.length;
      onProgress(done, texts.length);
    }
  };
  if (texts.length > 0) onProgress(done, texts.length);
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
}
