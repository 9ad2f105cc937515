import { AsyncLocalStorage } from 'node:async_hooks';
import { ChatError } from '../../errors.ts';
import { guardedFetch as guarded } from '../model-server.ts';

/** Answers are a few kilobytes. */
const MOST_BYTES = 2_000_000;

/** What ends the call that a request is made in: not every client hands it on. */
export const endOfCall = new AsyncLocalStorage<AbortSignal>();

/** `fetch` for the server of a chat model. @throws {ChatError} when it gives no reply. */
export function guardedFetch(
  input: Parameters<typeof fetch>[0],
  init?: Parameters<typeof fetch>[1],
): Promise<Response> {
  return guarded(input, init, {
    mostBytes: MOST_BYTES,
    signal: endOfCall.getStore(),
    unreachable: () =>
      new ChatError(
        'unreachable',
        'The chat model cannot be reached: check that its server runs and that CHAT_BASE_URL is its address.',
      ),
    refused: failureOf,
    tooLong: () =>
      new ChatError('broken', `The chat model sent more than ${MOST_BYTES / 1e6} MB and was cut off.`),
    otherwise: broken,
  });
}

export function broken(): ChatError {
  return new ChatError(
    'broken',
    'The chat model did not answer as such a model does: check that CHAT_BASE_URL is the address of its server, which mostly ends in /v1.',
  );
}

/**
 * What an HTTP status says of a chat model.
 * @param pause milliseconds for which the server asks to be left alone.
 */
export function failureOf(status: number, pause: number | undefined): ChatError {
  if (status === 429)
    return new ChatError(
      'busy',
      `The chat model asks for a pause${pause === undefined ? '' : ` of ${Math.ceil(pause / 1_000)} seconds`}: its limit of requests or of spending is reached.`,
      pause,
    );
  if (status >= 500 || status === 408)
    return new ChatError(
      pause === undefined ? 'broken' : 'busy',
      `The server of the chat model failed (HTTP ${status}): its log says why.`,
      pause,
    );
  if (status === 401 || status === 403)
    return new ChatError(
      'refused',
      `The server of the chat model does not accept the key (HTTP ${status}): check it in the settings, such as OPENAI_API_KEY.`,
    );
  if (status === 404)
    return new ChatError(
      'refused',
      'The server has no such chat model (HTTP 404): check CHAT_MODEL and CHAT_BASE_URL; for Ollama, pull the model first.',
    );
  return new ChatError(
    'refused',
    `The server of the chat model does not take the request (HTTP ${status}): check that CHAT_MODEL is a chat model.`,
  );
}
