import { ChatError } from '../../errors.ts';

/** The longest reply that is read; answers are a few kilobytes. */
const MOST_BYTES = 2_000_000;
const MOST_WAIT_MS = 60 * 60 * 1_000;

/** `fetch` that turns a refusal into a `ChatError`, never follows to another address, and stops at a size. */
export async function guardedFetch(
  input: Parameters<typeof fetch>[0],
  init?: RequestInit,
): Promise<Response> {
  const response = await reached(input, init);
  if (!response.ok) {
    await response.body?.cancel();
    throw failureOf(response.status, response.headers.get('retry-after'), new Date());
  }
  if (!response.body) return response;
  const { status, headers } = response;
  return new Response(response.body.pipeThrough(limited()), { status, headers });
}

async function reached(input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> {
  try {
    return await fetch(input, { ...init, redirect: 'error' });
  } catch (error) {
    if (init?.signal?.aborted) throw error;
    throw new ChatError(
      'broken',
      'The chat model cannot be reached: check that its server runs and that CHAT_BASE_URL is its address.',
    );
  }
}

/**
 * What an HTTP status says of a chat model.
 * @param retryAfter seconds or a date, as in the header `Retry-After`.
 */
export function failureOf(status: number, retryAfter: string | null, now: Date): ChatError {
  const pause = pauseOf(retryAfter, now);
  if (status === 429)
    return new ChatError(
      'busy',
      'The chat model asks for a pause: its limit of requests or of spending is reached.',
      pause,
    );
  if (status >= 500 || status === 408)
    return new ChatError(
      pause === undefined ? 'broken' : 'busy',
      `The server of the chat model failed (HTTP ${status}).`,
      pause,
    );
  if (status === 401 || status === 403)
    return new ChatError(
      'refused',
      `The server of the chat model does not accept the key (HTTP ${status}): check it in the settings.`,
    );
  if (status === 404)
    return new ChatError(
      'refused',
      'The server has no such chat model (HTTP 404): check CHAT_MODEL and CHAT_BASE_URL.',
    );
  return new ChatError('refused', `The server of the chat model does not take the request (HTTP ${status}).`);
}

/** Milliseconds to wait, an hour at most. */
export function pauseOf(retryAfter: string | null, now: Date): number | undefined {
  if (retryAfter === null) return undefined;
  const ms = /^\s*\d+(?:\.\d+)?\s*$/.test(retryAfter)
    ? Number(retryAfter) * 1_000
    : Date.parse(retryAfter) - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), MOST_WAIT_MS);
}

function limited(): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > MOST_BYTES)
        controller.error(
          new ChatError('broken', `The chat model sent more than ${MOST_BYTES / 1e6} MB and was cut off.`),
        );
      else controller.enqueue(chunk);
    },
  });
}
