import { workerData } from 'node:worker_threads';
import { cacheIndex } from '../adapters/library/index.ts';

/** Writes the vector index of the newest generation to its cache. */
export function cache(): boolean {
  return cacheIndex((workerData as { dataDir: string }).dataDir);
}
