import { EmbeddingError } from '../../errors.ts';

/**
 * Vectors as a model gave them for so many texts.
 * @param dimensions numbers in each; when that is not known yet, all have to have as many as the first.
 * @throws {EmbeddingError} unless there is one for each text, and each is finite numbers with a direction: one that
 * cannot be used refuses all.
 */
export function checkedVectors(
  name: string,
  given: unknown,
  texts: number,
  dimensions: number | undefined,
): number[][] {
  const refuse = (what: string): never => {
    throw new EmbeddingError(
      'broken',
      `The embedding model ${name} gave ${what}. None of these vectors is used: check that the server has this model and that it makes embeddings.`,
    );
  };
  if (!Array.isArray(given)) return refuse('no vectors');
  if (given.length !== texts) return refuse(`${given.length} vectors for ${texts} texts`);
  return given.map((vector: unknown) => {
    if (!isNumbers(vector)) return refuse('a vector that is not of numbers');
    const expected = dimensions ?? (given as number[][])[0]?.length;
    if (vector.length !== expected || vector.length === 0) {
      return refuse(`a vector of ${vector.length} numbers where there should be ${expected}`);
    }
    if (!(Math.hypot(...vector) > 0)) return refuse('a vector of zeros');
    return vector;
  });
}

function isNumbers(vector: unknown): vector is number[] {
  return Array.isArray(vector) && vector.every((value) => Number.isFinite(value));
}
