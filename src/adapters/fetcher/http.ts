import { FetchError } from '../../errors.ts';
import type { Fetched, Fetcher, FetchRequest } from '../../ports.ts';
import { unlessAborted } from './abort.ts';
import { Admission, nameOf, portOf } from './admission.ts';
import { ACCEPT_ENCODING } from './body.ts';
import { Budget } from './budget.ts';
import { type Dial, type Lookup, secure } from './dial.ts';
import { exchange, type Reply } from './exchange.ts';
import { networkFailure, statusFailure } from './failures.ts';
import { parseAddress, redirectOf } from './hops.ts';
import { Politeness, type PolitenessOptions } from './politeness.ts';
import { addressesOf } from './resolve.ts';
import { Robots } from './robots.ts';
import { shown, shownHost } from './shown.ts';
import { PROGRAM, USER_AGENT } from './user-agent.ts';

const MOST_REDIRECTS = 5;
const ROBOTS_BYTES = 512 * 1024;
/** Milliseconds between two requests to a site; those that are listed belong to whoever runs Footnote. */
const GAP_MS = 250;

const HEADERS = {
  'user-agent': USER_AGENT,
  accept: 'text/html, application/xhtml+xml, */*;q=0.8',
  'accept-encoding': ACCEPT_ENCODING,
};

/** What one page may cost. */
export interface FetchLimits {
  /** Of content, as it is sent and decompressed. */
  bytes: number;
  /** On the network, over all redirects. */
  totalMs: number;
  /** In which nothing comes. */
  idleMs: number;
}

export interface HttpFetcherOptions extends PolitenessOptions {
  /** Hosts that may be anywhere and have any port: `host:port` each, as `URL` spells them. */
  allowHosts: readonly string[];
  limits: FetchLimits;
  lookup: Lookup;
  dial: Dial;
}

/** What belongs to a page over all of its redirects. */
interface Journey {
  headers: Readonly<Record<string, string>>;
  most: number;
  budget: Budget;
  attachment: boolean;
  /** Whether robots.txt is asked: not for itself, nor for a file that somebody handed over. */
  robots: boolean;
  signal: AbortSignal | undefined;
}

/** Reads addresses over HTTP/1.1, and dials no address that it has not judged itself. */
export class HttpFetcher implements Fetcher {
  readonly #options: HttpFetcherOptions;
  readonly #admission: Admission;
  readonly #politeness: Politeness;
  readonly #robots: Robots;

  constructor(options: HttpFetcherOptions) {
    this.#options = options;
    this.#admission = new Admission(options.allowHosts);
    this.#politeness = new Politeness(options);
    this.#robots = new Robots({ program: PROGRAM, now: options.now, read: (url) => this.#readRobots(url) });
  }

  async fetch(address: string, request: FetchRequest = {}): Promise<Fetched> {
    const { etag, lastModified, attachment = false, signal } = request;
    const { url, reply } = await this.#follow(parseAddress(address), {
      headers: {
        ...(etag === undefined ? {} : { 'if-none-match': etag }),
        ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
      },
      most: this.#options.limits.bytes,
      budget: new Budget(this.#options.limits.totalMs),
      attachment,
      robots: !attachment,
      signal,
    });
    return this.#fetched(url, reply, request);
  }

  async #follow(start: URL, journey: Journey): Promise<{ url: URL; reply: Reply }> {
    let url = start;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      this.#admission.assertAdmitted(url, journey.attachment);
      const gapMs = await this.#assertAllowed(url, journey);
      const reply = await this.#politeness.run(url, gapMs, () => this.#ask(url, journey), journey.signal);
      const next = redirectOf(url, reply.status, reply.headers.location);
      if (next === undefined) return { url, reply };
      url = next;
    }
    throw new FetchError(
      'unreachable',
      `${shown(start)} redirects more than ${MOST_REDIRECTS} times. Open it in a browser and add the address that it ends at.`,
    );
  }

  /** Gives the milliseconds between two requests to the site. @throws {FetchError} when its robots.txt keeps Footnote out. */
  async #assertAllowed(url: URL, { robots, signal }: Journey): Promise<number> {
    const gapMs = this.#admission.isListed(url) ? 0 : GAP_MS;
    if (!robots) return gapMs;
    const rules = await unlessAborted(this.#robots.rulesFor(url), signal);
    if (rules.allows(`${url.pathname}${url.search}`)) return Math.max(gapMs, rules.crawlDelay * 1000);
    throw new FetchError(
      'refused',
      `${shownHost(url)} asks programs not to read ${shown(url)} (its robots.txt). Save the page and add it as a file.`,
    );
  }

  /** Asks once, on a connection of its own. */
  async #ask(url: URL, journey: Journey): Promise<Reply> {
    try {
      return await journey.budget.spend((timeout) =>
        this.#connectAndAsk(
          url,
          journey,
          AbortSignal.any([timeout, ...(journey.signal ? [journey.signal] : [])]),
        ),
      );
    } catch (error) {
      journey.signal?.throwIfAborted();
      throw networkFailure(url, error);
    }
  }

  async #connectAndAsk(url: URL, { headers, most }: Journey, signal: AbortSignal): Promise<Reply> {
    const { lookup, dial, limits } = this.#options;
    const addresses = await unlessAborted(addressesOf(url, this.#admission.isListed(url), lookup), signal);
    const plain = await dial(addresses, Number(portOf(url)), signal);
    const socket = url.protocol === 'https:' ? await secure(plain, nameOf(url), signal) : plain;
    const request = { url, headers: { ...HEADERS, ...headers }, most, idleMs: limits.idleMs, signal };
    return unlessAborted(exchange(socket, request), signal);
  }

  #fetched(url: URL, { status, headers, bytes, cut }: Reply, { etag, lastModified }: FetchRequest): Fetched {
    const from = { url: url.href, etag: headers.etag, lastModified: headers['last-modified'] };
    if (status === 304 && (etag ?? lastModified) !== undefined) {
      return {
        kind: 'notModified',
        ...from,
        etag: from.etag ?? etag,
        lastModified: from.lastModified ?? lastModified,
      };
    }
    if (status !== 200) {
      this.#politeness.assertWelcome(url);
      throw statusFailure(url, status);
    }
    if (cut) {
      const mebibytes = Math.round((this.#options.limits.bytes / 1024 / 1024) * 10) / 10;
      throw new FetchError(
        'refused',
        `${shown(url)} is larger than ${mebibytes} MiB, and Footnote reads no more. Save what matters of it and add it as a file.`,
      );
    }
    return { kind: 'page', ...from, bytes, contentType: headers['content-type'] };
  }

  async #readRobots(url: URL): Promise<Reply> {
    const { limits } = this.#options;
    const { reply } = await this.#follow(url, {
      headers: {},
      most: ROBOTS_BYTES,
      budget: new Budget(limits.totalMs / 2),
      attachment: false,
      robots: false,
      signal: undefined,
    });
    return reply;
  }
}
