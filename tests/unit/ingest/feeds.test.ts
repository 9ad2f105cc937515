import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFeed } from '../../../src/ingest/feeds/read.ts';

const AT = 'https://example.org/news/feed';
const read = (content: string | Uint8Array) =>
  readFeed(AT, typeof content === 'string' ? Buffer.from(content) : content);

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="m"><channel>
  <title>Valley &amp; Hill</title><link>https://example.org/</link><atom:link rel="self" href="${AT}"/>
  <item><title>Old</title><link>https://example.org/old</link><pubDate>Mon, 06 Sep 2021 10:00:00 GMT</pubDate>
    <media:content url="https://example.org/old.jpg"/></item>
  <item><title>New</title><link> /new?a=1&amp;b=2 </link><pubDate>Tue, 07 Sep 2021 10:00:00 +0200</pubDate></item>
  <item><guid>https://example.org/guid</guid></item>
  <item><guid isPermaLink="false">https://example.org/none</guid></item>
  <item><link><![CDATA[https://example.org/old]]></link></item>
  <item><link>javascript:alert(1)</link></item>
</channel></rss>`;

test.each([
  [
    'RSS',
    RSS,
    {
      title: 'Valley & Hill',
      entries: ['https://example.org/new?a=1&b=2', 'https://example.org/old', 'https://example.org/guid'],
    },
  ],
  [
    'RSS',
    `<rdf:RDF xmlns:rdf="r" xmlns:dc="d"><channel><title>One</title></channel>
     <item rdf:about="x"><link>https://example.org/1</link><dc:date>2021-01-01</dc:date></item></rdf:RDF>`,
    { title: 'One', entries: ['https://example.org/1'] },
  ],
  [
    'Atom',
    `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Hill</title><link rel="self" href="${AT}"/>
     <entry><link rel="replies" href="/1#comments"/><link rel="alternate" href="1"/><updated>2021-01-01T00:00:00Z</updated></entry>
     <entry><link href="https://example.org/2"/><published>2022-01-01T00:00:00Z</published></entry>
     <entry><id>https://example.org/3</id></entry></feed>`,
    { title: 'Hill', entries: ['https://example.org/2', 'https://example.org/news/1'] },
  ],
  [
    'JSON Feed',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Hill',
      items: [{ url: '/1', date_published: '2021-01-01' }, { external_url: 'https://example.net/2' }, 5, {}],
    }),
    { title: 'Hill', entries: ['https://example.org/1', 'https://example.net/2'] },
  ],
  [
    'sitemap',
    `<urlset xmlns="s" xmlns:news="n"><url><loc>https://example.org/1</loc><lastmod>2021-01-01</lastmod></url>
     <url><loc>https://example.org/2</loc><news:news><news:publication_date>2022-01-01</news:publication_date></news:news></url></urlset>`,
    { entries: ['https://example.org/2', 'https://example.org/1'] },
  ],
  [
    'sitemap',
    gzipSync('<sitemapindex><sitemap><loc>https://example.org/a.xml.gz</loc></sitemap></sitemapindex>'),
    { entries: [], parts: ['https://example.org/a.xml.gz'] },
  ],
] as const)('%s is read, newest first, with complete addresses', (type, content, listed) => {
  expect(read(content)).toEqual({ feed: { type, parts: [], ...listed } });
});

test('a page names the feeds of its site', () => {
  const page = `<html><head><link rel="stylesheet" href="/a.css"><link rel="alternate" hreflang="de" href="/de">
    <link rel="alternate" type="application/rss+xml" href="/rss"><LINK REL=alternate TYPE="application/feed+json" HREF=feed.json>
    </head></html>`;
  expect(read(page)).toEqual({ linked: ['https://example.org/rss', 'https://example.org/news/feed.json'] });
});

test.each([
  ['a page without feeds', '<html><body>Hello</body></html>', 'no feed of a known type'],
  ['other JSON', '{"a": 1}', 'no feed of a known type'],
  ['broken JSON', '{"version": ', 'no valid JSON'],
  ['nothing', '', 'empty'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'PNG'],
  ['what is not unpacked', gzipSync('<rss/>').subarray(0, 12), 'cannot be unpacked'],
  ['what opens to more than can be', gzipSync(Buffer.alloc(20 * 1024 * 1024, 'a')), 'cannot be unpacked'],
])('%s is refused with the reason', (_, content, reason) => {
  expect(read(content)).toEqual({ problem: expect.stringMatching(new RegExp(reason, 'i')) });
});

test('entities of its own and external ones are not followed', () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "https://evil.example/"><!ENTITY b SYSTEM "file:///etc/passwd">]>
    <rss><channel><title>&b;&a;</title><item><link>&a;</link></item></channel></rss>`;
  const { feed } = read(bomb) as { feed: { title: string; entries: string[] } };
  expect(feed.title).not.toContain('root:');
  expect(feed.entries.filter((url) => url.includes('evil'))).toEqual([]);
});

test('whatever is read, it says what it is or why not, and lists http addresses only', () => {
  const piece = fc.constantFrom(
    ...RSS.split(/(?=[<>&])/),
    '<feed>',
    '<entry>',
    '<link href="x">',
    '{',
    ']]>',
    '\0',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const reading = read(pieces.join(''));
      if ('feed' in reading) for (const url of reading.feed.entries) expect(url).toMatch(/^https?:/);
      else expect('problem' in reading || 'linked' in reading).toBe(true);
    }),
    { numRuns: 300 },
  );
});
