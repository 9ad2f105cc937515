import { once } from 'node:events';
import { copyFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { smallApp } from '../support/app.ts';
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

async function keeper(data: string): Promise<string> {
  const { stdout } = await run('scripts/ask.ts', ['--data', data, '--json', QUESTION]);
  return objects(stdout)[0]?.text as string;
}

test('an ingest that is killed at any moment leaves the old state or the new one, and goes on from there', async () => {
  const corpus = writeFiles(temporaryFolder(), OLD);
  const data = temporaryFolder();
  const args = ['--corpus', corpus, '--data', data];
  await run('scripts/ingest.ts', args);
  writeFiles(corpus, { ...NEW, ...ARTICLES });

  const states = new Set<string>();
  for (const ms of [250, 500, 800]) {
    const child = start('scripts/ingest.ts', args);
    // Not a wait for anything: the moment of the kill is what is tried.
    await sleep(ms);
    child.kill('SIGKILL');
    await once(child, 'close');
    const text = await keeper(data);
    states.add(/Astrid Holm/.test(text) ? 'old' : /Bertil Ek/.test(text) ? 'new' : text);
  }
  expect([...states].filter((state) => state !== 'old' && state !== 'new')).toEqual([]);

  const { code, stdout } = await run('scripts/ingest.ts', [...args, '--json']);
  expect(code).toBe(0);
  expect(objects(stdout)[0]).toMatchObject({ generation: 2, articles: 4 });
  expect(await keeper(data)).toContain('Bertil Ek');
});

test('a run that was cut off does not embed again what it had', async () => {
  const corpus = writeFiles(temporaryFolder(), ARTICLES);
  const data = temporaryFolder();
  const { stdout } = await run('scripts/ingest.ts', ['--corpus', corpus, '--data', data, '--json']);
  const embedded = objects(stdout)[0]?.embedded;
  expect(embedded).toBeGreaterThan(5);
  // The same sentences under other names: nothing of the text is new.
  const renamed = writeFiles(temporaryFolder(), { 'other/tea.txt': ARTICLES['tea.txt'] });
  const second = await run('scripts/ingest.ts', ['--corpus', renamed, '--data', data, '--json']);
  expect(objects(second.stdout)[0]).toMatchObject({ added: 1, removed: 3, embedded: 0 });
});

test('two ingests at once: both succeed, and the library holds what the folder holds', async () => {
  const corpus = writeFiles(temporaryFolder(), ARTICLES);
  const args = ['--corpus', corpus, '--data', temporaryFolder(), '--json'];
  const runs = await Promise.all([run('scripts/ingest.ts', args), run('scripts/ingest.ts', args)]);
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  expect(objects((await run('scripts/ingest.ts', args)).stdout)[0]).toMatchObject({
    articles: 3,
    added: 0,
    embedded: 0,
  });
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
