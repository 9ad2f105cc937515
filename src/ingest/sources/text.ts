import type { Block } from '../draft.ts';
import type { TextSource } from './source.ts';

/** Lines of text that was wrapped by hand are about this long. */
const WRAPPED = { narrowest: 45, widest: 120 };
/** How many of a chunk's lines must end where the next word would not have fitted. */
const MOSTLY = 0.7;
const BULLET = /^\s*(?:[-*•‣◦▪●·–]|o(?=\s{2}))\s+(?=\S)/u;
const NUMBER = /^\s*\(?\d{1,3}[.)]\s+\S/;
const UNDERLINE = /^\s*([-=_*~#+.•])(?:\s*\1){2,}\s*$/u;
const LONGEST_UNDERLINE = 200;
const ENDS_A_SENTENCE = /[.!?:;…。！？।]["'”’)\]]*$/u;

/** Plain text: a paragraph is what blank lines surround, or a line of its own. */
export const text: TextSource = {
  kind: 'text',
  name: 'plain text',
  extensions: ['.txt', '.text'],
  read: (content) => [{ origin: 'page', blocks: textBlocks(content) }],
};

/** The paragraphs of a plain text. Lines that were broken to fit a width are joined again. */
export function textBlocks(content: string): Block[] {
  const chunks = content.split(/\n[^\S\n]*\n/).map(linesOf);
  const isWrapped = chunks.some(looksWrapped);
  return chunks.flatMap((lines) => {
    const blocks: Block[] = [];
    const width = looksWrapped(lines) ? widthOf(lines) : undefined;
    for (const [i, line] of lines.entries()) {
      const last = blocks.at(-1);
      const goesOn = isWrapped && isUnfinished(lines, i - 1);
      const isBroken = width !== undefined && isFull(lines, i - 1, width);
      if (last && (goesOn || isBroken) && !startsItem(line)) last.text += ` ${line.trim()}`;
      else blocks.push(blockOf(line));
    }
    return blocks;
  });
}

function linesOf(chunk: string): string[] {
  const lines = chunk.split('\n').map((line) => line.trimEnd());
  return lines.filter((line) => line !== '' && !(line.length <= LONGEST_UNDERLINE && UNDERLINE.test(line)));
}

function blockOf(line: string): Block {
  if (BULLET.test(line)) return { kind: 'item', text: line.replace(BULLET, '').trim() };
  return { kind: NUMBER.test(line) ? 'item' : 'text', text: line.trim() };
}

/** Whether the lines break where a width ends, as menus, lists, verse and a paragraph a line do not. */
function looksWrapped(lines: string[]): boolean {
  const breaks = lines.length - 1;
  const width = widthOf(lines);
  if (breaks === 0 || width < WRAPPED.narrowest || width > WRAPPED.widest) return false;
  if (breaks === 1) return isUnfinished(lines, 0);
  const fitting = lines.filter((_, i) => i < breaks && !isFull(lines, i, width) && !isUnfinished(lines, i));
  return fitting.length <= breaks * (1 - MOSTLY);
}

/** Whether the first word of the next line would not have fitted on this one. */
function isFull(lines: string[], index: number, width: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]?.trimStart()];
  return line !== undefined && next !== undefined && line.length + 1 + next.search(/\s|$/) > width;
}

/** Whether the next line goes on in lower case with what this one does not end. */
function isUnfinished(lines: string[], index: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]];
  return line !== undefined && next !== undefined && /^\s*\p{Ll}/u.test(next) && !ENDS_A_SENTENCE.test(line);
}

function widthOf(lines: string[]): number {
  return lines.reduce((width, line) => Math.max(width, line.length), 0);
}

function startsItem(line: string): boolean {
  return BULLET.test(line) || NUMBER.test(line);
}
