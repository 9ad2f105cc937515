import { Worker } from 'node:worker_threads';
import { type ReadFile, readArticles } from '../ingest/article.ts';
import type { Known } from '../ingest/draft.ts';
import type { FeedReading } from '../ingest/feeds/read.ts';
import type { WatchdogData } from './watchdog.ts';

/** What this process is sent for each file, or feed; its answer is a `ReadFile`, or a `FeedReading`. */
export type ReadRequest =
  | { kind: 'file'; path: string; bytes: Uint8Array; details: Known }
  | { kind: 'feed'; path: string; bytes: Uint8Array };

const [ms, bytes] = process.argv.slice(2).map(Number) as [number, number];
const watchdog = new Worker(new URL('./watchdog.ts', import.meta.url), {
  workerData: { ms, bytes } satisfies WatchdogData,
});
watchdog.unref();

process.on('message', async (request: ReadRequest) => {
  watchdog.postMessage('reading');
  const read = await answerTo(request);
  watchdog.postMessage('done');
  process.send?.(read);
});
process.send?.('ready');

async function answerTo(request: ReadRequest): Promise<ReadFile | FeedReading> {
  const { path, bytes } = request;
  if (request.kind === 'file') return readArticles(path, bytes, request.details);
  // Most processes read no feed.
  return (await import('../ingest/feeds/read.ts')).readFeed(path, bytes);
}
