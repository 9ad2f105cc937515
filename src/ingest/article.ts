import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { Article, Refusal } from '../model.ts';
import { articleIdOf } from './article-id.ts';
import { visibleText } from './characters.ts';
import { countWords } from './clean/prose.ts';
import { cleanDraft } from './clean.ts';
import { sourceOfContent } from './content.ts';
import { decode } from './decode.ts';
import type { Block, Draft, Dropped, Known, Metadata } from './draft.ts';
import { withoutEmptied } from './emptied.ts';
import { mostBytesOf, tooLarge } from './folder.ts';
import { withHead } from './head.ts';
import { languageOf } from './language.ts';
import { titleOf, withoutGaps } from './metadata.ts';
import { readableTypes } from './sources/index.ts';
import type { PackedFile, Unpacked } from './sources/source.ts';

/** Changes whenever the same bytes may be read differently, so that what was stored is read again. */
export const READER_VERSION = '5';

/** What one file gave. */
export interface ReadFile {
  articles: Article[];
  /** Why the file, or an article in it, was left out. */
  refused: Refusal[];
  /** Page furniture that is no part of the articles. */
  dropped: (Dropped & { articleId: string })[];
  /** Files inside it that are still to be read. */
  packed: PackedFile[];
  /** What a moderator should know about how the file was read, such as its encoding. */
  note?: string;
}

/** A file of the largest size has fewer when it is text for people to read. */
const MOST_BLOCKS = 200_000;
/** Shorter texts answer nothing. */
const FEWEST_WORDS = 5;

/**
/**
 * Reads the articles in a file: one, or several from a dump. Files in an archive are handed back unread.
 * @param path below the corpus folder, with `/` between folders; its ending tells the type unless its bytes do
 * @param known what is known better than the file says it, of every article in it
 */
export async function readArticles(
  path: string,
  bytes: Uint8Array,
  { emptied = {}, ...details }: Known = {},
): Promise<ReadFile> {
  const read: ReadFile = { articles: [], refused: [], dropped: [], packed: [] };
  try {
    const { drafts = [], note, unpacked } = await readDrafts(path, bytes);
    if (note !== undefined) read.note = note;
    for (const draft of drafts) addArticle(read, path, { ...draft, ...details }, emptied);
    if (unpacked) addPacked(read, path, unpacked);
  } catch (error) {
    // Whatever a parser throws costs this file and no other.
    const reason =
      error instanceof UserError
        ? error.message
        : `it is too large or too deeply nested to be read (${String(error)})`;
    read.refused.push({ path, reason });
  }
  return read;
}

interface Drafts {
  drafts?: Draft[];
  unpacked?: Unpacked;
  note?: string;
}

async function readDrafts(path: string, bytes: Uint8Array): Promise<Drafts> {
  const { source, ...note } = await sourceOfContent(path, bytes);
  const most = mostBytesOf(source);
  if (bytes.length > most) throw new UserError(tooLarge(bytes.length, most));
  switch (source.kind) {
    case 'text': {
      const { text, ...decoded } = decode(bytes, source.name === 'HTML');
      return { drafts: source.read(visibleText(text)), ...decoded };
    }
    case 'document':
      return { drafts: await source.read(bytes), ...note };
    case 'archive':
      return { unpacked: await source.unpack(bytes), ...note };
  }
}

function addPacked(read: ReadFile, path: string, { files, refused }: Unpacked): void {
  read.packed = files;
  read.refused.push(...refused.map((refusal) => ({ ...refusal, path: `${path}/${refusal.path}` })));
  if (files.length + refused.length > 0) return;
  read.refused.push({ path, reason: `there is no file in it that can be read: pack ${readableTypes}` });
}

function addArticle(read: ReadFile, path: string, draft: Draft, emptied: Metadata): void {
  const id = draft.key === undefined ? articleIdOf(path) : `${articleIdOf(path)}/${draft.key}`;
  if (draft.blocks.length > MOST_BLOCKS) {
    read.refused.push({ path, reason: `it has over ${MOST_BLOCKS} paragraphs: split it` });
    return;
  }
  const { blocks, dropped, ...said } = cleanDraft(draft);
  const { metadata, head } = withoutEmptied(said, emptied);
  const { place: _, language: named, ...known } = metadata;
  const body = joinBlocks(blocks);
  const title = metadata.title ?? titleOf(draft.key ?? nameOf(id)) ?? id;
  const words = countWords(body);
  if (words < FEWEST_WORDS) {
    const which = draft.key === undefined ? 'it' : `its article "${title}"`;
    const without = dropped.length > 0 ? ', without the menus, notices and bylines of its page' : '';
    read.refused.push({
      path,
      reason: `${which} holds only ${words} words of text${without}: add the article's text`,
    });
    return;
  }
  const language = withoutGaps({ language: languageOf(body, named) });
  const article = { ...known, ...language, id, title, ...withHead(metadata, head, body) };
  read.articles.push(withHash(article));
  for (const piece of dropped) read.dropped.push({ ...piece, articleId: id });
}

/** Paragraphs with a blank line between them; the items of a list are the lines of one paragraph, with its introduction. */
function joinBlocks(blocks: readonly Block[]): string {
  return blocks.reduce((text, block, i) => {
    const before = blocks[i - 1];
    if (before === undefined) return block.text;
    const isEntry = block.kind === 'item' || block.kind === 'row';
    const isListed = isEntry && (before.kind === block.kind || before.text.endsWith(':'));
    return `${text}${isListed ? '\n' : '\n\n'}${block.text}`;
  }, '');
}

/** The last part of a path as words: `news/solar-alliance_2021` is `solar alliance 2021`. */
function nameOf(id: string): string {
  const name = id.slice(id.lastIndexOf('/') + 1);
  return name.replace(/[-_]+/g, ' ').trim() || name;
}

/** An article with the hash of all that is in it. */
export function withHash(article: Omit<Article, 'contentHash'>): Article {
  const { id, title, publisher = null, author = null, publishedAt = null, url = null } = article;
  const { text, body, stated } = article;
  const fields = JSON.stringify([id, title, publisher, author, publishedAt, url, text, body, stated]);
  return { ...article, contentHash: createHash('sha256').update(fields).digest('hex') };
}
