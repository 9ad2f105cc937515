import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../errors.ts';
import type { Article, Refusal } from '../model.ts';
import type { Changes, LibraryWriter, SourceFile } from '../ports.ts';
import { READER_VERSION, readArticles } from './article.ts';
import { listFiles } from './folder.ts';
import { splitArticle } from './split.ts';

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
 * Compares the corpus folder with the library. Files whose bytes are known are not parsed again.
 * A file that can no longer be read keeps the article it gave before.
 * @param anew puts every article, also the unchanged ones: for another embedding model.
 * @param onRead called after every file.
 */
export async function planChanges(
  root: string,
  library: Pick<LibraryWriter, 'files' | 'contentHashes'>,
  anew: boolean,
  onRead: (done: number, total: number) => void,
): Promise<Plan> {
  const before = new Map(library.files().map((file) => [file.path, file]));
  const hashes = library.contentHashes();
  const listed = await listFiles(root);
  const files: SourceFile[] = [];
  const articles = new Map<string, Article>();
  const kept = new Set<string>();
  const refused = [...listed.refused];

  for (const [done, { path }] of listed.files.entries()) {
    const known = before.get(path);
    const intact = !anew && known?.articleIds.every((id) => hashes.has(id));
    const read = await readSource(root, path, intact ? known : undefined);
    for (const article of read.articles) {
      if (articles.has(article.id) || kept.has(article.id)) {
        read.file.refused.push({
          path,
          reason: `another file already gives the article "${article.id}"; rename one of them`,
        });
      } else {
        articles.set(article.id, article);
        read.file.articleIds.push(article.id);
      }
    }
    if (read.unchanged || read.file.articleIds.length === 0) {
      for (const id of known?.articleIds ?? []) if (hashes.has(id) && !articles.has(id)) kept.add(id);
      read.file.articleIds = known?.articleIds ?? [];
    }
    files.push(read.file);
    refused.push(...read.file.refused);
    onRead(done + 1, listed.files.length);
  }
  for (const { path } of listed.refused) {
    const known = before.get(path);
    if (!known) continue;
    for (const id of known.articleIds) if (hashes.has(id) && !articles.has(id)) kept.add(id);
    files.push({ ...known, hash: '', refused: [] });
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));

  const put = [...articles.values()].filter(
    (article) => anew || hashes.get(article.id) !== article.contentHash,
  );
  const changed = put.filter((article) => hashes.has(article.id)).length;
  const remove = [...hashes.keys()].filter((id) => !articles.has(id) && !kept.has(id));
  const split = put.map((article) => ({ article, passages: splitArticle(article) }));
  const texts = split.flatMap(({ article, passages }) =>
    passages.flatMap(({ sentences }) => sentences.map(({ start, end }) => article.text.slice(start, end))),
  );
  return {
    changes: { put: split, origin: 'folder', remove, files },
    added: put.length - changed,
    changed,
    removed: remove.length,
    refused,
    sentences: [...new Set(texts)],
    filesChanged: JSON.stringify(files) !== JSON.stringify([...before.values()]),
  };
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
): Promise<{ file: SourceFile; articles: Article[]; unchanged: boolean }> {
  const file: SourceFile = { path, hash: '', articleIds: [], refused: [] };
  let bytes: Uint8Array;
  try {
    bytes = await readRegularFile(join(root, path));
  } catch (error) {
    const reason = `it cannot be read (${messageOf(error)}): check its permissions`;
    return { file: { ...file, refused: [{ path, reason }] }, articles: [], unchanged: false };
  }
  file.hash = createHash('sha256').update(`${READER_VERSION}\0${path}\0`).update(bytes).digest('hex');
  if (known?.hash === file.hash) return { file: known, articles: [], unchanged: true };
  const { articles, refused } = readArticles(path, bytes);
  return { file: { ...file, refused }, articles, unchanged: false };
}
