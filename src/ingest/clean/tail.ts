import type { FurnitureKind, Metadata } from '../draft.ts';
import { isAgency, isName, readByline } from './byline.ts';
import { creditLine } from './dateline.ts';
import { drop, isKept, type Line } from './line.ts';
import { countWords, skeleton } from './prose.ts';

/** What only stands below an article, and how much may follow it at most, as a share of the text before it. */
const ENDINGS: { starts: RegExp; kind: FurnitureKind; most: number }[] = [
  {
    starts:
      /^(?:leave a (?:reply|comment|response)|(?:post|add|write|submit) (?:a |your )?comment|you must be logged in|log ?in to (?:comment|reply|leave|post)|your e-?mail address will not|be the first to comment|\d+ (?:thoughts|responses) (?:on|to)\b|click to comment)/iu,
    kind: 'comments',
    most: 0.5,
  },
  { starts: /^(?:about|meet) the (?:author|writer|reporter|contributor)s?:?$/iu, kind: 'byline', most: 0.4 },
  { starts: /^(?:media|press|for more information,?) contacts?:?$/iu, kind: 'byline', most: 0.1 },
  { starts: /^(?:copyright|©|\(c\)).*\d{4}/iu, kind: 'legal', most: 0.15 },
];
/** Between the comments of readers. */
const IN_A_THREAD = /^reply$|\bsays:?$/iu;
/** A heading of a list, rather than one link after a colon. */
const LIST_HEADING = /^[^:|–—>]{2,60}:?$/u;
/** Who wrote something is said in so many characters. */
const LONGEST_CREDIT = 500;
const TEASER_END = /(?:…|\.{2,3}|\[(?:…|\.{3})\])$/u;
/** Names, and the words between them in a credit. */
const PEOPLE = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?:[\s,;&|/]+(?:and|in|at|for|of|by|the|[Aa]dditional|[Rr]eporting|[Ee]diting|[Ww]riting|[Ee]dited|[Ww]ritten|\p{Lu}[\p{L}\p{M}.'’-]*))*`;
const CREDITS = [
  new RegExp(
    String.raw`^\(?(?:Additional |With )?(?:[Rr]eporting|[Rr]eported|[Ee]diting|[Ww]riting|[Cc]ompiled|[Ee]dited|[Ww]ritten|[Tt]ranslated|[Pp]roduced|[Ii]nputs)(?: and (?:[Ww]riting|[Ee]diting|[Rr]eporting))? (?:by|from) ${PEOPLE}[.)]*$`,
    'u',
  ),
  /^.{2,160} contributed (?:to (?:this|the) (?:report|story|article)|reporting)\.?$/iu,
];
const CONTACT =
  /^(?:.{0,80}can be (?:reached|contacted) (?:at|via|on)\b.{0,80}(?:@|\d{3}).{0,40}|(?:follow|contact|e-?mail|write to) .{2,80}@.{2,60}|\S{1,60}@\S{1,60})$/iu;
const ABOUT_THE_WRITER =
  /^(?<name>\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,4}) (?:is|was|covers|writes|reports|works|has been)\b.*\b(?:reporter|correspondent|editor|journalist|writer|columnist|contributor|author|fellow|professor|freelance|covers|reports)\b/u;

/** Before the name of the writer, where a few lines about them stand below the article. */
const ABOUT = /^(?:about|(?:written )?by|sobre|über|à propos de)\s+/iu;
const MOST_ABOUT_WRITER = 0.15;

/** Whether a line says who reported, edited or contributed, rather than how to reach them. */
export function isCredit(line: string): boolean {
  return creditLine(line) !== undefined || CREDITS.some((credits) => credits.test(line));
}

/** Marks what pages add below an article: comments, footers, lists of other articles, credits. */
export function markTail(lines: Line[], author: string | undefined): Metadata {
  for (const ending of ENDINGS) markEnding(lines, ending);
  markLists(lines);
  markRuns(lines);
  markLeftovers(lines);
  if (author !== undefined) markAboutWriter(lines, author);
  const metadata = markCredits(lines, author);
  // Below a credit there is no list of the article's own.
  markLeftovers(lines);
  return metadata;
}

/** Everything below a comment form or a copyright line goes, when what is above it is the bulk of the page. */
function markEnding(lines: Line[], { starts, kind, most }: (typeof ENDINGS)[number]): void {
  const words = lines.map((line) => (line.isProse && isKept(line) ? countWords(line.text) : 0));
  const isInThread = lines.map(({ text }) => kind === 'comments' && IN_A_THREAD.test(text));
  let below = words.reduce((sum, count) => sum + count, 0);
  let above = 0;
  let comments = isInThread.filter(Boolean).length;
  const start = lines.findIndex((line, i) => {
    above += words[i] ?? 0;
    below -= words[i] ?? 0;
    if (isInThread[i]) comments--;
    if (above === 0 || line.kind === 'item' || !starts.test(line.text)) return false;
    return comments > 1 || below <= above * most;
  });
  if (start !== -1) for (const line of lines.slice(start)) drop(line, kind);
}

/** The name of the writer alone, and what is said of them below it. */
function markAboutWriter(lines: Line[], author: string): void {
  const name = skeleton(author);
  const start = lines.findLastIndex((line) => {
    const text = line.text.replace(ABOUT, '');
    return isKept(line) && !line.isProse && skeleton(text) === name;
  });
  const wordsIn = (part: Line[]) =>
    part.reduce((sum, line) => sum + (isKept(line) && line.isProse ? countWords(line.text) : 0), 0);
  const above = wordsIn(lines.slice(0, start));
  if (start === -1 || above === 0 || wordsIn(lines.slice(start)) > above * MOST_ABOUT_WRITER) return;
  for (const line of lines.slice(start)) drop(line, 'byline');
}

/** The headlines below "Related articles" and the words below "Tags", up to the next running text or heading. */
function markLists(lines: Line[]): void {
  let list: FurnitureKind | undefined;
  for (const line of lines) {
    if (line.dropped === 'related' || line.dropped === 'tags') {
      if (LIST_HEADING.test(line.text)) list = line.dropped;
    } else if (isKept(line) && list !== undefined) {
      const isTeaser = TEASER_END.test(line.text) && countWords(line.text) <= 40;
      const isIntroduction = line.text.endsWith(':') && countWords(line.text) > 4;
      if ((line.isProse && !isTeaser) || line.kind === 'heading' || isIntroduction) list = undefined;
      else drop(line, list);
    }
  }
}

/** Entries of a menu or a share bar that stand beside others, or beside a byline. */
function markRuns(lines: Line[]): void {
  for (const [i, line] of lines.entries()) {
    if (line.kind === 'item' || line.kind === 'row') continue;
    const isPage = (beside: Line | undefined) => beside?.furniture || beside?.dropped === 'byline';
    if (line.furniture && (isPage(lines[i - 1]) || isPage(lines[i + 1]))) drop(line, line.furniture.kind);
  }
}

/** Who wrote, edited and contributed, in the last lines of the text. */
function markCredits(lines: Line[], author: string | undefined): Metadata {
  const kept = lines.filter(isKept);
  let credited: string | undefined;
  for (const line of kept.slice(1).slice(-4).toReversed()) {
    if (line.text.length > LONGEST_CREDIT) continue;
    const credit = creditLine(line.text);
    // Below a quotation a name says whose words it is.
    const isQuoted = /["”’»]$/u.test(kept[kept.indexOf(line) - 1]?.text ?? '');
    const about = ABOUT_THE_WRITER.exec(line.text)?.groups?.name;
    const isAboutWriter = about !== undefined && author?.includes(about) === true;
    if (credit !== undefined && !isQuoted && (isName(credit) || isAgency(credit))) credited ??= credit;
    if (
      (credit !== undefined && !isQuoted) ||
      CREDITS.some((credits) => credits.test(line.text)) ||
      CONTACT.test(line.text) ||
      isAboutWriter
    )
      drop(line, 'byline');
  }
  return credited === undefined ? {} : { author: credited };
}

/** Below the last paragraph and a list that ends it: menus, bylines, and all short lines once there was any furniture. */
function markLeftovers(lines: Line[]): void {
  const end = lines.findLastIndex((line) => isKept(line) && line.isProse);
  if (end === -1) return;
  let isBelow = false;
  for (const line of lines.slice(end + 1)) {
    if (isKept(line)) {
      if (line.furniture && (line.kind !== 'item' || isBelow)) drop(line, line.furniture.kind);
      else if (line.kind !== 'code' && readByline(line.text)) drop(line, 'byline');
      else if (TEASER_END.test(line.text)) drop(line, 'related');
      else if (isBelow && line.kind !== 'code') drop(line, 'navigation');
    }
    isBelow ||= !isKept(line) && line.dropped !== 'caption' && line.dropped !== 'advertisement';
  }
}
