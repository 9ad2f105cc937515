import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * Whether two words in their dictionary forms, lower case, can say much the same: whether a large and loose thesaurus lists
 * one under the other. Words that it does not have are near to none.
 */
export function areNear(a: string, b: string): boolean {
  const { numbers, rows } = thesaurus();
  const [one, other] = [numbers.get(a), numbers.get(b)];
  if (one === undefined || other === undefined) return false;
  return isListed(other, rows[one] as Uint16Array) || isListed(one, rows[other] as Uint16Array);
}

/** Numbers of words, and by number the numbers of those that each lists, in order. */
interface Thesaurus {
  numbers: ReadonlyMap<string, number>;
  rows: readonly Uint16Array[];
}

let known: Thesaurus | undefined;

/** Read when the first claim is checked: without a chat model it never is. */
function thesaurus(): Thesaurus {
  known ??= unpacked(gunzipSync(readFileSync(join(import.meta.dirname, 'near-words.gz'))));
  return known;
}

/**
 * A thesaurus as bytes: its words in order, one a line; a zero; for each word the distances between the numbers of those
 * that it lists, from 1, in groups of seven bits with the lowest first, and a zero.
 * @param listed by word those that it lists; others than these words are left out
 */
export function packed(listed: ReadonlyMap<string, ReadonlySet<string>>): Uint8Array {
  const words = [...listed.keys()].sort();
  const numbers = new Map(words.map((word, i) => [word, i]));
  const bytes = words.flatMap((word) => {
    const row = [...(listed.get(word) ?? [])].flatMap((other) => numbers.get(other) ?? []);
    const inOrder = Uint16Array.from(row).sort();
    return [...[...inOrder].flatMap((number, i) => grouped(number - (inOrder[i - 1] ?? -1))), 0];
  });
  return Buffer.concat([Buffer.from(`${words.join('\n')}\0`), Buffer.from(bytes)]);
}

function grouped(distance: number): number[] {
  return distance < 128 ? [distance] : [128 | (distance & 127), ...grouped(distance >> 7)];
}

function unpacked(bytes: Buffer): Thesaurus {
  const end = bytes.indexOf(0);
  const words = bytes.toString('utf8', 0, end).split('\n');
  const rows: Uint16Array[] = [];
  let row: number[] = [];
  let [distance, shift] = [0, 0];
  for (const byte of bytes.subarray(end + 1)) {
    if (byte === 0) {
      rows.push(Uint16Array.from(row));
      row = [];
      continue;
    }
    distance |= (byte & 127) << shift;
    shift += 7;
    if (byte >= 128) continue;
    row.push((row.at(-1) ?? -1) + distance);
    [distance, shift] = [0, 0];
  }
  return { numbers: new Map(words.map((word, i) => [word, i])), rows };
}

function isListed(number: number, row: Uint16Array): boolean {
  let [from, to] = [0, row.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((row[middle] as number) < number) from = middle + 1;
    else to = middle;
  }
  return row[from] === number;
}
