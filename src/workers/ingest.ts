import { parentPort, workerData } from 'node:worker_threads';
import { SqliteLibraryReader, SqliteLibraryWriter } from '../adapters/library/index.ts';
import {
  calibrate,
  isCalibrated,
  PROBES,
  type Probe,
  probesOf,
  SENTENCES_PER_PROBE,
} from '../answer/calibrate.ts';
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
let probes: Probe[] = [];
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

/** Asks what the library has to be measured with, where that was not done or no longer holds: texts without a vector. */
export function startCalibration(): string[] | undefined {
  const reader = new SqliteLibraryReader(dataDir);
  try {
    if (!reader.generation || isCalibrated(reader)) return undefined;
    probes = probesOf(reader.sampleSentences(PROBES * SENTENCES_PER_PROBE), (id) => {
      const article = reader.article(id);
      return article?.text.slice(article.body) ?? '';
    });
    const texts = [...new Set(probes.map(({ text }) => text))];
    return library.withoutVector(model.name, texts);
  } finally {
    reader.close();
  }
}

/** Measures the newest generation and keeps what came of it. */
export function finishCalibration(): void {
  const reader = new SqliteLibraryReader(dataDir);
  try {
    const { generation } = reader;
    if (!generation) return;
    const vectors = library.vectors(
      model.name,
      probes.map(({ text }) => text),
    );
    const asked = probes.flatMap((probe, i) => {
      const vector = vectors[i];
      return vector ? [{ probe, vector }] : [];
    });
    const least = calibrate(
      reader,
      asked.map(({ probe }) => probe),
      asked.map(({ vector }) => vector),
    );
    const { id, passages } = generation;
    library.saveCalibration(id, { ...least, questions: asked.length, passages });
  } finally {
    reader.close();
  }
}

export function generation(): Generation | undefined {
  return library.generation;
}
