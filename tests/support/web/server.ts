import {
  createServer as createHttpServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Certificate } from './certificate.ts';

/** What a path answers: a page, or anything else by hand. */
export type Page = string | ((request: IncomingMessage, response: ServerResponse) => void);

export interface WebServer {
  /** Such as `127.0.0.1:41234`. */
  host: string;
  port: number;
  /** Such as `http://127.0.0.1:41234`. */
  url: string;
  /** Connections that were opened. */
  readonly connections: number;
  /** Requests in their order. */
  readonly requests: { path: string; headers: IncomingHttpHeaders }[];
}

/** A web server of this machine with some pages by their path; everything else, robots.txt too, is not found. */
export async function webServer(pages: Record<string, Page>, certificate?: Certificate): Promise<WebServer> {
  const requests: WebServer['requests'] = [];
  const serve: RequestListener = (request, response) => {
    const path = request.url ?? '';
    requests.push({ path, headers: request.headers });
    const page = pages[path];
    if (typeof page === 'function') page(request, response);
    else if (page === undefined) response.writeHead(404).end('not found');
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  };
  const server = certificate ? createHttpsServer(certificate, serve) : createHttpServer(serve);
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return {
    host,
    port,
    url: `${certificate ? 'https' : 'http'}://${host}`,
    requests,
    get connections() {
      return connections;
    },
  };
}

/** A page that sends its readers on. */
export function redirectTo(location: string, status = 302): Page {
  const bytes = Buffer.from(location).toString('latin1');
  return (_request, response) => response.writeHead(status, { location: bytes }).end();
}
