import { oneLine } from './characters.ts';
import { extensionOf, sourceOf } from './sources/index.ts';

/** The id of the article in a file: its path without the ending, without characters that cannot be seen. */
export function articleIdOf(path: string): string {
  const extension = sourceOf(path) === undefined ? '' : extensionOf(path);
  return oneLine(path.slice(0, path.length - extension.length));
}

/** What two spellings of one id share: ids that differ in case alone are the same. */
export function nameKey(id: string): string {
  return id.toLowerCase();
}
