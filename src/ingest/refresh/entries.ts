import type { FeedVersion, LibraryWriter } from '../../ports.ts';
import { addressKey } from '../address.ts';

/** What is no article is looked at again after a week; what could not be read, after an hour. */
const PASSED_MS = { refused: 7 * 24 * 3_600_000, unread: 3_600_000 };

/** What one version of a feed lists that is new. */
interface List {
  version: FeedVersion;
  /** Addresses by their keys, newest first. */
  fresh: Map<string, string>;
  /** Whether some of it could not be read a while ago and is to be tried again. */
  isUnread: boolean;
}

/** Addresses in feeds: which are new, and what became of them. */
export class FeedEntries {
  readonly #now: Date;
  readonly #known: ReadonlySet<string>;
  readonly #passed: ReadonlyMap<string, Date>;
  readonly #lists: List[] = [];
  readonly #left = new Set<string>();
  readonly #toPass = new Map<string, Date>();

  /** Known are the addresses of all articles that are there, and of those that were there and were removed. */
  constructor(library: Pick<LibraryWriter, 'feeds' | 'live' | 'addresses'>, now: Date) {
    const ofArticles = library.live().flatMap(({ url }) => (url === undefined ? [] : [addressKey(url)]));
    this.#known = new Set([...ofArticles, ...library.addresses().flatMap(({ keys }) => keys)]);
    this.#passed = library.feeds.passed(now);
    this.#now = now;
  }

  /** What is to be passed over from now on, until when. */
  get toPass(): { key: string; until: Date }[] {
    return [...this.#toPass].map(([key, until]) => ({ key, until }));
  }

  list(version: FeedVersion, entries: readonly string[]): void {
    const keyed = entries
      .map((url) => [addressKey(url), url] as const)
      .filter(([key]) => !this.#known.has(key));
    const soon = new Date(this.#now.getTime() + PASSED_MS.unread);
    this.#lists.push({
      version,
      fresh: new Map(keyed.filter(([key]) => !this.#passed.has(key))),
      isUnread: keyed.some(([key]) => (this.#passed.get(key) ?? soon) < soon),
    });
  }

  /** The first new addresses of all lists in turn, at most `most`, and how many are over. */
  take(most: number): { urls: string[]; waiting: number } {
    const all = new Map<string, string>();
    const lists = this.#lists.map(({ fresh }) => [...fresh]);
    for (let i = 0; lists.some((list) => i < list.length); i++) {
      for (const entry of lists.flatMap((list) => list.slice(i, i + 1))) all.set(...entry);
    }
    const over = [...all.keys()].slice(most);
    for (const key of over) this.#left.add(key);
    return { urls: [...all.values()].slice(0, most), waiting: over.length };
  }

  /** An address is no article. */
  pass(url: string): void {
    this.#toPass.set(addressKey(url), new Date(this.#now.getTime() + PASSED_MS.refused));
  }

  /** An address could not be read this time. */
  leave(url: string): void {
    this.#left.add(addressKey(url));
    this.#toPass.set(addressKey(url), new Date(this.#now.getTime() + PASSED_MS.unread));
  }

  /** Versions of which nothing is left: those that add nothing, and those that add some of `added`. */
  done(added: ReadonlySet<string>): { now: FeedVersion[]; whenAdded: FeedVersion[] } {
    const done = this.#lists.filter(
      ({ fresh, isUnread }) => !isUnread && ![...fresh.keys()].some((key) => this.#left.has(key)),
    );
    const adds = ({ fresh }: List) => [...fresh.keys()].some((key) => added.has(key));
    const versions = Map.groupBy(done, adds);
    const of = (isAdding: boolean) => versions.get(isAdding)?.map(({ version }) => version) ?? [];
    return { now: of(false), whenAdded: of(true) };
  }
}
