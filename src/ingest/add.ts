import type { AddedArticle, AddedFile, Article, ArticleChange, Refusal } from '../model.ts';
import type { LibraryWriter, LiveArticle, SplitArticle } from '../ports.ts';
import { type ReadFile, readArticles, withHash } from './article.ts';
import { nameKey } from './article-id.ts';
import { changesOf } from './changes.ts';
import { oneLine, shortLine } from './characters.ts';
import { countWords } from './clean/prose.ts';
import { readDetails } from './details.ts';
import type { Dropped } from './draft.ts';
import { splitArticle } from './split.ts';

/** Characters of a file's name, its ending included. */
const LONGEST_NAME = 200;
/** Characters shown of an article, and of a piece that was left out. */
const SHOWN = { opening: 400, piece: 80 };

/** What adding files comes to. */
export interface PlannedAdd {
  put: SplitArticle[];
  changes: ArticleChange[];
  articles: AddedArticle[];
  refused: Refusal[];
}

/**
 * Reads files and tells what adding their articles would do. The name of its file is what an article is known by: a
 * file of the same name, whatever its case, is a new version of the article that was added under it. One whose name
 * the corpus folder gives, or whose text is there already under another name, is left out.
 */
export function planAdd(
  files: readonly AddedFile[],
  library: Pick<LibraryWriter, 'live' | 'liveArticle' | 'withBody' | 'copiesOf'>,
): PlannedAdd {
  const planned: PlannedAdd = { put: [], changes: [], articles: [], refused: [] };
  const live = new Map(library.live().map((article) => [nameKey(article.id), article]));
  const taken = { names: new Map<string, string>(), bodies: new Map<string, string>() };
  for (const file of files) {
    const path = fileName(file.name);
    const read = readFile(path, file);
    planned.refused.push(...read.refused);
    for (const article of read.articles) {
      const namesake = live.get(nameKey(article.id));
      const put = namesake ? withHash({ ...article, id: namesake.id }) : article;
      const reason = whyNot(put, namesake, taken, library);
      if (reason !== undefined) {
        planned.refused.push({ path, reason });
        continue;
      }
      const passages = splitArticle(put);
      const pieces = read.dropped.filter(({ articleId }) => articleId === article.id);
      planned.put.push({ article: put, passages });
      planned.changes.push(...changesOf(namesake && library.liveArticle(put.id), put));
      planned.articles.push(addedArticle({ article: put, passages }, pieces, read.note, library));
      taken.names.set(nameKey(put.id), path);
      taken.bodies.set(bodyOf(put), path);
    }
  }
  return planned;
}

function readFile(path: string, { bytes, details = {} }: AddedFile): ReadFile {
  const refuse = (reason: string): ReadFile => ({
    ...{ articles: [], dropped: [] },
    refused: [{ path: shortLine(path, LONGEST_NAME), reason }],
  });
  if (path.length > LONGEST_NAME) return refuse(`its name has over ${LONGEST_NAME} characters: rename it`);
  const { metadata, problem } = readDetails(details);
  if (problem !== undefined) return refuse(problem);
  const read = readArticles(path, bytes, metadata);
  if (read.articles.length < 2 || Object.keys(metadata).length === 0) return read;
  return refuse(
    `it holds ${read.articles.length} articles, and details can be given for one only: add it without them`,
  );
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

/** The name of a file without its folders, whichever system it comes from. */
function fileName(name: string): string {
  const last = oneLine(name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
  return /[\p{L}\p{N}]/u.test(last.replace(/\.[^.]*$/, ''))
    ? last
    : `article${/\.[^.]+$/.exec(last)?.[0] ?? ''}`;
}

function bodyOf({ text, body }: Pick<Article, 'text' | 'body'>): string {
  return text.slice(body);
}
