import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { HnswIndex, type VectorSource } from '../../src/adapters/vector-index/index.ts';

const DIMENSIONS = 512;
const some = Array.from({ length: 50 }, (_, i) =>
  Float32Array.from({ length: DIMENSIONS }, (_, j) => Math.sin(i * j)),
);

/** A task of a worker thread that is in native code nearly all the time, and does not end soon by itself. */
export function build(): void {
  const source: VectorSource = {
    dimensions: DIMENSIONS,
    labels: Array.from({ length: 200_000 }, (_, i) => i),
    *vectorsOf(labels) {
      for (const label of labels) {
        if (label === 100) parentPort?.postMessage('building');
        yield some[label % some.length] as Float32Array;
      }
    },
  };
  HnswIndex.write(join(tmpdir(), 'footnote-never-written.hnsw'), source);
}
