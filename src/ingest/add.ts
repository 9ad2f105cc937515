import type { AddedArticle, AddedFile, Article, ArticleChange, Refusal } from '../model.ts';
import type { ArticleAddress, LibraryWriter, LiveArticle, SplitArticle } from '../ports.ts';
import { AddressBook, addressOf } from './address-book.ts';
import { withHash } from './article.ts';
import { nameKey } from './article-id.ts';
import { changesOf } from './changes.ts';
import { shortLine } from './characters.ts';
import { countWords } from './clean/prose.ts';
import { readDetails } from './details.ts';
import type { Dropped } from './draft.ts';
import type { Read } from './packed.ts';
import { splitArticle } from './split.ts';
import { type ReadUpload, readUpload } from './upload.ts';

/** Characters shown of an article, and of a piece that was left out. */
const SHOWN = { opening: 400, piece: 80 };

/** What adding files comes to. */
export interface PlannedAdd {
  put: SplitArticle[];
  /** Of the articles to put that were read at an address. */
  addresses: ArticleAddress[];
  /** Ids of the articles to put that had an address and are those of a file now. */
  forgetAddresses: string[];
  changes: ArticleChange[];
  articles: AddedArticle[];
  refused: Refusal[];
}

/**
 * Reads files and tells what adding their articles would do. The name of its file is what an article is known by: a
 * file of the same name, whatever its case, is a new version of the article that was added under it. One whose name
 * the corpus folder gives, or whose text is there already under another name, is left out. What was read at an address
 * is known by that address instead, and its name only makes its first id.
 * @param beside articles that are put besides
 */
export async function planAdd(
  files: readonly AddedFile[],
  library: Pick<LibraryWriter, 'live' | 'liveArticle' | 'withBody' | 'copiesOf' | 'addresses'>,
  read: Read,
  beside: readonly SplitArticle[] = [],
): Promise<PlannedAdd> {
  const planned: PlannedAdd = {
    ...{ put: [], addresses: [], forgetAddresses: [] },
    ...{ changes: [], articles: [], refused: [] },
  };
  const live = new Map(library.live().map((article) => [nameKey(article.id), article]));
  const addresses = library.addresses();
  const ofAddress = new Set(addresses.map(({ articleId }) => articleId));
  const taken = {
    names: new Map(beside.map(({ article: { id } }) => [nameKey(id), id])),
    bodies: new Map(beside.map(({ article }) => [bodyOf(article), article.id])),
  };
  const book = new AddressBook(addresses, [...live.keys(), ...taken.names.keys()]);
  for (const file of files) {
    const { source, details = {} } = file;
    const upload = await readFile(file, read);
    const path = source ? (source.asked ?? source.url) : upload.name;
    planned.refused.push(...upload.refused.map((refusal) => (source ? { ...refusal, path } : refusal)));
    for (const article of upload.articles) {
      const entry = source && { source, ...book.enter(article, source, details) };
      const known = entry?.article ?? article;
      const namesake = live.get(nameKey(known.id));
      const put = namesake ? withHash({ ...known, id: namesake.id }) : known;
      const reason = whyNot(put, namesake, taken, library);
      if (reason !== undefined) {
        planned.refused.push({ path, reason });
        continue;
      }
      if (entry) planned.addresses.push(addressOf(put, entry.keys, file, entry.source));
      else if (ofAddress.has(put.id)) planned.forgetAddresses.push(put.id);
      const passages = splitArticle(put);
      const pieces = upload.dropped.filter(({ articleId }) => articleId === article.id);
      planned.put.push({ article: put, passages });
      planned.changes.push(...changesOf(namesake && library.liveArticle(put.id), put));
      planned.articles.push(addedArticle({ article: put, passages }, pieces, upload.note, library));
      taken.names.set(nameKey(put.id), path);
      taken.bodies.set(bodyOf(put), path);
    }
  }
  return planned;
}

async function readFile({ name, bytes, details = {}, source }: AddedFile, read: Read): Promise<ReadUpload> {
  const { known, problem } = readDetails(details);
  const upload = await readUpload(name, bytes, read, known);
  const several = source
    ? `there are ${upload.articles.length} articles in it, and an address is one article: save it and add it as a file`
    : `it holds ${upload.articles.length} articles, and details can be given for one only: add it without them`;
  const isOne = source !== undefined || Object.keys(known).length > 0;
  const reason = problem ?? (upload.articles.length > 1 && isOne ? several : undefined);
  if (reason === undefined) return upload;
  return { ...upload, articles: [], dropped: [], refused: [{ path: upload.name, reason }] };
}

/** Why an article is not added. */
function whyNot(
  article: Article,
  namesake: LiveArticle | undefined,
  taken: Record<'names' | 'bodies', ReadonlyMap<string, string>>,
  library: Pick<LibraryWriter, 'withBody'>,
): string | undefined {
  const twin = taken.names.get(nameKey(article.id)) ?? taken.bodies.get(bodyOf(article));
  if (twin !== undefined)
    return `it would be the same article as ${twin}: rename it, or leave one of them out`;
  if (namesake?.contentHash === article.contentHash)
    return `it is there already, word for word, as "${namesake.id}"`;
  if (namesake?.origin === 'folder') {
    return `the corpus folder gives an article "${namesake.id}": change its file there, or give this one another name (and remove that article, if this one replaces it)`;
  }
  const same = library.withBody(bodyOf(article));
  if (same === undefined || same === article.id) return undefined;
  return `its text is there already, word for word, as "${same}": remove or rename that article first, if this is the better one`;
}

function addedArticle(
  { article, passages }: SplitArticle,
  dropped: readonly Dropped[],
  note: string | undefined,
  library: Pick<LibraryWriter, 'copiesOf'>,
): AddedArticle {
  const { text: _, body, stated, contentHash, ...head } = article;
  const byKind = Map.groupBy(dropped, ({ kind }) => kind);
  return {
    ...head,
    opening: shortLine(bodyOf(article), SHOWN.opening),
    words: countWords(bodyOf(article)),
    passages: passages.length,
    sentences: passages.reduce((sum, { sentences }) => sum + sentences.length, 0),
    dropped: [...byKind].map(([kind, pieces]) => ({
      kind,
      pieces: pieces.length,
      example: shortLine(pieces[0]?.text ?? '', SHOWN.piece),
    })),
    copies: library.copiesOf(article),
    ...(note !== undefined && { note }),
  };
}

function bodyOf({ text, body }: Pick<Article, 'text' | 'body'>): string {
  return text.slice(body);
}
