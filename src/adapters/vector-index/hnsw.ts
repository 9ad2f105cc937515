import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { HierarchicalNSW } from 'hnswlib-node';
import type { Neighbour, VectorIndex } from '../../ports.ts';
import { throughGate } from './gate.ts';

/** Links of a vector and candidates looked at: recall@10 is .996 with these on 17,005 sentence vectors. */
const LINKS = 16;
const BUILD_CANDIDATES = 200;
const SEARCH_CANDIDATES = 200;

/** The native library, or `undefined` on a machine where it could not be compiled. */
export const hnswlib: typeof import('hnswlib-node') | undefined = (() => {
  try {
    return throughGate(() => createRequire(import.meta.url)('hnswlib-node'));
  } catch {
    return undefined;
  }
})();

/** A file and what proves that it is the index that was written. */
export interface IndexFile {
  path: string;
  /** Hex. */
  sha256: string;
}

/** Unit vectors under labels, from a library. */
export interface VectorSource {
  dimensions: number;
  labels: readonly number[];
  /** The vectors of some labels, in their order. */
  vectorsOf(labels: readonly number[]): Iterable<Float32Array>;
}

/** A graph of near neighbours: finds nearly all of the nearest vectors, in a time that hardly grows with their number. */
export class HnswIndex implements VectorIndex {
  readonly engine = 'hnsw';
  readonly #graph: HierarchicalNSW;

  private constructor(graph: HierarchicalNSW) {
    this.#graph = graph;
  }

  /**
   * Opens what `write` wrote.
   * @returns `undefined` when the file is missing or not byte for byte what was written. A damaged file can end
   *   the process, so it is never handed to the native code.
   */
  static open(file: IndexFile, dimensions: number): HnswIndex | undefined {
    const graph = throughGate(() => readGraph(file, dimensions));
    return graph && new HnswIndex(graph);
  }

  /**
   * Writes an index of all of `source`: on disk, read back and under its name when this returns.
   * @param previous an older index of the same library: when nothing has gone since, only what is new is added to it.
   * @throws {Error} when the file could not be written whole.
   */
  static write(path: string, source: VectorSource, previous?: IndexFile): IndexFile {
    const graph = throughGate(() => (previous && extensible(previous, source)) ?? newGraph(source));
    const present = new Set(throughGate(() => graph.getIdsList()));
    const missing = source.labels.filter((label) => !present.has(label));
    let next = 0;
    for (const vector of source.vectorsOf(missing)) {
      throughGate(() => graph.addPoint([...vector], missing[next++] as number));
    }

    mkdirSync(dirname(path), { recursive: true });
    const unfinished = `${path}.${process.pid}.tmp`;
    try {
      throughGate(() => graph.writeIndexSync(unfinished));
      flush(unfinished);
      throughGate(() => assertReadsBack(unfinished, graph, source.dimensions));
      const sha256 = checksum(unfinished) as string;
      renameSync(unfinished, path);
      flush(dirname(path));
      return { path, sha256 };
    } finally {
      rmSync(unfinished, { force: true });
    }
  }

  get size(): number {
    return throughGate(() => this.#graph.getCurrentCount());
  }

  search(vector: Float32Array, k: number, allow?: (label: number) => boolean): Neighbour[] {
    const wanted = Math.min(k, this.size);
    if (wanted === 0) return [];
    const { neighbors, distances } = throughGate(() => {
      this.#graph.setEf(Math.max(SEARCH_CANDIDATES, wanted));
      return this.#graph.searchKnn([...vector], wanted, allow);
    });
    return neighbors
      .map((label, i) => ({ label, cosine: 1 - (distances[i] as number) }))
      .sort((a, b) => b.cosine - a.cosine || a.label - b.label);
  }
}

function newGraph({ dimensions, labels }: VectorSource): HierarchicalNSW {
  if (!hnswlib) throw new Error('hnswlib-node could not be compiled on this machine');
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
  graph.initIndex(Math.max(labels.length, 1), LINKS, BUILD_CANDIDATES);
  return graph;
}

/** The graph of `file` with room for all of `source`; `undefined` when it holds what `source` no longer has. */
function extensible(file: IndexFile, { dimensions, labels }: VectorSource): HierarchicalNSW | undefined {
  const graph = readGraph(file, dimensions);
  const wanted = new Set(labels);
  if (!graph?.getIdsList().every((label) => wanted.has(label))) return undefined;
  graph.resizeIndex(Math.max(labels.length, 1));
  return graph;
}

function readGraph({ path, sha256 }: IndexFile, dimensions: number): HierarchicalNSW | undefined {
  if (!hnswlib || checksum(path) !== sha256) return undefined;
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
  graph.readIndexSync(path);
  return graph;
}

/** hnswlib says nothing of a write that failed, for one on a full disk; a file cut short does not read back. */
function assertReadsBack(path: string, written: HierarchicalNSW, dimensions: number): void {
  const sha256 = checksum(path);
  let count: number | undefined;
  try {
    count = sha256 === undefined ? undefined : readGraph({ path, sha256 }, dimensions)?.getCurrentCount();
  } catch {
    count = undefined;
  }
  if (count !== written.getCurrentCount()) {
    throw new Error(`the search index could not be written to ${path}: check that the disk is not full`);
  }
}

/** SHA-256 of a file in hex; `undefined` when it cannot be read. */
function checksum(path: string): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const hash = createHash('sha256');
    const chunk = Buffer.allocUnsafe(1 << 20);
    for (let read = 1; read > 0; ) {
      read = readSync(file, chunk);
      hash.update(chunk.subarray(0, read));
    }
    return hash.digest('hex');
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
