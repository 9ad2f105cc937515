import { UserError } from '../../errors.ts';
import { oneLine } from '../characters.ts';
import type { Block, Draft } from '../draft.ts';
import { htmlBlocks } from '../html/blocks.ts';
import { decodeEntities } from '../html/entities.ts';
import { hostOf, metadataOf } from '../metadata.ts';
import type { TextSource } from './source.ts';
import { textBlocks } from './text.ts';

type JsonObject = Record<string, unknown>;

/** Where dumps keep the text of an article, the fullest first. */
const BODIES = [
  'articleBody',
  'article_body',
  'content_html',
  'content_text',
  'content',
  'body',
  'text',
  'maintext',
  'full_text',
  'fulltext',
  'body_text',
  'bodyText',
  'plain_text',
  'html',
  'article',
  'story',
  'paragraphs',
  'markdown',
];
/** Objects around the list of articles, or around one article, are at most this deep. */
const DEEPEST_LIST = 3;
const LONGEST_KEY = 80;
const EXPECTED =
  'expected an object with a title and a text (content, body or articleBody), a list of such objects, {"articles": [...]}, or one such object a line';

/** The usual dumps of articles: one object, a list, a list inside an object, or an object a line. */
export const json: TextSource = {
  kind: 'text',
  name: 'JSON',
  extensions: ['.json', '.jsonl', '.ndjson'],
  read(text) {
    const value = parse(text);
    if (isObject(value) && bodyOf(value) !== undefined) return [draftOf(value, {})];
    const [list, around] = listIn(value, {}, 0) ?? [[], {}];
    const articles = list.filter(isObject).map((entry) => (isObject(entry._source) ? entry._source : entry));
    if (articles.length === 0) throw new UserError(`there is no article in it: ${EXPECTED}`);
    const uses = new Map<string, number>();
    return articles.map((entry, i) => ({
      ...draftOf(entry, around),
      key: uniqueKey(keyOf(entry, i + 1), uses),
    }));
  },
};

/** @throws {UserError} when the text is neither JSON nor JSON Lines, naming the line. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const lines = text.split('\n');
    const records = lines
      .map((line, i) => ({ line, number: i + 1 }))
      .filter(({ line }) => line.trim() !== '');
    if (records.length > 1 && isJsonObject(records[0]?.line ?? '')) return records.map(parseRecord);
    const problem = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 160) : 'unreadable';
    throw new UserError(`it is not valid JSON (${problem}): ${EXPECTED}`);
  }
}

function parseRecord({ line, number }: { line: string; number: number }): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new UserError(`line ${number} is not valid JSON: mend or remove that line`);
  }
}

function isJsonObject(line: string): boolean {
  try {
    return isObject(JSON.parse(line));
  } catch {
    return false;
  }
}

/** The list of articles, and the object that holds it. */
function listIn(value: unknown, around: JsonObject, depth: number): [unknown[], JsonObject] | undefined {
  if (Array.isArray(value)) return value.some(isObject) ? [value, around] : undefined;
  if (!isObject(value) || depth > DEEPEST_LIST) return undefined;
  if (depth > 0 && bodyOf(value) !== undefined) return [[value], around];
  for (const inner of Object.values(value)) {
    const list = listIn(inner, value, depth + 1);
    if (list?.[0].some((entry) => isObject(entry) && (bodyOf(entry) ?? entry._source) !== undefined))
      return list;
  }
  return undefined;
}

function draftOf(entry: JsonObject, around: JsonObject): Draft {
  const metadata = metadataOf(entry);
  // A JSON feed's own title is the name of its site.
  const isFeed = String(around.version ?? '').includes('jsonfeed.org');
  const publisher =
    metadata.publisher ??
    metadataOf(isFeed ? { publisher: around.title } : around).publisher ??
    (metadata.url && hostOf(metadata.url));
  return {
    ...metadata,
    ...(publisher === undefined ? {} : { publisher }),
    ...(metadata.title === undefined ? {} : { title: oneLine(decodeEntities(metadata.title)) }),
    origin: 'page',
    blocks: blocksFrom(bodyOf(entry)),
  };
}

/** The field that holds the text: a string, or a list of paragraphs. */
function bodyOf(entry: JsonObject): unknown {
  const isText = (value: unknown) => (typeof value === 'string' ? value.trim() !== '' : isParagraphs(value));
  const name = BODIES.find((body) => isText(entry[body]));
  return name === undefined ? undefined : entry[name];
}

function isParagraphs(value: unknown): value is (string | JsonObject)[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((part) => typeof part === 'string' || isText(part))
  );
}

function isText(part: unknown): boolean {
  return isObject(part) && typeof part.text === 'string';
}

function blocksFrom(body: unknown): Block[] {
  if (isParagraphs(body))
    return body.flatMap((part) => blocksFrom(typeof part === 'string' ? part : part.text));
  if (typeof body !== 'string') return [];
  return /<\/?(?:p|div|br|span|a|h\d|ul|ol|li|strong|em|b|i|blockquote|table|img|section)\b[^<>]*>/i.test(
    body,
  )
    ? htmlBlocks(body)
    : textBlocks(decodeEntities(body));
}

/** A short name from the entry's own slug or title, else its number in the list. */
function keyOf(entry: JsonObject, number: number): string {
  const name = typeof entry.slug === 'string' ? entry.slug : (metadataOf(entry).title ?? '');
  const words =
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return (
    words
      .join('-')
      .slice(0, LONGEST_KEY)
      .replace(/[-\p{Surrogate}]+$/u, '') || String(number)
  );
}

/** The key, numbered from its second use on; `uses` counts them. */
function uniqueKey(key: string, uses: Map<string, number>): string {
  const use = (uses.get(key) ?? 0) + 1;
  uses.set(key, use);
  return use === 1 ? key : uniqueKey(`${key}-${use}`, uses);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
