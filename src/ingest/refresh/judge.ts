import { UserError } from '../../errors.ts';
import type { AddedFile, Article, HeldBack } from '../../model.ts';
import type { ArticleAddress, Fetched, FetchedPage } from '../../ports.ts';
import { addressKey, ownAddress } from '../address.ts';
import { addressed, addressOf, hashOf, keysOf } from '../address-book.ts';
import { READER_VERSION } from '../article.ts';
import { changesOf } from '../changes.ts';
import { countWords } from '../clean/prose.ts';
import { readDetails } from '../details.ts';
import { fileOf } from '../fetch-file.ts';
import type { Read } from '../packed.ts';
import { readUpload } from '../upload.ts';

/** What reading an address again says of its article. */
export type Verdict =
  | { kind: 'same'; address: ArticleAddress }
  | { kind: 'changed'; article: Article; address: ArticleAddress }
  | (Pick<HeldBack, 'why' | 'explanation'> & {
      kind: 'held';
      /** The article as it would be; absent when it would be removed. */
      article?: Article;
      address?: ArticleAddress;
    });

/** Share of an article's words that has to be left. */
const LEAST_LEFT = 0.5;

/**
 * Tells whether what an address gives now is the article that it gave before, a new version of it, or something that
 * somebody should look at first.
 * @param live the article as it is now
 */
export async function judge(
  address: ArticleAddress,
  live: Article,
  fetched: Fetched,
  read: Read,
): Promise<Verdict> {
  if (fetched.kind === 'notModified') return { kind: 'same', address: withValidators(address, fetched) };
  const found = await readPage(address, fetched, read);
  if ('verdict' in found) return found.verdict;
  const { article, address: now } = found;
  const isDecided = address.hash === now.hash && live.contentHash !== address.contentHash;
  const isKnown = [live.contentHash, address.contentHash].includes(article.contentHash);
  if (isKnown || isDecided) return { kind: 'same', address: now };

  const [words, left] = [live, article].map(({ text, body }) => countWords(text.slice(body))) as [
    number,
    number,
  ];
  const removed = changesOf(live, article)[0]?.words?.removed ?? 0;
  if (!address.keys.includes(addressKey(fetched.url)) && removed > words * (1 - LEAST_LEFT)) {
    const explanation = `Its address now leads to ${fetched.url}, which says something else.`;
    return { kind: 'held', why: 'moved', explanation, article, address: now };
  }
  if (left < words * LEAST_LEFT) {
    const explanation = `Only ${left} of its ${words} words are left.`;
    return { kind: 'held', why: 'shrunk', explanation, article, address: now };
  }
  return { kind: 'changed', article, address: now };
}

/** The one article on a page, or what is to be said when it is unread or there is none. */
async function readPage(
  address: ArticleAddress,
  page: FetchedPage,
  read: Read,
): Promise<{ article: Article; address: ArticleAddress } | { verdict: Verdict }> {
  const { articleId, details } = address;
  let file: AddedFile;
  try {
    file = fileOf(page, address.url);
  } catch (error) {
    if (error instanceof UserError) return { verdict: empty(error.message) };
    throw error;
  }
  if (hashOf(file.bytes) === address.hash && address.reader === READER_VERSION) {
    return { verdict: { kind: 'same', address: withValidators(address, page) } };
  }
  const { articles, refused } = await readUpload(file.name, file.bytes, read, readDetails(details).known);
  const [first] = articles;
  if (first === undefined || articles.length > 1) {
    const [{ reason } = { reason: `there are ${articles.length} articles` }] = refused;
    return { verdict: empty(`At ${page.url} there is no article any more: ${reason}.`) };
  }
  const source = { url: page.url, asked: address.url, ...validatorsOf(page) };
  const keys = keysOf(ownAddress(first.url, page.url) ?? page.url, source);
  const article = addressed(first, articleId, source, details);
  return { article, address: addressOf(article, keys, { ...file, details }, source) };
}

function empty(explanation: string): Verdict {
  return { kind: 'held', why: 'empty', explanation };
}

/** What an address says of its version now, in place of what it said before. */
function withValidators(
  { etag: _, lastModified: __, ...address }: ArticleAddress,
  fetched: Fetched,
): ArticleAddress {
  return { ...address, ...validatorsOf(fetched) };
}

function validatorsOf({ etag, lastModified }: Fetched): Pick<ArticleAddress, 'etag' | 'lastModified'> {
  return { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) };
}
