import { expect, test } from 'vitest';
import { type Page, webServer } from '../../support/web/server.ts';
import { failureOf, PUBLIC, world } from '../../support/web/world.ts';

const names = { 'news.example': [PUBLIC] };

function status(code: number, headers: Record<string, string> = {}): Page {
  return (_request, response) => response.writeHead(code, headers).end();
}

const paths = (requests: { path: string }[]) => requests.map(({ path }) => path);

test('robots.txt is asked once an hour for each site, and decides', async () => {
  const server = await webServer({
    '/robots.txt': 'User-agent: *\nDisallow: /\n\nUser-agent: footnote\nDisallow: /members',
    '/news': 'news',
    '/members/1': 'secret',
  });
  const { fetcher, advance } = world({ allowHosts: [server.host] });
  await fetcher.fetch(`${server.url}/news`);
  const failure = await failureOf(fetcher.fetch(`${server.url}/members/1`));
  expect(failure).toMatchObject({ failure: 'refused' });
  expect(String(failure)).toContain(`asks programs not to read ${server.url}/members/1 (its robots.txt)`);
  advance(59 * 60_000);
  await fetcher.fetch(`${server.url}/news`);
  advance(60_000);
  await fetcher.fetch(`${server.url}/news`);
  expect(paths(server.requests)).toEqual(['/robots.txt', '/news', '/news', '/robots.txt', '/news']);
});

test('those who ask at the same time share one robots.txt', async () => {
  const server = await webServer({ '/news': 'news' });
  const { fetcher } = world({ allowHosts: [server.host] });
  await Promise.all([1, 2, 3].map(() => fetcher.fetch(`${server.url}/news`)));
  expect(paths(server.requests)).toEqual(['/robots.txt', '/news', '/news', '/news']);
});

test('robots.txt is asked of every site on the way', async () => {
  const closed = await webServer({ '/robots.txt': 'User-agent: *\nDisallow: /', '/page': 'page' });
  const open = await webServer({
    '/': (_, response) => response.writeHead(302, { location: `${closed.url}/page` }).end(),
  });
  const { fetcher } = world({ allowHosts: [open.host, closed.host] });
  expect(await failureOf(fetcher.fetch(`${open.url}/`))).toMatchObject({ failure: 'refused' });
  expect(paths(closed.requests)).toEqual(['/robots.txt']);
});

test.each([
  ['not found', status(404), true],
  ['forbidden', status(403), true],
  ['moved', status(301, { location: '/rules.txt' }), false],
  ['larger than it may be', `User-agent: *\nDisallow: /\n${'#'.repeat(600 * 1024)}`, false],
])('a robots.txt that is %s', async (_, robots, allowed) => {
  const server = await webServer({
    '/robots.txt': robots,
    '/rules.txt': 'User-agent: *\nDisallow: /',
    '/': 'page',
  });
  const failure = await failureOf(world({ allowHosts: [server.host] }).fetcher.fetch(`${server.url}/`));
  expect(failure === undefined).toBe(allowed);
});

test.each([500, 503, 429])('a robots.txt that answers %i closes the site for five minutes', async (code) => {
  let answer = status(code);
  const server = await webServer({
    '/robots.txt': (...both) => (answer as (...all: typeof both) => void)(...both),
    '/': 'page',
  });
  const { fetcher, advance, now } = world({ allowHosts: [server.host] });
  const retryAt = new Date(now().getTime() + 5 * 60_000);
  const failure = await failureOf(fetcher.fetch(`${server.url}/`));
  expect(failure).toMatchObject({ failure: 'later', retryAt });
  expect(String(failure)).toContain('Try again after 2026-01-05 12:05:00 UTC');
  answer = status(404);
  advance(5 * 60_000 - 1);
  expect(await failureOf(fetcher.fetch(`${server.url}/`))).toMatchObject({ failure: 'later' });
  expect(paths(server.requests)).toEqual(['/robots.txt']);
  advance(1);
  expect(await fetcher.fetch(`${server.url}/`)).toMatchObject({ kind: 'page' });
});

test('a robots.txt that cannot be had closes the site, and is tried again the next time', async () => {
  let broken = true;
  const server = await webServer({
    '/robots.txt': (_, response) => (broken ? response.destroy() : response.writeHead(404).end()),
    '/': 'page',
  });
  const { fetcher } = world({ allowHosts: [server.host] });
  expect(await failureOf(fetcher.fetch(`${server.url}/`))).toMatchObject({ failure: 'unreachable' });
  broken = false;
  expect(await fetcher.fetch(`${server.url}/`)).toMatchObject({ kind: 'page' });
});

test.each([
  [429, '120', 120],
  [503, 'Mon, 05 Jan 2026 12:02:00 GMT', 120],
  [429, String(10 * 365 * 24 * 60 * 60), 24 * 60 * 60],
])('HTTP %i with Retry-After: %s: nothing of the site is asked before', async (code, header, seconds) => {
  const server = await webServer({ '/busy': status(code, { 'retry-after': header }), '/other': 'page' });
  const elsewhere = await webServer({ '/': 'page' });
  const { fetcher, advance, now } = world({ allowHosts: [server.host, elsewhere.host] });
  const retryAt = new Date(now().getTime() + seconds * 1000);
  const failure = await failureOf(fetcher.fetch(`${server.url}/busy`));
  expect(failure).toMatchObject({ failure: 'later', retryAt });
  advance(seconds * 1000 - 1);
  const connections = server.connections;
  expect(await failureOf(fetcher.fetch(`${server.url}/other`))).toMatchObject({ failure: 'later', retryAt });
  expect(server.connections).toBe(connections);
  expect(await fetcher.fetch(`${elsewhere.url}/`)).toMatchObject({ kind: 'page' });
  advance(1);
  expect(await fetcher.fetch(`${server.url}/other`)).toMatchObject({ kind: 'page' });
});

test.each([
  [429, 'soon'],
  [429, '0'],
  [503, 'Mon, 05 Jan 2015 12:00:00 GMT'],
  [500, '120'],
])('HTTP %i with Retry-After: %s closes nothing', async (code, header) => {
  const server = await webServer({ '/busy': status(code, { 'retry-after': header }), '/other': 'page' });
  const { fetcher } = world({ allowHosts: [server.host] });
  expect(await failureOf(fetcher.fetch(`${server.url}/busy`))).toMatchObject({ failure: 'unreachable' });
  expect(await fetcher.fetch(`${server.url}/other`)).toMatchObject({ kind: 'page' });
});

/** Pages that note how many are being answered at once. */
function counting(): { most: () => number; page: Page } {
  let [running, most] = [0, 0];
  const page: Page = (_request, response) => {
    running += 1;
    most = Math.max(most, running);
    setTimeout(() => {
      running -= 1;
      response.end('page');
    }, 5);
  };
  return { most: () => most, page };
}

test('one request at a time at a site, with a gap that a listed host does not need', async () => {
  const { most, page } = counting();
  const server = await webServer({ '/a': page, '/b': page, '/c': page });
  const outside = world({ names, ports: { 80: server.port } });
  await Promise.all(['a', 'b', 'c'].map((path) => outside.fetcher.fetch(`http://news.example/${path}`)));
  expect(outside.waits).toEqual([250, 250, 250]);
  const own = world({ allowHosts: [server.host] });
  await Promise.all(['a', 'b', 'c'].map((path) => own.fetcher.fetch(`${server.url}/${path}`)));
  expect(own.waits).toEqual([]);
  expect(most()).toBe(1);
});

test.each([
  ['3', 3000],
  ['0.1', 250],
  ['86400', 30_000],
])('a site that asks for %s seconds between requests', async (delay, ms) => {
  const server = await webServer({
    '/robots.txt': `User-agent: *\nCrawl-delay: ${delay}`,
    '/a': 'a',
    '/b': 'b',
  });
  const { fetcher, waits, advance } = world({ names, ports: { 80: server.port } });
  await fetcher.fetch('http://news.example/a');
  advance(50);
  await fetcher.fetch('http://news.example/b');
  expect(waits).toEqual([ms, ms - 50]);
});

test('four requests at a time at all sites together', async () => {
  const { most, page } = counting();
  const servers = await Promise.all(Array.from({ length: 8 }, () => webServer({ '/': page })));
  const { fetcher } = world({ allowHosts: servers.map(({ host }) => host) });
  await Promise.all(servers.map(({ url }) => fetcher.fetch(`${url}/`)));
  expect(most()).toBeLessThanOrEqual(4);
  expect(most()).toBeGreaterThan(1);
});

test('who gives up while waiting leaves the others their turn', async () => {
  const release = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  const server = await webServer({
    '/slow': (_, response) => {
      arrived.resolve();
      void release.promise.then(() => response.end('slow'));
    },
    '/next': 'next',
  });
  const { fetcher } = world({ allowHosts: [server.host] });
  const slow = fetcher.fetch(`${server.url}/slow`);
  await arrived.promise;
  const asking = new AbortController();
  const left = failureOf(fetcher.fetch(`${server.url}/left`, { signal: asking.signal }));
  const next = fetcher.fetch(`${server.url}/next`);
  asking.abort(new Error('cancelled'));
  expect(await left).toBe(asking.signal.reason);
  release.resolve();
  expect([await slow, await next]).toMatchObject([{ kind: 'page' }, { kind: 'page' }]);
  expect(paths(server.requests)).toEqual(['/robots.txt', '/slow', '/next']);
});
