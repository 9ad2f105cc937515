import type { Block } from '../draft.ts';
import { isHidden } from './hidden.ts';
import { ELEMENT_NODE, type PageElement, type PageNode, parsePage, TEXT_NODE } from './page.ts';

const names = (list: string) => new Set(list.split(' '));
const LEFT_OUT = names(
  'script style template noscript iframe object embed svg math canvas picture video audio map button input select textarea label nav figure figcaption head title dialog menu',
);
const BLOCK = names(
  'address article aside blockquote body center dd details div dl dt fieldset footer form header hr html main ol p section summary table tbody tfoot thead td th ul',
);

/** The paragraphs, headings, list items and table rows of a piece of HTML, in plain words. */
export function htmlBlocks(html: string): Block[] {
  return blocksOf(parsePage(html).body);
}

/** The paragraphs, headings, list items and table rows below an element. */
export function blocksOf(root: PageElement): Block[] {
  const blocks: Block[] = [];
  let text = '';
  const flush = (kind: Block['kind']) => {
    const line = text.replace(/\s+/gu, ' ').trim();
    if (line !== '') blocks.push({ kind, text: line });
    text = '';
  };
  const walk = (node: PageNode, kind: Block['kind']) => {
    if (node.nodeType === TEXT_NODE) text += node.textContent ?? '';
    if (node.nodeType !== ELEMENT_NODE) return;
    const element = node as PageElement;
    const name = element.localName;
    if (LEFT_OUT.has(name) || isHidden(element) || isReferenceMark(element)) return;
    if (name === 'br') {
      flush(kind);
    } else if (name === 'pre') {
      flush(kind);
      const code = (element.textContent ?? '').trim();
      if (code !== '') blocks.push({ kind: 'code', text: code });
    } else if (name === 'tr' && isDataRow(element)) {
      flush(kind);
      text = cellsOf(element).join(' | ');
      flush('row');
    } else if (BLOCK.has(name) || name === 'li' || name === 'tr' || /^h[1-6]$/.test(name)) {
      flush(kind);
      const inner = name === 'li' ? 'item' : /^h[1-6]$/.test(name) ? 'heading' : kind;
      for (const child of element.childNodes) walk(child, inner);
      flush(inner);
    } else {
      for (const child of element.childNodes) walk(child, kind);
    }
  };
  for (const child of root.childNodes) walk(child, 'text');
  flush('text');
  return blocks;
}

/** A raised `[12]` points to a note; it is not part of the sentence. */
function isReferenceMark(element: PageElement): boolean {
  return element.localName === 'sup' && /^\s*\[[^\]]{1,12}\]\s*$/.test(element.textContent ?? '');
}

/** A row of short cells is data; a table of one cell, or of paragraphs, is only there for the layout. */
function isDataRow(row: PageElement): boolean {
  return cellsOf(row).length > 1 && row.querySelector('p, div, ul, ol, table, h1, h2, h3, h4') === null;
}

function cellsOf(row: PageElement): string[] {
  const cells = [...row.childNodes].map((cell) => (cell.textContent ?? '').replace(/\s+/gu, ' ').trim());
  return cells.filter((cell) => cell !== '');
}
