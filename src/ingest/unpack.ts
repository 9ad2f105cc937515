import { UserError } from '../errors.ts';
import { articleIdOf } from './article-id.ts';
import { isLitter, mostBytesOf, tooLarge, unknownType } from './folder.ts';
import { ARCHIVE_IN_ARCHIVE } from './packed.ts';
import { safePath } from './safe-name.ts';
import { sourceOf } from './sources/index.ts';
import type { Unpacked } from './sources/source.ts';
import { openZip, type ZipEntry } from './zip.ts';

/** Files of one archive that are read, and bytes of all of them together. */
const MOST = { files: 1_000, bytes: 32 * 1024 * 1024 };

/**
 * The files in a ZIP archive that are of readable types, under safe names. Whatever a file claims to be, no more is
 * unpacked than an archive may hold.
 * @throws {UserError} when the archive is damaged or locked
 */
export async function unpack(archive: Uint8Array, most = MOST): Promise<Unpacked> {
  const unpacked: Unpacked = { files: [], refused: [] };
  const names = new Set<string>();
  let bytes = 0;
  for (const { path, entry } of filesIn(await openZip(archive))) {
    if (unpacked.files.length + unpacked.refused.length === most.files) {
      const reason = `the archive holds over ${most.files} files, and this and those after it were not read: split it`;
      unpacked.refused.push({ path, reason });
      break;
    }
    const name = articleIdOf(path).toLowerCase();
    const reason =
      whyNot(path, entry) ??
      (names.has(name)
        ? 'another file in the archive would be the same article: rename one of them'
        : undefined) ??
      (bytes + entry.size > most.bytes ? overflow(most.bytes) : undefined);
    if (reason !== undefined) {
      unpacked.refused.push({ path, reason });
      continue;
    }
    names.add(name);
    bytes += entry.size;
    try {
      unpacked.files.push({ path, bytes: await entry.read() });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      unpacked.refused.push({ path, reason: error.message });
    }
  }
  return unpacked;
}

/** The files that a person put into an archive, sorted by name. */
function filesIn(entries: ZipEntry[]): { path: string; entry: ZipEntry }[] {
  const files = entries.filter(({ name }) => {
    const parts = name.split(/[/\\]/).filter((part) => part !== '.' && part !== '..');
    return parts.at(-1) !== '' && !parts.some(isLitter);
  });
  if (files.some(({ isLocked }) => isLocked)) {
    throw new UserError('it is locked with a password: unpack it and add its files');
  }
  return files
    .map((entry) => ({ path: safePath(entry.name), entry }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function whyNot(path: string, { size, isLink }: ZipEntry): string | undefined {
  if (isLink) return 'it is a link, and links are not followed: pack the file itself';
  const source = sourceOf(path);
  if (source === undefined) return unknownType(path);
  if (source.kind === 'archive') return ARCHIVE_IN_ARCHIVE;
  const most = mostBytesOf(source);
  return size > most ? tooLarge(size, most) : undefined;
}

function overflow(most: number): string {
  return `with it, the archive unpacks to over ${most / 1024 / 1024} MiB: split it`;
}
