import { stripVTControlCharacters } from 'node:util';

/** Control characters other than white space, and those that turn the direction of writing. */
const UNSAFE = /(?!\s)[\p{Cc}\p{Bidi_Control}]/gu;

/**
 * Text of an article or a user, unable to steer the terminal: escape sequences, other control characters and
 * direction marks are gone, and white space is a blank line where it held one, a single space elsewhere.
 */
export function inert(text: string): string {
  return stripVTControlCharacters(text)
    .replace(UNSAFE, '')
    .replace(/\s+/g, (gap) => (/\n\s*\n/.test(gap) ? '\n\n' : ' '))
    .toWellFormed();
}

/** Like `inert`, on one line. */
export function inertLine(text: string): string {
  return inert(text).replace(/\s+/g, ' ').trim();
}
