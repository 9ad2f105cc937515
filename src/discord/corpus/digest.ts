import { createHash } from 'node:crypto';

/** What stands for a text where there is no room for it, such as in a `custom_id`: 16 characters. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
