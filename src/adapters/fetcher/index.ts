import { lookup } from 'node:dns/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fetcher } from '../../ports.ts';
import { dialTcp } from './dial.ts';
import { HttpFetcher, type HttpFetcherOptions } from './http.ts';

export type { Dial, Lookup } from './dial.ts';
export type { FetchLimits, HttpFetcherOptions } from './http.ts';

const LIMITS = { totalMs: 20_000, idleMs: 10_000 };

/** What has to be said; all else is as it is in the world, and tests put their own in its place. */
export type FetcherOptions = Partial<Omit<HttpFetcherOptions, 'limits'>> & {
  allowHosts: readonly string[];
  limits: Partial<HttpFetcherOptions['limits']> & { bytes: number };
};

/** The one engine: Node's own sockets. */
export function createFetcher(options: FetcherOptions): Fetcher {
  return new HttpFetcher({
    now: () => new Date(),
    wait: (ms, signal) => wait(ms, undefined, signal && { signal }),
    lookup: async (name) => (await lookup(name, { all: true })).map(({ address }) => address),
    dial: dialTcp,
    ...options,
    limits: { ...LIMITS, ...options.limits },
  });
}
