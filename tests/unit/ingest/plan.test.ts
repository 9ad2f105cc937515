import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readArticles } from '../../../src/ingest/article.ts';
import { planEdit } from '../../../src/ingest/edit.ts';
import type { Read } from '../../../src/ingest/packed.ts';
import { planChanges } from '../../../src/ingest/plan.ts';
import type { Edit } from '../../../src/model.ts';
import { ARTICLES, writeFiles } from '../../support/articles.ts';
import { act, testLibrary } from '../../support/library.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { zipOf } from '../../support/zip.ts';

/** A library with its corpus folder, as the app brings the one up to the other. */
async function prepared(files: Parameters<typeof writeFiles>[1] = ARTICLES) {
  const library = testLibrary();
  const { writer } = library;
  const corpus = writeFiles(temporaryFolder(), files);
  const ingest = async (read: Read = readArticles) => {
    const plan = await planChanges(corpus, writer, read, () => {});
    const { added, changed, removed, refused } = plan;
    if (added + changed + removed > 0) await library.publish(plan.changes);
    else if (plan.filesChanged) writer.saveFiles(plan.changes.files);
    return { added, changed, removed, refused: refused.map(({ path }) => path) };
  };
  const edit = async (edit: Edit) => {
    const { publication } = await planEdit(edit, writer, readArticles);
    if ('put' in publication) return library.publish(publication);
    const { id = 0 } = writer.generation ?? {};
    writer.restore(publication.restore, id, { name: 'words', dimensions: 64 }, act);
  };
  const ids = () => writer.live().map(({ id }) => id);
  await ingest();
  return { ...library, corpus, ingest, edit, ids };
}

const NOTHING = { added: 0, changed: 0, removed: 0, refused: [] };
const MORE = { 'tea.txt': `${ARTICLES['tea.txt']}\nA new shed was built there in 2030.\n` };
const clock = {
  name: 'clock.md',
  bytes: Buffer.from('# The clock\n\nThe clock of Lysen strikes thirteen.\n'),
};

test('what was added survives an ingest, and an ingest survives what was added', async () => {
  const { ingest, edit, ids, corpus } = await prepared();
  await edit({ kind: 'add', files: [clock] });
  expect(await ingest()).toEqual(NOTHING);
  rmSync(join(corpus, 'tea.txt'));
  expect(await ingest()).toMatchObject({ removed: 1 });
  expect(ids()).toEqual(['bridge', 'clock', 'space/lighthouse']);
});

test('a file of the folder does not replace an article that was added under its name, until that is removed', async () => {
  const { ingest, edit, ids, corpus, writer } = await prepared();
  await edit({ kind: 'add', files: [clock] });
  writeFiles(corpus, { 'Clock.txt': 'Another clock\n\nThis is about another clock altogether.\n' });
  expect(await ingest()).toEqual({ ...NOTHING, refused: ['Clock.txt'] });
  expect(writer.liveArticle('clock')?.text).toContain('thirteen');
  await edit({ kind: 'remove', ids: ['clock'] });
  expect(await ingest()).toEqual({ ...NOTHING, added: 1 });
  expect(ids()).toContain('Clock');
});

test.each<[string, Edit]>([
  ['removed', { kind: 'remove', ids: ['tea'] }],
  ['renamed', { kind: 'rename', id: 'tea', title: 'Tea' }],
])('an article that was %s stays so until its file gives something else', async (_, change) => {
  const { ingest, edit, corpus, writer } = await prepared();
  await edit(change);
  const decided = writer.live();
  expect(await ingest()).toEqual(NOTHING);
  // Bytes that say the same are no news.
  writeFiles(corpus, { 'tea.txt': `${ARTICLES['tea.txt']}\n\n` });
  expect(await ingest()).toEqual(NOTHING);
  expect(writer.live()).toEqual(decided);
  writeFiles(corpus, MORE);
  const { added, changed } = await ingest();
  expect(added + changed).toBe(1);
  expect(writer.liveArticle('tea')).toMatchObject({
    title: 'The Brahmapur tea garden',
    text: expect.stringContaining('new shed'),
  });
});

test('what another version of the reader makes of the same bytes does not undo what moderators decided on', async () => {
  const { ingest, edit, ids, writer } = await prepared();
  await edit({ kind: 'remove', ids: ['tea'] });
  await edit({ kind: 'rename', id: 'bridge', title: 'The bridge' });
  writer.saveFiles(
    writer.files().map((file) => ({
      ...file,
      reader: 'older',
      articles: file.articles.map(({ id, contentHash }) => ({
        id,
        contentHash: id === 'space/lighthouse' ? contentHash : `older ${contentHash}`,
      })),
    })),
  );
  expect(await ingest()).toEqual(NOTHING);
  expect(ids()).toEqual(['bridge', 'space/lighthouse']);
  expect(writer.liveArticle('bridge')?.title).toBe('The bridge');
});

test('a state that was brought back stays, also where its files have changed or gone', async () => {
  const { ingest, edit, ids, corpus, writer } = await prepared();
  const before = writer.live();
  rmSync(join(corpus, 'bridge.html'));
  writeFiles(corpus, { ...MORE, 'new.md': '# New\n\nThis article is a new one in the folder.\n' });
  expect(await ingest()).toMatchObject({ added: 1, changed: 1, removed: 1 });
  await edit({ kind: 'rollback', generation: 1 });
  expect(writer.live()).toEqual(before);
  expect(await ingest()).toEqual(NOTHING);
  expect(writer.live()).toEqual(before);

  writeFiles(corpus, { 'new.md': '# New\n\nThis article has become a newer one.\n' });
  expect(await ingest()).toEqual({ ...NOTHING, added: 1 });
  rmSync(join(corpus, 'tea.txt'));
  expect(await ingest()).toEqual({ ...NOTHING, removed: 1 });
  expect(ids()).toEqual(['bridge', 'new', 'space/lighthouse']);
});

test('of two files for one article the second comes in when the first has gone', async () => {
  const { ingest, writer, corpus } = await prepared();
  writeFiles(corpus, {
    'a.json': '[{"title":"B","text":"This is the article b of a dump."}]',
    'a/b.md': '# B\n\nThis is the article b in a file of its own.\n',
  });
  expect(await ingest()).toEqual({ ...NOTHING, added: 1, refused: ['a/b.md'] });
  rmSync(join(corpus, 'a.json'));
  expect(await ingest()).toEqual({ ...NOTHING, changed: 1 });
  expect(writer.liveArticle('a/b')?.text).toContain('a file of its own');
});

const MILL = 'The mill of Upper Wend was built in 1788.';
const OLDER = `${MILL} It is old.`;

/** A reader for which every file with one of these names is too slow. */
function slowAt(...names: string[]): Read {
  return async (path, bytes) =>
    names.some((name) => path.endsWith(name))
      ? { articles: [], dropped: [], packed: [], refused: [{ path, reason: 'it could not be read' }] }
      : readArticles(path, bytes);
}

test('a file that cannot be read is refused by name, and the others go in', async () => {
  const packed = zipOf({ 'a.md': MILL, 'slow.md': OLDER, 'z.md': MILL });
  const { ingest, ids, corpus } = await prepared({ 'a.md': MILL });
  writeFiles(corpus, { 'b.zip': packed, 'c/slow.html': MILL, 'd.txt': MILL });
  expect(await ingest(slowAt('slow.md', 'slow.html'))).toEqual({
    ...NOTHING,
    added: 3,
    refused: ['b.zip/slow.md', 'c/slow.html'],
  });
  expect(ids()).toEqual(['a', 'b.zip/a', 'b.zip/z', 'd']);
});

test('a link or a pipe that takes the place of a file after it was listed is not opened', async () => {
  const { writer, corpus } = await prepared({ 'a.md': MILL });
  const secret = join(
    writeFiles(temporaryFolder(), { 'secret.md': 'The secret is that there are six words.' }),
    'secret.md',
  );
  writeFiles(corpus, { 'a.md': OLDER, 'b.md': OLDER, 'c.md': OLDER });
  const meanwhile: Read = (path, bytes) => {
    const [link, pipe] = [join(corpus, 'b.md'), join(corpus, 'c.md')];
    for (const place of [link, pipe]) rmSync(place);
    symlinkSync(secret, link);
    execFileSync('mkfifo', [pipe]);
    return readArticles(path, bytes);
  };
  const { changes, refused } = await planChanges(corpus, writer, meanwhile, () => {});
  expect(changes.put.map(({ article: { id } }) => id)).toEqual(['a']);
  expect(refused).toMatchObject([
    { path: 'b.md', reason: expect.stringContaining('ELOOP') },
    { path: 'c.md', reason: expect.stringContaining('no longer a regular file') },
  ]);
});

test('an article whose file can no longer be read stays, in an archive too', async () => {
  const { ingest, corpus, writer } = await prepared({
    'mill.md': MILL,
    'b.zip': zipOf({ 'a.md': MILL, 'b.md': MILL }),
  });
  writeFileSync(join(corpus, 'mill.md'), OLDER);
  writeFileSync(join(corpus, 'b.zip'), zipOf({ 'a.md': OLDER, 'b.md': OLDER }));
  expect(await ingest(slowAt('mill.md', 'b.zip/b.md'))).toEqual({
    ...NOTHING,
    changed: 1,
    refused: ['b.zip/b.md', 'mill.md'],
  });
  const textOf = (id: string) => writer.liveArticle(id)?.text;
  expect(textOf('b.zip/a')).toContain('It is old');
  expect(textOf('b.zip/b')).not.toContain('It is old');
  expect(await ingest()).toMatchObject({ added: 0, changed: 0, removed: 0 });
  expect(textOf('mill')).not.toContain('It is old');
});

test('a file that leaves its archive leaves the library', async () => {
  const { ingest, corpus, ids } = await prepared({ 'b.zip': zipOf({ 'a.md': MILL, 'b.md': MILL }) });
  writeFileSync(join(corpus, 'b.zip'), zipOf({ 'a.md': MILL }));
  expect(await ingest()).toEqual({ ...NOTHING, removed: 1 });
  expect(ids()).toEqual(['b.zip/a']);
});

test('what is known is not read again', async () => {
  const { ingest } = await prepared({ 'mill.md': MILL, 'b.zip': zipOf({ 'a.md': MILL }) });
  const never: Read = async (path) => Promise.reject(new Error(`${path} was read`));
  expect(await ingest(never)).toEqual(NOTHING);
});
