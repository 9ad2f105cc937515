import type { ModelError } from '../errors.ts';

type FetchArguments = Parameters<typeof fetch>;

const MOST_WAIT_MS = 60 * 60 * 1_000;

/** What is held against the server of a model, and how its failures are told. */
export interface Guard {
  /** The longest reply that is read. */
  mostBytes: number;
  /** Ends the request, beside the signal it comes with. */
  signal?: AbortSignal | undefined;
  unreachable(): ModelError;
  /**
   * What an HTTP status says of the model.
   * @param pause milliseconds for which the server asks to be left alone.
   */
  refused(status: number, pause: number | undefined): ModelError;
  tooLong(): ModelError;
  /** A page came where a reply should be. */
  otherwise(): ModelError;
}

/**
 * `fetch` for the server of a model: turns a refusal into a `ModelError`, never follows to another address, and stops
 * at a size.
 */
export async function guardedFetch(
  input: FetchArguments[0],
  init: FetchArguments[1],
  guard: Guard,
): Promise<Response> {
  const response = await reached(input, init, guard);
  if (!response.ok) {
    await response.body?.cancel();
    throw guard.refused(response.status, pauseOf(response.headers.get('retry-after'), new Date()));
  }
  if (/^text\/html\b/i.test(response.headers.get('content-type') ?? '')) {
    await response.body?.cancel();
    throw guard.otherwise();
  }
  if (!response.body) return response;
  const { status, headers } = response;
  return new Response(response.body.pipeThrough(limited(guard)), { status, headers });
}

/**
 * Milliseconds to wait, an hour at most.
 * @param retryAfter seconds or a date, as in the header `Retry-After`.
 */
export function pauseOf(retryAfter: string | null, now: Date): number | undefined {
  if (retryAfter === null) return undefined;
  const ms = /^\s*\d+(?:\.\d+)?\s*$/.test(retryAfter)
    ? Number(retryAfter) * 1_000
    : Date.parse(retryAfter) - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), MOST_WAIT_MS);
}

/** An error and what caused it, outermost first: LangChain and the clients of servers wrap what a `fetch` throws. */
export function* causesOf(error: unknown): Generator<Error> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) yield cause;
}

async function reached(input: FetchArguments[0], init: FetchArguments[1], guard: Guard): Promise<Response> {
  const signals = [guard.signal, init?.signal].filter((signal) => signal instanceof AbortSignal);
  try {
    return await fetch(input, { ...init, signal: AbortSignal.any(signals), redirect: 'error' });
  } catch (error) {
    if (init?.signal?.aborted) throw error;
    throw guard.unreachable();
  }
}

function limited(guard: Guard): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes <= guard.mostBytes) controller.enqueue(chunk);
      else controller.error(guard.tooLong());
    },
  });
}
