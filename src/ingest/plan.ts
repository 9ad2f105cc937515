import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../errors.ts';
import type { Article, Refusal } from '../model.ts';
import type { Changes, LibraryWriter, SourceFile } from '../ports.ts';
import { READER_VERSION } from './article.ts';
import { articleIdOf, nameKey } from './article-id.ts';
import { listFiles } from './folder.ts';
import { type Read, readWithPacked } from './packed.ts';
import { sentenceTexts, splitArticle } from './split.ts';

/** What an ingest would do, before anything is embedded or stored. */
export interface Plan {
  changes: Changes & { files: SourceFile[] };
  added: number;
  changed: number;
  removed: number;
  /** All that the folder holds and the library will not, also when it was refused before. */
  refused: Refusal[];
  /** Every sentence of the articles to put, each text once. */
  sentences: string[];
  /** Whether the files, though not the articles, differ from what the library remembers. */
  filesChanged: boolean;
}

/**
 * Compares the corpus folder with the library. Files whose bytes are known are not parsed again. A file that can no
 * longer be read keeps the article it gave before. An article that a moderator has removed, renamed or brought back in
 * an older form stays as it is until its file gives something else than it did then.
 * @param readOne reads one file; what it makes of a file costs or gives no other.
 * @param onRead called after every file.
 */
export async function planChanges(
  root: string,
  library: Pick<LibraryWriter, 'files' | 'live'>,
  readOne: Read,
  onRead: (done: number, total: number) => void,
): Promise<Plan> {
  const before = new Map(library.files().map((file) => [file.path, file]));
  const live = Map.groupBy(library.live(), ({ origin }) => origin);
  const hashes = new Map(live.get('folder')?.map(({ id, contentHash }) => [id, contentHash]));
  const added = new Set(live.get('added')?.map(({ id }) => nameKey(id)));
  const listed = await listFiles(root);
  const files: SourceFile[] = [];
  const articles = new Map<string, Article>();
  const kept = new Set<string>();
  const refused = [...listed.refused];
  const refusalOf = ({ id }: Article) => {
    if (articles.has(id) || kept.has(id))
      return `another file already gives the article "${id}"; rename one of them`;
    if (added.has(nameKey(id)))
      return `an article "${id}" was added by hand: rename the file, or remove that article`;
    return undefined;
  };

  for (const [done, { path }] of listed.files.entries()) {
    const known = before.get(path);
    const read = await readSource(root, path, known, readOne);
    const { file } = read;
    const gave = new Map(known?.articles.map(({ id, contentHash }) => [id, contentHash]));
    for (const article of read.articles) {
      const { id } = article;
      const reason = refusalOf(article);
      if (reason !== undefined) {
        file.refused.push({ path, reason });
        // What is in its way may be gone by the next time.
        file.hash = '';
        continue;
      }
      const last = gave.get(id);
      const isNews = !read.sameBytes && last !== article.contentHash;
      if (last === undefined || last === hashes.get(id) || isNews) articles.set(id, article);
      else kept.add(id);
      file.articles.push({ id, contentHash: kept.has(id) && last ? last : article.contentHash });
    }
    const left = known?.articles.filter(read.unchanged ? () => true : isLeftBy(file)) ?? [];
    for (const { id } of left) if (!articles.has(id)) kept.add(id);
    const given = new Set(file.articles.map(({ id }) => id));
    file.articles.push(...left.filter(({ id }) => !given.has(id)));
    files.push(file);
    refused.push(...file.refused);
    onRead(done + 1, listed.files.length);
  }
  for (const { path } of listed.refused) {
    const known = before.get(path);
    if (!known) continue;
    for (const { id } of known.articles) if (!articles.has(id)) kept.add(id);
    files.push({ ...known, hash: '', refused: [] });
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));

  const put = [...articles.values()].filter((article) => hashes.get(article.id) !== article.contentHash);
  const changed = put.filter((article) => hashes.has(article.id)).length;
  // What was brought back after its file had gone belongs to no file, and stays.
  const owned = new Set([...before.values()].flatMap((file) => file.articles.map(({ id }) => id)));
  const remove = [...owned].filter((id) => hashes.has(id) && !articles.has(id) && !kept.has(id)).sort();
  const split = put.map((article) => ({ article, passages: splitArticle(article) }));
  return {
    changes: { put: split, origin: 'folder', remove, files },
    added: put.length - changed,
    changed,
    removed: remove.length,
    refused,
    sentences: sentenceTexts(split),
    filesChanged: JSON.stringify(files) !== JSON.stringify([...before.values()]),
  };
}

/** Tells the articles that a file gave before and would give still if it, or what is packed in it, could be read. */
function isLeftBy({ path, articles, refused }: SourceFile): (article: { id: string }) => boolean {
  if (articles.length === 0) return () => true;
  const isOf = (id: string, file: string) => id === file || id.startsWith(`${file}/`);
  const packed = refused
    .filter((refusal) => refusal.path !== path)
    .map((refusal) => articleIdOf(refusal.path));
  const unread = packed.filter((file) => !articles.some(({ id }) => isOf(id, file)));
  return ({ id }) => unread.some((file) => isOf(id, file));
}

/** Reads a file that was listed; not what a link or a pipe, put in its place since, would lead to. */
async function readRegularFile(path: string): Promise<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    if (!(await file.stat()).isFile()) throw new Error('it is no longer a regular file');
    return await file.readFile();
  } finally {
    await file.close();
  }
}

async function readSource(
  root: string,
  path: string,
  known: SourceFile | undefined,
  readOne: Read,
): Promise<{ file: SourceFile; articles: Article[]; sameBytes: boolean; unchanged: boolean }> {
  const file: SourceFile = { path, hash: '', reader: READER_VERSION, articles: [], refused: [] };
  let bytes: Uint8Array;
  try {
    bytes = await readRegularFile(join(root, path));
  } catch (error) {
    const reason = `it cannot be read (${messageOf(error)}): check its permissions`;
    file.refused.push({ path, reason });
    return { file, articles: [], sameBytes: false, unchanged: false };
  }
  file.hash = createHash('sha256').update(`${path}\0`).update(bytes).digest('hex');
  const sameBytes = known?.hash === file.hash;
  if (sameBytes && known.reader === file.reader) {
    return { file: { ...known }, articles: [], sameBytes, unchanged: true };
  }
  const { articles, refused } = await readWithPacked(path, bytes, readOne);
  file.refused.push(...refused);
  return { file, articles, sameBytes, unchanged: false };
}
