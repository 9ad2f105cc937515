import { UserError } from '../errors.ts';
import type { AddedFile } from '../model.ts';
import type { FetchedPage, Fetcher } from '../ports.ts';
import { safeName } from './safe-name.ts';
import { extensionOf, readableTypes, sourceOf } from './sources/index.ts';

/** Which ending the files of a media type have. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'text/markdown': '.md',
  'text/x-markdown': '.md',
  'text/plain': '.txt',
  'application/json': '.json',
  'application/ld+json': '.json',
  'application/pdf': '.pdf',
  'application/x-pdf': '.pdf',
  'application/zip': '.zip',
  'application/x-zip-compressed': '.zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
};
const NEVER_TEXT = /^(?:image|audio|video|font|model)\//;
/** Endings of pages that programs make, and of files that are read: no part of an article's name. */
const PAGE_ENDING = /\.(?:[xs]?html?|php\d?|aspx?|jspx?|cfm|cgi|md|markdown|txt|json|pdf|docx|zip)$/i;
/** Last parts of paths that name no page in particular. */
const NAMELESS = /^(?:index|default|home|amp|print|view|article|story)?$/i;
const UTF8_MARK = Uint8Array.of(0xef, 0xbb, 0xbf);

/** What goes with an address that is to be added. */
export interface FetchFileOptions {
  /** It is a file that somebody gave to Discord, and this is what they call it. */
  attachment?: { name: string } | undefined;
  /** Ends it; its reason is thrown. */
  signal?: AbortSignal | undefined;
}

/**
 * Reads the file at an address.
 * @throws {UserError} with what to do, when it cannot be read or is nothing that holds text.
 */
export async function fetchFile(
  fetcher: Fetcher,
  address: string,
  { attachment, signal }: FetchFileOptions = {},
): Promise<AddedFile> {
  const fetched = await fetcher.fetch(address, { attachment: attachment !== undefined, signal });
  if (fetched.kind !== 'page') throw new Error('a file was not sent though it was not known before');
  if (attachment) return { name: attachment.name, bytes: fetched.bytes };
  return fileOf(fetched, address);
}

/** A page as a file that can be added, which knows where it is from. @throws {UserError} when it is no text. */
export function fileOf(page: FetchedPage, asked: string): AddedFile {
  const type = mediaType(page.contentType);
  if (NEVER_TEXT.test(type)) {
    const shown = `${new URL(page.url).host}${new URL(page.url).pathname}`;
    throw new UserError(`There is no text at ${shown}, but ${type}. Footnote reads ${readableTypes}.`);
  }
  const { etag, lastModified, url } = page;
  return {
    name: nameAt(url, type),
    bytes: asUtf8(page),
    source: {
      url,
      asked,
      ...(etag !== undefined && { etag }),
      ...(lastModified !== undefined && { lastModified }),
    },
  };
}

/** A name for the file at an address: what its path calls it, with the ending of what it is. */
function nameAt(address: string, type: string): string {
  const { hostname, pathname } = new URL(address);
  const parts = pathname.split('/').map(decoded);
  const named = parts.findLast((part) => !NAMELESS.test(part.replace(PAGE_ENDING, '').trim())) ?? hostname;
  const ending = ENDINGS[type] ?? (sourceOf(named) && extensionOf(named)) ?? '';
  const stem = named.replace(PAGE_ENDING, '');
  // A page without a type of its own is what the web is made of.
  return safeName(`${stem}${ending || (type === '' || type.startsWith('text/') ? '.html' : '.txt')}`);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function mediaType(contentType = ''): string {
  return contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** The content as UTF-8, if the server says in which other encoding it is and it can be nothing else. */
function asUtf8({ bytes, contentType = '' }: FetchedPage): Uint8Array {
  const label = /;\s*charset\s*=\s*["']?([\w-]{2,40})/i.exec(contentType)?.[1];
  if (label === undefined || !/^(?:text\/|application\/(?:xhtml|json))/i.test(contentType.trim()))
    return bytes;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return bytes;
  } catch {
    // It is not UTF-8, whatever is said.
  }
  try {
    const { encoding } = new TextDecoder(label);
    if (encoding === 'utf-8') return bytes;
    return Buffer.concat([UTF8_MARK, Buffer.from(new TextDecoder(label).decode(bytes))]);
  } catch {
    // No encoding that anybody knows.
    return bytes;
  }
}
