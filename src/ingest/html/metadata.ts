import { oneLine } from '../characters.ts';
import { isName, readByline } from '../clean/byline.ts';
import { findDate, parseDate } from '../dates.ts';
import type { Metadata } from '../draft.ts';
import {
  authorOf,
  hostOf,
  httpUrl,
  metadataOf,
  publisherOf,
  titleOf,
  withoutGaps,
  withoutSite,
} from '../metadata.ts';
import { decodeEntities } from './entities.ts';
import type { Page } from './page.ts';

/** Names and properties of meta elements with a full stop for every colon, the most reliable first. */
const META = {
  title: [
    'og.title',
    'twitter.title',
    'parsely-title',
    'sailthru.title',
    'dc.title',
    'dcterms.title',
    'title',
  ],
  publisher: [
    'og.site_name',
    'dc.publisher',
    'dcterms.publisher',
    'application-name',
    'publisher',
    'copyright',
  ],
  author: [
    'author',
    'byl',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'article.author',
    'citation_author',
  ],
  publishedAt: [
    'article.published_time',
    'og.article.published_time',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publishdate',
    'publish-date',
    'publication_date',
    'citation_publication_date',
    'dc.date.issued',
    'dcterms.created',
    'dc.date',
    'dcterms.date',
    'date',
    'weibo.article.create_at',
  ],
  url: ['og.url', 'parsely-link'],
} as const;

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|Posting|NewsItem)$/;
const BYLINES =
  '[rel~="author"], [itemprop~="author"], .byline, .author-name, .article-author, .author, #byline';
const TIMES =
  'time[itemprop~="datePublished"], [itemprop~="datePublished"], time[pubdate], time[datetime], time';
const DATE_CLASSES =
  '.published, .publish-date, .pub-date, .article-date, .post-date, .entry-date, .dateline, .date, .timestamp';
/** Elements around the headline among which a date is the article's own, and its longest text. */
const NEAR = { below: 40, above: 12 };
const LONGEST_DATE = 50;

/** What a page says about its article: JSON-LD, Open Graph and other meta elements, times, visible bylines. */
export function pageMetadata(page: Page): Metadata {
  const linked = linkedData(page);
  const meta = metaElements(page);
  const first = <T>(names: readonly string[], read: (text: string) => T | undefined): T | undefined => {
    for (const name of names) {
      for (const text of meta.get(name) ?? []) {
        const value = read(text);
        if (value !== undefined) return value;
      }
    }
    return undefined;
  };
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined;
  const url = httpUrl(canonical) ?? first(META.url, httpUrl) ?? linked.url;
  const publisher = linked.publisher ?? first(META.publisher, publisherOf) ?? (url && hostOf(url));
  return withoutGaps({
    title: pageTitle(page, [linked.title, first(META.title, titleOf)], publisher),
    publisher,
    author: linked.author ?? first(META.author, authorOf) ?? visibleAuthor(page),
    publishedAt:
      linked.publishedAt ?? first(META.publishedAt, parseDate) ?? visibleDate(page) ?? dateInAddress(url),
    url,
  });
}

/** The article's record in the page's JSON-LD, if it has one. */
function linkedData(page: Page): Metadata {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    for (const record of recordsIn(parseJson(script.textContent ?? ''), 0)) {
      const types = [record['@type']].flat();
      if (types.some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type))) {
        const { headline, publisher, author, datePublished, url } = record;
        const said = metadataOf({ headline, publisher, author, datePublished, url });
        // Many sites escape these once too often.
        return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, decodeEntities(value)]));
      }
    }
  }
  return {};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$/g, ''));
  } catch {
    // A broken record says nothing; the page has other places to look in.
    return undefined;
  }
}

function recordsIn(value: unknown, depth: number): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null || depth > 3) return [];
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((entry) => recordsIn(entry, depth + 1));
  const record = value as Record<string, unknown>;
  return [record, ...recordsIn(record['@graph'], depth + 1), ...recordsIn(record.mainEntity, depth + 1)];
}

/** The contents of all meta elements, by their name or property as `META` spells it. */
function metaElements(page: Page): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of page.querySelectorAll('meta[content]')) {
    const name =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    const content = decodeEntities(element.getAttribute('content') ?? '').trim();
    if (!name || !content) continue;
    for (const key of name.toLowerCase().replaceAll(':', '.').split(/\s+/))
      meta.set(key, [...(meta.get(key) ?? []), content]);
  }
  return meta;
}

/**
 * The article's headline. Titles often end in the name of the site ("Headline | Site"); the page's first heading
 * shows where the headline itself ends.
 */
function pageTitle(
  page: Page,
  stated: (string | undefined)[],
  publisher: string | undefined,
): string | undefined {
  const inHead = titleOf(page.querySelector('title')?.textContent ?? undefined);
  const headings = [...page.querySelectorAll('h1')].map((h1) => titleOf(h1.textContent ?? undefined));
  const titles = [...stated, inHead].filter((title) => title !== undefined);
  const heading = headings.find((h1) => h1 !== undefined && titles.some((title) => startsWith(title, h1)));
  const [title] = titles;
  if (title === undefined) return headings.find((h1) => h1 !== undefined);
  if (heading !== undefined && startsWith(title, heading)) return heading;
  return withoutSite(title, publisher);
}

/** Whether the title is the heading, or the heading and what the site adds to it. */
function startsWith(title: string, heading: string): boolean {
  const [a, b] = [title.toLowerCase(), heading.toLowerCase()];
  return a === b || (heading.length >= 8 && a.startsWith(b) && /^\s*[|\-–—:»·]/u.test(a.slice(b.length)));
}

/** The day in an address such as `/2019/11/19/headline`. */
function dateInAddress(url: string | undefined): string | undefined {
  const [, year, month, day] = /\/(20\d\d)[/-](\d\d?)[/-](\d\d?)(?:\/|-|$)/.exec(url ?? '') ?? [];
  return year === undefined ? undefined : parseDate(`${year}/${month}/${day}`);
}

function visibleAuthor(page: Page): string | undefined {
  for (const element of page.querySelectorAll(BYLINES)) {
    const line = oneLine(element.getAttribute('content') ?? element.textContent ?? '').slice(0, 200);
    const author = readByline(line)?.author ?? (isName(line) ? authorOf(line) : undefined);
    if (author !== undefined) return author;
  }
  return undefined;
}

function visibleDate(page: Page): string | undefined {
  for (const selector of [TIMES, DATE_CLASSES]) {
    for (const element of page.querySelectorAll(selector)) {
      const stated = element.getAttribute('datetime') ?? element.getAttribute('content') ?? undefined;
      const date = parseDate(stated) ?? parseDate(oneLine(element.textContent ?? '').slice(0, 100));
      if (date !== undefined) return date;
    }
  }
  return dateBesideHeadline(page);
}

/** The date in a short text just below or above the headline. */
function dateBesideHeadline(page: Page): string | undefined {
  const elements = [...page.querySelectorAll('h1, h2, p, span, div, em, small, li, strong, td, b, i')];
  const headline = elements.findIndex((element) => element.localName === 'h1');
  if (headline === -1) return undefined;
  const above = elements.slice(Math.max(0, headline - NEAR.above), headline).toReversed();
  for (const element of [...elements.slice(headline, headline + NEAR.below), ...above]) {
    const text = oneLine(element.textContent ?? '');
    const date = text.length <= LONGEST_DATE ? findDate(text)?.date : undefined;
    if (date !== undefined) return date;
  }
  return undefined;
}
