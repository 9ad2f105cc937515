import { FetchError } from '../../errors.ts';
import type { Reply } from './exchange.ts';
import { ExpiringMap } from './expiring-map.ts';
import { NO_RULES, parseRobots, type RobotsRules } from './robots-rules.ts';
import { shownHost, shownTime } from './shown.ts';

const KEPT_MS = 60 * 60 * 1000;
const BROKEN_MS = 5 * 60 * 1000;
const MOST_SITES = 100;

/** What is known of a site's robots.txt: its rules, or until when nothing there may be read. */
type Known = RobotsRules | { retryAt: Date };

export interface RobotsOptions {
  /** Name of the program, as sites address it. */
  program: string;
  now: () => Date;
  /** Gets a robots.txt, after its redirects. */
  read: (url: URL) => Promise<Reply>;
}

/** The robots.txt of each site (scheme, host and port), read when it is needed and kept for an hour. */
export class Robots {
  readonly #options: RobotsOptions;
  readonly #known: ExpiringMap<Known>;
  readonly #reading = new Map<string, Promise<Known>>();

  constructor(options: RobotsOptions) {
    this.#options = options;
    this.#known = new ExpiringMap(options.now, MOST_SITES);
  }

  /** The rules of the site of an address. @throws {FetchError} when they cannot be read: nothing there may be read then. */
  async rulesFor(url: URL): Promise<RobotsRules> {
    const known = this.#known.get(url.origin) ?? (await this.#readOnce(url.origin));
    if (!('retryAt' in known)) return known;
    throw new FetchError(
      'later',
      `${shownHost(url)} could not say what programs may read there (its robots.txt is out of order). Try again after ${shownTime(known.retryAt)}.`,
      known.retryAt,
    );
  }

  #readOnce(origin: string): Promise<Known> {
    const reading = this.#reading.get(origin) ?? this.#read(origin);
    this.#reading.set(origin, reading);
    return reading;
  }

  async #read(origin: string): Promise<Known> {
    try {
      const reply = await this.#options.read(new URL('/robots.txt', origin));
      const known = this.#judge(reply);
      const ms = 'retryAt' in known ? BROKEN_MS : KEPT_MS;
      this.#known.set(origin, known, ms);
      return known;
    } finally {
      this.#reading.delete(origin);
    }
  }

  #judge({ status, bytes }: Reply): Known {
    if (status === 200)
      return parseRobots(new TextDecoder().decode(bytes), this.#options.program.toLowerCase());
    const broken = status >= 500 || status === 429;
    return broken ? { retryAt: new Date(this.#options.now().getTime() + BROKEN_MS) } : NO_RULES;
  }
}
