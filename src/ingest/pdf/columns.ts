import type { Line } from './lines.ts';

/** A line with what stands beside it, from left to right. */
export interface Row extends Line {
  /** One or more cells of a table. */
  cells: number;
}

/** Lines on one baseline, in heights. */
const SAME_BASELINE = 0.3;
/** Text beside other text is a column rather than a cell when both are so long, on such a share of the lines. */
const COLUMN = { characters: 20, share: 0.5 };

/** Lines so near in height, in heights, are beside each other; in a page of one column only few are. */
const OVERLAP = 0.5;
const MOST_BESIDE = 0.15;

/** The lines of a page with the cells of a row put together, and columns put below each other. */
export function rowsOf(page: readonly Line[]): Row[] {
  const groups: Line[][] = [];
  for (const line of inReadingOrder(page)) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && isBeside(before, line)) group.push(line);
    else groups.push([line]);
  }
  const beside = groups.filter(([left, right]) => right && isColumn(left) && isColumn(right));
  if (beside.length > 1 && beside.length > COLUMN.share * groups.length) {
    const columns = Math.max(...groups.map((group) => group.length));
    return Array.from({ length: columns }, (_, i) => groups.flatMap((group) => group[i] ?? []))
      .flat()
      .map((line) => ({ ...line, cells: 1 }));
  }
  return groups.flatMap((cells) => {
    const [first, last] = [cells[0], cells.at(-1)];
    if (!first || !last) return [];
    const text = cells.map((cell) => cell.text).join(' | ');
    return [{ ...first, text, end: last.end, cells: cells.length }];
  });
}

/**
 * A page of one column from top to bottom: documents may have its headline last. Where much stands beside each other,
 * only the order of the document tells what belongs together.
 */
function inReadingOrder(page: readonly Line[]): readonly Line[] {
  const down = page.toSorted((a, b) => a.y - b.y || a.x - b.x);
  const beside = down.filter((line, i) => {
    const next = down[i + 1];
    return next !== undefined && next.y - line.y < OVERLAP * line.size;
  });
  return beside.length > MOST_BESIDE * page.length ? page : down;
}

function isBeside(before: Line, line: Line): boolean {
  return (
    Math.abs(line.y - before.y) < SAME_BASELINE * Math.max(line.size, before.size) && line.x > before.end
  );
}

function isColumn(line: Line | undefined): boolean {
  return line !== undefined && line.text.length >= COLUMN.characters;
}
