import type { Metadata } from '../draft.ts';
import { isAgency, isName, isRole, readByline } from './byline.ts';
import { datelineAlone } from './dateline.ts';
import { drop, isKept, type Line } from './line.ts';
import { countWords, endsSentence } from './prose.ts';
import { findTitle, isHeadline } from './title.ts';

/** The head of a page ends with its third paragraph, and is so many lines above and below its first at most. */
const HEAD = { above: 400, paragraphs: 3, below: 25 };
/** More dates on lines of their own are the entries of a chronicle. */
const MOST_DATES = 2;
const MOST_WORDS_OF_A_DESK = 6;

/** What the head of a page says: its headline unless the title is known, its byline, its date. Marks those lines. */
export function markHead(lines: Line[], title: string | undefined): Metadata {
  const start = lines.findIndex((line) => isKept(line) && line.isProse);
  const head = headOf(lines, start === -1 ? lines.length : start);
  const bylines = bylinesIn(head);
  const stated = [...bylines.values()].find((byline) => byline.title !== undefined)?.title;
  const found = title ?? stated ?? markTitle(head, lines, bylines);

  const metadata: Metadata = {};
  const menuEnd = head.findIndex((line) => isKept(line) && line.isProse);
  for (const [i, line] of head.entries()) {
    const byline = bylines.get(line);
    if (!isKept(line)) continue;
    if (byline) {
      Object.assign(metadata, { ...byline, ...metadata });
      drop(line, 'byline');
    } else if (found !== undefined && isHeadline(line, found)) {
      drop(line, 'headline');
    } else if (i < menuEnd && line.furniture && line.kind !== 'item') {
      drop(line, line.furniture.kind);
    } else if (isName(line.text) && isBesideByline(head, i, bylines)) {
      metadata.author ??= line.text;
      drop(line, 'byline');
    } else if (!line.isProse && isAmongBylines(head, i)) {
      drop(line, 'byline');
    } else if (bylines.size > 0 && head[i + 1]?.isProse) {
      const place = datelineAlone(line.text);
      if (place === undefined) continue;
      if (!isAgency(place)) metadata.place ??= place;
      drop(line, 'dateline');
    }
  }
  return found === undefined ? metadata : { ...metadata, title: found };
}

function headOf(lines: Line[], start: number): Line[] {
  let paragraphs = 0;
  let end = start;
  for (; end < lines.length && end < start + HEAD.below && paragraphs < HEAD.paragraphs; end++) {
    const line = lines[end];
    if (line && isKept(line) && line.isProse) paragraphs++;
  }
  return lines.slice(Math.max(0, start - HEAD.above), end);
}

/** The lines that are bylines, and what they say. */
function bylinesIn(head: Line[]): Map<Line, Metadata> {
  const bylines = new Map<Line, Metadata>();
  for (const line of head) {
    const byline =
      isKept(line) && line.kind !== 'item' && line.kind !== 'row' ? readByline(line.text) : undefined;
    if (byline) bylines.set(line, byline);
  }
  const dates = [...bylines].filter(
    ([, { place: _, ...byline }]) => Object.keys(byline).join() === 'publishedAt',
  );
  if (dates.length > MOST_DATES) for (const [line] of dates) bylines.delete(line);
  return bylines;
}

/** Finds the headline and leaves out what stands above it. */
function markTitle(head: Line[], lines: Line[], bylines: Map<Line, Metadata>): string | undefined {
  const found = findTitle(head, lines, bylines);
  if (found === undefined) return undefined;
  for (const line of lines.slice(0, lines.indexOf(found.line))) {
    if (isKept(line) && !bylines.has(line) && !isHeadline(line, found.title)) drop(line, 'navigation');
  }
  return found.title;
}

/** The desk, the outlet or the place that goes with a byline. */
function isAmongBylines(head: Line[], index: number): boolean {
  const text = head[index]?.text ?? '';
  if (countWords(text) > MOST_WORDS_OF_A_DESK || endsSentence(text)) return false;
  const isBelow = head[index - 1]?.dropped === 'byline';
  const isAbove = head.slice(index + 1, index + 3).some((below) => readByline(below.text) !== undefined);
  return isRole(text) ? isBelow || isAbove : isBelow && isAbove;
}

/** A name alone is an author when a byline stands below it, or above it and the text below, or when it is repeated. */
function isBesideByline(head: Line[], index: number, bylines: Map<Line, Metadata>): boolean {
  const [before, line, after] = [head[index - 1], head[index], head[index + 1]];
  if (after && bylines.has(after)) return true;
  if (head.some((other) => other !== line && other.text === line?.text)) return bylines.size > 0;
  return before !== undefined && bylines.has(before) && after?.isProse === true && countWords(after.text) > 8;
}
