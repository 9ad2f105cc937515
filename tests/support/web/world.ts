import { dialTcp } from '../../../src/adapters/fetcher/dial.ts';
import { createFetcher, type FetchLimits } from '../../../src/adapters/fetcher/index.ts';
import type { Fetcher } from '../../../src/ports.ts';

/** An address of the public internet; what is dialled there goes to a server of the test. */
export const PUBLIC = '93.184.216.34';

export interface WorldOptions {
  /** What the name server answers: the addresses of a name, or one list after the other as it is asked again. */
  names?: Record<string, string[] | (() => string[])>;
  /** Ports of this machine that stand for ports of public addresses. */
  ports?: Record<number, number>;
  allowHosts?: string[];
  limits?: Partial<FetchLimits>;
}

/** A fetcher and the internet as it sees it, with a clock that moves only when the fetcher waits. */
export interface World {
  fetcher: Fetcher;
  /** Names that were looked up. */
  lookups: string[];
  /** `address:port` of every connection that was tried. */
  dialled: string[];
  /** Milliseconds that the fetcher waited, one after the other. */
  waits: number[];
  /** Moves the clock. */
  advance(ms: number): void;
  now(): Date;
}

export function world({ names = {}, ports = {}, allowHosts = [], limits }: WorldOptions = {}): World {
  let time = Date.parse('2026-01-05T12:00:00Z');
  const lookups: string[] = [];
  const dialled: string[] = [];
  const waits: number[] = [];
  const now = () => new Date(time);
  const advance = (ms: number) => {
    time += ms;
  };
  const fetcher = createFetcher({
    allowHosts,
    limits: { bytes: 64 * 1024, totalMs: 5000, idleMs: 5000, ...limits },
    now,
    wait: async (ms) => {
      waits.push(ms);
      advance(ms);
    },
    lookup: async (name) => {
      lookups.push(name);
      const addresses = names[name];
      if (addresses === undefined) throw Object.assign(new Error(`no ${name}`), { code: 'ENOTFOUND' });
      return typeof addresses === 'function' ? addresses() : addresses;
    },
    dial: (addresses, port, signal) => {
      dialled.push(...addresses.map((address) => `${address}:${port}`));
      const isPublic = addresses.includes(PUBLIC);
      return dialTcp(isPublic ? ['127.0.0.1'] : addresses, isPublic ? (ports[port] ?? port) : port, signal);
    },
  });
  return { fetcher, lookups, dialled, waits, now, advance };
}

/** What a fetch came to: its error, or `undefined` when there was none. */
export function failureOf(fetching: Promise<unknown>): Promise<unknown> {
  return fetching.then(
    () => undefined,
    (error: unknown) => error,
  );
}
