import { FetchError, type FetchFailure } from '../../errors.ts';
import type { Fetched, Fetcher } from '../../ports.ts';

/** Sites that are read side by side; the fetcher asks each one thing at a time. */
const SITES = 8;
/** Addresses of a site that do not answer one after the other, after which the others are not tried. */
const MOST_FAILURES = 3;
/** How long one refresh reads, however many addresses there are and however slow their sites want it. */
const MOST_MS = 15 * 60_000;
const SILENT = 'Its server did not answer three times in a row, so that this was not asked for.';
const NO_TIME = 'There was no time left to ask for it; the next refresh begins with it.';

/** An address to be read, and what is known of the version that was read before. */
export interface Visit {
  url: string;
  etag?: string;
  lastModified?: string;
}

/** What is to be done with what addresses give; the next address of the same site waits for it. */
export interface Visitor<V> {
  visited(visit: V, fetched: Fetched): Promise<void>;
  failed(visit: V, failure: { failure: FetchFailure; message: string }): Promise<void>;
  /** Called after each. */
  onDone(): void;
}

/**
 * Reads addresses, in their order for each site, asking only for what is new where that is possible.
 * @param now milliseconds on any clock
 * @throws the reason of the signal, and what the visitor throws
 */
export async function visitAll<V extends Visit>(
  visits: readonly V[],
  fetcher: Fetcher,
  visitor: Visitor<V>,
  { signal, now = () => performance.now() }: { signal?: AbortSignal; now?: () => number } = {},
): Promise<void> {
  const end = now() + MOST_MS;
  const visitSite = async (ofSite: readonly V[]) => {
    let failures = 0;
    for (const visit of ofSite) {
      if (failures === MOST_FAILURES || now() > end) {
        const message = failures === MOST_FAILURES ? SILENT : NO_TIME;
        await visitor.failed(visit, { failure: 'unreachable', message });
      } else {
        const failure = await visitOne(visit, fetcher, visitor, signal);
        failures = failure === 'unreachable' ? failures + 1 : 0;
      }
      visitor.onDone();
    }
  };
  const sites = [...Map.groupBy(visits, ({ url }) => new URL(url).origin).values()];
  const lane = async () => {
    for (let site = sites.shift(); site; site = sites.shift()) await visitSite(site);
  };
  await Promise.all(Array.from({ length: SITES }, lane));
}

async function visitOne<V extends Visit>(
  visit: V,
  fetcher: Fetcher,
  visitor: Visitor<V>,
  signal: AbortSignal | undefined,
): Promise<FetchFailure | undefined> {
  const { url, etag, lastModified } = visit;
  let fetched: Fetched;
  try {
    fetched = await fetcher.fetch(url, { etag, lastModified, signal });
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    const { failure, message } = error;
    await visitor.failed(visit, { failure, message });
    return failure;
  }
  await visitor.visited(visit, fetched);
  return undefined;
}
