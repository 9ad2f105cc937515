import type { ReadFile } from './article.ts';
import type { Known } from './draft.ts';

/** Why an archive in an archive is not read. */
export const ARCHIVE_IN_ARCHIVE = 'it is an archive in an archive: unpack it and add its files';

/** Reads one file by its path and bytes, and what is known better than it says, as `readArticles` does. */
export type Read = (path: string, bytes: Uint8Array, details?: Known) => Promise<ReadFile>;

/** Files of one archive are read for so long: a thousand articles take a fraction of it, and a few that never end do not fill the day. */
const MOST_MS = 60_000;
const TOO_LONG = `the files before it took over ${MOST_MS / 1000} seconds to read: take it out and add it alone`;

/**
 * Reads a file and then the files packed in it, each on its own, so that one that cannot be read costs no other.
 * @param path below the corpus folder, with `/` between folders; that of a packed file begins with its archive's
 * @param details of every article in it
 * @param now milliseconds on any clock
 */
export async function readWithPacked(
  path: string,
  bytes: Uint8Array,
  read: Read,
  details: Known = {},
  now: () => number = () => performance.now(),
): Promise<ReadFile> {
  const { packed, ...whole } = await read(path, bytes, details);
  const end = now() + MOST_MS;
  for (const file of packed) {
    const inner = `${path}/${file.path}`;
    if (now() > end) {
      whole.refused.push({ path: inner, reason: TOO_LONG });
      continue;
    }
    const { articles, refused, dropped, packed: nested } = await read(inner, file.bytes, details);
    whole.articles.push(...articles);
    whole.refused.push(...refused);
    whole.dropped.push(...dropped);
    if (nested.length > 0) whole.refused.push({ path: inner, reason: ARCHIVE_IN_ARCHIVE });
  }
  return { ...whole, packed: [] };
}
