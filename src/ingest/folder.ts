import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../errors.ts';
import type { Refusal } from '../model.ts';
import { articleIdOf, nameKey } from './article-id.ts';
import { extensionOf, readableTypes, sourceOf } from './sources/index.ts';
import type { Source } from './sources/source.ts';

/** A file that may hold articles. */
export interface ListedFile {
  /** Below the root, with `/` between folders, spelled as on the disk. */
  path: string;
  /** Bytes. */
  size: number;
}

/** What a corpus folder holds, sorted by path. */
export interface Listing {
  files: ListedFile[];
  refused: Refusal[];
}

/** Larger files are not read: those of text, and those of other types, which may hold pictures. */
export const MAX_FILE_BYTES = 8 * 1024 * 1024;
export const MAX_DOCUMENT_BYTES = 2 * MAX_FILE_BYTES;
/** Folders in folders below the root, and entries of all folders together, that are looked at. */
const MOST = { depth: 16, entries: 50_000 };
/** What desktop systems and editors leave in folders. */
const LITTER = /^(?:\.|thumbs\.db$|desktop\.ini$|__macosx$|~\$)|~$/i;

/**
 * The files in a corpus folder and the folders in it that may hold articles. Links are never followed, hidden
 * files are passed over, and of files that would give articles of one name only the first is listed.
 */
export async function listFiles(root: string): Promise<Listing> {
  const listing: Listing = { files: [], refused: [] };
  let entries = 0;
  const walk = async (folder: string, depth: number): Promise<void> => {
    for (const entry of await entriesOf(join(root, folder), folder, listing.refused)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (isLitter(entry.name)) continue;
      if (++entries > MOST.entries) return;
      const reason = entry.isDirectory()
        ? depth === MOST.depth && `folders are read ${MOST.depth} deep and no deeper: move it up`
        : whyNotAFile(entry);
      if (reason) listing.refused.push({ path, reason });
      else if (entry.isDirectory()) await walk(path, depth + 1);
      else await addFile(root, path, listing);
    }
  };
  await walk('', 0);
  if (entries > MOST.entries) {
    const reason = `the folder holds over ${MOST.entries} files and folders, and the rest was not read: split it`;
    listing.refused.push({ path: '.', reason });
  }
  return withoutNamesakes(listing);
}

/** Whether a file or folder of this name is hidden, or was left by a system or an editor. */
export function isLitter(name: string): boolean {
  return LITTER.test(name);
}

/** How large a file of a type may be. */
export function mostBytesOf({ kind }: Source): number {
  return kind === 'text' ? MAX_FILE_BYTES : MAX_DOCUMENT_BYTES;
}

/** Why a file of this size is not read, when `most` bytes are allowed. */
export function tooLarge(size: number, most: number): string {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return `oversized: ${megabytes} MiB, and files may have ${most / 1024 / 1024} MiB at most: split it`;
}

/** Why a file of this type is not read. */
export function unknownType(path: string): string {
  return `files of type ${extensionOf(path)} are not read: save it as ${readableTypes}`;
}

async function entriesOf(absolute: string, folder: string, refused: Refusal[]): Promise<Dirent[]> {
  try {
    const entries = await readdir(absolute, { withFileTypes: true });
    return entries.sort((a, b) => compare(a.name, b.name));
  } catch (error) {
    if (folder === '') throw error;
    refused.push({ path: folder, reason: cannotBeRead(error) });
    return [];
  }
}

function whyNotAFile(entry: Dirent): string | undefined {
  if (entry.isSymbolicLink()) return 'it is a link, and links are not followed: put the file itself here';
  if (!entry.isFile()) return 'it is a pipe, a socket or a device, not a file';
  return undefined;
}

async function addFile(root: string, path: string, { files, refused }: Listing): Promise<void> {
  let stats: Stats;
  try {
    stats = await lstat(join(root, path));
  } catch (error) {
    refused.push({ path, reason: cannotBeRead(error) });
    return;
  }
  const source = sourceOf(path);
  const most = source === undefined ? 0 : mostBytesOf(source);
  if (source === undefined) refused.push({ path, reason: unknownType(path) });
  else if (stats.size > most) refused.push({ path, reason: tooLarge(stats.size, most) });
  else files.push({ path, size: stats.size });
}

/** Names that differ in case, in Unicode form or in their ending alone would be one article: the first is it. */
function withoutNamesakes({ files, refused }: Listing): Listing {
  const first = new Map<string, string>();
  const kept: ListedFile[] = [];
  for (const file of files.toSorted((a, b) => compare(a.path, b.path))) {
    const name = nameKey(articleIdOf(file.path));
    const namesake = first.get(name);
    if (namesake === undefined) {
      first.set(name, file.path);
      kept.push(file);
    } else {
      const reason = `it would be the same article as ${namesake}: rename one of them`;
      refused.push({ path: file.path, reason });
    }
  }
  return { files: kept, refused: refused.toSorted((a, b) => compare(a.path, b.path)) };
}

function cannotBeRead(error: unknown): string {
  return `it cannot be read (${messageOf(error)}): check its permissions`;
}

/** By code units: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
