import { countWords, endsSentence, LONGEST_HEADLINE } from '../clean/prose.ts';
import type { Block } from '../draft.ts';
import type { Row } from './columns.ts';
import { joinerOf } from './hyphens.ts';

/** Lines that belong together. */
interface Paragraph {
  lines: Row[];
  /** Its leftmost and rightmost end. */
  left: number;
  right: number;
}

/** Two sizes of font closer than this are one; larger than the usual text by so much is a heading. */
const SIZE = { same: 0.08, heading: 1.15 };
/** More room between lines than this, in usual distances, is between paragraphs. */
const APART = 1.25;
/** The first line of a paragraph stands so far to the right, in heights. */
const INDENT = 0.8;
/** How many paragraphs back the one is that a footnote, a picture or the end of a page interrupted. */
const INTERRUPTED = 4;
const BULLET = /^[•‣◦▪●■·–*-]\s+(?=\S)/u;
/** A line of a table of contents: dots lead to the number of a page. */
const CONTENTS = /(?:\.\s?){5,}\s*\w{1,6}$/;
const NUMBER = /^\(?\d{1,2}[.)]\s+(?=\S)/;

/** What the lines of a document make. */
export interface Blocks {
  /** The heading on the first page that is larger than all others there. */
  headline?: string;
  blocks: Block[];
}

/** The paragraphs, headings, list items and table rows that lines make, with words broken at their ends made whole. */
export function blocksOf(all: readonly Row[]): Blocks {
  const lines = all.filter(({ text }) => !CONTENTS.test(text));
  const size = usual(lines.map(({ size, text }) => ({ value: size, weight: text.length })));
  const leading = usual(lines.flatMap((line, i) => leadingAt(lines[i - 1], line, size)));
  const join = joinerOf(lines.map(({ text }) => text));
  const paragraphs: Paragraph[] = [];
  for (const [i, line] of lines.entries()) {
    const last = paragraphs.at(-1);
    const next = lines[i + 1];
    const right = next && isBelow(line, next) ? Math.max(line.end, next.end) : line.end;
    const isLast = last && goesOn(last, line, right, { size, leading });
    const paragraph = isLast ? last : interruptedBy(paragraphs, line);
    if (paragraph) {
      paragraph.lines.push(line);
      paragraph.left = Math.min(paragraph.left, line.x);
      paragraph.right = Math.max(paragraph.right, line.end);
    } else {
      paragraphs.push({ lines: [line], left: line.x, right: line.end });
    }
  }
  const blocks = paragraphs.map(({ lines }) => {
    const text = lines.map((line) => line.text).reduce(join);
    return { kind: kindOf(text, lines, size), text: text.replace(BULLET, '') };
  });
  const headline = blocks[headlineAt(paragraphs)];
  return { blocks, ...(headline?.kind === 'heading' ? { headline: headline.text } : {}) };
}

/** Index of the largest paragraph of the first page; -1 when there are several of its size. */
function headlineAt(paragraphs: readonly Paragraph[]): number {
  const sizes = paragraphs.map(({ lines: [first] }) => (first?.page === 0 ? first.size : 0));
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  const index = sizes.indexOf(largest);
  return sizes.lastIndexOf(largest) === index ? index : -1;
}

function kindOf(text: string, [first]: Row[], usualSize: number): Block['kind'] {
  if (first && first.cells > 1) return 'row';
  if (BULLET.test(text) || NUMBER.test(text)) return 'item';
  const isLarge = first !== undefined && first.size > SIZE.heading * usualSize;
  return isLarge && countWords(text) <= LONGEST_HEADLINE ? 'heading' : 'text';
}

/** Whether a line belongs to the paragraph above it. `right` is how far it and the next reach. */
function goesOn(
  { lines, left, ...paragraph }: Paragraph,
  line: Row,
  right: number,
  { size, leading }: { size: number; leading: number },
): boolean {
  const last = lines.at(-1);
  if (!last || !isAlike(last, line)) return false;
  const isFinished = endsSentence(last.text);
  if (!isBelow(last, line)) return !isFinished && line.size <= SIZE.heading * size;
  if (line.y - last.y > APART * leading * line.size) return false;
  if (!isFinished && /^\p{Ll}/u.test(line.text)) return true;
  const isIndented = isFinished && line.x - left > INDENT * line.size;
  return !isIndented && !fits(last, line, Math.max(paragraph.right, right));
}

function isBelow(last: Row, line: Row): boolean {
  return last.page === line.page && line.y > last.y;
}

/** Whether the first word of a line would have had room at the end of the one before, which ended on purpose. */
function fits(last: Row, line: Row, right: number): boolean {
  const word = line.text.search(/\s|$/) / line.text.length;
  return last.end + word * (line.end - line.x) + line.size / 2 < right;
}

/** The unfinished paragraph before a footnote, a picture or the end of a page, which a line goes on with. */
function interruptedBy(paragraphs: readonly Paragraph[], line: Row): Paragraph | undefined {
  if (!/^\p{Ll}/u.test(line.text)) return undefined;
  return paragraphs.slice(-INTERRUPTED).findLast(({ lines }) => {
    const last = lines.at(-1);
    const isElsewhere = last && (last.page !== line.page || last.y > line.y);
    return isElsewhere && isAlike(last, line) && !endsSentence(last.text);
  });
}

/** Lines of one kind of text; a row of cells and an item of a list begin anew. */
function isAlike(last: Row, line: Row): boolean {
  if (last.cells > 1 || line.cells > 1 || BULLET.test(line.text) || NUMBER.test(line.text)) return false;
  return Math.abs(last.size - line.size) <= SIZE.same * Math.max(last.size, line.size);
}

/** From one line of usual size to the next, in heights. */
function leadingAt(last: Row | undefined, line: Row, usualSize: number): Weighted[] {
  if (!last || last.page !== line.page || !isAlike(last, line)) return [];
  const value = (line.y - last.y) / line.size;
  const isUsual = Math.abs(line.size - usualSize) <= SIZE.same * usualSize;
  return isUsual && value > 0.8 && value < 3 ? [{ value, weight: line.text.length }] : [];
}

interface Weighted {
  value: number;
  weight: number;
}

/** The value that most of the weight is near, to a twentieth; 1 when there is none. */
function usual(values: readonly Weighted[]): number {
  const weights = new Map<number, number>();
  for (const { value, weight } of values) {
    const step = Math.round(value * 20) / 20;
    weights.set(step, (weights.get(step) ?? 0) + weight);
  }
  return [...weights].reduce((best, next) => (next[1] > best[1] ? next : best), [1, 0])[0];
}
