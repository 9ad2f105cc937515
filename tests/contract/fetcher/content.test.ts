import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Page, webServer } from '../../support/web/server.ts';
import { failureOf, PUBLIC, world } from '../../support/web/world.ts';

const CAP = 64 * 1024;
const TEXT = 'Żółw i żaba nad rzeką. '.repeat(40);

function sent(body: Uint8Array | string, headers: Record<string, string> = {}, status = 200): Page {
  return (_request, response) => response.writeHead(status, headers).end(body);
}

/** Sends `start`, and then `piece` again and again. */
function endless(
  piece: Uint8Array,
  headers: Record<string, string> = {},
  everyMs = 0,
  start: Uint8Array = piece,
): Page {
  return (_request, response: ServerResponse) => {
    response.writeHead(200, headers).write(start);
    const timer = setInterval(() => response.writableNeedDrain || response.write(piece), everyMs);
    response.on('close', () => clearInterval(timer));
  };
}

async function fetchPage(page: Page, limits = {}): Promise<unknown> {
  const server = await webServer({ '/page': page });
  return world({ allowHosts: [server.host], limits }).fetcher.fetch(`${server.url}/page`);
}

test.each([
  ['gzip', gzipSync(TEXT)],
  ['x-gzip', gzipSync(TEXT)],
  ['GZIP', gzipSync(TEXT)],
  ['deflate', deflateSync(TEXT)],
  ['br', brotliCompressSync(TEXT)],
  ['zstd', zstdCompressSync(TEXT)],
  ['br, gzip', gzipSync(brotliCompressSync(TEXT))],
  ['identity', Buffer.from(TEXT)],
  ['', Buffer.from(TEXT)],
])('content in "%s" is decoded', async (encoding, body) => {
  const page = await fetchPage(sent(body, { 'content-encoding': encoding, 'content-type': 'text/plain' }));
  expect(page).toMatchObject({ kind: 'page', contentType: 'text/plain' });
  expect(new TextDecoder().decode((page as { bytes: Uint8Array }).bytes)).toBe(TEXT);
});

test('content of exactly the cap is read, one byte more is refused', async () => {
  expect(await fetchPage(sent(randomBytes(CAP)))).toMatchObject({ kind: 'page', bytes: { length: CAP } });
  expect(await fetchPage(sent(gzipSync(Buffer.alloc(CAP)), { 'content-encoding': 'gzip' }))).toMatchObject({
    bytes: { length: CAP },
  });
  const tooLarge = await failureOf(fetchPage(sent(randomBytes(CAP + 1))));
  expect(tooLarge).toMatchObject({ failure: 'refused' });
  expect(String(tooLarge)).toContain('is larger than 0.1 MiB');
});

describe('is stopped at the cap', () => {
  const zeros = Buffer.alloc(64 * 1024 * 1024);
  test.each([
    ['an endless body', endless(Buffer.alloc(10_000))],
    ['a gzip bomb', sent(gzipSync(zeros), { 'content-encoding': 'gzip' })],
    ['a Brotli bomb', sent(brotliCompressSync(zeros), { 'content-encoding': 'br' })],
    ['a Zstandard bomb', sent(zstdCompressSync(zeros), { 'content-encoding': 'zstd' })],
    ['a bomb in a bomb', sent(gzipSync(gzipSync(zeros)), { 'content-encoding': 'gzip, gzip' })],
  ])('%s', async (_, page) => {
    const memory = process.memoryUsage().arrayBuffers;
    const failure = await failureOf(fetchPage(page));
    expect(failure).toMatchObject({ failure: 'refused' });
    expect(String(failure)).toContain('is larger than');
    expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(16 * 1024 * 1024);
  });

  test('compressed content without end that opens to nothing', async () => {
    const start = gzipSync('').subarray(0, 10);
    // A stored block of no bytes, again and again.
    const blocks = Buffer.concat(Array.from({ length: 10_000 }, () => Buffer.from([0, 0, 0, 0xff, 0xff])));
    const failure = await failureOf(fetchPage(endless(blocks, { 'content-encoding': 'gzip' }, 0, start)));
    expect(String(failure)).toContain('is larger than');
  });
});

describe('is stopped in time', () => {
  const drip = endless(Buffer.from('x'), {}, 20);
  test.each<[string, Page, string]>([
    ['a byte now and then', drip, 'takes too long'],
    ['a byte and nothing more', (_, response) => void response.writeHead(200).write('x'), 'stopped sending'],
    ['no answer at all', () => {}, 'stopped sending'],
    [
      'a head that never ends',
      (_, response) => {
        const timer = setInterval(() => response.socket?.write('x'), 20);
        response.socket?.write('HTTP/1.1 200 OK\r\nx-slow: ');
        response.socket?.on('close', () => clearInterval(timer));
      },
      'takes too long',
    ],
  ])('%s', async (_, page, reason) => {
    const start = performance.now();
    const failure = await failureOf(fetchPage(page, { totalMs: 400, idleMs: 150 }));
    expect(failure).toMatchObject({ failure: 'unreachable' });
    expect(String(failure)).toContain(reason);
    // Far less than it would go on; the machine that runs the tests may have more to do.
    expect(performance.now() - start).toBeLessThan(30_000);
  });

  test('slow redirects share one time', async () => {
    const slow: Page = (request, response) =>
      void setTimeout(() => response.writeHead(302, { location: `${request.url}x` }).end(), 150);
    const pages = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`/page${'x'.repeat(i)}`, slow]));
    const server = await webServer(pages);
    const { fetcher } = world({ allowHosts: [server.host], limits: { totalMs: 400 } });
    const failure = await failureOf(fetcher.fetch(`${server.url}/page`));
    expect(String(failure)).toContain('takes too long');
    expect(server.requests.length).toBeLessThan(6);
  });

  test('a server that takes the connection and never answers in TLS', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    onTestFinished(() => void silent.close());
    const { fetcher } = world({
      names: { 'news.example': [PUBLIC] },
      ports: { 443: (silent.address() as AddressInfo).port },
      limits: { totalMs: 200 },
    });
    expect(String(await failureOf(fetcher.fetch('https://news.example/')))).toContain('takes too long');
  });

  test('a name server that does not answer', async () => {
    const { fetcher } = world({ names: {}, limits: { totalMs: 100 } });
    const never = world({
      names: { 'news.example': () => new Promise(() => {}) as never },
      limits: { totalMs: 100 },
    });
    expect(String(await failureOf(never.fetcher.fetch('http://news.example/')))).toContain('takes too long');
    expect(await failureOf(fetcher.fetch('http://news.example/'))).toMatchObject({ failure: 'refused' });
  });

  test('when whoever asked gives up', async () => {
    const asking = new AbortController();
    const server = await webServer({ '/page': () => asking.abort(new Error('cancelled')) });
    const { fetcher } = world({ allowHosts: [server.host] });
    const failure = failureOf(fetcher.fetch(`${server.url}/page`, { signal: asking.signal }));
    expect(await failure).toBe(asking.signal.reason);
  });
});

test.each<[string, Page, string]>([
  ['an unknown compression', sent('x', { 'content-encoding': 'lzma' }), 'does not know'],
  ['a compression named like a property', sent('x', { 'content-encoding': 'constructor' }), 'does not know'],
  ['three compressions', sent('x', { 'content-encoding': 'gzip, gzip, gzip' }), 'does not know'],
  ['gzip that is none', sent('plain', { 'content-encoding': 'gzip' }), 'damaged'],
  ['Brotli that is none', sent('junk junk', { 'content-encoding': 'br' }), 'damaged'],
  ['Zstandard that is none', sent('junk junk', { 'content-encoding': 'zstd' }), 'damaged'],
  [
    'Zstandard that needs 32 MiB to be read',
    sent(zstdCompressSync(Buffer.alloc(40 * 1024 * 1024), { params: { [constants.ZSTD_c_windowLog]: 25 } }), {
      'content-encoding': 'zstd',
    }),
    'damaged (ZSTD_error_frameParameter_windowTooLarge)',
  ],
  [
    'half a gzip',
    sent(gzipSync(randomBytes(500)).subarray(0, 200), { 'content-encoding': 'gzip' }),
    'damaged',
  ],
  [
    'less than was promised',
    (_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    },
    'broke off',
  ],
  ['part of a page', sent('part', { 'content-range': 'bytes 0-3/100' }, 206), 'HTTP 206'],
  ['no content', sent('', {}, 204), 'HTTP 204'],
  ['a head beyond all measure', sent('x', { 'x-large': 'x'.repeat(20_000) }), 'HPE_HEADER_OVERFLOW'],
  [
    'no HTTP',
    (_, response) => void response.socket?.end('220 mail.example ESMTP\r\n'),
    'does not speak HTTP',
  ],
  [
    'another protocol',
    (_, response) => void response.writeHead(101, { upgrade: 'x', connection: 'upgrade' }).end(),
    'broke off',
  ],
])('%s is an error with a reason, never half an article', async (_, page, reason) => {
  const failure = await failureOf(fetchPage(page));
  expect(failure).toMatchObject({ name: 'FetchError', failure: 'unreachable' });
  expect(String(failure)).toContain(reason);
});

test.each([
  [404, 'gone', 'check the address'],
  [410, 'gone', 'check the address'],
  [401, 'refused', 'save the page'],
  [403, 'refused', 'save the page'],
  [400, 'unreachable', 'save the page'],
  [304, 'unreachable', 'save the page'],
  [429, 'unreachable', 'try again later'],
  [500, 'unreachable', 'try again later'],
  [503, 'unreachable', 'try again later'],
])('HTTP %i is told as %s', async (status, kind, remedy) => {
  const failure = await failureOf(fetchPage(sent('', {}, status)));
  expect(failure).toMatchObject({ name: 'FetchError', failure: kind });
  expect(String(failure)).toMatch(new RegExp(`/page \\(HTTP ${status}\\).*${remedy}`));
});

test('a message shows no query, and nothing endless', async () => {
  const server = await webServer({});
  const { fetcher } = world({ allowHosts: [server.host] });
  const secret = String(await failureOf(fetcher.fetch(`${server.url}/page?token=secret`)));
  expect(secret).toContain(`${server.url}/page?…`);
  expect(secret).not.toContain('secret');
  const inUser = String(await failureOf(fetcher.fetch('https://me:secret@example.org/')));
  expect(inUser).not.toContain('secret');
  for (const address of [
    `${server.url}/${'x'.repeat(9000)}`,
    `https://${'x'.repeat(9000)}.local/`,
    `${'x'.repeat(9000)}://a/`,
  ]) {
    expect(String(await failureOf(fetcher.fetch(address))).length).toBeLessThan(500);
  }
});

test('conditional requests: what did not change is not sent again', async () => {
  const server = await webServer({
    '/page': (request, response) => {
      const same =
        request.headers['if-none-match'] === '"v1"' || request.headers['if-modified-since'] !== undefined;
      response.writeHead(same ? 304 : 200, {
        etag: '"v1"',
        'last-modified': 'Mon, 05 Jan 2026 12:00:00 GMT',
      });
      response.end(same ? undefined : 'the page');
    },
    '/silent': (_, response) => response.writeHead(304).end(),
  });
  const { fetcher } = world({ allowHosts: [server.host] });
  const first = await fetcher.fetch(`${server.url}/page`);
  const known = { etag: '"v1"', lastModified: 'Mon, 05 Jan 2026 12:00:00 GMT' };
  expect(first).toMatchObject({ kind: 'page', ...known });
  const same = { kind: 'notModified', url: `${server.url}/page`, ...known };
  expect(await fetcher.fetch(`${server.url}/page`, { etag: '"v1"' })).toEqual(same);
  expect(await fetcher.fetch(`${server.url}/page`, { lastModified: known.lastModified })).toEqual(same);
  expect(await fetcher.fetch(`${server.url}/page`, { etag: '"v0"' })).toMatchObject({ kind: 'page' });
  // The validators stay as they were when the answer has none.
  expect(await fetcher.fetch(`${server.url}/silent`, known)).toMatchObject({ kind: 'notModified', ...known });
});

test('it says who it is and keeps nothing of a site', async () => {
  const server = await webServer({ '/page': sent('x', { 'set-cookie': 'a=b' }) });
  const { fetcher } = world({ allowHosts: [server.host] });
  await fetcher.fetch(`${server.url}/page`);
  await fetcher.fetch(`${server.url}/page`);
  const headers = server.requests.at(-1)?.headers;
  expect(headers?.['user-agent']).toMatch(/^Footnote\/\d+\.\d+\.\d+ \(/);
  expect(headers).not.toHaveProperty('cookie');
  expect(headers?.host).toBe(server.host);
});
