import { describe, expect, test } from 'vitest';
import { FetchError } from '../../../src/errors.ts';
import { redirectTo, webServer } from '../../support/web/server.ts';
import { failureOf, PUBLIC, world } from '../../support/web/world.ts';

const NOT_PUBLIC = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '0',
  'localhost',
  'localhost.',
  'LOCALHOST..',
  'foo.localhost',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:8.8.8.8]',
  '[::127.0.0.1]',
  '[64:ff9b::a9fe:a9fe]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[fe80::1]',
  '[fd00:ec2::254]',
  '[fec0::1]',
  '169.254.169.254',
  '169.254.169.254.',
  '168.63.129.16',
  'metadata.google.internal',
  'metadata.google.internal.',
  'printer.local',
  'router.home.arpa',
  'intranet',
  '100.64.0.1',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '198.18.0.1',
  '192.0.2.1',
  '224.0.0.1',
  '255.255.255.255',
  '①②⑦.⓪.⓪.①',
  'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
];

const NEVER_READ = [
  'file:///etc/passwd',
  'gopher://example.org/1',
  'data:text/html,<p>hello',
  'ftp://example.org/file',
  'javascript:alert(1)',
  'ws://example.org/',
  'http://user:password@example.org/',
  'http://user@example.org/',
  'http://:password@example.org/',
  'http://example.org:22/',
  'https://example.org:6379/',
  'http://example.org:25/',
  'http://example.org:0/',
];

/** Names of example.org are public, so that only what is refused before can be refused. */
const names = { 'example.org': [PUBLIC] };

describe.each([
  ...NOT_PUBLIC.flatMap((host) => [`http://${host}/`, `https://${host}:8443/page`]),
  ...NEVER_READ,
])('%s', (address) => {
  test('is refused without a socket or a look-up', async () => {
    const { fetcher, dialled, lookups } = world({ names, allowHosts: ['127.0.0.1:9', 'localhost:9'] });
    const failure = await failureOf(fetcher.fetch(address));
    expect(failure).toBeInstanceOf(FetchError);
    expect(failure).toMatchObject({ failure: 'refused' });
    expect({ dialled, lookups }).toEqual({ dialled: [], lookups: [] });
  });

  test('is refused as the end of a redirect', async () => {
    const server = await webServer({ '/': redirectTo(address) });
    const { fetcher, dialled, lookups } = world({ names, ports: { 80: server.port } });
    const failure = await failureOf(fetcher.fetch('http://example.org/'));
    expect(failure).toMatchObject({ name: 'FetchError', failure: 'refused' });
    // For robots.txt and for the page, and nothing after that.
    expect(dialled).toEqual([`${PUBLIC}:80`, `${PUBLIC}:80`]);
    expect(lookups).toEqual(['example.org', 'example.org']);
  });
});

test.each([
  '',
  ' ',
  'news',
  'example.org/page',
  'http://',
  'http://[::1',
  'http://fe80::1%eth0/',
  'http://a b/',
])('"%s" is no web address, and the message says how one looks', async (text) => {
  const failure = await failureOf(world().fetcher.fetch(text));
  expect(failure).toMatchObject({ name: 'FetchError', failure: 'refused' });
  expect(String(failure)).toContain('such as https://example.org/news/article.html');
});

describe('a name that leads to an address that is not public', () => {
  test.each([
    ['10.0.0.5'],
    ['127.0.0.1'],
    ['169.254.169.254'],
    ['::ffff:127.0.0.1'],
    ['fd00::1'],
    ['fe80::1%eth0'],
    ['not an address'],
  ])('%s', async (private_) => {
    for (const addresses of [[private_], [PUBLIC, private_], [private_, PUBLIC]]) {
      const { fetcher, dialled } = world({ names: { 'news.example': addresses } });
      const failure = await failureOf(fetcher.fetch('https://news.example/'));
      expect(failure).toMatchObject({ name: 'FetchError', failure: 'refused' });
      expect(dialled).toEqual([]);
    }
  });

  test('nobody learns whether it exists, or where it leads', async () => {
    const there = await failureOf(
      world({ names: { 'db.corp.example': ['10.1.2.3'] } }).fetcher.fetch('http://db.corp.example/'),
    );
    const notThere = await failureOf(world().fetcher.fetch('http://db.corp.example/'));
    expect(String(there)).toBe(String(notThere));
    expect(String(there)).not.toContain('10.1.2.3');
  });

  test('public when it is looked up first, private afterwards: only what was judged is dialled', async () => {
    const server = await webServer({ '/': 'the page' });
    const answers = [[PUBLIC], [PUBLIC], ['127.0.0.1'], ['169.254.169.254']];
    const changing = world({
      names: { 'news.example': () => answers.shift() ?? ['127.0.0.1'] },
      ports: { 80: server.port },
    });
    expect(await changing.fetcher.fetch('http://news.example/')).toMatchObject({ kind: 'page' });
    // Once for each connection: robots.txt and the page.
    expect(changing.lookups).toHaveLength(2);
    expect(await failureOf(changing.fetcher.fetch('http://news.example/'))).toMatchObject({
      failure: 'refused',
    });
    expect(changing.dialled).toEqual([`${PUBLIC}:80`, `${PUBLIC}:80`]);
  });

  test('behind a redirect', async () => {
    const server = await webServer({ '/': redirectTo('http://inside.example/') });
    const { fetcher, dialled } = world({
      names: { 'news.example': [PUBLIC], 'inside.example': ['192.168.0.1'] },
      ports: { 80: server.port },
    });
    expect(await failureOf(fetcher.fetch('http://news.example/'))).toMatchObject({ failure: 'refused' });
    expect(dialled.filter((address) => !address.startsWith(PUBLIC))).toEqual([]);
  });
});

describe('FETCH_ALLOW_HOSTS', () => {
  test('lets a host that is not public be read, by its own name and port only', async () => {
    const [listed, other] = [await webServer({ '/': 'listed' }), await webServer({ '/': 'other' })];
    const { fetcher } = world({ allowHosts: [listed.host] });
    expect(await fetcher.fetch(`${listed.url}/`)).toMatchObject({ kind: 'page' });
    expect(await fetcher.fetch(`http://127.1:${listed.port}/`)).toMatchObject({ kind: 'page' });
    for (const address of [
      `${other.url}/`,
      `http://localhost:${listed.port}/`,
      `http://[::1]:${listed.port}/`,
    ]) {
      expect(await failureOf(fetcher.fetch(address))).toMatchObject({ failure: 'refused' });
    }
    expect(other.connections).toBe(0);
  });

  test('lets a name lead anywhere, whose redirects are judged like all others', async () => {
    const other = await webServer({ '/': 'other' });
    const wiki = await webServer({ '/': 'page', '/away': redirectTo(`${other.url}/`) });
    const { fetcher } = world({
      names: { wiki: ['127.0.0.1'] },
      allowHosts: [`wiki:${wiki.port}`],
    });
    expect(await fetcher.fetch(`http://wiki.:${wiki.port}/`)).toMatchObject({ kind: 'page' });
    const failure = await failureOf(fetcher.fetch(`http://wiki:${wiki.port}/away`));
    expect(failure).toMatchObject({ failure: 'refused' });
    expect(other.connections).toBe(0);
  });

  test('loosens nothing else', async () => {
    const server = await webServer({ '/robots.txt': 'User-agent: *\nDisallow: /private' });
    const { fetcher } = world({ allowHosts: [server.host] });
    const refused = [`${server.url}/private`, `http://me:secret@${server.host}/`, `ftp://${server.host}/`];
    for (const address of refused) {
      expect(await failureOf(fetcher.fetch(address))).toMatchObject({ failure: 'refused' });
    }
    expect(server.requests.map(({ path }) => path)).toEqual(['/robots.txt']);
  });
});

describe('attachments', () => {
  test.each([
    'https://example.org/attachments/1/2/file.pdf',
    'http://cdn.discordapp.com/attachments/1/2/file.pdf',
    'https://cdn.discordapp.com:8443/attachments/1/2/file.pdf',
    'https://cdn.discordapp.com.example.org/attachments/1/2/file.pdf',
    'https://evil-cdn.discordapp.com/file.pdf',
    'http://127.0.0.1/file.pdf',
  ])('%s is not from Discord', async (address) => {
    const { fetcher, dialled, lookups } = world({ names });
    const failure = await failureOf(fetcher.fetch(address, { attachment: true }));
    expect(failure).toMatchObject({ failure: 'refused' });
    expect({ dialled, lookups }).toEqual({ dialled: [], lookups: [] });
  });

  test('are read from a listed host without asking robots.txt, and do not lead away from it', async () => {
    const server = await webServer({
      '/file.txt': 'the file',
      '/robots.txt': 'User-agent: *\nDisallow: /',
      '/away': redirectTo('https://example.org/file.txt'),
    });
    const { fetcher, dialled } = world({ names, allowHosts: [server.host] });
    const file = await fetcher.fetch(`${server.url}/file.txt`, { attachment: true });
    expect(file.kind === 'page' && new TextDecoder().decode(file.bytes)).toBe('the file');
    const away = await failureOf(fetcher.fetch(`${server.url}/away`, { attachment: true }));
    expect(away).toMatchObject({ failure: 'refused' });
    expect(server.requests.map(({ path }) => path)).toEqual(['/file.txt', '/away']);
    expect(dialled).toHaveLength(2);
  });

  test.each(['cdn.discordapp.com', 'media.discordapp.net'])('are asked of %s', async (host) => {
    const { fetcher, dialled } = world({ names: { [host]: [PUBLIC] }, ports: { 443: 1 } });
    await failureOf(fetcher.fetch(`https://${host}/attachments/1/2/file.pdf?ex=1`, { attachment: true }));
    expect(dialled).toEqual([`${PUBLIC}:443`]);
  });
});
