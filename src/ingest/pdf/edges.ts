import { httpUrl } from '../metadata.ts';
import type { Line } from './lines.ts';

/** Lines at the top and at the bottom of a page that may be its head or foot. */
const EDGE = 3;
/** On so many pages, and on such a share of them, a line is repeated when it is a head or a foot. */
const REPEATED = { pages: 2, share: 0.4 };
const PAGE_NUMBER =
  /^[\s|–—-]*(?:(?:page|seite|p\.)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:\/|of|von|de|sur)\s*\d{1,4})?[\s|–—-]*$/i;
/** What browsers print above a page. */
const PRINTED_AT = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+\d{1,2}:\d{2}(?:\s*[ap]m)?$/i;

/** The pages of a document without the heads, feet and numbers of its pages, and the address it was printed from. */
export function withoutEdges(pages: readonly Line[][]): { pages: Line[][]; url?: string } {
  const edges = pages.map(edgesOf);
  const uses = new Map<string, number>();
  for (const edge of edges) {
    for (const key of new Set(edge.flat(2).map(keyOf))) uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  const often = Math.max(REPEATED.pages, REPEATED.share * pages.length);
  const all = edges.flat(3);
  // A browser prints the time above a page and its address below, also when there is only one page.
  const isPrinted = all.some(({ text }) => PRINTED_AT.test(text));
  const isRepeated = (line: Line) => (uses.get(keyOf(line)) ?? 0) >= often;
  const isAddress = ({ text }: Line) => isPrinted && httpUrl(text) !== undefined;
  const isEdge = (row: Line[]) => {
    const others = row.filter((line) => !(isRepeated(line) || isAddress(line) || PRINTED_AT.test(line.text)));
    // More than one number side by side is a row of a table.
    return others.length === 0 || (others.length === 1 && PAGE_NUMBER.test(others[0]?.text ?? ''));
  };
  const dropped = new Set<Line>();
  for (const rows of edges.flat()) {
    const end = rows.findIndex((row) => !isEdge(row));
    for (const line of rows.slice(0, end === -1 ? rows.length : end).flat()) dropped.add(line);
  }
  const url = httpUrl(all.findLast(isAddress)?.text);
  const kept = pages.map((page) => page.filter((line) => !dropped.has(line)));
  return { pages: kept, ...(url === undefined ? {} : { url }) };
}

/** The rows of lines at the top and those at the bottom of a page, each from the outside in. */
function edgesOf(page: readonly Line[]): [top: Line[][], bottom: Line[][]] {
  const rows = new Map<number, Line[]>();
  for (const line of page.toSorted((a, b) => a.y - b.y)) {
    const y = Math.round(line.y);
    rows.set(y, [...(rows.get(y) ?? []), line]);
  }
  const inOrder = [...rows.values()];
  return [inOrder.slice(0, EDGE), inOrder.slice(-EDGE).reverse()];
}

/** What is the same in the heads of all pages: words, place and size. */
function keyOf({ text, y, size }: Line): string {
  return [text.toLowerCase().replace(/\d+/g, '#'), Math.round(y / 2), Math.round(size)].join(' ');
}
