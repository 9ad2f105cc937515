import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be packed, and what the archive is to say of it that is not so. */
export interface Packed {
  content: string | Uint8Array;
  /** What the directory says its size is. */
  claimedSize?: number;
  isLocked?: boolean;
  isLink?: boolean;
  isDamaged?: boolean;
}

/** A ZIP archive of files by name, written byte by byte, so that it may also lie. */
export function zipOf(files: Record<string, string | Uint8Array | Packed>): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, file] of Object.entries(files)) {
    const packed: Packed = typeof file === 'string' || file instanceof Uint8Array ? { content: file } : file;
    const content = Buffer.from(packed.content);
    const data = deflateRawSync(content);
    const name = Buffer.from(path);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800 | (packed.isLocked ? 1 : 0), 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(packed.isDamaged ? 1 : crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(packed.claimedSize ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(packed.isLink ? 0o120777 * 65_536 : 0o100644 * 65_536, 6);
    entry.writeUInt32LE(offset, 10);
    const header = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, data]);
    local.push(header);
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), fields, entry, name);
    offset += header.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(local.length, 8);
  end.writeUInt16LE(local.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, listed, end]));
}
