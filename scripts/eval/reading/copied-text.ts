import { parseHTML } from 'linkedom';

interface PageNode {
  nodeType: number;
  localName?: string;
  textContent: string | null;
  childNodes: Iterable<PageNode>;
  getAttribute?(name: string): string | null;
  hasAttribute?(name: string): boolean;
}

const names = (list: string) => new Set(list.split(' '));
const [ELEMENT, TEXT] = [1, 3];
const UNSEEN = names(
  'script style noscript template head title iframe object embed svg math canvas video audio map input select textarea option datalist dialog',
);
const PARAGRAPH = names('p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre figure table hr');
const LINE = names(
  'address article aside body button caption center dd details div dt fieldset figcaption footer form header html label legend li main nav section summary tbody tfoot thead tr',
);
const CELL = names('td th');
/** Edges of elements; however many meet, they break the line once. */
const EDGE = { line: '\u0001', paragraph: '\u0002' };
const EDGES = new RegExp(`(?:\\s*[${Object.values(EDGE).join('')}])+\\s*`, 'gu');

/** What a reader gets who selects all of a page, copies it and pastes it into a text file. */
export function copiedText(html: string): string {
  const { document } = parseHTML(html) as unknown as { document: { documentElement: PageNode } };
  const parts: string[] = [];
  const walk = (node: PageNode): void => {
    if (node.nodeType === TEXT) parts.push((node.textContent ?? '').replace(/\s+/gu, ' '));
    const name = node.localName ?? '';
    if (node.nodeType !== ELEMENT || UNSEEN.has(name) || isHidden(node)) return;
    const edge = PARAGRAPH.has(name) ? EDGE.paragraph : LINE.has(name) ? EDGE.line : '';
    parts.push(name === 'br' ? '\n' : edge);
    for (const child of node.childNodes) walk(child);
    parts.push(CELL.has(name) ? '\t' : edge);
  };
  walk(document.documentElement);
  return parts
    .join('')
    .replace(EDGES, (edges) => (edges.includes(EDGE.paragraph) ? '\n\n' : '\n'))
    .replace(/[^\S\n]*\n[^\S\n]*/gu, '\n')
    .trim();
}

/** As far as the page says so itself, without its style sheets. */
function isHidden(element: PageNode): boolean {
  const style = element.getAttribute?.('style') ?? '';
  return (
    element.hasAttribute?.('hidden') === true || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
  );
}
