import { drop, isKept, type Line } from './line.ts';
import { countWords } from './prose.ts';

/** A line that stands on a page so often, and is so long, is the caption of its pictures. */
const FEWEST = { times: 3, words: 5 };

/** Leaves out the captions that a page repeats; of a paragraph one stays. */
export function markRepeated(lines: Line[]): void {
  const times = new Map<string, number>();
  const repeatable = lines.filter((line) => isKept(line) && line.kind !== 'code' && line.kind !== 'row');
  for (const { text } of repeatable) times.set(text, (times.get(text) ?? 0) + 1);
  const seen = new Set<string>();
  for (const line of repeatable) {
    const isOften = (times.get(line.text) ?? 0) >= FEWEST.times && countWords(line.text) >= FEWEST.words;
    if (isOften && (!line.isProse || seen.has(line.text))) drop(line, 'caption');
    seen.add(line.text);
  }
}
