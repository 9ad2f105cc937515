import { once } from 'node:events';
import { copyFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { configOf, preparedFolder, smallApp } from '../support/app.ts';
import { ARTICLES, writeFiles } from '../support/articles.ts';
import { objects, run, start } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary.ts';

const OLD = {
  'answer.md': '# The keeper\n\nThe keeper of the Lysen lighthouse is called Astrid Holm since 2020.\n',
};
const NEW = {
  'answer.md': '# The keeper\n\nThe keeper of the Lysen lighthouse is called Bertil Ek since 2031.\n',
};
const QUESTION = 'Who is the keeper of the Lysen lighthouse?';

/** Does something with an app in a folder of its own, and closes it. */
async function withApp<T>(folder: string, use: (app: App) => Promise<T>): Promise<T> {
  const app = await createApp(configOf(folder));
  return use(app).finally(() => app.close());
}

const keeper = async (folder: string) => (await withApp(folder, (app) => app.ask({ text: QUESTION }))).text;

test('an ingest that is killed at any moment leaves the old state or the new one, and goes on from there', async () => {
  const folder = temporaryFolder();
  const [corpus, data] = [join(folder, 'corpus'), join(folder, 'data')];
  const args = ['--corpus', corpus, '--data', data];
  writeFiles(corpus, OLD);
  await withApp(folder, (app) => app.ingest());
  writeFiles(corpus, { ...NEW, ...ARTICLES });

  const states = new Set<string>();
  for (const ms of [250, 500, 800]) {
    const child = start('scripts/ingest.ts', args);
    // Not a wait for anything: the moment of the kill is what is tried.
    await sleep(ms);
    child.kill('SIGKILL');
    await once(child, 'close');
    const text = await keeper(folder);
    states.add(/Astrid Holm/.test(text) ? 'old' : /Bertil Ek/.test(text) ? 'new' : text);
  }
  expect([...states].filter((state) => state !== 'old' && state !== 'new')).toEqual([]);

  const { code, stdout } = await run('scripts/ingest.ts', [...args, '--json']);
  expect(code).toBe(0);
  expect(objects(stdout)[0]).toMatchObject({ generation: 2, articles: 4 });
  expect(await keeper(folder)).toContain('Bertil Ek');
});

test('sentences that are there under another name are not embedded again', async () => {
  const folder = await preparedFolder();
  // The same sentences under other names: nothing of the text is new.
  rmSync(join(folder, 'corpus'), { recursive: true });
  writeFiles(join(folder, 'corpus'), { 'other/tea.txt': ARTICLES['tea.txt'] });
  await withApp(folder, async (app) => {
    expect((await app.status()).generation?.sentences).toBeGreaterThan(5);
    expect(await app.ingest()).toMatchObject({ added: 1, removed: 3, embedded: 0 });
  });
});

test('two ingests at once: both succeed, and the library holds what the folder holds', async () => {
  const folder = temporaryFolder();
  const corpus = writeFiles(join(folder, 'corpus'), ARTICLES);
  const args = ['--corpus', corpus, '--data', join(folder, 'data')];
  const runs = await Promise.all([run('scripts/ingest.ts', args), run('scripts/ingest.ts', args)]);
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  const report = await withApp(folder, (app) => app.ingest());
  expect(report).toMatchObject({ articles: 3, added: 0, embedded: 0 });
});

const damages: Record<string, (file: string, other: string) => void> = {
  truncated: (file) => truncateSync(file, 500),
  zeroed: (file) => writeFileSync(file, Buffer.alloc(readFileSync(file).length)),
  'one bit flipped': (file) => {
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 4;
    writeFileSync(file, bytes);
  },
  'swapped with another': (file, other) => copyFileSync(other, file),
  gone: (file) => rmSync(file),
};

test('an index file that is damaged is noticed and rebuilt, and the answers stay right', async () => {
  const { app, config } = await smallApp();
  await app.close();
  const indexes = join(config.dataDir, 'index');
  const [name, ...others] = readdirSync(indexes);
  expect(others).toEqual([]);
  const file = join(indexes, name as string);
  const other = join(temporaryFolder(), 'other');
  writeFileSync(other, readFileSync(file).toReversed());
  const whole = readFileSync(file).length;

  for (const damage of Object.values(damages)) {
    damage(file, other);
    const restarted = await createApp(config);
    expect((await restarted.status()).index).toMatchObject({ engine: 'exact', note: expect.any(String) });
    expect((await restarted.ask({ text: 'Who planted the tea bushes?' })).text).toContain('Lakshmi Barua');
    await restarted.ingest();
    expect((await restarted.status()).index).toEqual({ engine: 'hnsw' });
    expect(readFileSync(file).length).toBe(whole);
    await restarted.close();
  }
});

test('without hnswlib every vector is compared, and the start says so', async () => {
  const corpus = writeFiles(temporaryFolder(), ARTICLES);
  const env = {
    FOOTNOTE_CORPUS: corpus,
    FOOTNOTE_DATA: temporaryFolder(),
    NODE_OPTIONS: `--require ${join(import.meta.dirname, '../support/without-hnswlib.cjs')}`,
  };
  const { code, stdout } = await run('src/main.ts', [], { env, input: 'Who planted the tea bushes?\n' });
  expect(code).toBe(0);
  expect(stdout).toContain('Lakshmi Barua');
  expect(readdirSync(env.FOOTNOTE_DATA)).not.toContain('index');
});
