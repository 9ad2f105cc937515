import { gunzipSync } from 'node:zlib';
import { DomUtils, parseDocument } from 'htmlparser2';
import { messageOf, UserError } from '../../errors.ts';
import { shortLine } from '../characters.ts';
import { decode } from '../decode.ts';
import { MAX_DOCUMENT_BYTES } from '../folder.ts';
import { httpUrl } from '../metadata.ts';
import type { FeedContent, ListedEntry, XmlElement } from './feed.ts';
import { feedTypes } from './index.ts';

/** What a feed lists, newest first. */
export interface ReadFeed {
  /** Its type, e.g. `RSS`. */
  type: string;
  title?: string;
  /** Addresses of articles. */
  entries: string[];
  /** Addresses of other feeds that are parts of it. */
  parts: string[];
}

/** What an address gave that should be a feed: its list, the feeds of its page, or why it is none. */
export type FeedReading = { feed: ReadFeed } | { linked: string[] } | { problem: string };

/** What is looked at of one feed; sitemaps of large sites have 50,000 entries. */
const MOST = { entries: 50_000, parts: 20, linked: 5 };
const LONGEST_TITLE = 200;
const FEED_LINK = /^application\/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml)\b/i;

/** Reads a feed, or finds those of a page. @param url where it was read */
export function readFeed(url: string, bytes: Uint8Array): FeedReading {
  try {
    return readText(url, decode(unpacked(bytes), true).text);
  } catch (error) {
    if (error instanceof UserError) return { problem: error.message };
    return { problem: `it is damaged, or too large or too deeply nested to be read (${messageOf(error)})` };
  }
}

function readText(url: string, text: string): FeedReading {
  const content = contentOf(text);
  for (const { name, read } of feedTypes) {
    const listed = read(content);
    if (!listed) continue;
    const title = shortLine(listed.title ?? '', LONGEST_TITLE);
    return {
      feed: {
        ...{ type: name, ...(title !== '' && { title }) },
        entries: addressesOf(listed.entries, url).slice(0, MOST.entries),
        parts: addressesOf(listed.parts ?? [], url).slice(0, MOST.parts),
      },
    };
  }
  const linked = feedsOfPage(text, url);
  if (linked.length > 0) return { linked };
  const types = feedTypes.map(({ name }) => name).join(', ');
  return { problem: `it is no feed of a known type (${types})` };
}

function contentOf(text: string): FeedContent {
  if (/^\s*\{/.test(text)) return { json: parseJson(text) };
  const { children } = parseDocument(text, { xmlMode: true });
  return { root: children.find((node): node is XmlElement => DomUtils.isTag(node)) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`it is no valid JSON (${messageOf(error)})`);
  }
}

/** Complete addresses, each once, the newest first where the entries say when they are from. */
function addressesOf(entries: readonly ListedEntry[], base: string): string[] {
  const dated = entries.flatMap(({ url, date }) => {
    const address = httpUrl(url === undefined ? undefined : URL.parse(url.trim(), base)?.href);
    const time = Date.parse(date ?? '');
    return address === undefined ? [] : [{ address, time: Number.isNaN(time) ? 0 : time }];
  });
  return [...new Set(dated.sort((a, b) => b.time - a.time).map(({ address }) => address))];
}

/** The feeds that a web page says its site has. */
function feedsOfPage(text: string, base: string): string[] {
  const links = DomUtils.getElementsByTagName('link', parseDocument(text).children, true);
  const feeds = links.filter(
    ({ attribs: { rel = '', type = '' } }) => /(?:^|\s)alternate(?:\s|$)/i.test(rel) && FEED_LINK.test(type),
  );
  return addressesOf(
    feeds.map(({ attribs }) => ({ url: attribs.href, date: undefined })),
    base,
  ).slice(0, MOST.linked);
}

/** The content of a `.gz` file; everything else as it is. */
function unpacked(bytes: Uint8Array): Uint8Array {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_DOCUMENT_BYTES });
  } catch (error) {
    throw new UserError(`it cannot be unpacked (${messageOf(error)})`);
  }
}
