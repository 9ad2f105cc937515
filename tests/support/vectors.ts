import { createHash } from 'node:crypto';
import type { EmbeddingModel } from '../../src/ports.ts';

/**
 * An embedding model that ranks like a real one on shared words: each word of a text has a direction of its own,
 * and a text points where its words do. Quick, and the same everywhere.
 */
export class WordEmbeddings implements EmbeddingModel {
  readonly name = 'words';
  readonly dimensions = 64;

  async embedQuery(text: string): Promise<number[]> {
    return [...wordVector(text, this.dimensions)];
  }

  async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) => [...wordVector(text, this.dimensions)]);
  }

  async close(): Promise<void> {}
}

/** The unit vector of a text: the sum of its words' directions. */
export function wordVector(text: string, dimensions = 64): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const word of text.toLowerCase().match(/[a-z0-9]+/g) ?? ['']) {
    const bytes = createHash('sha512').update(word).digest();
    for (let i = 0; i < dimensions; i++)
      vector[i] = (vector[i] as number) + (bytes[i % 64] as number) - 127.5;
  }
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
}
