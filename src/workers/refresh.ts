import { parentPort, workerData } from 'node:worker_threads';
import { SqliteLibraryWriter } from '../adapters/library/index.ts';
import { planChanges } from '../ingest/plan.ts';
import { type Failure, Refresh, type RefreshPlan, type Target } from '../ingest/refresh/refresh.ts';
import { sentenceTexts } from '../ingest/split.ts';
import type { Progress } from '../model.ts';
import type { Fetched } from '../ports.ts';
import type { IngestWorkerData } from './ingest.ts';
import { Reader } from './reader.ts';

const { corpusDir, dataDir, model } = workerData as IngestWorkerData;
const library = new SqliteLibraryWriter(dataDir);
const reader = new Reader();
let base = 0;
let refresh: Refresh | undefined;

/** Reads the corpus folder again, and tells what else is to be read. */
export async function start(): Promise<Target[]> {
  base = library.generation?.id ?? 0;
  const folder = await planChanges(corpusDir, library, reader.read, (done, total) => {
    parentPort?.postMessage({ stage: 'reading', done, total } satisfies Progress);
  });
  refresh = new Refresh(library, reader.read, folder);
  return refresh.targets;
}

export function visited({ articleId, fetched }: { articleId: string; fetched: Fetched }): Promise<void> {
  return started().visited(articleId, fetched);
}

export function failed({ articleId, failure }: { articleId: string; failure: Failure }): void {
  started().failed(articleId, failure);
}

/** What all of it comes to. How that read which has not changed is remembered at once. */
export function finish(at: Date): { base: number; plan: RefreshPlan; toEmbed: number } {
  const plan = started().result();
  reader.close();
  const { addresses, files } = plan.quiet;
  if ((library.generation?.id ?? 0) === base) {
    if (addresses.length > 0) library.saveAddresses(addresses, at);
    if (files) library.saveFiles(files);
  }
  const toEmbed = library.withoutVector(model.name, sentenceTexts(plan.publication.put)).length;
  return { base, plan: { ...plan, quiet: { addresses: [] } }, toEmbed };
}

function started(): Refresh {
  if (!refresh) throw new Error('a refresh was not started');
  return refresh;
}
