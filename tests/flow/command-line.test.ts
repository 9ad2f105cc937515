import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { preparedFolder } from '../support/app.ts';
import { ARTICLES, writeFiles } from '../support/articles.ts';
import { objects, run } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary.ts';

async function prepared() {
  const folder = await preparedFolder();
  const [corpus, data] = [join(folder, 'corpus'), join(folder, 'data')];
  return { corpus, data, args: ['--corpus', corpus, '--data', data] };
}

test('ingest, ask and search: articles in, cited answers out', async () => {
  const corpus = writeFiles(temporaryFolder(), ARTICLES);
  const data = temporaryFolder();
  const args = ['--corpus', corpus, '--data', data];
  const ingested = await run('scripts/ingest.ts', [...args, '--json']);
  expect(ingested.code).toBe(0);
  const [report] = objects(ingested.stdout);
  expect(report).toMatchObject({ generation: 1, articles: 3, added: 3, changed: 0, removed: 0, refused: [] });
  expect(report?.embedded).toBe(report?.sentences);

  const questions =
    'How many satellites does the station follow?\n\nWho planted the tea bushes?\nWho won the world cup?\n';
  const asked = await run('scripts/ask.ts', ['--data', data, '--stdin', '--json'], { input: questions });
  expect(asked.code).toBe(0);
  const [satellites, tea, cup] = objects(asked.stdout);
  expect(satellites).toMatchObject({
    question: 'How many satellites does the station follow?',
    status: 'answered',
  });
  const [citation] = (satellites?.citations ?? []) as Record<string, unknown>[];
  expect(citation).toMatchObject({
    n: 1,
    articleId: 'space/lighthouse',
    title: 'A lighthouse for satellites',
    publisher: 'Orbit Weekly',
    publishedAt: '2031-03-04',
    url: 'https://example.org/lighthouse',
  });
  expect(JSON.stringify(satellites?.claims)).toContain('42 satellites');
  expect(JSON.stringify(tea?.claims)).toContain('Lakshmi Barua');
  expect(cup).toMatchObject({ status: 'notInCorpus', claims: [], citations: [] });

  const searched = await run('scripts/search.ts', [
    '--data',
    data,
    'stone bridge lorries',
    '-k',
    '2',
    '--json',
  ]);
  expect(searched.code).toBe(0);
  const hits = objects(searched.stdout)[0]?.hits as Record<string, unknown>[];
  expect(hits[0]).toMatchObject({ articleId: 'bridge', passage: 0 });
  expect(hits).toHaveLength(2);
});

test('questions can be kept to days and publishers', async () => {
  const { data } = await prepared();
  const found = async (...filters: string[]) => {
    const { stdout } = await run('scripts/search.ts', [
      '--data',
      data,
      'the station the garden the bridge',
      '--json',
      ...filters,
    ]);
    const hits = objects(stdout)[0]?.hits as { articleId: string }[];
    return [...new Set(hits.map(({ articleId }) => articleId))];
  };
  expect(await found('--since', '2030-01-01')).toEqual(['space/lighthouse']);
  expect(await found('--before', '2030-01-01')).toEqual(['bridge']);
  expect(await found('--publisher', 'valley news', '--publisher', 'Orbit Weekly')).toHaveLength(2);
});

test('a folder is the truth: what is added, changed and removed is told, and only that is embedded', async () => {
  const { corpus, args } = await prepared();
  const again = objects((await run('scripts/ingest.ts', [...args, '--json'])).stdout)[0];
  expect(again).toMatchObject({ generation: 1, added: 0, changed: 0, removed: 0, embedded: 0 });

  rmSync(join(corpus, 'bridge.html'));
  writeFiles(corpus, {
    'tea.txt': `${ARTICLES['tea.txt']}\nA new shed was built there in 2030 for the drying of leaves.\n`,
    'new.md':
      '# The harbour clock\n\nThe harbour clock of Lysen strikes thirteen at noon, and nobody knows why.\n',
  });
  const changed = objects((await run('scripts/ingest.ts', [...args, '--json'])).stdout)[0];
  expect(changed).toMatchObject({
    generation: 2,
    articles: 3,
    added: 1,
    changed: 1,
    removed: 1,
    embedded: 2,
  });
});

test('what cannot be read is listed with the reason, the rest goes in, exit code 2', async () => {
  const { corpus, args } = await prepared();
  writeFiles(corpus, {
    'empty.md': '',
    'picture.md': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'huge.txt': 'word '.repeat(2_000_000),
    'broken.md': '---\ntitle: [unclosed\n---\n\nSome text that is long enough to be an article of its own.\n',
  });
  symlinkSync('/etc/passwd', join(corpus, 'link.txt'));
  const { code, stdout } = await run('scripts/ingest.ts', [...args, '--json']);
  expect(code).toBe(2);
  const [report] = objects(stdout);
  expect(report).toMatchObject({ articles: 3 });
  const refused = report?.refused as { path: string; reason: string }[];
  expect(refused.map(({ path }) => path).sort()).toEqual([
    'broken.md',
    'empty.md',
    'huge.txt',
    'link.txt',
    'picture.md',
  ]);
  for (const { reason } of refused) expect(reason.length).toBeGreaterThan(10);
});

test.each([
  ['empty', ''],
  ['far too large', 'word '.repeat(2_000_000)],
])('a file that is suddenly %s keeps the article it gave', async (_, content) => {
  const { corpus, data, args } = await prepared();
  writeFiles(corpus, { 'tea.txt': content });
  const { code, stdout } = await run('scripts/ingest.ts', [...args, '--json']);
  expect(code).toBe(2);
  expect(objects(stdout)[0]).toMatchObject({ articles: 3, changed: 0, removed: 0 });
  const asked = await run('scripts/ask.ts', ['--data', data, '--json', 'Who planted the tea bushes?']);
  expect(asked.stdout).toContain('Lakshmi Barua');
});

test('npm start without a token answers piped questions and ends', async () => {
  const { corpus, data } = await prepared();
  const env = { FOOTNOTE_CORPUS: corpus, FOOTNOTE_DATA: data };
  const { code, stdout, stderr } = await run('src/main.ts', [], {
    env,
    input: 'When was the ground station opened?\n:open 1\nWho won the world cup?\n',
  });
  expect(code).toBe(0);
  expect(stderr).not.toMatch(/Error|at .*\.ts/);
  expect(stdout).toMatch(/4 March 2031[\s\S]*\[1\]/);
  expect(stdout).toContain('A lighthouse for satellites');
  expect(stdout).not.toContain('\u001b[');
});

test('every bad setting is named at once, without a stack trace', async () => {
  const env = { FOOTNOTE_CORPUS: '/nowhere', DISCORD_GUILD_ID: 'mine', EMBEDDING_WORKERS: '0' };
  const { code, stderr } = await run('src/main.ts', [], { env });
  expect(code).toBe(1);
  for (const name of ['FOOTNOTE_CORPUS', 'DISCORD_GUILD_ID', 'EMBEDDING_WORKERS'])
    expect(stderr).toContain(name);
  expect(stderr).not.toMatch(/\.ts:\d+/);
});

test.each([
  ['scripts/ask.ts', [], 'Usage'],
  ['scripts/ask.ts', ['--nonsense'], 'Usage'],
  ['scripts/search.ts', ['moon', '-k', 'many'], '-k'],
  ['scripts/ask.ts', ['moon', '--since', '2022-02-31'], '2022-02-31'],
  ['scripts/ingest.ts', ['--corpus', '/nowhere'], '/nowhere'],
])('%s %j says what is wrong', async (script, args, message) => {
  const { code, stdout, stderr } = await run(script, [...args, '--data', temporaryFolder()]);
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain(message);
});

test('try:discord prints what a member sees, and ends when its input does', async () => {
  const { args } = await prepared();
  const input = 'Who planted the tea bushes?\npress Sources\n/status\n';
  const { code, stdout } = await run('scripts/try-discord.ts', args, { input });
  expect(code).toBe(0);
  expect(stdout).toContain('Lakshmi Barua');
  expect(stdout).toContain('(only Ann sees this)');
  expect(stdout).not.toContain('Discord would have refused');
});
