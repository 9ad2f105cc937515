import { FetchError } from '../../errors.ts';
import { shown } from './shown.ts';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Reads an address as a browser does. @throws {FetchError} when it is none. */
export function parseAddress(text: string): URL {
  const url = URL.parse(text.trim());
  if (url === null) {
    throw new FetchError(
      'refused',
      'That is not a web address. Write it in full, such as https://example.org/news/article.html.',
    );
  }
  url.hash = '';
  return url;
}

/** Where an answer sends its reader; `undefined` when it is no redirect. @throws {FetchError} when nobody should go there. */
export function redirectOf(from: URL, status: number, location: string | undefined): URL | undefined {
  if (!REDIRECTS.has(status)) return undefined;
  // Headers arrive byte for byte; what is no ASCII in them is UTF-8, as browsers take it.
  const to = URL.parse(Buffer.from(location ?? '', 'latin1').toString(), from.href);
  if (location === undefined || to === null) {
    throw new FetchError('unreachable', `${shown(from)} redirects to no address (HTTP ${status}).`);
  }
  if (from.protocol === 'https:' && to.protocol === 'http:') {
    throw new FetchError(
      'refused',
      `${shown(from)} redirects from https to ${shown(to)}, where anybody on the way could change it. Save the page and add it as a file.`,
    );
  }
  to.hash = '';
  return to;
}
