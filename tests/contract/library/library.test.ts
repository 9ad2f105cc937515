import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cacheIndex, openDatabase } from '../../../src/adapters/library/index.ts';
import { UserError } from '../../../src/errors.ts';
import { act, libraryOf, split, testLibrary } from '../../support/library.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { wordVector } from '../../support/vectors.ts';

const moon = split('moon', 'The moon is far away. Nobody lives there.\n\nRockets fly to the moon.', {
  title: 'About the moon',
  publisher: 'Sky News',
  publishedAt: '2020-05-01',
  url: 'https://example.org/moon',
});
const tea = split('tea', 'Tea grows in Assam. Tea is drunk hot.', {
  publisher: 'Cup',
  publishedAt: '2022-01-09',
});

test('a library without a generation finds nothing', () => {
  const { reader } = testLibrary();
  expect(reader.generation).toBeUndefined();
  expect(reader.articles()).toEqual([]);
  expect(reader.matchWords(['moon'], 5, {})).toEqual([]);
  expect(reader.matchVector(wordVector('moon'), 5, {})).toEqual([]);
  expect(reader.article('moon')).toBeUndefined();
});

test('what was published is found by words, trigrams and vectors', async () => {
  const reader = await libraryOf([moon, tea]);
  expect(reader.generation).toMatchObject({ id: 1, articles: 2, passages: 3, sentences: 5, model: 'words' });
  const textsOf = (rows: { row: number }[]) =>
    reader.passages(rows.map(({ row }) => row)).map(({ text }) => text);
  expect(textsOf(reader.matchWords(['rocket'], 5, {}))).toEqual(['Rockets fly to the moon.']);
  expect(textsOf(reader.matchWords(['rockets', 'assam'], 5, {}))).toHaveLength(2);
  expect(textsOf(reader.matchTrigrams(['ssa'], 5, {}))).toEqual(['Tea grows in Assam. Tea is drunk hot.']);
  expect(reader.trigrams.get('ssa')).toBe(1);
  expect(textsOf(reader.matchVector(wordVector('Nobody lives there'), 1, {}))[0]).toContain(
    'Nobody lives there.',
  );
  expect(reader.vocabulary.get('moon')).toBe(2);
  expect(reader.article('moon')).toEqual(moon.article);
});

test('a passage carries its article and its sentences with unit vectors', async () => {
  const reader = await libraryOf([moon]);
  const [passage] = reader.passages(reader.matchWords(['nobody'], 1, {}).map(({ row }) => row));
  expect(passage).toMatchObject({
    articleId: 'moon',
    ordinal: 0,
    article: { title: 'About the moon', publisher: 'Sky News' },
  });
  expect(passage?.sentences.map(({ start, end }) => moon.article.text.slice(start, end))).toEqual([
    'The moon is far away.',
    'Nobody lives there.',
  ]);
  for (const { vector } of passage?.sentences ?? []) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
  expect(reader.passageAt('moon', moon.article.text.indexOf('Rockets'))).toEqual({ start: 43, end: 67 });
  expect(reader.passagesFrom('moon', 43, 9).map(({ start, end }) => ({ start, end }))).toContainEqual({
    start: 43,
    end: 67,
  });
  expect(reader.passagesFrom('moon', 0, 1)).toHaveLength(1);
  expect(reader.passagesFrom('moon', moon.article.text.length, 9)).toEqual([]);
});

test('filters let through only articles of the days and publishers asked for', async () => {
  const reader = await libraryOf([moon, tea, split('undated', 'The moon is round.')]);
  const found = (filter: object) =>
    [
      reader.matchWords(['moon', 'tea'], 9, filter),
      reader.matchVector(wordVector('moon tea'), 9, filter),
    ].map((scored) => [
      ...new Set(reader.passages(scored.map(({ row }) => row)).map(({ articleId }) => articleId)),
    ]);
  expect(found({ since: '2021-01-01' })).toEqual([['tea'], ['tea']]);
  expect(found({ before: '2021-01-01' })).toEqual([['moon'], ['moon']]);
  expect(found({ publishers: ['sky news'] })).toEqual([['moon'], ['moon']]);
  expect(found({ publishers: ['nobody'] })).toEqual([[], []]);
});

test('a filter that was used before sees the articles of a newer generation, and nothing of another filter', async () => {
  const { reader, publish } = testLibrary();
  const found = (filter: object) => [
    reader.matchWords(['moon', 'tea'], 9, filter).length,
    reader.matchTrigrams(['moo', 'tea'], 9, filter).length,
    reader.matchVector(wordVector('moon tea'), 9, filter).length,
  ];
  await publish({ put: [moon] });
  reader.refresh();
  expect(found({ since: '2020-01-01' })).toEqual([2, 2, 2]);
  await publish({ put: [tea], remove: ['moon'] });
  reader.refresh();
  expect(found({ since: '2020-01-01' })).toEqual([1, 1, 1]);
  expect(found({ before: '2021-01-01' })).toEqual([0, 0, 0]);
  expect(found({})).toEqual([1, 1, 1]);
});

test('readers stay on their generation until they refresh', async () => {
  const { reader, publish } = testLibrary();
  await publish({ put: [moon] });
  reader.refresh();
  await publish({ put: [tea], remove: ['moon'] });
  expect(reader.stale).toBe(true);
  expect(reader.articles().map(({ id }) => id)).toEqual(['moon']);
  expect(reader.matchWords(['moon'], 5, {})).toHaveLength(2);
  reader.refresh();
  expect(reader.stale).toBe(false);
  expect(reader.articles().map(({ id }) => id)).toEqual(['tea']);
  expect(reader.matchWords(['moon'], 5, {})).toEqual([]);
  expect(reader.vocabulary.has('moon')).toBe(false);
});

test('a new version takes the place of the old one', async () => {
  const { reader, publish } = testLibrary();
  await publish({ put: [moon, tea] });
  await publish({ put: [split('moon', 'The moon is a lantern.')] });
  reader.refresh();
  expect(reader.generation).toMatchObject({ id: 2, articles: 2, passages: 2 });
  expect(reader.article('moon')?.text).toBe('The moon is a lantern.');
  expect(reader.matchWords(['rockets'], 5, {})).toEqual([]);
});

test('only one of two publications on the same generation happens', async () => {
  const { writer, publish } = testLibrary();
  await publish({ put: [moon] });
  const changes = { put: [], remove: ['moon'], origin: 'folder' as const };
  const model = { name: 'words', dimensions: 64 };
  expect(writer.publish(changes, 0, model, act)).toBeUndefined();
  expect(writer.live().map(({ id }) => id)).toEqual(['moon']);
  expect(writer.publish(changes, 1, model, act)).toMatchObject({ id: 2, articles: 0 });
});

test('a publication without all of its vectors changes nothing', () => {
  const { writer } = testLibrary();
  const model = { name: 'words', dimensions: 64 };
  expect(() => writer.publish({ put: [moon], remove: [], origin: 'folder' }, 0, model, act)).toThrow(
    /no vector/,
  );
  expect(writer.generation).toBeUndefined();
  expect(writer.live()).toEqual([]);
});

test.each([
  ['too few vectors', [[1, 0]]],
  ['a short vector', [[1, 0], [1]]],
  [
    'NaN',
    [
      [1, 0],
      [Number.NaN, 1],
    ],
  ],
  [
    'only zeros',
    [
      [1, 0],
      [0, 0],
    ],
  ],
])('a batch with %s is refused whole', (_, vectors) => {
  const { writer } = testLibrary();
  expect(() => writer.saveVectors('m', 2, ['a', 'b'], vectors)).toThrow(TypeError);
  expect(writer.withoutVector('m', ['a', 'b'])).toEqual(['a', 'b']);
});

test('what came from the folder and what was added in another way are told apart', async () => {
  const { writer, publish } = testLibrary();
  await publish({ put: [moon] });
  await publish({ put: [tea], origin: 'added' });
  expect(writer.live().map(({ id, origin }) => [id, origin])).toEqual([
    ['moon', 'folder'],
    ['tea', 'added'],
  ]);
});

test('the index is a cache: written, used, and done without when it is damaged', async () => {
  const { reader, dataDir, publish } = testLibrary();
  await publish({ put: [moon, tea] });
  reader.refresh();
  expect(reader.indexStatus.engine).toBe('exact');
  const exact = reader.matchVector(wordVector('rockets moon'), 3, {});
  expect(cacheIndex(dataDir)).toBe(true);
  reader.refresh();
  expect(reader.indexStatus).toEqual({ engine: 'hnsw' });
  const approximate = reader.matchVector(wordVector('rockets moon'), 3, {});
  expect(approximate.map(({ row }) => row)).toEqual(exact.map(({ row }) => row));

  writeFileSync(join(dataDir, 'index', '1.hnsw'), 'garbage');
  reader.refresh();
  expect(reader.indexStatus).toMatchObject({ engine: 'exact', note: expect.stringContaining('rebuilt') });
  expect(reader.matchVector(wordVector('rockets moon'), 3, {})).toEqual(exact);
  expect(cacheIndex(dataDir)).toBe(true);
  reader.refresh();
  expect(reader.indexStatus.engine).toBe('hnsw');
});

test('the index of another generation is not used, also where it has as many sentences', async () => {
  const { reader, dataDir, publish } = testLibrary();
  await publish({ put: [moon] });
  expect(cacheIndex(dataDir)).toBe(true);
  await publish({ put: [split('moon', moon.article.text.replace('Nobody', 'A rabbit'))] });
  reader.refresh();
  expect(reader.indexStatus.engine).toBe('exact');
  expect(cacheIndex(dataDir)).toBe(true);
  reader.refresh();
  expect(reader.indexStatus).toEqual({ engine: 'hnsw' });
  const [best] = reader.matchVector(wordVector('rabbit lives'), 1, {});
  expect(reader.passages([best?.row ?? 0])[0]?.text).toContain('A rabbit');
});

test('the index of another model is not extended, also where it has the same sentences', async () => {
  const { reader, writer, dataDir, publish } = testLibrary();
  await publish({ put: [moon] });
  expect(cacheIndex(dataDir)).toBe(true);
  const other = { name: 'other', dimensions: 64 };
  const texts = writer.unembedded(other.name, 1);
  // It sees in each sentence what the first model sees in the next one.
  const vectors = texts.map((_, i) => [...wordVector(texts[(i + 1) % texts.length] ?? '')]);
  writer.saveVectors(other.name, other.dimensions, texts, vectors);
  writer.publish({ put: [], remove: [], origin: 'folder' }, 1, other, act);
  reader.refresh();
  const nearest = () => reader.matchVector(wordVector(texts[0] ?? ''), 1, {}).map(({ row }) => row);
  const exact = nearest();
  expect(cacheIndex(dataDir)).toBe(true);
  reader.refresh();
  expect(reader.indexStatus.engine).toBe('hnsw');
  expect(nearest()).toEqual(exact);
});

test('older indexes and leftovers of killed processes go, what is being written stays', async () => {
  const { dataDir, publish } = testLibrary();
  await publish({ put: [moon] });
  cacheIndex(dataDir);
  const [leftover, underWay] = ['1.hnsw.77.tmp', '2.hnsw.78.tmp'].map((name) => join(dataDir, 'index', name));
  for (const file of [leftover, underWay]) writeFileSync(file as string, 'half');
  utimesSync(leftover as string, new Date(0), new Date(0));
  await publish({ put: [tea] });
  cacheIndex(dataDir);
  expect(readdirSync(join(dataDir, 'index')).sort()).toEqual(['2.hnsw', '2.hnsw.78.tmp']);
});

test('a file that is no library is named, with what to do', () => {
  const dataDir = temporaryFolder();
  writeFileSync(
    join(dataDir, 'library.db'),
    'this is not a database, but it is long enough to look at.'.repeat(20),
  );
  expect(() => openDatabase(dataDir)).toThrow(UserError);
  expect(() => openDatabase(dataDir)).toThrow(/library\.db cannot be opened .*move it away/);
});
