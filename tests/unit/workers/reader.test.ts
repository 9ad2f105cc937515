import { expect, onTestFinished, test } from 'vitest';
import { readArticles } from '../../../src/ingest/article.ts';
import { Reader, type ReadLimits } from '../../../src/workers/reader.ts';
import { endlessPdf, pdfBomb } from '../../support/pdf.ts';

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

test('a page nested 100,000 deep is refused', async () => {
  const page = new TextEncoder().encode(`<body>${'<b>'.repeat(100_000)}text`);
  expect((await readerOf().read('deep.html', page)).refused).toHaveLength(1);
});

test('what is not read when the reader is closed is rejected', async () => {
  const reader = readerOf();
  await reader.read('mill.txt', MILL);
  const [endless, waiting] = [reader.read('endless.pdf', endlessPdf()), reader.read('mill.txt', MILL)];
  const ended = Promise.allSettled([endless, waiting]);
  reader.close();
  expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
