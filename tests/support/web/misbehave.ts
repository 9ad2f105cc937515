import { gzipSync } from 'node:zlib';
import type { Page } from './server.ts';

/** A gzip that opens to 64 MiB. */
const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024));
const DRIP_MS = 100;

/** Ways of sites to keep whoever reads them busy, each with a piece of what is said of it. */
export const MISBEHAVING: Record<string, { page: Page; said: string }> = {
  'no answer': { page: () => {}, said: 'stopped sending' },
  'a head and no body': {
    page: (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).flushHeaders(),
    said: 'stopped sending',
  },
  'a byte now and then': { page: again('x', DRIP_MS), said: 'takes too long' },
  'redirects without end': {
    page: (request, response) => response.writeHead(302, { location: `${request.url}` }).end(),
    said: 'redirects more than 5 times',
  },
  'a body without end': { page: again('x'.repeat(64 * 1024), 0), said: 'is larger than' },
  'a bomb': {
    page: (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB),
    said: 'is larger than',
  },
};

function again(piece: string, everyMs: number): Page {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).write(piece);
    const timer = setInterval(() => response.writableNeedDrain || response.write(piece), everyMs);
    response.on('close', () => clearInterval(timer));
  };
}
