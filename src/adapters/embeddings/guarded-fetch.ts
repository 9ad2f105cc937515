import { EmbeddingError } from '../../errors.ts';
import { guardedFetch as guarded } from '../model-server.ts';

/** A batch of long vectors, written as decimals, is a few megabytes. */
const MOST_BYTES = 64_000_000;

/**
 * `fetch` for the server of an embedding model: ends as well after a time, and when it is told to. It throws an
 * `EmbeddingError` when there is no reply.
 * @param name of the model, for messages.
 * @param ms that one request may take.
 * @param closing ends every request.
 */
export function guardedFetch(name: string, ms: number, closing: AbortSignal): typeof fetch {
  return (input, init) =>
    guarded(input, init, {
      mostBytes: MOST_BYTES,
      signal: AbortSignal.any([closing, AbortSignal.timeout(ms)]),
      unreachable: () =>
        new EmbeddingError(
          'unreachable',
          `The embedding model ${name} cannot be reached: check that its server runs and that EMBEDDINGS_BASE_URL is its address.`,
        ),
      refused: (status, pause) => failureOf(name, status, pause),
      tooLong: () =>
        new EmbeddingError('broken', `The embedding model ${name} sent more than ${MOST_BYTES / 1e6} MB.`),
      otherwise: () => broken(name),
    });
}

export function broken(name: string): EmbeddingError {
  return new EmbeddingError(
    'broken',
    `The embedding model ${name} did not answer as such a model does: check that EMBEDDINGS_BASE_URL is the address of its server.`,
  );
}

/** What an HTTP status says of an embedding model. */
function failureOf(name: string, status: number, pause: number | undefined): EmbeddingError {
  if (status === 429 || status === 408 || status >= 500) {
    return new EmbeddingError(
      'busy',
      `The server of the embedding model ${name} asks for a pause or failed (HTTP ${status}): try again later.`,
      pause,
    );
  }
  if (status === 401 || status === 403) {
    return new EmbeddingError(
      'refused',
      `The server of the embedding model ${name} does not accept the key (HTTP ${status}): check EMBEDDINGS_API_KEY or OPENAI_API_KEY.`,
    );
  }
  if (status === 404) {
    return new EmbeddingError(
      'refused',
      `The server has no embedding model ${name} (HTTP 404): check EMBEDDINGS and EMBEDDINGS_BASE_URL; for Ollama, pull the model first.`,
    );
  }
  return new EmbeddingError(
    'refused',
    `The server of the embedding model ${name} does not take the request (HTTP ${status}): check that this model makes embeddings.`,
  );
}
