import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { OutdatedError, UserError } from '../../src/errors.ts';
import { smallApp } from '../support/app.ts';
import { ARTICLES, writeFiles } from '../support/articles.ts';
import { articlePage, status, versioned } from '../support/web/pages.ts';
import { type Page, redirectTo, webServer } from '../support/web/server.ts';

const CLOCK = [
  'The harbour clock of Lysen was built by Oda Krog in 1899 and strikes thirteen.',
  'It was repaired after the storm of 1953 with money that the fishermen had collected.',
];
const MILL = [
  'The paper mill of Ostrava employs 212 people and runs day and night in winter.',
  'Its owner is Jan Holub.',
];

async function addAll(app: App, addresses: readonly string[]) {
  const files = await Promise.all(addresses.map((address) => app.fetchFile(address)));
  const { base } = await app.preview({ kind: 'add', files });
  await app.apply({ kind: 'add', files }, { base, actor: 'Ann' });
}

async function site(pages: Record<string, Page>, now?: () => Date) {
  const server = await webServer(pages);
  const { app, config } = await smallApp(now, { fetchAllowHosts: [server.host] });
  await addAll(
    app,
    Object.keys(pages).map((path) => server.url + path),
  );
  server.requests.length = 0;
  return { server, app, config };
}

test('a refresh shows what changed, publishes it when it is applied, and then asks only for what is new', async () => {
  const pages: Record<string, Page> = {
    '/clock': versioned(articlePage('The harbour clock', CLOCK)),
    '/mill': versioned(articlePage('The paper mill', MILL)),
  };
  const { server, app, config } = await site(pages);
  const stages: string[] = [];
  const nothing = await app.previewRefresh(({ stage }) => stages.push(stage));
  expect(nothing).toMatchObject({
    base: 2,
    changes: [],
    held: [],
    unreachable: [],
    unchanged: 5,
    toEmbed: 0,
  });
  expect([...new Set(stages)]).toEqual(['reading', 'fetching']);
  expect(server.requests.map(({ headers }) => headers['if-none-match']).filter(Boolean)).toHaveLength(2);
  await expect(app.applyRefresh(nothing.key, { actor: 'Ann' })).rejects.toThrow('Nothing would change');

  pages['/clock'] = versioned(
    articlePage('The harbour clock', [CLOCK[0]?.replace('thirteen', 'twelve') ?? '', CLOCK[1] ?? '']),
  );
  writeFiles(config.corpusDir, {
    'well.md': '# The well\n\nThe well of Tarn is ninety metres deep and never dry.\n',
  });
  const preview = await app.previewRefresh();
  expect(preview).toMatchObject({
    changes: [
      { kind: 'added', id: 'well' },
      {
        ...{ kind: 'changed', id: 'clock', url: `${server.url}/clock`, words: { added: 1, removed: 1 } },
        snippets: [{ before: '… in 1899 and strikes thirteen.', after: '… in 1899 and strikes twelve.' }],
      },
    ],
    ...{ unchanged: 4, toEmbed: 2 },
  });
  expect((await app.status()).generation?.id).toBe(2);
  server.requests.length = 0;
  expect(await app.applyRefresh(preview.key, { actor: 'Bo' })).toMatchObject({ generation: 3, embedded: 2 });
  expect(server.requests).toEqual([]);
  expect((await app.ask({ text: 'What does the harbour clock strike?' })).text).toContain('twelve');
  expect((await app.history({ count: 1 })).publications).toMatchObject([
    { generation: 3, kind: 'refresh', actor: 'Bo', added: 1, changed: 1 },
  ]);
  await expect(app.applyRefresh(preview.key, { actor: 'Bo' })).rejects.toThrow('can no longer be applied');
  expect(await app.previewRefresh()).toMatchObject({ changes: [], unchanged: 6 });
  // The folder's articles are still the folder's.
  expect((await app.record('well'))?.origin).toBe('folder');
  expect((await app.record('clock'))?.origin).toBe('added');
});

test('what is gone, empty, halved or moved is held back until it is confirmed', async () => {
  const paths = ['/gone', '/empty', '/halved', '/moved', '/renamed', '/down'];
  const text = (path: string) => [
    `The story of ${path.slice(1)} has exactly one hero, whose name is Karl Brandt.`,
    ...MILL,
  ];
  const pages: Record<string, Page> = Object.fromEntries(
    paths.map((path) => [path, versioned(articlePage(`About ${path}`, text(path)))]),
  );
  const { server, app } = await site(pages);
  Object.assign(pages, {
    '/gone': status(410),
    '/empty': '<html><body></body></html>',
    '/halved': articlePage('About halved', ['The story of halved has exactly one hero.']),
    '/moved': redirectTo('/'),
    '/': articlePage('News of the day', [
      'Nothing that anybody has ever heard of happened today in this town.',
      ...CLOCK,
    ]),
    '/renamed': redirectTo('/new-name'),
    '/new-name': articlePage('About /renamed', [...text('/renamed'), 'It was corrected.']),
    '/down': status(500),
  } satisfies Record<string, Page>);
  const preview = await app.previewRefresh();
  expect(preview.changes).toMatchObject([{ kind: 'changed', id: 'renamed' }]);
  expect(Object.fromEntries(preview.held.map(({ id, why, change }) => [id, [why, change.kind]]))).toEqual({
    gone: ['gone', 'removed'],
    empty: ['empty', 'removed'],
    halved: ['shrunk', 'changed'],
    moved: ['moved', 'changed'],
  });
  expect(preview.unreachable).toMatchObject([
    { id: 'down', title: 'About /down', reason: expect.stringContaining('HTTP 500') },
  ]);
  expect(preview.unchanged).toBe(3);

  await expect(app.applyRefresh(preview.key, { confirmed: ['tea'], actor: 'Ann' })).rejects.toThrow('"tea"');
  const report = await app.applyRefresh(preview.key, { confirmed: ['gone', 'halved'], actor: 'Ann' });
  expect(report.changes.map(({ kind, id }) => [kind, id])).toEqual([
    ['changed', 'renamed'],
    ['removed', 'gone'],
    ['changed', 'halved'],
  ]);
  const ids = (await app.articles()).map(({ id }) => id);
  expect(ids).toEqual(['bridge', 'down', 'empty', 'halved', 'moved', 'renamed', 'space/lighthouse', 'tea']);
  expect((await app.article('empty'))?.text).toContain('Karl Brandt');
  expect((await app.article('renamed'))?.url).toBe(`${server.url}/new-name`);
  const again = await app.previewRefresh();
  expect(again.changes).toEqual([]);
  expect(again.held.map(({ id }) => id).sort()).toEqual(['empty', 'moved']);
});

test('what moderators decided stays until the page says something else', async () => {
  const pages: Record<string, Page> = {
    '/clock': articlePage('The harbour clock', CLOCK),
    '/mill': articlePage('The paper mill', MILL),
  };
  const { app } = await site(pages);
  const does = async (edit: Parameters<App['preview']>[0]) =>
    app.apply(edit, { base: (await app.preview(edit)).base, actor: 'Ann' });
  await does({ kind: 'rename', id: 'clock', title: 'Thirteen' });
  await does({ kind: 'remove', ids: ['mill'] });
  expect(await app.previewRefresh()).toMatchObject({ changes: [], held: [], unchanged: 4 });

  pages['/clock'] = articlePage('The harbour clock', [...CLOCK, 'It was sold in 2020 to a museum.']);
  pages['/mill'] = articlePage('The paper mill', [...MILL, 'It burnt down in 2021.']);
  const { key, changes } = await app.previewRefresh();
  expect(changes).toMatchObject([{ kind: 'changed', id: 'clock', title: 'Thirteen' }]);
  await app.applyRefresh(key, { actor: 'Ann' });
  // Brought back, the clock is as it was before its page changed; the mill's page changed while nobody looked.
  await does({ kind: 'rollback', generation: 3 });
  expect((await app.article('clock'))?.text).not.toContain('museum');
  expect(await app.previewRefresh()).toMatchObject({ changes: [{ id: 'mill' }], held: [], unchanged: 4 });
});

test('what a moderator emptied stays empty until the page names something else', async () => {
  const page = (author: string, ...more: string[]) =>
    articlePage('The harbour clock', [...CLOCK, ...more], `<meta name="author" content="${author}">`);
  const pages: Record<string, Page> = { '/clock': page('Web Desk') };
  const { server, app } = await site(pages);
  const read = await app.fetchFile(`${server.url}/clock`);
  const edit = {
    kind: 'add' as const,
    files: [{ ...read, details: { author: { without: 'Web Desk' } } }],
  };
  await app.apply(edit, { base: (await app.preview(edit)).base, actor: 'Ann' });
  expect((await app.article('clock'))?.author).toBeUndefined();
  const refreshed = async () => {
    await app.applyRefresh((await app.previewRefresh()).key, { actor: 'Ann' });
    return app.article('clock');
  };
  expect((await app.previewRefresh()).changes).toEqual([]);
  pages['/clock'] = page('Web Desk', 'It was sold in 2020 to a museum.');
  const sold = await refreshed();
  expect(sold?.text).toContain('museum');
  expect(sold?.author).toBeUndefined();
  pages['/clock'] = page('Oda Krog', 'It was sold in 2020 to a museum.');
  expect((await refreshed())?.author).toBe('Oda Krog');
});

test('a preview is applied by nobody after an hour, after it was discarded, or after somebody else published', async () => {
  let time = Date.parse('2031-05-06T07:00:00Z');
  const { app, config } = await site(
    { '/clock': versioned(articlePage('The harbour clock', CLOCK)) },
    () => new Date(time),
  );
  writeFiles(config.corpusDir, {
    'well.md': '# The well\n\nThe well of Tarn is ninety metres deep and never dry.\n',
  });
  const [old, discarded, done] = [
    await app.previewRefresh(),
    await app.previewRefresh(),
    await app.previewRefresh(),
  ];
  app.discardRefresh(discarded.key);
  await expect(app.applyRefresh(discarded.key, { actor: 'Ann' })).rejects.toThrow(UserError);

  // Another process reads the same at the same time: one of them publishes it, and the other says who did.
  const other = await createApp(config);
  onTestFinished(() => other.close());
  const { key } = await other.previewRefresh();
  const both = await Promise.allSettled([
    app.applyRefresh(done.key, { actor: 'Ann' }),
    other.applyRefresh(key, { actor: 'Bo' }),
  ]);
  const refused = both.find((one) => one.status === 'rejected');
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(refused?.reason).toBeInstanceOf(OutdatedError);
  expect(refused?.reason.message).toMatch(/generation 3, refresh by (?:Ann|Bo)/);
  expect((await app.history({ count: 5 })).publications).toHaveLength(3);
  time += 60 * 60_000;
  await expect(app.applyRefresh(old.key, { actor: 'Ann' })).rejects.toThrow('older than an hour');
});

test('a folder that loses most of its files, or half of an article, is asked about first', async () => {
  const { app, config } = await smallApp();
  for (const file of ['tea.txt', 'bridge.html']) rmSync(`${config.corpusDir}/${file}`);
  const vanished = await app.previewRefresh();
  expect(vanished).toMatchObject({ changes: [], unchanged: 1 });
  expect(vanished.held.map(({ id, why }) => [id, why])).toEqual([
    ['bridge', 'gone'],
    ['tea', 'gone'],
  ]);
  await app.applyRefresh(vanished.key, { confirmed: ['tea'], actor: 'Ann' });
  writeFiles(config.corpusDir, {
    'bridge.html': ARTICLES['bridge.html'],
    'space/lighthouse.md': '# A lighthouse\n\nThe ground station at Kalvik was opened in 2031.\n',
  });
  const halved = await app.previewRefresh();
  expect(halved).toMatchObject({ changes: [], held: [{ id: 'space/lighthouse', why: 'shrunk' }] });
  expect((await app.previewRefresh()).held).toHaveLength(1);
  await app.applyRefresh(halved.key, { confirmed: ['space/lighthouse'], actor: 'Ann' });
  expect(await app.previewRefresh()).toMatchObject({ changes: [], held: [], unchanged: 2 });
});

test('a refresh that fails halfway leaves no process behind', async () => {
  const { app, config } = await site({ '/clock': versioned(articlePage('The harbour clock', CLOCK)) });
  writeFiles(config.corpusDir, {
    'well.md': '# The well\n\nThe well of Tarn is ninety metres deep and never dry.\n',
  });
  const before = ownProcesses();
  let halfway: string[] = [];
  const refresh = app.previewRefresh(({ stage }) => {
    if (stage !== 'fetching') return;
    halfway = ownProcesses();
    throw new Error('nobody listens any more');
  });
  await expect(refresh).rejects.toThrow('nobody listens any more');
  expect(halfway).toHaveLength(before.length + 1);
  expect(ownProcesses()).toEqual(before);
});

/** Ids of the processes that this one started, with those that have ended and were not cleared away. */
function ownProcesses(): string[] {
  const lines = execFileSync('ps', ['ax', '-o', 'ppid=,pid=,comm=']).toString().trim().split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([parent, , name]) => Number(parent) === process.pid && name !== 'ps')
    .map(([, id = '']) => id);
}
