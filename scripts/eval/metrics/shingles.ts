/** Tokens in a shingle. */
const SIZE = 4;
const TOKEN = /[\p{L}\p{N}_]+/gu;

/** How a text that was found compares with the true one, in shingles: runs of four tokens, counted as often as they occur. */
export interface Overlap {
  /** In both. */
  shared: number;
  /** Only in the text that was found. */
  added: number;
  /** Only in the true text. */
  lost: number;
}

/** Means over pages, each counting alike; `f1` is that of the two means. `NaN` without pages. */
export interface OverlapFigures {
  f1: number;
  precision: number;
  recall: number;
}

/** Compares two texts by their shingles; a text of fewer than four tokens is one shingle. */
export function overlapOf(truth: string, found: string): Overlap {
  const [expected, actual] = [countShingles(tokensOf(truth)), countShingles(tokensOf(found))];
  let shared = 0;
  for (const [shingle, count] of expected) shared += Math.min(count, actual.get(shingle) ?? 0);
  return { shared, added: sum(actual) - shared, lost: sum(expected) - shared };
}

/** The figures of several pages. A page of which nothing was found counts in the recall only. */
export function overlapFigures(overlaps: readonly Overlap[]): OverlapFigures {
  const precision = mean(overlaps.map(({ shared, added }) => shared / (shared + added)));
  const recall = mean(overlaps.map(({ shared, lost }) => shared / (shared + lost)));
  return { f1: (2 * precision * recall) / (precision + recall), precision, recall };
}

/** The F1 of one page; 1 when both texts are empty. */
export function overlapF1({ shared, added, lost }: Overlap): number {
  const all = 2 * shared + added + lost;
  return all === 0 ? 1 : (2 * shared) / all;
}

/** The longest run of words of a text none of whose shingles is in the other; empty when there is none. */
export function longestApart(text: string, other: string): string {
  const tokens = [...text.matchAll(TOKEN)];
  const known = countShingles(tokensOf(other));
  const isKnown = new Array<boolean>(tokens.length).fill(false);
  for (let i = 0; i + SIZE <= tokens.length; i++) {
    const shingle = tokens.slice(i, i + SIZE).map(([token]) => token);
    if (known.has(shingle.join(' '))) isKnown.fill(true, i, i + SIZE);
  }
  let [start, end] = [0, 0];
  for (let from = 0, to = 0; to <= tokens.length; to++) {
    if (to < tokens.length && !isKnown[to]) continue;
    if (to - from > end - start) [start, end] = [from, to];
    from = to + 1;
  }
  const [first, last] = [tokens[start], tokens[end - 1]];
  return first && last && end > start ? text.slice(first.index, last.index + last[0].length) : '';
}

function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

function countShingles(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  if (tokens.length === 0) return counts;
  for (let i = 0; i < Math.max(1, tokens.length - SIZE + 1); i++) {
    const shingle = tokens.slice(i, i + SIZE).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

/** Of the values that are numbers. */
function mean(values: readonly number[]): number {
  const numbers = values.filter((value) => !Number.isNaN(value));
  return numbers.reduce((total, value) => total + value, 0) / numbers.length;
}
