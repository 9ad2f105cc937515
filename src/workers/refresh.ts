import { parentPort, workerData } from 'node:worker_threads';
import { SqliteLibraryWriter } from '../adapters/library/index.ts';
import type { FeedReading } from '../ingest/feeds/read.ts';
import { planChanges } from '../ingest/plan.ts';
import { type FeedVisit, FollowFeeds } from '../ingest/refresh/feeds.ts';
import {
  type Failure,
  Refresh,
  type RefreshPlan,
  type Target,
  withFeeds,
} from '../ingest/refresh/refresh.ts';
import { sentenceTexts } from '../ingest/split.ts';
import type { Feed, Progress } from '../model.ts';
import type { Fetched } from '../ports.ts';
import type { IngestWorkerData } from './ingest.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { Reader } from './reader.ts';

const { corpusDir, dataDir, model } = workerData as IngestWorkerData;
const library = new SqliteLibraryWriter(dataDir);
const reader = new Reader();

/** What a refresh came to, and what applying it takes. */
export interface Finished {
  base: number;
  plan: Omit<RefreshPlan, 'quiet'>;
  toEmbed: number;
}

let begun: { base: number; articles: Refresh; feeds: FollowFeeds } | undefined;

/** Reads the corpus folder again, and tells what else is to be read. */
export async function start(at: Date): Promise<{ targets: Target[]; feeds: FeedVisit[] }> {
  const base = library.generation?.id ?? 0;
  const folder = await planChanges(corpusDir, library, reader.read, (done, total) => {
    parentPort?.postMessage({ stage: 'reading', done, total } satisfies Progress);
  });
  const articles = new Refresh(library, reader.read, folder);
  const feeds = new FollowFeeds(library, reader, at);
  begun = { base, articles, feeds };
  return { targets: articles.targets, feeds: feeds.visits };
}

/** Takes what a feed gave; gives the parts of it that are to be asked too. */
export function listed({ visit, fetched }: { visit: FeedVisit; fetched: Fetched }): Promise<FeedVisit[]> {
  return started().feeds.listed(visit, fetched);
}

export function feedFailed({ visit, failure }: { visit: FeedVisit; failure: Failure }): void {
  started().feeds.feedFailed(visit, failure);
}

/** New addresses in the feeds, at most `most`. */
export function take(most: number): string[] {
  return started().feeds.take(most);
}

/** Takes what a new address gave, or the address of an article that is known. */
export async function visited({
  articleId,
  url,
  fetched,
}: {
  articleId?: string;
  url: string;
  fetched: Fetched;
}): Promise<void> {
  if (articleId === undefined) started().feeds.found(url, fetched);
  else await started().articles.visited(articleId, fetched);
}

/** Takes why one gave nothing. */
export function failed({
  articleId,
  url,
  failure,
}: {
  articleId?: string;
  url: string;
  failure: Failure;
}): void {
  if (articleId === undefined) started().feeds.notFound(url, failure);
  else started().articles.failed(articleId, failure);
}

/** What all of it comes to. How that read which has not changed is remembered at once. */
export function finish(at: Date): Promise<Outcome<Finished>> {
  return outcomeOf(async () => {
    const { base, articles, feeds } = started();
    const known = articles.result();
    const { quiet, ...plan } = withFeeds(known, await feeds.result(known.publication.put));
    if ((library.generation?.id ?? 0) === base) {
      if (quiet.addresses.length > 0) library.saveAddresses(quiet.addresses, at);
      if (quiet.files) library.saveFiles(quiet.files);
      library.feeds.keep(quiet.feeds);
    }
    const toEmbed = library.withoutVector(model.name, sentenceTexts(plan.publication.put)).length;
    return { base, plan, toEmbed };
  });
}

/** Lets go of the process that reads files, and waits for its end. */
export function release(): Promise<void> {
  return reader.close();
}

/** Reads what may be a feed. */
export function probe({ url, bytes }: { url: string; bytes: Uint8Array }): Promise<FeedReading> {
  const prober = new Reader();
  return prober.readFeed(url, bytes).finally(() => prober.close());
}

export function feeds(): Feed[] {
  return library.feeds.all();
}

export function addFeed(feed: Feed): Promise<Outcome<void>> {
  return outcomeOf(async () => library.feeds.add(feed));
}

/** False when there is none. */
export function removeFeed(url: string): Promise<Outcome<boolean>> {
  return outcomeOf(async () => library.feeds.remove(url));
}

function started() {
  if (!begun) throw new Error('a refresh was not started');
  return begun;
}
