import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, MAX_FILE_BYTES } from '../../../src/ingest/folder.ts';
import { writeFiles } from '../../support/articles.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const namesIn = async (root: string) => (await listFiles(root)).files.map(({ path }) => path);

test('lists articles in all folders, sorted, and passes over what is hidden', async () => {
  const root = writeFiles(temporaryFolder(), {
    'b.txt': 'b',
    'a/z.md': 'z',
    'a/B.html': 'B',
    'a/deep/er/list.jsonl': '{}',
    README: 'read me',
    '.git/config': 'x',
    '.DS_Store': 'x',
    'notes.md~': 'x',
    'Thumbs.db': 'x',
  });
  expect(await listFiles(root)).toEqual({
    files: [
      { path: 'README', size: 7 },
      { path: 'a/B.html', size: 1 },
      { path: 'a/deep/er/list.jsonl', size: 2 },
      { path: 'a/z.md', size: 1 },
      { path: 'b.txt', size: 1 },
    ],
    refused: [],
  });
});

test('refuses links, pipes, unknown types and files that are too large, each with the reason', async () => {
  const outside = writeFiles(temporaryFolder(), { 'secret.txt': 'secret' });
  const root = writeFiles(temporaryFolder(), { 'picture.png': 'x', 'big.txt': '' });
  truncateSync(join(root, 'big.txt'), MAX_FILE_BYTES + 1);
  symlinkSync(join(outside, 'secret.txt'), join(root, 'link.txt'));
  symlinkSync(outside, join(root, 'linked-folder'));
  symlinkSync(join(root, 'nowhere'), join(root, 'broken.md'));
  execFileSync('mkfifo', [join(root, 'pipe.txt')]);

  const { files, refused } = await listFiles(root);
  expect(files).toEqual([]);
  expect(refused.map(({ path, reason }) => [path, reason.slice(0, 24)])).toEqual([
    ['big.txt', 'oversized: 8.0 MiB, and '],
    ['broken.md', 'it is a link, and links '],
    ['link.txt', 'it is a link, and links '],
    ['linked-folder', 'it is a link, and links '],
    ['picture.png', 'files of type .png are n'],
    ['pipe.txt', 'it is a pipe, a socket o'],
  ]);
  expect(refused.at(-2)?.reason).toContain('.md');
});

test('lists the first of files that would be one article', async () => {
  const root = writeFiles(temporaryFolder(), {
    'a.md': '1',
    'a.txt': '2',
    'Tea.md': '3',
    'tea.txt': '4',
    'caf\u00e9.md': '5',
    'cafe\u0301.txt': '6',
  });
  expect(await namesIn(root)).toEqual(['Tea.md', 'a.md', 'cafe\u0301.txt']);
  const { refused } = await listFiles(root);
  expect(refused.map(({ path }) => path)).toEqual(['a.txt', 'caf\u00e9.md', 'tea.txt']);
  expect(refused[0]?.reason).toBe('it would be the same article as a.md: rename one of them');
});

test('goes into folders only so deep', async () => {
  const root = temporaryFolder();
  mkdirSync(join(root, 'd/'.repeat(40)), { recursive: true });
  const { refused } = await listFiles(root);
  expect(refused).toHaveLength(1);
  expect(refused[0]?.reason).toContain('16 deep');
});

test('fails for a folder that is not there', async () => {
  await expect(listFiles(join(temporaryFolder(), 'nowhere'))).rejects.toThrow('ENOENT');
});
