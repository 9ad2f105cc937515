import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import {
  SqliteHistory,
  SqliteLibraryReader,
  SqliteLibraryWriter,
} from '../../../src/adapters/library/index.ts';
import { MIGRATIONS } from '../../../src/adapters/library/migrations.ts';
import { FORMAT_4 } from '../../../src/adapters/library/schema.ts';
import { UserError } from '../../../src/errors.ts';
import type { ArticleAddress, Changes } from '../../../src/ports.ts';
import { act, split, testLibrary } from '../../support/library.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const moon: ArticleAddress = {
  ...{ articleId: 'moon', url: 'https://example.org/moon', keys: ['example.org/moon'] },
  ...{ hash: 'h', reader: '3', contentHash: 'c', details: {} },
};

const MOON = 'It is far from the Earth, and it was not there at first.';

/** A library as Footnote made it before there were addresses: one article that a moderator added. */
function libraryOfFormat4(version = 4): string {
  const dataDir = temporaryFolder();
  const db = new DatabaseSync(join(dataDir, 'library.db'));
  db.exec(FORMAT_4);
  db.exec(`
    PRAGMA user_version = ${version};
    INSERT INTO generation VALUES (1, '2031-03-04T00:00:00.000Z', 1, 1, 1, 'words', 64, 0);
    INSERT INTO article VALUES (1, 'moon', 'Moon', NULL, NULL, NULL, NULL, '${MOON}', 0, x'00', '{}', 'c', 'added');
    INSERT INTO lifetime VALUES (1, 1, NULL);
    INSERT INTO passage VALUES (1, 1, 0, 0, 10, 'It is far.');
    INSERT INTO sentence VALUES (1, 1, 0, 10, x'01');
    INSERT INTO passage_words (rowid, title, text) VALUES (1, 'Moon', 'It is far.');
    INSERT INTO calibration VALUES (1, 'words', 0.9, 0.9, 300, 1);
    INSERT INTO publication VALUES (1, 'Ann', 'add', NULL);
    INSERT INTO article_change VALUES (1, 'moon', 'added', 'Moon', NULL, NULL);`);
  db.close();
  return dataDir;
}

test('a library of format 4 is brought up to date with all that it holds', () => {
  const dataDir = libraryOfFormat4();
  const writer = new SqliteLibraryWriter(dataDir);
  expect(writer.live()).toMatchObject([{ id: 'moon', origin: 'added' }]);
  expect(writer.addresses()).toEqual([]);
  writer.saveAddresses([moon], new Date(0));
  writer.close();
  const [reader, history] = [new SqliteLibraryReader(dataDir), new SqliteHistory(dataDir)];
  expect(reader.article('moon')).toMatchObject({ text: MOON, language: 'en' });
  expect(reader.articles()).toMatchObject([{ id: 'moon', language: 'en' }]);
  // What was measured by other weights is measured anew.
  expect(reader.generation).toMatchObject({ id: 1 });
  expect(reader.generation?.calibration).toBeUndefined();
  expect(history.page(5).publications).toMatchObject([{ actor: 'Ann', kind: 'add', added: 1 }]);
  reader.close();
  history.close();
  const again = new SqliteLibraryWriter(dataDir);
  expect(again.addresses()).toEqual([moon]);
  again.close();
});

test.each([3, 4 + MIGRATIONS.length + 1])('a library of format %d is left as it is', (version) => {
  const dataDir = libraryOfFormat4(version);
  expect(() => new SqliteLibraryWriter(dataDir)).toThrow(UserError);
  expect(() => new SqliteLibraryWriter(dataDir)).toThrow(`format ${version}`);
  const db = new DatabaseSync(join(dataDir, 'library.db'));
  expect(db.prepare('PRAGMA user_version').get()?.user_version).toBe(version);
  db.close();
});

test('addresses are kept with a publication, outlast the removal of their article, and are forgotten when asked', async () => {
  const { writer, publish } = testLibrary();
  await publish({ put: [split('moon', 'It is far.')] });
  const model = { name: 'words', dimensions: 64 };
  const first = { ...moon, etag: '"1"', details: { title: 'Moon' } };
  writer.publish({ put: [], remove: [], origin: 'added', addresses: [first] }, 1, model, act);
  expect(writer.addresses()).toEqual([first]);
  const changes: Changes = {
    ...{ put: [], remove: ['moon'], origin: 'added' },
    addresses: [{ ...moon, keys: ['example.org/2'] }],
  };
  // Somebody else published: nothing of it is kept.
  expect(writer.publish(changes, 1, model, act)).toBeUndefined();
  expect(writer.addresses()).toEqual([first]);
  writer.publish(changes, 2, model, act);
  expect(writer.addresses()).toEqual([{ ...moon, keys: ['example.org/2', 'example.org/moon'] }]);
  writer.publish({ put: [], remove: [], origin: 'added', forgetAddresses: ['moon'] }, 3, model, act);
  expect(writer.addresses()).toEqual([]);
});
