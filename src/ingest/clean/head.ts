import type { Metadata } from '../draft.ts';
import { isName, readByline } from './byline.ts';
import { drop, isKept, type Line } from './line.ts';
import { countWords, endsSentence, skeleton } from './prose.ts';

/** The head of a page ends with its third paragraph, and within so many lines of its first. */
const HEAD = { paragraphs: 3, lines: 25 };
/** A headline, and a label such as the name of a section, in words. */
const LONGEST_TITLE = 24;
const LONGEST_LABEL = 4;
/** So many short lines with so much certain furniture among them are a menu. */
const MENU = { lines: 8, furniture: 3 };
/** Shorter lines are alike by chance. */
const SHORTEST_ALIKE = 12;

/** What the head of a page says: its headline unless the title is known, its byline, its date. Marks those lines. */
export function markHead(lines: Line[], title: string | undefined): Metadata {
  const start = lines.findIndex((line) => isKept(line) && line.isProse);
  if (start === -1) return title === undefined ? markFirstLine(lines) : {};
  const head = lines.slice(0, endOfHead(lines, start));
  const bylines = new Map(head.flatMap((line) => bylineOf(line, head)));

  const found = title ?? markTitle(head, start, lines, bylines);
  const metadata: Metadata = {};
  for (const [i, line] of head.entries()) {
    if (!isKept(line)) continue;
    const byline = bylines.get(line);
    if (byline) {
      Object.assign(metadata, { ...byline, ...metadata });
      drop(line, 'byline');
    } else if (found !== undefined && isHeadline(line, found)) {
      drop(line, 'headline');
    } else if (i < start && line.furniture) {
      drop(line, line.furniture.kind);
    } else if (isName(line.text) && isBetweenBylines(head, i, bylines)) {
      metadata.author ??= line.text;
      drop(line, 'byline');
    }
  }
  return found === undefined ? metadata : { ...metadata, title: found };
}

/** Lines without running text are a list or verse: its first line may be its title. */
function markFirstLine(lines: Line[]): Metadata {
  const [first, ...others] = lines.filter(isKept);
  if (first === undefined || others.length === 0 || !couldBeTitle(first)) return {};
  drop(first, 'headline');
  return { title: first.text };
}

function endOfHead(lines: Line[], start: number): number {
  let paragraphs = 0;
  for (const [i, line] of lines.entries()) {
    if (i >= start + HEAD.lines || paragraphs === HEAD.paragraphs) return i;
    if (isKept(line) && line.isProse) paragraphs++;
  }
  return lines.length;
}

function bylineOf(line: Line, head: Line[]): [Line, Metadata][] {
  if (!isKept(line) || line.kind === 'item') return [];
  const byline = readByline(line.text);
  if (byline === undefined) return [];
  // Many dates on lines of their own head the entries of a chronicle.
  const isOneOfMany =
    Object.keys(byline).join() === 'publishedAt' && head.filter((other) => other.isProse).length > 1;
  const isChronicle = isOneOfMany && head.filter((other) => readByline(other.text)?.publishedAt).length > 2;
  return isChronicle ? [] : [[line, byline]];
}

/** Finds the headline and leaves out the menus above it. */
function markTitle(
  head: Line[],
  start: number,
  lines: Line[],
  bylines: Map<Line, Metadata>,
): string | undefined {
  const stated = [...bylines.values()].find((byline) => byline.title !== undefined)?.title;
  if (stated !== undefined) return stated;
  const words = vocabulary(lines);
  const candidates = head.flatMap((line, index): Candidate[] => {
    if (!isKept(line) || bylines.has(line) || !couldBeTitle(line)) return [];
    const isRepeated =
      countWords(line.text) >= LONGEST_LABEL &&
      head.some((other) => other !== line && isKept(other) && isHeadline(other, line.text));
    const isAboveByline = isFollowedByByline(head, index, bylines);
    const shared = new Set(wordsOf(line.text).filter((word) => words.has(word))).size;
    if (index >= start && !(isRepeated && shared > 1) && !isAboveByline) return [];
    const score =
      Math.min(shared, 6) * 2 +
      (countWords(line.text) >= LONGEST_LABEL ? 3 : 0) +
      (isRepeated ? 5 : 0) +
      (isAboveByline ? 6 : 0) -
      (isBelowByline(head, index, bylines) ? 4 : 0) +
      (line.kind === 'heading' ? 4 : 0);
    return [{ line, index, score, isConfirmed: isRepeated || isAboveByline }];
  });
  const title = bestOf(candidates, hasMenu(head.slice(0, start)));
  if (title === undefined) return undefined;
  for (const line of head.slice(0, title.index)) {
    if (isKept(line) && !bylines.has(line) && !isHeadline(line, title.line.text)) drop(line, 'navigation');
  }
  // Of two spellings, one may add the name of the site.
  const copies = head
    .filter((line) => isKept(line) && isHeadline(line, title.line.text))
    .map((line) => line.text);
  return copies.reduce(
    (shortest, text) => (text.length < shortest.length ? text : shortest),
    title.line.text,
  );
}

interface Candidate {
  line: Line;
  index: number;
  score: number;
  /** The page repeats it, or puts a byline below it. */
  isConfirmed: boolean;
}

/** Below a menu the best line is the headline; else it is the first one, save for labels such as the name of a section. */
function bestOf(candidates: Candidate[], isBelowMenu: boolean): Candidate | undefined {
  const confirmed = candidates.filter(({ isConfirmed }) => isConfirmed);
  const firstLong = candidates.findIndex(({ line }) => countWords(line.text) > LONGEST_LABEL);
  const first = firstLong === -1 ? candidates : candidates.slice(0, firstLong + 1);
  const eligible = isBelowMenu ? candidates.toReversed() : confirmed.length > 0 ? confirmed : first;
  return eligible.reduce<Candidate | undefined>(
    (best, next) => (best && best.score >= next.score ? best : next),
    undefined,
  );
}

function hasMenu(lines: Line[]): boolean {
  return lines.length >= MENU.lines && lines.filter((line) => line.furniture).length >= MENU.furniture;
}

function couldBeTitle(line: Line): boolean {
  if (line.isProse || line.furniture || line.kind === 'item' || line.kind === 'code') return false;
  return (
    countWords(line.text) <= LONGEST_TITLE && (!endsSentence(line.text) || /[?!]["'”’»]*$/u.test(line.text))
  );
}

/** Whether a line is the headline, or the headline and the name of the site behind it. */
function isHeadline(line: Line, title: string): boolean {
  const [a, b] = [skeleton(line.text), skeleton(title)];
  if (a === b) return true;
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  const isAlike =
    shorter.length >= SHORTEST_ALIKE && longer.startsWith(shorter) && longer.length < shorter.length + 40;
  return isAlike && !line.isProse && /\s[|–—»·-]\s|\s::\s/u.test(a.length < b.length ? title : line.text);
}

function isFollowedByByline(head: Line[], index: number, bylines: Map<Line, Metadata>): boolean {
  const next = head
    .slice(index + 1)
    .filter((line) => isKept(line) && !isHeadline(line, head[index]?.text ?? ''))
    .slice(0, 2);
  return next.some(
    (line, i) => bylines.has(line) && (i === 0 || !next[0]?.isProse || countWords(next[0].text) < 40),
  );
}

function isBelowByline(head: Line[], index: number, bylines: Map<Line, Metadata>): boolean {
  const before = head[index - 1];
  return before !== undefined && bylines.has(before);
}

/** A name alone is an author when it stands between the headline and a byline. */
function isBetweenBylines(head: Line[], index: number, bylines: Map<Line, Metadata>): boolean {
  const [before, after] = [head[index - 1], head[index + 1]];
  const isByline = (line: Line | undefined) => line !== undefined && bylines.has(line);
  return isByline(after) || (isByline(before) && after?.isProse === true);
}

function vocabulary(lines: Line[]): Set<string> {
  return new Set(lines.filter((line) => line.isProse && isKept(line)).flatMap((line) => wordsOf(line.text)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
}
