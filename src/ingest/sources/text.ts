import type { Block } from '../draft.ts';
import type { Source } from './source.ts';

/** Lines of text wrapped by hand are about this long. */
const WRAPPED = { narrowest: 45, widest: 120 };
const BULLET = /^\s*(?:[-*•‣◦▪●·–]|o(?=\s{2}))\s+(?=\S)/u;
const NUMBER = /^\s*\(?\d{1,3}[.)]\s+\S/;
const UNDERLINE = /^\s*([-=_*~#+.•])(?:\s*\1){2,}\s*$/u;
const LONGEST_UNDERLINE = 200;
const ENDS_A_SENTENCE = /[.!?:;…。！？।]["'”’)\]]*$/u;

/** Plain text: a paragraph is what blank lines surround, or a line of its own. */
export const text: Source = {
  name: 'plain text',
  extensions: ['.txt', '.text'],
  read: (content) => [{ origin: 'page', blocks: textBlocks(content) }],
};

/** The paragraphs of a plain text. Lines that were broken to fit a width are joined again. */
export function textBlocks(content: string): Block[] {
  return content.split(/\n[^\S\n]*\n/).flatMap((chunk) => {
    const lines = chunk
      .split('\n')
      .map((line) => line.trimEnd())
      .filter((line) => line.trim() !== '' && !isUnderline(line));
    const blocks: Block[] = [];
    const isWrapped = wrapFinder(lines);
    for (const [i, line] of lines.entries()) {
      const last = blocks.at(-1);
      if (last && isWrapped(i - 1)) last.text += ` ${line.trim()}`;
      else blocks.push(blockOf(line));
    }
    return blocks;
  });
}

function blockOf(line: string): Block {
  if (BULLET.test(line)) return { kind: 'item', text: line.replace(BULLET, '').trim() };
  return { kind: NUMBER.test(line) ? 'item' : 'text', text: line.trim() };
}

/**
 * Tells whether the break after a line of the chunk was made to fit a width: then the next word would not have
 * fitted, or the next line goes on in lower case. Chunks of other lines (menus, lists, verse, a paragraph a
 * line) break where they fit.
 */
function wrapFinder(lines: string[]): (index: number) => boolean {
  const width = Math.max(0, ...lines.slice(0, 10_000).map((line) => line.length));
  const isFull = (i: number) => {
    const next = (lines[i + 1] ?? '').trimStart();
    return (lines[i] ?? '').length + 1 + next.search(/\s|$/) > width;
  };
  const goesOn = (i: number) =>
    /^\s*\p{Ll}/u.test(lines[i + 1] ?? '') &&
    !ENDS_A_SENTENCE.test(lines[i] ?? '') &&
    !startsItem(lines[i + 1]);
  const breaks = lines.length - 1;
  let full = 0;
  for (let i = 0; i < breaks; i++) if (isFull(i) || goesOn(i)) full++;
  const isNarrow = width >= WRAPPED.narrowest && width <= WRAPPED.widest;
  const looksWrapped = isNarrow && full >= breaks * 0.7 && (breaks > 1 || goesOn(0));
  return (i) => i >= 0 && looksWrapped && (isFull(i) || goesOn(i)) && !startsItem(lines[i + 1]);
}

function isUnderline(line: string): boolean {
  return line.length <= LONGEST_UNDERLINE && UNDERLINE.test(line);
}

function startsItem(line = ''): boolean {
  return BULLET.test(line) || NUMBER.test(line);
}
