import { type ChildProcess, execFileSync } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readArticles } from '../../../src/ingest/article.ts';
import { Reader, type ReadLimits } from '../../../src/workers/reader.ts';
import { endlessPdf, pdfBomb } from '../../support/pdf.ts';
import { zipOf } from '../../support/zip.ts';

const ROOT = realpathSync(join(import.meta.dirname, '../../..'));
const MILL = new TextEncoder().encode('The mill of Upper Wend was built in 1788.\n\nIt ground corn.');

function readerOf(limits?: ReadLimits): Reader {
  const reader = limits ? new Reader(limits) : new Reader();
  onTestFinished(() => reader.close());
  return reader;
}

test('reads in its process what would be read in this one', async () => {
  const reader = readerOf();
  const files: [string, Uint8Array][] = [
    ['mill.txt', MILL],
    ['mill.png', MILL],
    ['empty.md', new Uint8Array()],
    [
      'page.html',
      new TextEncoder().encode('<title>The mill</title><p>It was built in 1788 by Jane Roe.</p>'),
    ],
  ];
  const read = await Promise.all(files.map(([path, bytes]) => reader.read(path, bytes)));
  const expected = await Promise.all(files.map(([path, bytes]) => readArticles(path, bytes)));
  expect(read).toEqual(expected);
});

test('a file that never ends costs itself, and the next is read', async () => {
  const reader = readerOf({ ms: 1_500, bytes: 256 * 1024 * 1024 });
  const [before, endless, after] = await Promise.all([
    reader.read('before.txt', MILL),
    reader.read('endless.pdf', endlessPdf()),
    reader.read('after.txt', MILL),
  ]);
  expect(before.articles).toHaveLength(1);
  expect(endless).toMatchObject({ articles: [], refused: [{ path: 'endless.pdf' }] });
  expect(endless.refused[0]?.reason).toMatch(/^it could not be read within 1.5 seconds: /);
  expect(after.articles).toHaveLength(1);
});

test('a file that swells in memory costs itself, and the next is read', async () => {
  const reader = readerOf({ ms: 30_000, bytes: 64 * 1024 * 1024 });
  const [before, bomb, after] = await Promise.all([
    reader.read('before.txt', MILL),
    reader.read('bomb.pdf', pdfBomb()),
    reader.read('after.txt', MILL),
  ]);
  expect(before.articles).toHaveLength(1);
  expect(bomb).toMatchObject({ articles: [], refused: [{ path: 'bomb.pdf' }] });
  expect(bomb.refused[0]?.reason).toMatch(/^it could not be read with 64 MB of memory: /);
  expect(after.articles).toHaveLength(1);
});

test('memory that the heap does not count is counted', async () => {
  const reader = readerOf({ ms: 30_000, bytes: 32 * 1024 * 1024 });
  const zeros = Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`${i}.txt`, '0'.repeat(1 << 20)]));
  const swollen = await reader.read('zeros.zip', zipOf(zeros));
  expect(swollen.refused).toMatchObject([{ path: 'zeros.zip', reason: expect.stringContaining('32 MB') }]);
  expect((await reader.read('after.txt', MILL)).articles).toHaveLength(1);
});

test('a page nested 100,000 deep is refused', async () => {
  const page = new TextEncoder().encode(`<body>${'<b>'.repeat(100_000)}text`);
  expect((await readerOf().read('deep.html', page)).refused).toHaveLength(1);
});

test('its process has nothing of the environment, and may open no file but the program', async () => {
  process.env.FOOTNOTE_TEST_SECRET = 'not for readers';
  onTestFinished(() => {
    delete process.env.FOOTNOTE_TEST_SECRET;
  });
  await readerOf().read('mill.txt', MILL);
  // With its environment, which `e` adds to the command.
  const processes = execFileSync('ps', ['axeww', '-o', 'ppid=,command=']).toString().split('\n');
  const readers = processes.filter(
    (line) => Number.parseInt(line, 10) === process.pid && line.includes('workers/read.ts'),
  );
  expect(readers).not.toEqual([]);
  for (const reader of readers) {
    expect(reader).toContain(' --permission ');
    expect(reader.match(/--allow-(?!worker|fs-read)\S+/g)).toBeNull();
    const opened = [...reader.matchAll(/--allow-fs-read=(\S+)/g)].map(([, path = '']) =>
      relative(ROOT, path),
    );
    expect(opened).toEqual(['src', 'node_modules', 'package.json']);
    expect(reader.includes('FOOTNOTE_TEST_SECRET')).toBe(false);
  }
});

test('what is not read when the reader is closed is rejected', async () => {
  const reader = readerOf();
  await reader.read('mill.txt', MILL);
  const [endless, waiting] = [reader.read('endless.pdf', endlessPdf()), reader.read('mill.txt', MILL)];
  const ended = Promise.allSettled([endless, waiting]);
  await reader.close();
  expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('when the reader is closed its process has ended', async () => {
  const started: ChildProcess[] = [];
  const remember = (message: unknown) => started.push((message as { process: ChildProcess }).process);
  subscribe('child_process', remember);
  onTestFinished(() => void unsubscribe('child_process', remember));
  const reader = readerOf();
  await reader.read('mill.txt', MILL);
  expect(started.map(({ signalCode }) => signalCode)).toEqual([null]);
  await reader.close();
  expect(started.map(({ signalCode }) => signalCode)).toEqual(['SIGKILL']);
});
