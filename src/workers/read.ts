import { Worker } from 'node:worker_threads';
import { readArticles } from '../ingest/article.ts';
import type { Metadata } from '../ingest/draft.ts';
import type { WatchdogData } from './watchdog.ts';

/** What this process is sent for each file; its answer is a `ReadFile`. */
export interface ReadRequest {
  path: string;
  bytes: Uint8Array;
  details: Metadata;
}

const [ms, bytes] = process.argv.slice(2).map(Number) as [number, number];
const watchdog = new Worker(new URL('./watchdog.ts', import.meta.url), {
  workerData: { ms, bytes } satisfies WatchdogData,
});
watchdog.unref();

process.on('message', async ({ path, bytes, details }: ReadRequest) => {
  watchdog.postMessage('reading');
  const read = await readArticles(path, bytes, details);
  watchdog.postMessage('done');
  process.send?.(read);
});
process.send?.('ready');
