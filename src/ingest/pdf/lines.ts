/** Some text as a PDF document places it on a page: a word, a line, or a single letter. */
export interface Piece {
  str: string;
  /** Six numbers of a matrix: turn and size, then place. */
  transform: number[];
  /** In points, as all lengths here. */
  width: number;
}

/** Text side by side on a page. */
export interface Line {
  text: string;
  /** Left and right end, from the left of the page. */
  x: number;
  end: number;
  /** Baseline, from the top of the page. */
  y: number;
  /** Height of the font. */
  size: number;
  /** From 0. */
  page: number;
}

/** Parts of the height of a line. */
const PARTS = {
  /** A piece so much higher or lower, such as a raised number, still belongs to the line. */
  raised: 0.5,
  /** Wider gaps are spaces between words. */
  space: 0.18,
  /** Wider gaps are between columns or the cells of a table. */
  column: 2.2,
  /** Pieces may overlap so much. */
  overlap: 0.6,
};
/** Text that leans more than this is turned: a stamp in the margin, a watermark. */
const MOST_SLOPE = 0.1;

/**
 * The lines of a page, in the order in which the document has them, which is the order of reading in nearly all.
 * @param view matrix that turns the page as it is shown, from the top down
 */
export function linesOf(pieces: readonly Piece[], view: readonly number[], page: number): Line[] {
  const lines: Line[] = [];
  let isSpaced = false;
  for (const piece of pieces) {
    const placed = place(piece, view);
    if (placed === undefined || piece.str.trim() === '') {
      isSpaced ||= piece.str !== '';
      continue;
    }
    const line = lines.at(-1);
    if (line && goesOn(line, placed)) {
      const isApart = isSpaced || placed.x - line.end > PARTS.space * line.size;
      line.text += (isApart && !/\s$/.test(line.text) ? ' ' : '') + piece.str;
      line.end = Math.max(line.end, placed.x + piece.width);
      if (placed.size > line.size) Object.assign(line, { y: placed.y, size: placed.size });
    } else {
      lines.push({ ...placed, text: piece.str, end: placed.x + piece.width, page });
    }
    isSpaced = false;
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/gu, ' ').trim() }));
}

/** Where a piece stands on the page as it is shown; `undefined` when it is turned. */
function place({ transform }: Piece, view: readonly number[]): Pick<Line, 'x' | 'y' | 'size'> | undefined {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view;
  const [along = 1, across = 0, slant = 0, height = 1, left = 0, bottom = 0] = transform;
  const [right, down] = [a * along + c * across, b * along + d * across];
  if (right <= 0 || Math.abs(down) > MOST_SLOPE * right) return undefined;
  return {
    x: a * left + c * bottom + e,
    y: b * left + d * bottom + f,
    size: Math.hypot(slant, height) || Math.hypot(along, across),
  };
}

function goesOn(line: Line, { x, y, size }: Pick<Line, 'x' | 'y' | 'size'>): boolean {
  const tallest = Math.max(line.size, size);
  if (Math.abs(y - line.y) > PARTS.raised * tallest) return false;
  return x > line.end - PARTS.overlap * tallest && x - line.end < PARTS.column * tallest;
}
