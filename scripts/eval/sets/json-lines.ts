import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { UserError } from '../../../src/errors.ts';

/**
 * The objects of a file that is gzip of one JSON object a line.
 * @param fields which every object must have
 * @throws {UserError} when the file is no such thing
 */
export function readJsonLines<T extends object>(path: string, fields: readonly (keyof T & string)[]): T[] {
  try {
    const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
    return lines
      .filter((line) => line.trim() !== '')
      .map((line, i) => {
        const value = JSON.parse(line) as T;
        const missing = fields.filter((field) => value[field] === undefined);
        if (missing.length > 0) throw new Error(`object ${i + 1} has no ${missing.join(', ')}`);
        return value;
      });
  } catch (error) {
    throw new UserError(
      `${path} cannot be read as gzip of one JSON object a line: ${error instanceof Error ? error.message : error}`,
    );
  }
}
