import type { Neighbour, VectorIndex } from '../../ports.ts';

/** Compares with every vector: slower than a graph, always right, and ready at once. */
export class ExactIndex implements VectorIndex {
  readonly engine = 'exact';
  readonly #labels: readonly number[];
  readonly #vectors: readonly Float32Array[];

  /** @param vectors unit vectors, one for each label. */
  constructor(labels: readonly number[], vectors: readonly Float32Array[]) {
    this.#labels = labels;
    this.#vectors = vectors;
  }

  get size(): number {
    return this.#labels.length;
  }

  search(vector: Float32Array, k: number, allow: (label: number) => boolean = () => true): Neighbour[] {
    const neighbours: Neighbour[] = [];
    this.#labels.forEach((label, i) => {
      if (allow(label)) neighbours.push({ label, cosine: dot(vector, this.#vectors[i] as Float32Array) });
    });
    return neighbours.sort((a, b) => b.cosine - a.cosine || a.label - b.label).slice(0, k);
  }
}

/** The cosine of two unit vectors. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
