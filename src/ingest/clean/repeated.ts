import { drop, type Line } from './line.ts';
import { countWords } from './prose.ts';

/** A line that stands on a page so often, and is so long, is the caption of its pictures or the teaser of its articles. */
const FEWEST = { times: 3, words: 5 };

/** Leaves out the lines that a page repeats. */
export function markRepeated(lines: Line[]): void {
  const times = new Map<string, number>();
  const repeatable = lines.filter(({ isProse, kind }) => !isProse && kind !== 'code' && kind !== 'row');
  for (const { text } of repeatable) times.set(text, (times.get(text) ?? 0) + 1);
  for (const line of repeatable) {
    const isRepeated = (times.get(line.text) ?? 0) >= FEWEST.times;
    if (isRepeated && countWords(line.text) >= FEWEST.words) drop(line, 'caption');
  }
}
