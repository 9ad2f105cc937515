import type { ReadFile } from './article.ts';
import type { Known } from './draft.ts';
import { mostBytesOf, tooLarge } from './folder.ts';
import { type Read, readWithPacked } from './packed.ts';
import { safeName } from './safe-name.ts';
import { isPdf, isZip } from './signature.ts';
import { extensionOf, sourceOf } from './sources/index.ts';
import { text } from './sources/text.ts';

/** What an uploaded file gave. */
export interface ReadUpload extends ReadFile {
  /** The name under which it may be kept, fit for every system; its articles and refusals go by it. */
  name: string;
}

/**
 * Reads a file that somebody sent, as a file of this name in the corpus folder would be read: its articles, and of
 * what was left out the reasons. What is too large is not even looked at.
 * @param name as the sender has it: it may say anything
 * @param read reads one file; it is given safe names only
 * @param details what is known better than the file says it
 */
export async function readUpload(
  name: string,
  bytes: Uint8Array,
  read: Read,
  details: Known = {},
): Promise<ReadUpload> {
  const safe = safeName(name);
  const known = extensionOf(safe) === '' ? safe + endingFor(bytes) : safe;
  const most = mostBytesOf(sourceOf(known) ?? text);
  if (bytes.length <= most) return { name: known, ...(await readWithPacked(known, bytes, read, details)) };
  const refused = [{ path: known, reason: tooLarge(bytes.length, most) }];
  return { name: known, articles: [], refused, dropped: [], packed: [] };
}

/** The ending of a file that has none, by its first bytes. */
function endingFor(bytes: Uint8Array): string {
  if (isPdf(bytes, false)) return '.pdf';
  return isZip(bytes) ? '.zip' : '.txt';
}
