import type { Article, HeldBack, Refusal } from '../../model.ts';
import type { Changes, LibraryWriter, SourceFile } from '../../ports.ts';
import { countWords } from '../clean/prose.ts';
import type { Plan } from '../plan.ts';

/** What a refresh takes from the corpus folder. */
export interface HeldFolder {
  publication: Pick<Changes, 'put' | 'remove' | 'origin'> & { files: SourceFile[] };
  refused: readonly Refusal[];
  held: { held: Pick<HeldBack, 'id' | 'why' | 'explanation'>; confirmed: Partial<Changes> }[];
  /** How its files read, when that is all there is to remember. */
  files?: SourceFile[];
}

/** Share of the words of an article, and of the articles of the folder, that has to be left. */
const LEAST_LEFT = 0.5;

/**
 * What reading the corpus folder again would change, without articles that lose more than half of their text, and
 * without those whose files are gone when most of the folder is: it may just not be there at the moment.
 */
export function holdBack(
  plan: Plan,
  library: Pick<LibraryWriter, 'live' | 'liveArticle' | 'files'>,
): HeldFolder {
  const { changes, refused } = plan;
  const before = new Map(library.files().map((file) => [file.path, file]));
  const inFolder = library.live().filter(({ origin }) => origin === 'folder').length;
  const isVanished = changes.remove.length > inFolder * LEAST_LEFT;
  const held: HeldFolder['held'] = [];

  for (const split of changes.put) {
    const { id } = split.article;
    const live = library.liveArticle(id);
    const [words, left] = [live ? wordsIn(live) : 0, wordsIn(split.article)];
    if (left >= words * LEAST_LEFT) continue;
    const explanation = `Only ${left} of its ${words} words are left in its file.`;
    const files = changes.files.filter(givesOneOf(id));
    const put = [{ ...split, origin: 'folder' as const }];
    held.push({ held: { id, why: 'shrunk', explanation }, confirmed: { put, remove: [], files } });
  }
  for (const id of isVanished ? changes.remove : []) {
    const explanation = `Its file is gone, as are those of ${changes.remove.length} of the folder's ${inFolder} articles.`;
    held.push({ held: { id, why: 'gone', explanation }, confirmed: { put: [], remove: [id] } });
  }

  const ids = new Set(held.map((one) => one.held.id));
  const files = new Map(changes.files.map((file) => [file.path, file]));
  // What is remembered of their files is what was, so that the next refresh finds the same again.
  for (const [path, file] of before) if (file.articles.some(({ id }) => ids.has(id))) files.set(path, file);
  const publication = {
    origin: 'folder' as const,
    put: changes.put
      .filter(({ article }) => !ids.has(article.id))
      .map((split) => ({ ...split, origin: 'folder' as const })),
    remove: changes.remove.filter((id) => !ids.has(id)),
    files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
  const isAll = publication.put.length + publication.remove.length === 0;
  const isNews = JSON.stringify(publication.files) !== JSON.stringify([...before.values()]);
  return { publication, refused, held, ...(isAll && isNews && { files: publication.files }) };
}

function givesOneOf(id: string): (file: SourceFile) => boolean {
  return ({ articles }) => articles.some((article) => article.id === id);
}

function wordsIn({ text, body }: Article): number {
  return countWords(text.slice(body));
}
