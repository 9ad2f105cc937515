import { shortLine } from './characters.ts';
import { parseDate } from './dates.ts';
import type { Metadata } from './draft.ts';
import { languageTag } from './language.ts';

/** Longest title, publisher and author, in characters. */
const LONGEST = { title: 300, name: 120, url: 2000 } as const;

/** Spellings of each field in front matter and in dumps of articles, without case and punctuation; the best first. */
const SPELLINGS = {
  title: ['title', 'headline', 'articletitle', 'ogtitle', 'name', 'heading'],
  publisher: [
    'publisher',
    'publishername',
    'sitename',
    'ogsitename',
    'publication',
    'outlet',
    'newspaper',
    'source',
    'sourcename',
    'site',
    'website',
    'provider',
    'domain',
    'sourcedomain',
  ],
  author: ['author', 'authors', 'byline', 'authorname', 'creator', 'dccreator', 'by', 'writer', 'writtenby'],
  publishedAt: [
    'datepublished',
    'publishedat',
    'publisheddate',
    'published',
    'publishdate',
    'publicationdate',
    'pubdate',
    'datepublish',
    'articlepublishedtime',
    'publishedtime',
    'publishedon',
    'publishtime',
    'date',
    'datetime',
    'timestamp',
    'created',
    'createdat',
  ],
  language: ['language', 'lang', 'inlanguage', 'locale', 'oglocale'],
  url: [
    'url',
    'link',
    'sourceurl',
    'canonicalurl',
    'canonical',
    'articleurl',
    'permalink',
    'href',
    'source',
    'original',
  ],
} as const;

/** Accounts of a site, rather than people. */
const NOBODY = /^(?:admin|administrator|root|user|guest|editor|гость|админ|invitado|invité|gast)$/iu;
/** Before a name, or alone. */
const COPYRIGHT = /^\s*(?:copyright|©|\(c\))(?:\s|©|\(c\)|[12]\d{3}|[-–,.])*(?:by\s)?/iu;
const BY = /^(?:(?:written|posted|story|words|report|analysis|opinion|text) )?by\b[:\s]*|^author[:\s]+/iu;

/** What a record (front matter, an entry of a dump, JSON-LD) says about its article, under any of the usual names. */
export function metadataOf(record: Record<string, unknown>): Metadata {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(record)) {
    const key = name.toLowerCase().replace(/[^a-z]/g, '');
    if (!fields.has(key)) fields.set(key, value);
  }
  const first = <T>(names: readonly string[], read: (value: unknown) => T | undefined) => {
    for (const name of names) {
      const value = read(fields.get(name));
      if (value !== undefined) return value;
    }
    return undefined;
  };
  return withoutGaps({
    title: first(SPELLINGS.title, (value) => titleOf(textOf(value))),
    publisher: first(SPELLINGS.publisher, (value) => publisherOf(textOf(value))),
    author: first(SPELLINGS.author, (value) => authorOf(textOf(value))),
    publishedAt: first(SPELLINGS.publishedAt, parseDate),
    url: first(SPELLINGS.url, (value) => httpUrl(textOf(value))),
    language: first(SPELLINGS.language, (value) => languageTag(textOf(value))),
  });
}

/** A title fit to be shown. */
export function titleOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : shortLine(text, LONGEST.title) || undefined;
}

/** The name of who published an article; an address is no name, but its host is. */
export function publisherOf(text: string | undefined): string | undefined {
  const url = httpUrl(text);
  if (url !== undefined) return hostOf(url);
  return nameOf(text?.split(' | ', 1)[0]?.replace(/^@/, '').replace(COPYRIGHT, ''));
}

/** The name of who wrote an article, without "By" and what follows after a bar. */
export function authorOf(text: string | undefined): string | undefined {
  if (text === undefined || httpUrl(text) !== undefined) return undefined;
  const [name = ''] = shortLine(text, 2 * LONGEST.name)
    .replace(BY, '')
    .split(' | ', 1);
  return NOBODY.test(name) ? undefined : nameOf(name);
}

/** The same address in its usual form when it is one that a reader may open, else `undefined`. */
export function httpUrl(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  if (trimmed === undefined || trimmed.length > LONGEST.url || !/^https?:\/\//i.test(trimmed))
    return undefined;
  const url = URL.parse(trimmed);
  // A name or a password before the host is a way to make an address look like another.
  if (url === null || url.username !== '' || url.password !== '') return undefined;
  return url.href;
}

/** The host of an address as a publisher's name: `www.example.com` is `example.com`. */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\d?\./, '');
}

/** The title without the name of its site, which stands at its end after a bar or a dash. */
export function withoutSite(title: string, publisher: string | undefined): string {
  const match = /^(.{8,})\s+(?:\||[-–—»·]|::)\s+([^|]{2,60})$/u.exec(title);
  const [head, tail] = [match?.[1], match?.[2]];
  if (head === undefined || tail === undefined || publisher === undefined) return title;
  const [site, name] = [plain(publisher), plain(tail)];
  return name !== '' && (site.startsWith(name) || name.startsWith(site)) ? head : title;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The record without the fields that are `undefined`. */
export function withoutGaps<T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function nameOf(text: string | undefined): string | undefined {
  return text === undefined
    ? undefined
    : shortLine(text, LONGEST.name).replace(/^[\s|·•,:–—-]+|[\s|·•,:–—-]+$/gu, '') || undefined;
}

/** The words of a field: a string or number, the `name` of an object, or a list of these joined by commas. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    const names = value
      .slice(0, 20)
      .map(textOf)
      .filter((name) => name !== undefined && name.trim() !== '');
    return names.length === 0 ? undefined : [...new Set(names)].join(', ');
  }
  if (typeof value === 'object' && value !== null) {
    const named = value as { name?: unknown; title?: unknown; '@value'?: unknown; '@id'?: unknown };
    return textOf(named.name ?? named.title ?? named['@value'] ?? named['@id']);
  }
  return undefined;
}
