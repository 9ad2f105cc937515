import { randomBytes } from 'node:crypto';

/** A key that nobody guesses, short enough for the custom id of a button. */
export function newKey(): string {
  return randomBytes(12).toString('base64url');
}
