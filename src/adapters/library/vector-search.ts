import type { DatabaseSync } from 'node:sqlite';
import type { Generation } from '../../model.ts';
import type { Neighbour, VectorIndex } from '../../ports.ts';
import { exactIndex } from '../vector-index/index.ts';
import { openCachedIndex, vectorSource, vectorsOf } from './index-cache.ts';

/**
 * A graph that may give only some of its vectors walks on until it has found enough of them, through nearly all when
 * they are few: at 100,000 passages that took 900 ms where three passages were allowed. To compare with each of them
 * takes longer with their number, and the walk shorter: they meet where its square is so many times all vectors.
 */
const MEETING = 50;

/** Searches the sentence vectors of one generation. */
export class VectorSearch {
  readonly #dataDir: string;
  readonly #db: DatabaseSync;
  #generation: Generation | undefined;
  #all: VectorIndex | undefined;
  #few: { rows: ReadonlySet<number>; index: VectorIndex } | undefined;

  /** @param db sees the generation that is searched. */
  constructor(dataDir: string, db: DatabaseSync) {
    this.#dataDir = dataDir;
    this.#db = db;
  }

  /** Moves to a generation, or to its index when there was none. */
  use(generation: Generation | undefined): void {
    this.#generation = generation;
    this.#all = undefined;
    this.#few = undefined;
  }

  /** Opened when it is first needed: not everybody who reads searches for vectors. */
  get index(): VectorIndex | undefined {
    if (this.#generation) {
      this.#all ??=
        openCachedIndex(this.#dataDir, this.#db, this.#generation) ??
        exactIndex(vectorSource(this.#db, this.#generation));
    }
    return this.#all;
  }

  /** The nearest `k` sentences, of all or of those in these rows. */
  search(vector: Float32Array, k: number, allowed?: ReadonlySet<number>): Neighbour[] {
    if (!this.#generation) return [];
    if (!allowed) return this.index?.search(vector, k) ?? [];
    if (allowed.size ** 2 <= MEETING * this.#generation.sentences) {
      return this.#indexOf(allowed, this.#generation).search(vector, k);
    }
    return this.index?.search(vector, k, (row) => allowed.has(row)) ?? [];
  }

  /** Of the few that were asked for last it is kept. */
  #indexOf(rows: ReadonlySet<number>, { model, dimensions }: Generation): VectorIndex {
    if (this.#few?.rows !== rows) {
      const source = {
        dimensions,
        labels: [...rows],
        vectorsOf: (labels: readonly number[]) => vectorsOf(this.#db, model, labels),
      };
      this.#few = { rows, index: exactIndex(source) };
    }
    return this.#few.index;
  }
}
