import { createHash } from 'node:crypto';
import type { Page } from './server.ts';

/** A page of one article, as sites serve them. */
export function articlePage(title: string, paragraphs: readonly string[], head = ''): string {
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<!doctype html><html><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>
${text}</article></body></html>`;
}

/** A page whose server knows its versions, and sends none a second time. */
export function versioned(body: string, type = 'text/html; charset=utf-8'): Page {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  return (request, response) => {
    const isKnown = request.headers['if-none-match'] === etag;
    response.writeHead(isKnown ? 304 : 200, { etag, 'content-type': type }).end(isKnown ? undefined : body);
  };
}

/** A page that answers with a status and nothing else. */
export function status(code: number, headers: Record<string, string> = {}): Page {
  return (_request, response) => response.writeHead(code, headers).end();
}
