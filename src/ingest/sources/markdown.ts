import { createRequire } from 'node:module';
import { UserError } from '../../errors.ts';
import type { Block, Metadata } from '../draft.ts';
import { metadataOf } from '../metadata.ts';
import { withoutHtml } from './markdown-html.ts';
import { inlineText } from './markdown-inline.ts';
import type { TextSource } from './source.ts';

const require = createRequire(import.meta.url);

const FRONT_MATTER = /^\s*---[ \t]*\n(?:([\s\S]*?)\n)??(?:---|\.\.\.)[ \t]*(?:\n|$)/;
/** Opened, and followed by what can only be a field. */
const OPEN_FRONT_MATTER = /^\s*---[ \t]*\n[\w-]+:\s/;
const LONGEST_FRONT_MATTER = 50_000;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$/;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)/;
/** Wrapped text may begin a line with a number; only a list of its own begins with 2. */
const LATE_NUMBER = /^\s*(?!1[.)])\d/;
const HARD_BREAK = /(?: {2,}|\\)$/;
const TABLE_BORDER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const REFERENCE = /^ {0,3}\[[^\]^][^\]]*\]:\s*\S/;

/** Markdown, with or without YAML front matter. */
export const markdown: TextSource = {
  kind: 'text',
  name: 'Markdown',
  extensions: ['.md', '.markdown', '.mdown', '.mkd'],
  read(text) {
    const [metadata, body] = readFrontMatter(text);
    const blocks = markdownBlocks(body);
    if (metadata.title !== undefined) return [{ ...metadata, origin: 'authored', blocks }];
    const [first, ...rest] = blocks;
    if (first?.kind === 'heading') return [{ ...metadata, title: first.text, origin: 'page', blocks: rest }];
    return [{ ...metadata, origin: 'page', blocks }];
  },
};

/** @throws {UserError} when what stands between the two lines of dashes cannot be read, naming the line. */
function readFrontMatter(text: string): [metadata: Metadata, body: string] {
  const match = FRONT_MATTER.exec(text);
  if (!match) {
    if (OPEN_FRONT_MATTER.test(text)) {
      throw new UserError('its front matter is never closed: end it with a line of three dashes');
    }
    return [{}, text];
  }
  const source = match[1] ?? '';
  if (source.length > LONGEST_FRONT_MATTER) {
    throw new UserError(`its front matter is longer than ${LONGEST_FRONT_MATTER} characters: shorten it`);
  }
  const record = parseFrontMatter(source, text.slice(0, text.indexOf('---')).split('\n').length);
  // Two rules with prose between them look like front matter, and are text.
  if (record === undefined) return [{}, text];
  return [metadataOf(record), text.slice(match[0].length)];
}

function parseFrontMatter(source: string, firstLine: number): Record<string, unknown> | undefined {
  // Loaded where it is needed: most texts have no front matter.
  const { isMap, parseDocument } = require('yaml') as typeof import('yaml');
  const yaml = parseDocument(source, { prettyErrors: false, logLevel: 'silent' });
  const [error] = yaml.errors;
  if (error) {
    const line = firstLine + source.slice(0, error.pos[0]).split('\n').length;
    const problem = error.message.replace(/\s+/g, ' ').replace(/[.:]$/, '');
    throw new UserError(
      `its front matter is not valid YAML at line ${line} (${problem}): put a value that holds a colon or a quotation mark in quotation marks`,
    );
  }
  if (yaml.contents === null) return {};
  if (!isMap(yaml.contents)) return undefined;
  return yaml.toJS({ maxAliasCount: 100 }) as Record<string, unknown>;
}

/** The blocks of a Markdown text without its marks. */
function markdownBlocks(markdownText: string): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let kind: Block['kind'] = 'text';
  const add = (block: Block) => {
    if (block.text !== '') blocks.push(block);
  };
  const endParagraph = () => {
    add({ kind, text: inlineText(paragraph.join('\n')) });
    paragraph = [];
    kind = 'text';
  };

  const lines = withoutHtml(markdownText).split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = (lines[i] ?? '').replace(/^(?: {0,3}>[ \t]?)+/, '');
    const fence = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      endParagraph();
      const end = fenceEnd(lines, i, fence);
      add({
        kind: 'code',
        text: lines
          .slice(i + 1, end)
          .join('\n')
          .trim(),
      });
      i = end;
    } else if (paragraph.length > 0 && kind === 'text' && UNDERLINE.test(line)) {
      kind = 'heading';
      endParagraph();
    } else if (line.trim() === '' || RULE.test(line) || REFERENCE.test(line)) {
      endParagraph();
    } else if (HEADING.test(line)) {
      endParagraph();
      add({ kind: 'heading', text: inlineText(HEADING.exec(line)?.[1] ?? '') });
    } else if (isTableRow(line, lines[i + 1], blocks.at(-1)?.kind)) {
      endParagraph();
      if (!TABLE_BORDER.test(line)) add({ kind: 'row', text: tableRow(line) });
    } else if (ITEM.test(line) && !(paragraph.length > 0 && kind === 'text' && LATE_NUMBER.test(line))) {
      endParagraph();
      kind = 'item';
      paragraph.push(line.replace(ITEM, ''));
    } else {
      paragraph.push(line.replace(/\\$/, ''));
      if (HARD_BREAK.test(line)) endParagraph();
    }
  }
  endParagraph();
  return blocks;
}

/** A row has bars at both ends, or stands above or below the border of a table. */
function isTableRow(line: string, next: string | undefined, before: Block['kind'] | undefined): boolean {
  if (!line.includes('|')) return false;
  if (/^\s*\|.*\|\s*$/.test(line)) return true;
  const isBorder = (text: string) => text.includes('|') && TABLE_BORDER.test(text);
  return isBorder(line) || (next !== undefined && isBorder(next)) || (before === 'row' && / \| /.test(line));
}

function tableRow(line: string): string {
  const cells = line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/);
  return cells
    .map((cell) => inlineText(cell.replaceAll('\\|', '|')))
    .filter((cell) => cell !== '')
    .join(' | ');
}

/** Index of the line that closes a fence: its mark alone, at least as often; the number of lines when none does. */
function fenceEnd(lines: string[], start: number, fence: string): number {
  for (let i = start + 1; i < lines.length; i++) {
    const line = (lines[i] ?? '').replace(/^(?: {0,3}>)+/, '').trim();
    if (line.startsWith(fence) && line === fence.charAt(0).repeat(line.length)) return i;
  }
  return lines.length;
}
