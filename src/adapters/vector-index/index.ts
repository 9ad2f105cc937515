import type { VectorIndex } from '../../ports.ts';
import { ExactIndex } from './exact.ts';
import type { VectorSource } from './hnsw.ts';

export type { IndexFile, VectorSource } from './hnsw.ts';
export { HnswIndex, hnswlib } from './hnsw.ts';

/** The engine that needs no file: every vector of `source` in memory. */
export function exactIndex(source: VectorSource): VectorIndex {
  return new ExactIndex(source);
}
