import { UserError } from '../../errors.ts';
import type { AddedFile, RefreshChange, RefreshPreview } from '../../model.ts';
import type {
  ArticleAddress,
  Changes,
  FeedsSeen,
  FeedVersion,
  Fetched,
  LibraryWriter,
  SplitArticle,
} from '../../ports.ts';
import { planAdd } from '../add.ts';
import { addressKey } from '../address.ts';
import type { FeedReading } from '../feeds/read.ts';
import { fileOf } from '../fetch-file.ts';
import type { Read } from '../packed.ts';
import { FeedEntries } from './entries.ts';
import type { Failure } from './refresh.ts';

/** A feed, or a part of one, to be asked for what is new since a version. */
export type FeedVisit = FeedVersion;

/** What following feeds comes to. */
export interface FollowedFeeds extends Pick<RefreshPreview, 'refused' | 'unreachable' | 'waiting'> {
  changes: RefreshChange[];
  publication: Required<Pick<Changes, 'put' | 'addresses' | 'feedVersions'>>;
  /** What is remembered without publishing anything. */
  quiet: { addresses: ArticleAddress[]; feeds: FeedsSeen };
}

/** What reads pages and feeds. */
export interface FeedReader {
  read: Read;
  readFeed(url: string, bytes: Uint8Array): Promise<FeedReading>;
}

/** What following feeds asks the library. */
export type FollowedLibrary = Pick<
  LibraryWriter,
  'feeds' | 'live' | 'liveArticle' | 'withBody' | 'copiesOf' | 'addresses'
>;

/** Bytes of new pages that one refresh holds. */
const MOST_BYTES = 64 * 1024 * 1024;
const NOT_THIS_TIME = 'There is so much new that it is left for the next refresh.';

/** Follows feeds to articles that are neither there nor were removed. */
export class FollowFeeds {
  readonly #library: FollowedLibrary;
  readonly #reader: FeedReader;
  readonly #now: Date;
  readonly #addresses: ReadonlyMap<string, ArticleAddress>;
  readonly #entries: FeedEntries;
  readonly #problems = new Map<string, string>();
  readonly #files: AddedFile[] = [];
  readonly #refused: FollowedFeeds['refused'] = [];
  readonly #unreachable: FollowedFeeds['unreachable'] = [];
  readonly #aliases = new Map<string, string[]>();
  #bytes = 0;
  #waiting = 0;

  constructor(library: FollowedLibrary, reader: FeedReader, now: Date) {
    this.#library = library;
    this.#reader = reader;
    this.#now = now;
    this.#addresses = new Map(library.addresses().map((address) => [address.articleId, address]));
    this.#entries = new FeedEntries(library, now);
  }

  /** The feeds to ask. */
  get visits(): FeedVisit[] {
    return this.#library.feeds.all().map(({ url }) => this.#visit(url, url));
  }

  /** Takes what a feed gave; gives the parts of it that are to be asked too. */
  async listed({ feed, url }: FeedVisit, fetched: Fetched): Promise<FeedVisit[]> {
    if (fetched.kind === 'notModified') return [];
    const reading = await this.#reader.readFeed(fetched.url, fetched.bytes);
    if (!('feed' in reading)) {
      const problem = 'problem' in reading ? reading.problem : 'it is a web page now';
      this.#problems.set(feed, `${url} gives no feed any more: ${problem}.`);
      return [];
    }
    const { entries, parts } = reading.feed;
    const { etag, lastModified } = fetched;
    const version = {
      ...(etag !== undefined && { etag }),
      ...(lastModified !== undefined && { lastModified }),
    };
    // A list of parts is read every time, for what may be left of its parts; a part has none of its own.
    if (feed === url && parts.length > 0) return parts.map((part) => this.#visit(feed, part));
    this.#entries.list({ feed, url, ...version }, entries);
    return [];
  }

  /** Takes why a feed gave nothing. */
  feedFailed({ feed }: FeedVisit, { message }: Failure): void {
    this.#problems.set(feed, message);
  }

  /** The new addresses to read, at most `most`; what is over is left for the next refresh. */
  take(most: number): string[] {
    const { urls, waiting } = this.#entries.take(most);
    this.#waiting = waiting;
    return urls;
  }

  /** Takes what a new address gave. */
  found(url: string, fetched: Fetched): void {
    if (fetched.kind === 'notModified') return;
    const key = addressKey(fetched.url);
    const known = [...this.#addresses.values()].find(({ keys }) => keys.includes(key));
    this.#bytes += fetched.bytes.length;
    if (known) this.#alias(known.articleId, [addressKey(url)]);
    else if (this.#bytes > MOST_BYTES) this.#leave(url, NOT_THIS_TIME);
    else this.#add(url, fetched);
  }

  /** Takes why a new address gave nothing. */
  notFound(url: string, { failure, message }: Failure): void {
    if (failure === 'gone' || failure === 'refused') this.#refuse(url, message);
    else this.#leave(url, message);
  }

  /** What it all comes to. @param beside articles that are put besides */
  async result(beside: readonly SplitArticle[]): Promise<FollowedFeeds> {
    const planned = await planAdd(this.#files, this.#library, this.#reader.read, beside);
    for (const { path, reason } of planned.refused) this.#refuse(path, reason);
    const publication: FollowedFeeds['publication'] = { put: [], addresses: [], feedVersions: [] };
    const changes: RefreshChange[] = [];
    planned.addresses.forEach((address, i) => {
      const [put, change] = [planned.put[i], planned.changes[i]];
      // A page may say itself that it is an article that is known, or was removed.
      if (this.#addresses.has(address.articleId)) this.#alias(address.articleId, address.keys);
      else if (put && change) {
        publication.put.push({ ...put, origin: 'added' });
        publication.addresses.push(address);
        changes.push({ ...change, url: address.url });
      }
    });
    const added = new Set(publication.addresses.flatMap(({ keys }) => keys));
    const versions = this.#entries.done(added);
    publication.feedVersions.push(...versions.whenAdded);
    const checks = this.#checks();
    return {
      ...{ changes, publication, waiting: this.#waiting, refused: this.#refused },
      unreachable: [
        ...checks.flatMap(({ url, problem }) => (problem === undefined ? [] : [{ url, reason: problem }])),
        ...this.#unreachable,
      ],
      quiet: {
        addresses: this.#aliased(),
        feeds: { checks, versions: versions.now, passed: this.#entries.toPass },
      },
    };
  }

  #visit(feed: string, url: string): FeedVisit {
    const known = this.#library.feeds
      .versions()
      .find((version) => version.feed === feed && version.url === url);
    return known ?? { feed, url };
  }

  #add(url: string, page: Fetched & { kind: 'page' }): void {
    try {
      this.#files.push(fileOf(page, url));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.#refuse(url, error.message);
    }
  }

  #refuse(url: string, reason: string): void {
    this.#entries.pass(url);
    this.#refused.push({ path: url, reason });
  }

  #leave(url: string, reason: string): void {
    this.#entries.leave(url);
    this.#unreachable.push({ url, reason });
  }

  #alias(articleId: string, keys: readonly string[]): void {
    this.#aliases.set(articleId, [...(this.#aliases.get(articleId) ?? []), ...keys]);
  }

  #aliased(): ArticleAddress[] {
    return [...this.#aliases].flatMap(([id, keys]) => {
      const address = this.#addresses.get(id);
      return address ? [{ ...address, keys: [...address.keys, ...keys] }] : [];
    });
  }

  #checks(): FeedsSeen['checks'] {
    return this.#library.feeds.all().map(({ url }) => {
      const problem = this.#problems.get(url);
      return { url, checkedAt: this.#now.toISOString(), ...(problem !== undefined && { problem }) };
    });
  }
}
