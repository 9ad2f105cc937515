/** Discord's limits, a little below what it accepts, and the cutting that keeps to them. */

/** Characters of text in all parts of one message (Discord: 4,000). */
export const MESSAGE_TEXT = 3_800;
/** Characters of a question that `/ask` takes. */
export const QUESTION_LENGTH = 500;

/**
 * What a text takes of `MESSAGE_TEXT`. Discord also refuses messages of about 10,000 bytes, which texts in
 * many scripts reach before 4,000 characters: a character of three bytes counts as one and a half.
 */
export function cost(text: string): number {
  return Math.max(text.length, Math.ceil(Buffer.byteLength(text) / 2));
}

/** The first lines that together cost at most `room`, counting their line breaks. */
export function fitting(lines: readonly string[], room: number): string[] {
  const fit: string[] = [];
  let used = 0;
  for (const line of lines) {
    used += cost(line) + 1;
    if (used > room) break;
    fit.push(line);
  }
  return fit;
}

export interface Shorten {
  /** What a text costs once it is written; `cost` of the text itself when absent. */
  costOf?: (text: string) => number;
  /** The part that stays. */
  keep?: 'start' | 'end';
}

/**
 * The text when it costs at most `max`; otherwise its start (or end) with `…` in place of what was cut off,
 * cut between sentences when that keeps at least half of the room in use, else between words, else between
 * characters.
 */
export function shorten(text: string, max: number, { costOf = cost, keep = 'start' }: Shorten = {}): string {
  if (costOf(text) <= max) return text;
  for (const granularity of ['sentence', 'word', 'grapheme'] as const) {
    const dots = granularity === 'sentence' ? [' …', '… '] : ['…', '…'];
    const part = (border: number) =>
      keep === 'start' ? text.slice(0, border).trimEnd() + dots[0] : dots[1] + text.slice(border).trimStart();
    const longest = longestFitting(
      borders(text, granularity, max, keep).map(part),
      (cut) => costOf(cut) <= max,
    );
    if (longest !== undefined && (granularity === 'grapheme' || costOf(longest) >= max / 2)) return longest;
  }
  return '…';
}

/** Inner borders, in the order of growing parts; only those that leave a part of at most `max` code units. */
function borders(
  text: string,
  granularity: 'sentence' | 'word' | 'grapheme',
  max: number,
  keep: 'start' | 'end',
) {
  // A little beyond `max` is read, so that its last border is one of the text and not of the cut.
  const from = keep === 'start' ? 0 : Math.max(0, text.length - 2 * max);
  const piece = keep === 'start' ? text.slice(0, 2 * max) : text.slice(from);
  const inner = [...new Intl.Segmenter('en', { granularity }).segment(piece)]
    .map(({ index }) => from + index)
    .filter((border) => border > 0 && (keep === 'start' ? border : text.length - border) <= max);
  return keep === 'start' ? inner : inner.reverse();
}

/** The last that fits of parts that grow. */
function longestFitting(parts: readonly string[], fits: (part: string) => boolean): string | undefined {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(parts[middle] ?? '')) low = middle + 1;
    else high = middle;
  }
  return parts[low - 1];
}
