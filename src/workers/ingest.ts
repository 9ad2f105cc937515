import { parentPort, workerData } from 'node:worker_threads';
import { SqliteCards, SqliteLibraryReader, SqliteLibraryWriter } from '../adapters/library/index.ts';
import {
  calibrate,
  isCalibrated,
  PROBES,
  type Probe,
  probesOf,
  SENTENCES_PER_PROBE,
} from '../answer/calibrate.ts';
import { fitNearness } from '../answer/fit-nearness.ts';
import { UserError } from '../errors.ts';
import { type PlannedEdit, planEdit } from '../ingest/edit.ts';
import type { Read } from '../ingest/packed.ts';
import { planChanges } from '../ingest/plan.ts';
import type { PlannedEditWork, PlannedWork } from '../ingest/run.ts';
import { sentenceTexts } from '../ingest/split.ts';
import type { Edit, Generation, Preview, Progress } from '../model.ts';
import type { Act, Changes, EmbeddingModel } from '../ports.ts';
import { MEASURED_MODEL } from '../retrieve/nearness.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { Reader } from './reader.ts';

/** What the thread is started with. */
export interface IngestWorkerData {
  corpusDir: string;
  dataDir: string;
  model: Pick<EmbeddingModel, 'name' | 'dimensions'>;
}

const { corpusDir, dataDir, model } = workerData as IngestWorkerData;
const library = new SqliteLibraryWriter(dataDir);
let probes: Probe[] = [];
/** What `publish` does; it gives false when somebody else published since it was planned. */
let planned: ((act: Act) => boolean) | undefined;

/** Reads the corpus folder and remembers what to change; posts `Progress` while it reads. */
export async function plan(): Promise<PlannedWork> {
  const newest = library.generation;
  const plan = await withReader((read) =>
    planChanges(corpusDir, library, read, (done, total) => {
      parentPort?.postMessage({ stage: 'reading', done, total } satisfies Progress);
    }),
  );
  const missing = missingFor(plan.sentences, newest);
  const { added, changed, removed, refused, changes } = plan;
  planned = (act) => {
    if (added + changed + removed > 0 || isOfAnotherModel(newest)) {
      return library.publish(changes, newest?.id ?? 0, model, act) !== undefined;
    }
    if (plan.filesChanged) library.saveFiles(changes.files);
    return true;
  };
  return { added, changed, removed, refused, missing };
}

/** What an edit would do. Nothing is stored. */
export function preview(edit: Edit): Promise<Outcome<Preview>> {
  return outcomeOf(async () => {
    const newest = library.generation;
    const { preview, publication, sentences } = await withReader((read) =>
      planEdit(edit, library, counted(edit, read)),
    );
    const missing = missingFor(sentences, newest, publication);
    return { base: newest?.id ?? 0, ...preview, toEmbed: missing.length };
  });
}

/** Remembers what an edit is to change, if the library is still at the generation that its preview was about. */
export async function planOf({
  edit,
  base,
}: {
  edit: Edit;
  base: number;
}): Promise<Outcome<PlannedEditWork>> {
  const newest = library.generation;
  if ((newest?.id ?? 0) !== base) return { outdated: library.publishedSince(base) };
  return outcomeOf(async () => {
    const { preview, publication, sentences } = await withReader((read) =>
      planEdit(edit, library, counted(edit, read)),
    );
    if (preview.changes.length === 0) {
      const reasons = preview.refused.map(({ path, reason }) => `${path}: ${reason}`);
      throw new UserError(['Nothing would change.', ...reasons].join('\n'));
    }
    planned = (act) => {
      const published =
        'restore' in publication
          ? library.restore(publication.restore, base, model, act)
          : library.publish(publication, base, model, act);
      return published !== undefined;
    };
    const { changes, refused } = preview;
    return { changes, refused, missing: missingFor(sentences, newest, publication) };
  });
}

/** Remembers what is to change, if the library is still at generation `base`; gives the sentences to embed. */
export function planChangesOf({ changes, base }: { changes: Changes; base: number }): Outcome<string[]> {
  const newest = library.generation;
  if ((newest?.id ?? 0) !== base) return { outdated: library.publishedSince(base) };
  planned = (act) => library.publish(changes, base, model, act) !== undefined;
  return { value: missingFor(sentenceTexts(changes.put), newest, changes) };
}

/** Posts `Progress` while the files of an edit are read, those packed in an archive one by one. */
function counted(edit: Edit, read: Read): Read {
  let [done, total] = [0, edit.kind === 'add' ? edit.files.length : 0];
  return async (...file) => {
    const found = await read(...file);
    done += 1;
    total += found.packed.length;
    parentPort?.postMessage({ stage: 'reading', done, total } satisfies Progress);
    return found;
  };
}

/** Work that reads files, with a process for it that lives as long. */
async function withReader<T>(work: (read: Read) => Promise<T>): Promise<T> {
  const reader = new Reader();
  return work(reader.read).finally(() => reader.close());
}

/** Keeps vectors at once: a run that is cut off goes on from here. */
export function saveVectors({
  texts,
  vectors,
}: {
  texts: string[];
  vectors: number[][];
}): Promise<Outcome<void>> {
  return outcomeOf(async () => library.saveVectors(model.name, model.dimensions, texts, vectors));
}

/** Publishes what was planned, if it changes anything; false when somebody else published meanwhile. */
export function publish(act: Act): Promise<Outcome<boolean>> {
  return outcomeOf(async () => publishPlanned(act));
}

function publishPlanned(act: Act): boolean {
  if (!planned) throw new Error('publish was asked for before plan');
  const work = planned;
  planned = undefined;
  return work(act);
}

/** Publishes the edit that was planned on top of generation `base`. */
export async function publishEdit({ act, base }: { act: Act; base: number }): Promise<Outcome<Generation>> {
  const published = await outcomeOf(async () => publishPlanned(act) && library.generation);
  if (!('value' in published)) return published;
  return published.value ? { value: published.value } : { outdated: library.publishedSince(base) };
}

/**
 * What has to be embedded before a publication, shortest first: the sentences of articles to put, and those of what
 * comes back or stays that the model has not seen yet.
 */
function missingFor(
  sentences: readonly string[],
  newest: Generation | undefined,
  publication?: PlannedEdit['publication'],
): string[] {
  const missing = new Set(library.withoutVector(model.name, sentences));
  const isRestored = publication !== undefined && 'restore' in publication;
  const other = isRestored ? publication.restore : isOfAnotherModel(newest) ? newest?.id : undefined;
  if (other !== undefined) for (const text of library.unembedded(model.name, other)) missing.add(text);
  return [...missing].sort((a, b) => a.length - b.length);
}

function isOfAnotherModel(generation: Generation | undefined): boolean {
  return generation !== undefined && generation.model !== model.name;
}

/** Asks what the library has to be measured with, where that was not done or no longer holds: texts without a vector. */
export function startCalibration(): string[] | undefined {
  const reader = new SqliteLibraryReader(dataDir);
  try {
    if (!reader.generation || isCalibrated(reader)) return undefined;
    const made = probesOf(reader.sampleSentences(PROBES * SENTENCES_PER_PROBE), (id) => {
      const article = reader.article(id);
      return article?.text.slice(article.body) ?? '';
    });
    probes = model.name === MEASURED_MODEL ? made.filter(({ asked }) => asked !== 'without') : made;
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
    const measured = [asked.map(({ probe }) => probe), asked.map(({ vector }) => vector)] as const;
    const nearness = model.name === MEASURED_MODEL ? undefined : fitNearness(reader, ...measured);
    const least = calibrate(reader, ...measured, nearness);
    const { id, passages } = generation;
    library.saveCalibration(id, {
      ...least,
      questions: asked.length,
      passages,
      ...(nearness && { nearness }),
    });
  } finally {
    reader.close();
  }
}

/** Makes the quiz cards that the newest generation lacks. */
export async function makeCards(): Promise<void> {
  const shelf = new SqliteCards(dataDir);
  let reader: SqliteLibraryReader | undefined;
  try {
    if (shelf.withoutCards(1).length === 0) return;
    reader = new SqliteLibraryReader(dataDir);
    // Most threads end without having made a card.
    const { shelveCards } = await import('../quiz/shelve.ts');
    shelveCards(shelf, reader);
  } finally {
    reader?.close();
    shelf.close();
  }
}

export function generation(): Generation | undefined {
  return library.generation;
}
