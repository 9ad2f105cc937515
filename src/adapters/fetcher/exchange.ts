import {
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as startRequest,
} from 'node:http';
import type { Socket } from 'node:net';
import { type Body, readBody } from './body.ts';

/** One answer of a server. */
export interface Reply extends Body {
  status: number;
  headers: IncomingHttpHeaders;
}

export interface Exchange {
  url: URL;
  headers: Readonly<Record<string, string>>;
  /** Bytes of content that are read. */
  most: number;
  /** Milliseconds in which something has to come. */
  idleMs: number;
  signal: AbortSignal;
}

/** Nothing came for too long. */
export class IdleError extends Error {
  override name = 'IdleError';
}

/**
 * Asks for one address over an open connection, which is closed afterwards. The content is read only where the answer
 * is 200.
 * @throws {IdleError}, {UnknownEncodingError}, the reason of the signal, or the system's error.
 */
export async function exchange(
  socket: Socket,
  { url, headers, most, idleMs, signal }: Exchange,
): Promise<Reply> {
  let idle = false;
  const stop = () => socket.destroy();
  signal.addEventListener('abort', stop, { once: true });
  socket.setTimeout(idleMs, () => {
    idle = true;
    stop();
  });
  try {
    signal.throwIfAborted();
    const request = startRequest({
      createConnection: () => socket,
      path: `${url.pathname}${url.search}`,
      headers: { ...headers, host: url.host, connection: 'close' },
    });
    const answer = await answerTo(request.end());
    const status = answer.statusCode ?? 0;
    const body = status === 200 ? await readBody(answer, most) : { bytes: new Uint8Array(), cut: false };
    return { status, headers: answer.headers, ...body };
  } catch (error) {
    signal.throwIfAborted();
    throw idle ? new IdleError() : error;
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

/** A request can also end without an answer and without an error, when a server changes to another protocol. */
function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  request.once('response', resolve);
  request.on('error', reject);
  request.once('close', () => reject(Object.assign(new Error('no answer'), { code: 'ECONNRESET' })));
  return promise;
}
