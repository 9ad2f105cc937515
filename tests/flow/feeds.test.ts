import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { smallApp } from '../support/app.ts';
import { articlePage, status, versioned } from '../support/web/pages.ts';
import { type Page, redirectTo, webServer } from '../support/web/server.ts';

const story = (n: number) =>
  articlePage(`Story number ${n}`, [
    `Story number ${n} is told by captain ${'ABCDEFGHI'[n]}. Zander in the harbour of Lysen.`,
  ]);
const rss = (...paths: string[]) =>
  `<rss><channel><title>Harbour news</title>${paths.map((path) => `<item><link>${path}</link></item>`).join('')}</channel></rss>`;

test('a refresh adds what is new in a feed, so many at a time, and never again what is there or was removed', async () => {
  const pages: Record<string, Page> = {
    '/': '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>',
    '/feed': versioned(rss('/1', '/2', '/3', '/4', '/5', '/short'), 'application/rss+xml'),
    '/short': '<html><body>Hi</body></html>',
    '/4': redirectTo('/1'),
  };
  for (const n of [1, 2, 3, 5, 6]) pages[`/${n}`] = versioned(story(n));
  const server = await webServer(pages);
  const { app } = await smallApp(() => new Date('2031-05-06T07:00:00Z'), {
    fetchAllowHosts: [server.host],
  });
  const refresh = async () => {
    server.requests.length = 0;
    const preview = await app.previewRefresh();
    if (preview.changes.length > 0) await app.applyRefresh(preview.key, { actor: 'Ann' });
    return {
      ...preview,
      ids: preview.changes.map(({ id }) => id),
      asked: server.requests.map(({ path }) => path),
    };
  };

  const feed = await app.addFeed(`${server.url}/`, { actor: 'Ann' });
  expect(feed).toMatchObject({
    url: `${server.url}/feed`,
    type: 'RSS',
    title: 'Harbour news',
    entries: 6,
    addedBy: 'Ann',
  });
  await expect(app.addFeed(`${server.url}/feed#top`, { actor: 'Bo' })).rejects.toThrow('followed already');
  await expect(app.addFeed(`${server.url}/1`, { actor: 'Bo' })).rejects.toThrow('no feed of a known type');

  expect(await refresh()).toMatchObject({ ids: ['1', '2', '3'], waiting: 3, unreachable: [] });
  expect((await app.ask({ text: 'Who tells story number 2?' })).text).toContain('captain C');
  const second = await refresh();
  expect(second).toMatchObject({ ids: ['5'], waiting: 0, refused: [{ path: `${server.url}/short` }] });
  // All is dealt with: the feed itself need not be sent again, nor what leads to an article that is there.
  const third = await refresh();
  expect(third).toMatchObject({ changes: [], refused: [], unchanged: 7 });
  expect(third.asked.sort()).toEqual(['/1', '/2', '/3', '/5', '/feed']);
  expect(server.requests.every(({ headers }) => headers['if-none-match'] !== undefined)).toBe(true);

  const remove = { kind: 'remove' as const, ids: ['2'] };
  await app.apply(remove, { base: (await app.preview(remove)).base, actor: 'Ann' });
  pages['/feed'] = versioned(rss('/2?utm_source=feed', '/1#top', '/6', '/7'), 'application/rss+xml');
  pages['/7'] = status(503);
  const fourth = await refresh();
  expect(fourth).toMatchObject({ ids: ['6'], unreachable: [{ url: `${server.url}/7` }] });

  pages['/feed'] = status(404);
  expect(await refresh()).toMatchObject({
    changes: [],
    held: [],
    unreachable: [{ url: `${server.url}/feed` }],
  });
  expect(await app.feeds()).toMatchObject([
    { checkedAt: '2031-05-06T07:00:00.000Z', problem: expect.stringContaining('404') },
  ]);
  await app.removeFeed(`${server.url}/feed`);
  expect(await app.feeds()).toEqual([]);
  await expect(app.removeFeed('nonsense')).rejects.toThrow('No feed nonsense is followed');
});

test('a sitemap of sitemaps is followed to its parts, packed ones too', async () => {
  const part = (...paths: string[]) =>
    gzipSync(`<urlset>${paths.map((path) => `<url><loc>${path}</loc></url>`).join('')}</urlset>`);
  const packed =
    (...paths: string[]): Page =>
    (_, response) =>
      response.end(part(...paths));
  const pages: Record<string, Page> = {
    '/sitemap.xml':
      '<sitemapindex><sitemap><loc>/a.xml.gz</loc></sitemap><sitemap><loc>/b.xml.gz</loc></sitemap></sitemapindex>',
    '/a.xml.gz': packed('/1', '/2'),
    '/b.xml.gz': packed('/3', '/4'),
  };
  for (const n of [1, 2, 3, 4]) pages[`/${n}`] = versioned(story(n));
  const server = await webServer(pages);
  const { app } = await smallApp(undefined, { fetchAllowHosts: [server.host] });
  expect(await app.addFeed(`${server.url}/sitemap.xml`, { actor: 'Ann' })).toMatchObject({
    type: 'sitemap',
    entries: 2,
  });
  const { changes, waiting, key } = await app.previewRefresh();
  // One of each part in turn.
  expect(changes.map(({ id }) => id)).toEqual(['1', '3', '2']);
  expect(waiting).toBe(1);
  expect(await app.applyRefresh(key, { actor: 'Ann' })).toMatchObject({ generation: 2 });
});
