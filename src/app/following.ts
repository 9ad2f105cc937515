import { UserError } from '../errors.ts';
import { addressKey } from '../ingest/address.ts';
import { oneLine } from '../ingest/characters.ts';
import type { ReadFeed } from '../ingest/feeds/read.ts';
import type { Feed } from '../model.ts';
import type { Fetcher } from '../ports.ts';
import { settled } from '../workers/outcome.ts';
import type { RefreshThread } from './refreshing.ts';

const MOST_FEEDS = 100;
const LONGEST_ACTOR = 100;

/** What managing feeds needs of the app around it. */
export interface FollowingSurroundings {
  fetcher: Fetcher;
  now: () => Date;
  startThread(): RefreshThread;
}

/** The feeds that refreshes follow. */
export class Following {
  readonly #app: FollowingSurroundings;

  constructor(app: FollowingSurroundings) {
    this.#app = app;
  }

  list(): Promise<Feed[]> {
    return this.#withThread((thread) => thread.run('feeds'));
  }

  /** As `App.addFeed`. */
  add(address: string, actor: string, signal?: AbortSignal): Promise<Feed & { entries: number }> {
    return this.#withThread(async (thread) => {
      const feeds = await thread.run('feeds');
      const { url, feed } = await this.#find(thread, address, signal);
      const there = feeds.find((other) => addressKey(other.url) === addressKey(url));
      if (there) throw new UserError(`${there.url} is followed already.`);
      if (feeds.length >= MOST_FEEDS) {
        throw new UserError(`There are ${MOST_FEEDS} feeds, and no more are followed: remove one first.`);
      }
      const { type, title, entries, parts } = feed;
      const added: Feed = {
        ...{ url, type, ...(title !== undefined && { title }) },
        ...{ addedAt: this.#app.now().toISOString(), addedBy: oneLine(actor).slice(0, LONGEST_ACTOR) },
      };
      settled(await thread.run('addFeed', added));
      return { ...added, entries: entries.length + parts.length };
    });
  }

  /** As `App.removeFeed`. */
  remove(address: string): Promise<Feed> {
    return this.#withThread(async (thread) => {
      const feeds = await thread.run('feeds');
      const key = URL.canParse(address) ? addressKey(address) : address;
      const feed =
        feeds.find(({ url }) => url === address) ?? feeds.find(({ url }) => addressKey(url) === key);
      if (!feed)
        throw new UserError(`No feed ${address} is followed: the list of sources has their addresses.`);
      settled(await thread.run('removeFeed', feed.url));
      return feed;
    });
  }

  /** The feed at an address, or the first that the page there names. */
  async #find(
    thread: RefreshThread,
    address: string,
    signal: AbortSignal | undefined,
  ): Promise<{ url: string; feed: ReadFeed }> {
    let next = address;
    for (const isLinked of [false, true]) {
      const fetched = await this.#app.fetcher.fetch(next, { signal });
      if (fetched.kind !== 'page') break;
      const reading = await thread.run('probe', { url: fetched.url, bytes: fetched.bytes });
      if ('feed' in reading) return { url: fetched.url, feed: reading.feed };
      if ('problem' in reading) throw new UserError(`${next} cannot be followed: ${reading.problem}.`);
      const [first] = reading.linked;
      if (isLinked || first === undefined) break;
      next = first;
    }
    throw new UserError(`${next} cannot be followed: it is a web page. Give the address of a feed.`);
  }

  async #withThread<T>(work: (thread: RefreshThread) => Promise<T>): Promise<T> {
    const thread = this.#app.startThread();
    try {
      return await work(thread);
    } finally {
      await thread.end();
    }
  }
}
