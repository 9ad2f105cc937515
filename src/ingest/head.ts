import type { Article, Span, Stated } from '../model.ts';
import { dateInWords } from '../months.ts';
import { oneLine } from './characters.ts';
import { isAgency, isName, isRole, readByline } from './clean/byline.ts';
import { isCredit } from './clean/tail.ts';
import { findDates } from './dates.ts';
import type { Metadata } from './draft.ts';
import { withoutGaps } from './metadata.ts';

/** Lines of a page in a head, and characters of one, at most. */
const MOST_LINES = 8;
const LONGEST_LINE = 300;
const DAY_MS = 86_400_000;
/** Ways to reach people: e-mail addresses, names in networks, addresses of pages. */
const CONTACT =
  /[^\s()<>]+@[^\s()<>]+\.\p{L}+|(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]+|(?:https?:\/\/|www\.)[^\s()<>]+/giu;
const EMPTY_BRACKETS = /\(\s*\)|\[\s*\]/gu;
const DECORATION = /^[\s•*|·,;:–—―-]+|[\s•*|·,;:–—―-]+$/gu;
/** A button beside a byline: "Email the author". */
const BUTTON = /^(?:e-?mail|contact|follow|about|meet|more|view|see|read|all|share)\b/iu;
const UPDATED = /(?:updated|modified)\b(?:(?!publish)[^|]){0,40}$/iu;

/** What a head states beside its headline. */
type Fact = Exclude<keyof Stated, 'headline'>;
const FACTS: readonly Fact[] = ['author', 'publisher', 'publishedAt', 'place'];

/**
 * The text of an article: its headline, what the page says of who wrote it, when and where, what else is known of
 * that in words of our own, and below a blank line the body.
 * @param metadata without a title where the article has no headline
 * @param lines of the page that say who wrote it, when and where, in its own words
 */
export function withHead(
  metadata: Metadata,
  lines: readonly string[],
  body: string,
): Pick<Article, 'text' | 'body' | 'stated'> {
  const { title, author = '', ...others } = metadata;
  const known = withoutGaps({ ...others, author: cleaned(author) });
  const page = fitLines(lines, known);
  const composed = FACTS.filter((fact) => !page.some((line) => findFact(fact, known, line)));
  const below = [...page, ...composed.flatMap((fact) => sentenceFor(fact, known) ?? [])];
  const head = [...(title === undefined ? [] : [title]), ...below].join('\n');
  if (head === '') return { text: body, body: 0, stated: {} };

  const stated: Stated = title === undefined ? {} : { headline: { start: 0, end: title.length } };
  for (const fact of FACTS) {
    const span = findInLines(fact, known, below, head.length - below.join('\n').length);
    if (span) stated[fact] = span;
  }
  return { text: `${head}\n\n${body}`, body: head.length + 2, stated };
}

/** The lines that are fit to be shown, each once. */
function fitLines(lines: readonly string[], known: Metadata): string[] {
  const fitting = new Map<string, string>();
  for (const line of lines) {
    const shown = cleaned(line);
    if (shown === undefined || !says(shown, known)) continue;
    // The line with a way to reach somebody is about that, unless it says something of the article too.
    if (shown.length < line.length / 2 && !states(shown, known)) continue;
    fitting.set(shown.toLowerCase(), fitting.get(shown.toLowerCase()) ?? shown);
  }
  return [...fitting.values()].slice(0, MOST_LINES);
}

/** A line without ways to reach people and without marks at its ends; `undefined` when nothing is left, or too much. */
function cleaned(line: string): string | undefined {
  if (line.length > 2 * LONGEST_LINE) return undefined;
  const shown = oneLine(line.replace(CONTACT, '').replace(EMPTY_BRACKETS, '')).replace(DECORATION, '');
  return /\p{L}|\d/u.test(shown) && shown.length <= LONGEST_LINE ? shown : undefined;
}

/** Whether a line says one of the facts that are known. */
export function states(line: string, known: Metadata): boolean {
  return FACTS.some((fact) => findFact(fact, known, line));
}

/** Whether a line says something of an article: a fact that is known, a date, a job, an outlet or a credit. */
function says(line: string, known: Metadata): boolean {
  if (states(line, known)) return true;
  const byline = readByline(line);
  if (byline) return Object.keys(byline).length > 0;
  if (isCredit(line)) return true;
  return !BUTTON.test(line) && (isRole(line) || (isAgency(line) && line.split(/,\s+/u).every(isName)));
}

function sentenceFor(fact: Fact, { author, publisher, publishedAt, place }: Metadata): string | undefined {
  switch (fact) {
    case 'author':
      return author && `By ${author}`;
    case 'publisher':
      return publisher && `Published by ${publisher}`;
    case 'publishedAt':
      return publishedAt && `Published ${inWords(publishedAt)}`;
    case 'place':
      return place && `Reported from ${place}`;
  }
}

/** `on 12 June 2023`, `in June 2023`, `in 2023`. */
function inWords(date: string): string {
  const isDay = date.length === 'YYYY-MM-DD'.length;
  return `${isDay ? 'on' : 'in'} ${dateInWords(date)}`;
}

/** Where a fact stands in lines joined by line breaks; the line that says "published" counts most for a date. */
function findInLines(
  fact: Fact,
  known: Metadata,
  lines: readonly string[],
  offset: number,
): Span | undefined {
  let start = offset;
  const found = lines.flatMap((line) => {
    const span = findFact(fact, known, line);
    const at = start;
    start += line.length + 1;
    return span ? [{ line, start: at + span.start, end: at + span.end }] : [];
  });
  const preferred =
    fact === 'publishedAt' ? found.find(({ line }) => /publish|posted/iu.test(line)) : undefined;
  const best = preferred ?? found[0];
  if (best) return { start: best.start, end: best.end };
  // Nobody is named, but a desk: "SPECIAL CORRESPONDENT".
  return fact === 'author' && known.author === undefined ? findDesk(lines, offset) : undefined;
}

function findDesk(lines: readonly string[], offset: number): Span | undefined {
  let start = offset;
  for (const line of lines) {
    if (isRole(line) && readByline(line) === undefined) return { start, end: start + line.length };
    start += line.length + 1;
  }
  return undefined;
}

/** Where a line says a fact that is known. */
function findFact(fact: Fact, known: Metadata, line: string): Span | undefined {
  const value = known[fact];
  if (value === undefined) return undefined;
  return fact === 'publishedAt' ? findDateOf(value, line) : findWords(value, line);
}

/** A date that is the same, or a day beside it: pages tell the date of their own time zone. */
function findDateOf(date: string, line: string): Span | undefined {
  const isSame = (other: string) =>
    other === date ||
    (date.length === 10 && other.length === 10 && Math.abs(Date.parse(other) - Date.parse(date)) <= DAY_MS);
  const found = findDates(line).find(
    (other) => isSame(other.date) && !UPDATED.test(line.slice(0, other.start)),
  );
  if (found) return { start: found.start, end: found.end };
  return date.length === 4 ? findWords(date, line) : undefined;
}

function findWords(words: string, line: string): Span | undefined {
  const literal = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const whole = String.raw`(?<![\p{L}\p{N}])${literal}(?![\p{L}\p{N}])`;
  const match = new RegExp(whole, 'iu').exec(line);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}
