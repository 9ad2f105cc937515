import type { Neighbour, VectorIndex } from '../../ports.ts';
import type { VectorSource } from './hnsw.ts';

/** Compares with every vector: slower than a graph, always right, and ready at once. */
export class ExactIndex implements VectorIndex {
  readonly engine = 'exact';
  readonly #labels: readonly number[];
  /** All vectors in one piece, in the order of the labels. */
  readonly #matrix: Float32Array;

  constructor(source: VectorSource) {
    const { dimensions, labels } = source;
    this.#labels = labels;
    this.#matrix = new Float32Array(labels.length * dimensions);
    let row = 0;
    for (const vector of source.vectorsOf(labels)) this.#matrix.set(vector, row++ * dimensions);
  }

  get size(): number {
    return this.#labels.length;
  }

  search(vector: Float32Array, k: number, allow: (label: number) => boolean = () => true): Neighbour[] {
    let best: Neighbour[] = [];
    let least = Number.NEGATIVE_INFINITY;
    this.#labels.forEach((label, i) => {
      if (!allow(label)) return;
      const cosine = dotRow(this.#matrix, i * vector.length, vector);
      if (cosine < least) return;
      best.push({ label, cosine });
      if (best.length < 2 * k) return;
      best = nearest(best, k);
      least = best.at(-1)?.cosine ?? Number.POSITIVE_INFINITY;
    });
    return nearest(best, k);
  }
}

function nearest(neighbours: Neighbour[], k: number): Neighbour[] {
  return neighbours.sort((a, b) => b.cosine - a.cosine || a.label - b.label).slice(0, k);
}

/** The cosine of a unit vector and the one that begins at `from` in a matrix. */
function dotRow(matrix: Float32Array, from: number, vector: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (matrix[from + i] as number) * (vector[i] as number);
  return sum;
}
