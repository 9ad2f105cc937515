import { parentPort, workerData } from 'node:worker_threads';
import { SqliteLibraryWriter } from '../adapters/library/index.ts';
import { type Plan, planChanges } from '../ingest/plan.ts';
import type { PlannedWork } from '../ingest/run.ts';
import type { Generation, Progress } from '../model.ts';

/** What the thread is started with. */
export interface IngestWorkerData {
  corpusDir: string;
  dataDir: string;
  model: { name: string; dimensions: number };
}

const { corpusDir, dataDir, model } = workerData as IngestWorkerData;
const library = new SqliteLibraryWriter(dataDir);
let planned: { plan: Plan; base: number } | undefined;

/** Reads the corpus folder and remembers what to change; posts `Progress` while it reads. */
export async function plan(): Promise<PlannedWork> {
  const newest = library.generation;
  const anew = newest !== undefined && newest.model !== model.name;
  const plan = await planChanges(corpusDir, library, anew, (done, total) => {
    parentPort?.postMessage({ stage: 'reading', done, total } satisfies Progress);
  });
  planned = { plan, base: newest?.id ?? 0 };
  const missing = library.withoutVector(model.name, plan.sentences).sort((a, b) => a.length - b.length);
  return { added: plan.added, changed: plan.changed, removed: plan.removed, refused: plan.refused, missing };
}

/** Keeps vectors at once: a run that is cut off goes on from here. */
export function saveVectors({ texts, vectors }: { texts: string[]; vectors: number[][] }): void {
  library.saveVectors(model.name, model.dimensions, texts, vectors);
}

/** Publishes what was planned, if it changes anything; false when somebody else published meanwhile. */
export function publish(): boolean {
  if (!planned) throw new Error('publish was asked for before plan');
  const { plan, base } = planned;
  planned = undefined;
  if (plan.added + plan.changed + plan.removed > 0) {
    return library.publish(plan.changes, base, model, new Date()) !== undefined;
  }
  if (plan.filesChanged) library.saveFiles(plan.changes.files);
  return true;
}

export function generation(): Generation | undefined {
  return library.generation;
}
