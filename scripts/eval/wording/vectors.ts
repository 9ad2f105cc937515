import type { EmbeddingModel } from '../../../src/ports.ts';

/** The unit vectors of texts, in their order. */
export async function unitVectors(
  embeddings: EmbeddingModel,
  texts: readonly string[],
): Promise<Float32Array[]> {
  const vectors = await embeddings.embedDocuments([...texts]);
  return vectors.map((vector) => {
    const norm = Math.hypot(...vector);
    return Float32Array.from(vector, (value) => value / norm);
  });
}
