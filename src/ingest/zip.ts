import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { messageOf, UserError } from '../errors.ts';

/** A file in a ZIP archive. */
export interface ZipEntry {
  /** As the archive has it: it may say anything. Folders end in `/`. */
  name: string;
  /** Bytes when unpacked, as the archive claims. */
  size: number;
  isLink: boolean;
  isLocked: boolean;
  /** @throws {UserError} when it is damaged, or not of the size that the archive claims. */
  read(): Promise<Buffer>;
}

/** Directories with more entries are not read. */
const MOST_ENTRIES = 20_000;
/** The type of a file in the upper half of its attributes, as Unix has it. */
const TYPE_MASK = 0o170000;
const LINK = 0o120000;

/** The files in an archive, in its own order. @throws {UserError} when it is damaged. */
export async function openZip(bytes: Uint8Array): Promise<ZipEntry[]> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Names are not judged here: they are made safe by who uses them.
    const file = await fromBufferPromise(buffer, { decodeStrings: false });
    const entries: ZipEntry[] = [];
    for await (const entry of file.eachEntry()) {
      if (entries.length === MOST_ENTRIES) throw new Error(`it has over ${MOST_ENTRIES} entries`);
      entries.push(entryOf(file, entry));
    }
    return entries;
  } catch (error) {
    throw new UserError(`it is a damaged ZIP archive (${messageOf(error)}): pack it again`);
  }
}

/** The program whose document an archive is: `Word`, another, or `undefined` when it is an archive of files. */
export async function officeType(bytes: Uint8Array): Promise<string | undefined> {
  const names = new Set((await openZip(bytes)).map(({ name }) => name));
  if (names.has('word/document.xml')) return 'Word';
  if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin')) return 'Excel';
  if (names.has('ppt/presentation.xml')) return 'PowerPoint';
  if (names.has('META-INF/container.xml')) return 'an e-book';
  return names.has('mimetype') && names.has('content.xml') ? 'OpenDocument' : undefined;
}

function entryOf(file: ZipFile, entry: Entry): ZipEntry {
  return {
    name: getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false),
    size: entry.uncompressedSize,
    isLink: ((entry.externalFileAttributes >>> 16) & TYPE_MASK) === LINK,
    isLocked: entry.isEncrypted(),
    read: () => read(file, entry),
  };
}

async function read(file: ZipFile, entry: Entry): Promise<Buffer> {
  let content: Buffer;
  try {
    // The stream fails at the first byte beyond the size that the archive claims.
    const stream = await file.openReadStreamPromise(entry);
    content = Buffer.concat(await stream.toArray());
  } catch (error) {
    throw new UserError(`it is damaged in its archive (${messageOf(error)}): pack it again`);
  }
  if (crc32(content) !== entry.crc32) throw new UserError('it is damaged in its archive: pack it again');
  return content;
}
