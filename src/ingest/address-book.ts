import { createHash } from 'node:crypto';
import type { AddedFile, Article, WebSource } from '../model.ts';
import type { ArticleAddress } from '../ports.ts';
import { addressKey, ownAddress } from './address.ts';
import { READER_VERSION, withHash } from './article.ts';
import { nameKey } from './article-id.ts';

/** Which articles the addresses of the web are, those that were removed too: one address is one article for ever. */
export class AddressBook {
  readonly #articles: Map<string, string>;
  readonly #names: Set<string>;

  /** @param taken ids of articles that have no address, or may have none. */
  constructor(known: readonly ArticleAddress[], taken: Iterable<string>) {
    this.#articles = new Map(known.flatMap(({ keys, articleId }) => keys.map((key) => [key, articleId])));
    this.#names = new Set([...taken, ...known.map(({ articleId }) => articleId)].map(nameKey));
  }

  /** Gives an article the id that its address has, or a new one, and notes its addresses. */
  enter(article: Article, source: WebSource, details: NonNullable<AddedFile['details']>): Entry {
    const own = ownAddress(article.url, source.url) ?? source.url;
    const keys = keysOf(own, source);
    const known = keys.map((key) => this.#articles.get(key)).find((id) => id !== undefined);
    const id = known ?? this.#freeId(article.id);
    this.#names.add(nameKey(id));
    for (const key of keys) this.#articles.set(key, id);
    return { article: addressed(article, id, source, details), keys };
  }

  #freeId(id: string): string {
    let free = id;
    for (let n = 2; this.#names.has(nameKey(free)); n++) free = `${id}-${n}`;
    return free;
  }
}

/** An article under the id of its address, and the keys of its addresses. */
export interface Entry {
  article: Article;
  keys: string[];
}

/** What is common to all spellings of the addresses that lead to a page. */
export function keysOf(own: string, { url, asked }: WebSource): string[] {
  const addresses = [own, url, asked].filter((address) => address !== undefined && URL.canParse(address));
  return [...new Set(addresses.map((address) => addressKey(address as string)))];
}

/** An article as that of an address: it leads its readers there, unless it says better itself or somebody else did. */
export function addressed(
  { contentHash: _, ...article }: Article,
  id: string,
  source: WebSource,
  details: NonNullable<AddedFile['details']>,
): Article {
  const isGiven = typeof details.url === 'string' && details.url.trim() !== '';
  const url = isGiven ? article.url : ownAddress(article.url, source.url);
  return withHash({ ...article, id, url: url ?? source.url });
}

/** What is remembered of an address that was read. */
export function addressOf(
  article: Article,
  keys: string[],
  file: Pick<AddedFile, 'bytes' | 'details'>,
  { url, etag, lastModified }: WebSource,
): ArticleAddress {
  return {
    ...{ articleId: article.id, url, keys },
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    hash: hashOf(file.bytes),
    ...{ reader: READER_VERSION, contentHash: article.contentHash, details: file.details ?? {} },
  };
}

/** SHA-256 (hex) of what an address gave. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
