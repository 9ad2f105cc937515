import { committedFloors } from '../floors.ts';
import { measureBodies, type Way } from './bodies.ts';
import { measureMetadata } from './metadata.ts';
import { readPages } from './pages.ts';
import type { ReadingResult } from './result.ts';

const WAYS: readonly Way[] = ['extraction', 'copied-pages'];

/**
 * Reads the labelled pages in some folders and measures what comes out.
 * @param onProgress how many pages of a set have been read
 * @throws {UserError} when a folder holds no such pages
 */
export async function measureReading(
  dirs: readonly string[],
  onProgress: (set: string, done: number, total: number) => void,
): Promise<ReadingResult[]> {
  const floors = committedFloors();
  const results: ReadingResult[] = [];
  for (const { bodies, metadata } of dirs.map(readPages)) {
    const progressOf = (set: string, total: number) => (done: number) => onProgress(set, done, total);
    for (const way of bodies.length === 0 ? [] : WAYS)
      results.push(await measureBodies(bodies, way, floors, progressOf(way, bodies.length)));
    if (metadata.length > 0)
      results.push(await measureMetadata(metadata, floors, progressOf('metadata', metadata.length)));
  }
  return results;
}
