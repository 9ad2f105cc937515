import { extname } from 'node:path';
import type { Json } from './model.ts';
import type { World } from './world.ts';

/** A file that a person attaches. */
export interface UploadedFile {
  filename: string;
  bytes: Uint8Array | string;
  /** The size that Discord tells the bot, when it is not that of the bytes. */
  size?: number;
}

/** A file as the content host hands it out. */
export interface HostedFile {
  bytes: Uint8Array;
  contentType: string;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.xml': 'application/rss+xml; charset=utf-8',
};

export function isUpload(value: unknown): value is UploadedFile {
  return typeof value === 'object' && value !== null && 'filename' in value && 'bytes' in value;
}

/** Puts a file on the content host; gives its address. */
export function hosted(world: World, folder: string, { filename, bytes }: UploadedFile): string {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const contentType = TYPES[extname(filename).toLowerCase()] ?? 'application/octet-stream';
  // Discord's addresses hold what is left of a name when all that is special in an address is taken out.
  const path = `/attachments/${folder}/${filename.replace(/[^\w.-]+/g, '_')}`;
  world.files.set(path, { bytes: content, contentType });
  return `${world.contentUrl}${path}`;
}

/** Puts a file on the content host; gives what an interaction says of it. */
export function upload(world: World, channelId: string, { filename, bytes, size }: UploadedFile): Json {
  const id = world.nextId();
  const url = hosted(world, `${channelId}/${id}`, { filename, bytes });
  return {
    ...{ id, filename, url, proxy_url: url },
    ...{ size: size ?? Buffer.byteLength(bytes), ephemeral: true },
  };
}
