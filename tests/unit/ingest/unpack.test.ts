import { expect, test } from 'vitest';
import { readArticles } from '../../../src/ingest/article.ts';
import { readWithPacked } from '../../../src/ingest/packed.ts';
import { unpack } from '../../../src/ingest/unpack.ts';
import { zipOf } from '../../support/zip.ts';

const MILL = 'The mill of Upper Wend was built in 1788.';
const pathsIn = async (archive: Uint8Array) => (await unpack(archive)).files.map(({ path }) => path);

test('every file in an archive is an article of its own', async () => {
  const archive = zipOf({
    'old/': '',
    'old/mill.md': `# The mill\n\n${MILL}`,
    'bridge.txt': 'The bridge of Upper Wend was built in 1801.',
    '__MACOSX/._mill.md': 'x',
    '.hidden/a.md': MILL,
  });
  const { articles, refused } = await readWithPacked('news/wend.zip', archive, readArticles);
  expect(refused).toEqual([]);
  expect(articles.map(({ id, title }) => [id, title])).toEqual([
    ['news/wend.zip/bridge', 'bridge'],
    ['news/wend.zip/old/mill', 'The mill'],
  ]);
});

test('a file that cannot be read leaves the others in', async () => {
  const archive = zipOf({
    'a.md': MILL,
    'damaged.md': { content: MILL, isDamaged: true },
    'empty.txt': '',
    'inner.zip': zipOf({ 'b.md': MILL }),
    'hidden-archive.md': zipOf({ 'b.md': MILL }),
    'liar.txt': { content: MILL.repeat(1_000), claimedSize: 10 },
    'link.md': { content: '/etc/passwd', isLink: true },
    'picture.png': 'x',
    'z.md': MILL,
  });
  const { articles, refused } = await readWithPacked('a.zip', archive, readArticles);
  expect(articles.map(({ id }) => id)).toEqual(['a.zip/a', 'a.zip/z']);
  expect(refused.map(({ path, reason }) => [path, reason.slice(0, 25)]).sort()).toEqual([
    ['a.zip/damaged.md', 'it is damaged in its arch'],
    ['a.zip/empty.txt', 'the file is empty'],
    ['a.zip/hidden-archive.md', 'it is an archive in an ar'],
    ['a.zip/inner.zip', 'it is an archive in an ar'],
    ['a.zip/liar.txt', 'it is damaged in its arch'],
    ['a.zip/link.md', 'it is a link, and links a'],
    ['a.zip/picture.png', 'files of type .png are no'],
  ]);
  // It was given up at the first byte too many.
  const liar = refused.find(({ path }) => path === 'a.zip/liar.txt');
  expect(liar?.reason).toContain('too many bytes');
});

test('a bomb is not unpacked', async () => {
  const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.txt`, '0'.repeat(1_000_000)]));
  const { files: unpacked, refused } = await unpack(zipOf(files), { files: 100, bytes: 3_500_000 });
  expect(unpacked).toHaveLength(3);
  expect(refused).toHaveLength(37);
  expect(refused[0]?.reason).toContain('unpacks to over');

  const huge = zipOf({ 'a.txt': { content: 'x', claimedSize: 4_000_000_000 }, 'b.txt': MILL });
  expect((await unpack(huge)).refused[0]?.reason).toMatch(/^oversized: 3814.7 MiB/);
  expect(await pathsIn(huge)).toEqual(['b.txt']);
});

test('of too many files the first are read, and the rest is named', async () => {
  const files = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`${i}.txt`, MILL]));
  const { files: unpacked, refused } = await unpack(zipOf(files), { files: 4, bytes: 1_000_000 });
  expect(unpacked.map(({ path }) => path)).toEqual(['0.txt', '1.txt', '2.txt', '3.txt']);
  expect(refused).toEqual([{ path: '4.txt', reason: expect.stringContaining('over 4 files') }]);
});

test('an archive of files that never end is given up after a minute', async () => {
  let now = 0;
  const slow: typeof readArticles = (path, bytes) => {
    if (path.endsWith('.txt')) now += 10_000;
    return readArticles(path, bytes);
  };
  const files = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.txt`, MILL]));
  const { articles, refused } = await readWithPacked('a.zip', zipOf(files), slow, {}, () => now);
  expect(articles).toHaveLength(7);
  expect(refused.map(({ path }) => path)).toEqual(['a.zip/7.txt', 'a.zip/8.txt']);
});

test('names lead nowhere, and two spellings of one are one', async () => {
  const archive = zipOf({
    '../../etc/passwd': MILL,
    '/root/a.md': MILL,
    'C:\\x.txt': MILL,
    'NUL.txt': MILL,
    'Old Mill.md': MILL,
    'old mill.txt': MILL,
  });
  expect(await pathsIn(archive)).toEqual(['Old Mill.md', 'etc/passwd', 'file-NUL.txt', 'root/a.md', 'x.txt']);
  expect((await unpack(archive)).refused).toEqual([
    { path: 'old mill.txt', reason: expect.stringContaining('the same article') },
  ]);
});

test.each([
  ['locked', zipOf({ 'a.md': { content: MILL, isLocked: true } }), 'locked with a password'],
  ['cut off', zipOf({ 'a.md': MILL }).slice(0, -10), 'damaged ZIP archive'],
  ['empty', zipOf({}), 'there is no file in it'],
  ['of Excel', zipOf({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }), 'a document of Excel'],
])('an archive that is %s is refused with the reason', async (_, archive, reason) => {
  const { articles, refused } = await readArticles('a.zip', archive);
  expect(articles).toEqual([]);
  expect(refused).toEqual([{ path: 'a.zip', reason: expect.stringContaining(reason) }]);
});
