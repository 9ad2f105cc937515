import { EmbeddingError } from '../../errors.ts';
import { pauseOf } from '../chat/guarded-fetch.ts';

type Fetch = typeof fetch;

/** A batch of long vectors, written as decimals, is a few megabytes. */
const MOST_BYTES = 64_000_000;

/**
 * `fetch` for the server of an embedding model: turns a refusal into an `EmbeddingError`, never follows to another
 * address, and stops at a size, a time, and when it is told to.
 * @param name of the model, for messages.
 * @param ms that one request may take.
 * @param closing ends every request.
 */
export function guardedFetch(name: string, ms: number, closing: AbortSignal): Fetch {
  return async (input, init) => {
    const signal = AbortSignal.any([
      closing,
      AbortSignal.timeout(ms),
      ...(init?.signal ? [init.signal] : []),
    ]);
    const response = await fetch(input, { ...init, signal, redirect: 'error' }).catch(() => {
      throw new EmbeddingError(
        'broken',
        `The embedding model ${name} cannot be reached: check that its server runs and that EMBEDDINGS_BASE_URL is its address.`,
      );
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw failureOf(name, response.status, response.headers.get('retry-after'));
    }
    if (!response.body) return response;
    const { status, headers } = response;
    return new Response(response.body.pipeThrough(limited(name)), { status, headers });
  };
}

/** What an HTTP status says of an embedding model. */
function failureOf(name: string, status: number, retryAfter: string | null): EmbeddingError {
  if (status === 429 || status === 408 || status >= 500) {
    const pause = pauseOf(retryAfter, new Date());
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

function limited(name: string): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes <= MOST_BYTES) controller.enqueue(chunk);
      else
        controller.error(
          new EmbeddingError('broken', `The embedding model ${name} sent more than ${MOST_BYTES / 1e6} MB.`),
        );
    },
  });
}
