import { FetchError } from '../../errors.ts';
import type { Reply } from './exchange.ts';
import { ExpiringMap } from './expiring-map.ts';
import { Lanes } from './lanes.ts';
import { shownHost, shownTime } from './shown.ts';

const REQUESTS_IN_ALL = 4;
const MOST_SITES = 1000;
/** However long a site wants programs to wait: half a minute between two requests, and a day after it was overloaded. */
const LONGEST_GAP_MS = 30_000;
const LONGEST_RETRY_MS = 24 * 60 * 60 * 1000;

export interface PolitenessOptions {
  now: () => Date;
  /** Resolves after some milliseconds. @throws the reason of `signal` when it is aborted before that. */
  wait: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

/**
 * When a site (scheme, host and port) is asked: one request at a time with a gap after it, never while it wants to be
 * left alone, and only a few at a time at all sites together.
 */
export class Politeness {
  readonly #options: PolitenessOptions;
  readonly #ofSite = new Lanes(1);
  readonly #inAll = new Lanes(REQUESTS_IN_ALL);
  /** When each site was last asked, in milliseconds. */
  readonly #asked: ExpiringMap<number>;
  /** Until when a site wants to be left alone. */
  readonly #retryAt: ExpiringMap<Date>;

  constructor(options: PolitenessOptions) {
    this.#options = options;
    this.#asked = new ExpiringMap(options.now, MOST_SITES);
    this.#retryAt = new ExpiringMap(options.now, MOST_SITES);
  }

  /**
   * Runs a request in its turn.
   * @param gapMs milliseconds since the last request to the same site.
   * @throws {FetchError} with the time, while the site does not want to be asked; whatever `request` throws.
   */
  run(
    url: URL,
    gapMs: number,
    request: () => Promise<Reply>,
    signal: AbortSignal | undefined,
  ): Promise<Reply> {
    const inTurn = async () => {
      this.assertWelcome(url);
      await this.#gap(url.origin, gapMs, signal);
      return this.#inAll.run('all', () => this.#ask(url, request), signal);
    };
    return this.#ofSite.run(url.origin, inTurn, signal);
  }

  /** @throws {FetchError} with the time, while the site of an address does not want to be asked. */
  assertWelcome(url: URL): void {
    const retryAt = this.#retryAt.get(url.origin);
    if (retryAt === undefined) return;
    throw new FetchError(
      'later',
      `${shownHost(url)} asks not to be read for a while. Try again after ${shownTime(retryAt)}.`,
      retryAt,
    );
  }

  async #gap(site: string, gapMs: number, signal: AbortSignal | undefined): Promise<void> {
    const asked = this.#asked.get(site);
    if (asked === undefined) return;
    const left = asked + Math.min(gapMs, LONGEST_GAP_MS) - this.#options.now().getTime();
    if (left > 0) await this.#options.wait(left, signal);
  }

  async #ask(url: URL, request: () => Promise<Reply>): Promise<Reply> {
    try {
      const reply = await request();
      if (reply.status === 429 || reply.status === 503) this.#heed(url, reply.headers['retry-after']);
      return reply;
    } finally {
      this.#asked.set(url.origin, this.#options.now().getTime(), LONGEST_GAP_MS);
    }
  }

  /** @param retryAfter seconds or a date, as servers send it. */
  #heed(url: URL, retryAfter = ''): void {
    const now = this.#options.now().getTime();
    const asked = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now;
    if (!(asked > 0)) return;
    const ms = Math.min(asked, LONGEST_RETRY_MS);
    this.#retryAt.set(url.origin, new Date(now + ms), ms);
  }
}
