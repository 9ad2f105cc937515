import { ChatError } from '../../errors.ts';
import { guardedFetch as guarded } from '../model-server.ts';

/** Answers are a few kilobytes. */
const MOST_BYTES = 2_000_000;

/** `fetch` for the server of a chat model. @throws {ChatError} when it gives no reply. */
export function guardedFetch(
  input: Parameters<typeof fetch>[0],
  init?: Parameters<typeof fetch>[1],
): Promise<Response> {
  return guarded(input, init, {
    mostBytes: MOST_BYTES,
    unreachable: () =>
      new ChatError(
        'broken',
        'The chat model cannot be reached: check that its server runs and that CHAT_BASE_URL is its address.',
      ),
    refused: failureOf,
    tooLong: () =>
      new ChatError('broken', `The chat model sent more than ${MOST_BYTES / 1e6} MB and was cut off.`),
  });
}

/**
 * What an HTTP status says of a chat model.
 * @param pause milliseconds for which the server asks to be left alone.
 */
export function failureOf(status: number, pause: number | undefined): ChatError {
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
