import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Protocol } from './protocols.ts';

/** What a server does with a request. */
export type Behaviour =
  /** Streams a text in pieces. */
  | { say: string }
  /** Streams a text, and closes the connection (`end`), resets it (`reset`) or says nothing more (`hang`) after some chunks. */
  | { say: string; cutAfter: number; by: 'end' | 'reset' | 'hang' }
  /** Says nothing at all. */
  | 'hang'
  | { status: number; headers?: Record<string, string>; body?: string }
  /** A page where a reply should be. */
  | 'html'
  /** An empty object where a reply should be. */
  | '{}'
  /** A reply without end. */
  | 'gigabyte';

const PIECE = 12;
const MEGABYTE = 1_000_000;
const GIGABYTE = 1_000 * MEGABYTE;

/** Answers as told. */
export async function misbehave(
  response: ServerResponse,
  protocol: Protocol,
  behaviour: Behaviour,
): Promise<void> {
  if (behaviour === 'hang') return;
  if (behaviour === 'html') return ended(response, 200, 'text/html', '<html><body>Welcome</body></html>');
  if (behaviour === '{}') return ended(response, 200, 'application/json', '{}');
  if (behaviour === 'gigabyte') return endless(response, protocol);
  if ('status' in behaviour) {
    const { status, headers = {}, body = '{"error":{"message":"no"}}' } = behaviour;
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
    return;
  }
  const chunks = protocol.chunks(behaviour.say.match(new RegExp(`.{1,${PIECE}}`, 'gsu')) ?? []);
  response.writeHead(200, { 'content-type': protocol.contentType });
  if (!('cutAfter' in behaviour)) {
    for (const chunk of chunks) response.write(chunk);
    response.end();
    return;
  }
  for (const chunk of chunks.slice(0, behaviour.cutAfter)) await written(response, chunk);
  if (behaviour.by === 'end') response.end();
  else if (behaviour.by === 'reset') response.destroy();
}

function ended(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type }).end(body);
}

async function endless(response: ServerResponse, { contentType, chunks }: Protocol): Promise<void> {
  response.writeHead(200, { 'content-type': contentType });
  const [chunk = ''] = chunks(['x'.repeat(MEGABYTE)]);
  for (let sent = 0; sent < GIGABYTE && !response.destroyed; sent += MEGABYTE) await written(response, chunk);
  response.end();
}

/** Resolves when the chunk is on its way, or nobody reads any more. */
async function written(response: ServerResponse, chunk: string): Promise<void> {
  if (response.destroyed || response.write(chunk)) return;
  await Promise.race([once(response, 'drain'), once(response, 'close')]);
}
