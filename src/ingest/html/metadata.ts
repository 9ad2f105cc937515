import { oneLine } from '../characters.ts';
import { isName, readByline } from '../clean/byline.ts';
import { findDate, parseDate } from '../dates.ts';
import type { Metadata } from '../draft.ts';
import { languageTag } from '../language.ts';
import { authorOf, hostOf, httpUrl, publisherOf, titleOf, withoutGaps, withoutSite } from '../metadata.ts';
import { blocksOf } from './blocks.ts';
import { decodeEntities } from './entities.ts';
import { linkedData } from './linked-data.ts';
import type { Page, PageElement } from './page.ts';

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
  language: ['og.locale', 'content-language', 'language', 'dc.language', 'dcterms.language'],
} as const;

/** Attributes that say what a meta element is about. */
const NAMES = ['property', 'name', 'itemprop', 'http-equiv'];
/** Elements that hold an author, and elements that may: only what reads "By ..." is one there. */
const AUTHORS =
  '[rel~="author"], [itemprop~="author"], .byline, .author-name, .article-author, .author, #byline';
const BYLINES = '[class*="byline"], [class*="author"], [title*="author"]';
const MOST_AUTHORS = 20;
const MOST_BYLINES = 100;
const LONGEST_BYLINE = 200;
const BY = /^by\s/iu;
const TIMES =
  'time[itemprop~="datePublished"], [itemprop~="datePublished"], time[pubdate], time[datetime], time';
const DATE_CLASSES =
  '.published, .publish-date, .pub-date, .article-date, .post-date, .entry-date, .dateline, .date, .timestamp';
/** Elements around the headline among which a date is the article's own, and its longest text. */
const NEAR = { below: 40, above: 12 };
const LONGEST_DATE = 50;
const MOST_HEADLINES = 3;

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
    author: linked.author ?? statedAuthors(meta) ?? visibleAuthor(page),
    publishedAt:
      linked.publishedAt ?? first(META.publishedAt, parseDate) ?? visibleDate(page) ?? dateInAddress(url),
    url,
    language:
      languageTag(page.documentElement.getAttribute('lang') ?? undefined) ??
      linked.language ??
      first(META.language, languageTag),
  });
}

/** The contents of all meta elements, by their name or property as `META` spells it. */
function metaElements(page: Page): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of page.querySelectorAll('meta[content]')) {
    const name = NAMES.map((name) => element.getAttribute(name)).find((name) => name !== null);
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
  const [title] = titles;
  if (title === undefined) return headings.find((h1) => h1 !== undefined);
  return headings.find((h1) => h1 !== undefined && isFramed(title, h1)) ?? withoutSite(title, publisher);
}

/** Whether the title is the heading, or the heading and what the site adds: "Opinion | Heading - Site". */
function isFramed(title: string, heading: string): boolean {
  const [a, b] = [title.toLowerCase(), heading.toLowerCase()];
  if (a === b) return true;
  if (heading.length < 8) return false;
  return (
    (a.startsWith(b) && /^\s*[|\-–—:»·]/u.test(a.slice(b.length))) ||
    (a.endsWith(b) && /\s[|»·]\s+$/u.test(a.slice(0, -b.length)))
  );
}

/** Pages with several authors have an element for each. */
function statedAuthors(meta: ReadonlyMap<string, string[]>): string | undefined {
  for (const name of META.author) {
    const authors = (meta.get(name) ?? []).slice(0, MOST_AUTHORS).flatMap((text) => authorOf(text) ?? []);
    const separator = authors.some((author) => author.includes(',')) ? '; ' : ', ';
    if (authors.length > 0) return authorOf([...new Set(authors)].join(separator));
  }
  return undefined;
}

/** The day in an address such as `/2019/11/19/headline`. */
function dateInAddress(url: string | undefined): string | undefined {
  const [, year, month, day] = /\/(20\d\d)[/-](\d\d?)[/-](\d\d?)(?:\/|-|$)/.exec(url ?? '') ?? [];
  return year === undefined ? undefined : parseDate(`${year}/${month}/${day}`);
}

function visibleAuthor(page: Page): string | undefined {
  for (const element of [...page.querySelectorAll(AUTHORS)].slice(0, MOST_BYLINES)) {
    const line = (element.getAttribute('content') ?? linesOf(element)).slice(0, LONGEST_BYLINE);
    const author = readByline(line)?.author ?? (isNameWithTitle(line) ? authorOf(line) : undefined);
    if (author !== undefined) return author;
  }
  for (const element of [...page.querySelectorAll(BYLINES)].slice(0, MOST_BYLINES)) {
    const line = linesOf(element);
    const author = line.length <= LONGEST_BYLINE && BY.test(line) ? readByline(line)?.author : undefined;
    if (author !== undefined) return author;
  }
  return undefined;
}

/** The text of an element with bars between its lines. */
function linesOf(element: PageElement): string {
  return blocksOf(element)
    .map(({ text }) => text)
    .join(' | ');
}

/** A name, and what may follow it: `Jane Roe, MD`, `Jane Roe (with Max Poe)`. */
function isNameWithTitle(line: string): boolean {
  return isName(line.replace(/,\s(?:\p{Lu}[\p{L}.]{1,5}(?:,\s)?)+$|\s\([^()]+\)$/u, ''));
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

/** The date in a short text just below or above the headline, which pages may have twice. */
function dateBesideHeadline(page: Page): string | undefined {
  const elements = [...page.querySelectorAll('h1, h2, p, span, div, em, small, li, strong, td, b, i')];
  const headlines = [...elements.entries()].filter(([, element]) => element.localName === 'h1');
  for (const [headline] of headlines.slice(0, MOST_HEADLINES)) {
    const above = elements.slice(Math.max(0, headline - NEAR.above), headline).toReversed();
    for (const element of [...elements.slice(headline, headline + NEAR.below), ...above]) {
      const text = oneLine(element.textContent ?? '');
      const date = text.length <= LONGEST_DATE ? findDate(text)?.date : undefined;
      if (date !== undefined) return date;
    }
  }
  return undefined;
}
