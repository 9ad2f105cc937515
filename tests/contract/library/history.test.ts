import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cacheIndex, SqliteHistory } from '../../../src/adapters/library/index.ts';
import type { SplitArticle } from '../../../src/ports.ts';
import { act, split, type TestLibrary, testLibrary } from '../../support/library.ts';
import { wordVector } from '../../support/vectors.ts';

const model = { name: 'words', dimensions: 64 };
const moon = split('moon', 'The moon is far away. Nobody lives there.\n\nRockets fly to the moon.');
const lantern = split('moon', 'The moon is a lantern. Nobody lives there.', {
  title: 'A lantern',
  publisher: 'Sky',
});
const tea = split('tea', 'Tea grows in Assam. Tea is drunk hot.');

function restore({ writer, reader }: TestLibrary, generation: number) {
  const by = { actor: 'Ann', kind: 'rollback', at: new Date(7_000) } as const;
  const published = writer.restore(generation, writer.generation?.id ?? 0, model, by);
  reader.refresh();
  return published;
}

test('the history tells who published what when, newest first and by the page', async () => {
  const library = testLibrary();
  await library.publish({ put: [moon, tea] });
  await library.publish({ put: [lantern], remove: ['tea', 'unknown'] });
  restore(library, 1);
  const history = new SqliteHistory(library.dataDir);
  const { publications, more } = history.page(2);
  expect(more).toBe(true);
  expect(publications).toEqual([
    {
      ...{ generation: 3, at: '1970-01-01T00:00:07.000Z', actor: 'Ann', kind: 'rollback', restored: 1 },
      ...{ added: 1, changed: 1, removed: 0 },
      articles: [
        {
          ...{ kind: 'changed', id: 'moon', title: 'moon', details: ['title', 'publisher'] },
          words: { added: 7, removed: 2 },
        },
        { kind: 'added', id: 'tea', title: 'tea' },
      ],
    },
    {
      ...{ generation: 2, at: '1970-01-01T00:00:00.000Z', actor: 'somebody', kind: 'ingest' },
      ...{ added: 0, changed: 1, removed: 1 },
      articles: [
        {
          ...{ kind: 'changed', id: 'moon', title: 'A lantern', details: ['title', 'publisher'] },
          words: { added: 2, removed: 7 },
        },
        { kind: 'removed', id: 'tea', title: 'tea' },
      ],
    },
  ]);
  expect(history.page(2, 2)).toMatchObject({ publications: [{ generation: 1, added: 2 }], more: false });
  expect(library.writer.publishedSince(1).map(({ generation }) => generation)).toEqual([3, 2]);
  history.close();
});

test('the record of an article has its last version and all that became of it', async () => {
  const library = testLibrary();
  await library.publish({ put: [moon, tea] });
  await library.publish({ put: [lantern], origin: 'added' });
  await library.publish({ remove: ['moon'] });
  const history = new SqliteHistory(library.dataDir);
  const gone = history.record('moon');
  expect(gone).toMatchObject({
    article: lantern.article,
    live: false,
    origin: 'added',
    passages: 1,
    sentences: 2,
  });
  expect(gone?.history.map(({ generation, change }) => [generation, change.kind])).toEqual([
    [3, 'removed'],
    [2, 'changed'],
    [1, 'added'],
  ]);
  restore(library, 1);
  expect(history.record('moon')).toMatchObject({ article: moon.article, live: true, origin: 'folder' });
  expect(history.record('nothing')).toBeUndefined();
  history.close();
});

test('an earlier generation comes back as a new one, found as it was then', async () => {
  const library = testLibrary();
  const { writer, reader, dataDir } = library;
  await library.publish({ put: [moon, tea] });
  writer.saveCalibration(1, { topic: 0.3, said: 0.2, questions: 9, passages: 3 });
  reader.refresh();
  const words = reader.matchWords(['moon', 'nobody'], 9, {});
  await library.publish({ put: [lantern], remove: ['tea'] });
  writer.saveCalibration(2, { topic: 0.6, said: 0.2, questions: 9, passages: 1 });
  cacheIndex(dataDir);
  expect(writer.restoration(1).map(({ kind, id }) => `${kind} ${id}`)).toEqual(['changed moon', 'added tea']);
  expect(restore(library, 1)).toMatchObject({ id: 3, articles: 2, passages: 3, sentences: 5 });
  expect(reader.article('moon')).toEqual(moon.article);
  expect(reader.matchWords(['moon', 'nobody'], 9, {})).toEqual(words);
  expect(reader.generation?.calibration).toMatchObject({ topic: 0.3 });
  const exact = reader.matchVector(wordVector('rockets'), 1, {});
  cacheIndex(dataDir);
  reader.refresh();
  expect(reader.indexStatus).toEqual({ engine: 'hnsw' });
  expect(reader.matchVector(wordVector('rockets'), 1, {}).map(({ row }) => row)).toEqual(
    exact.map(({ row }) => row),
  );
});

test('nothing comes back when somebody else published meanwhile', async () => {
  const library = testLibrary();
  await library.publish({ put: [moon] });
  await library.publish({ put: [tea] });
  expect(library.writer.restore(1, 1, model, act)).toBeUndefined();
  expect(library.writer.live().map(({ id }) => id)).toEqual(['moon', 'tea']);
});

test('what another model has not seen is told, and must be embedded before it comes back', async () => {
  const library = testLibrary();
  const { writer } = library;
  await library.publish({ put: [moon] });
  await library.publish({ remove: ['moon'] });
  const other = { name: 'other', dimensions: 2 };
  const texts = writer.unembedded('other', 1);
  expect(texts.sort()).toEqual(['Nobody lives there.', 'Rockets fly to the moon.', 'The moon is far away.']);
  expect(writer.unembedded('words', 1)).toEqual([]);
  expect(() => writer.restore(1, 2, other, act)).toThrow(/no vector/);
  writer.saveVectors(
    'other',
    2,
    texts,
    texts.map(() => [0, 1]),
  );
  expect(writer.restore(1, 2, other, act)).toMatchObject({ id: 3, model: 'other', articles: 1 });
  library.reader.refresh();
  const [passage] = library.reader.passages(
    library.reader.matchWords(['rockets'], 1, {}).map(({ row }) => row),
  );
  expect(passage?.sentences[0]?.vector).toEqual(Float32Array.of(0, 1));
});

test('of two articles with one id in a publication the last is meant', async () => {
  const { publish, reader } = testLibrary();
  await publish({ put: [moon, lantern] });
  reader.refresh();
  expect(reader.articles()).toHaveLength(1);
  expect(reader.article('moon')?.title).toBe('A lantern');
});

const WORDS = ['amber', 'birch', 'cedar', 'delta', 'ember'];
/** The same story in several articles makes copies of one another. */
const STORY = Array.from({ length: 60 }, (_, i) => `story${i}`).join(' ');

const version = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    word: fc.constantFrom(...WORDS),
    isCopy: fc.boolean(),
  })
  .map(({ id, word, isCopy }) => split(id, `The ${word} of ${id}.${isCopy ? `\n\n${STORY}.` : ''}`));
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ put: fc.array(version, { minLength: 1, maxLength: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ remove: fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }) }) },
  { weight: 2, arbitrary: fc.record({ back: fc.nat() }) },
);

test('whatever is put, removed and brought back: exactly the articles of the wanted state are there and found', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const library = testLibrary();
      const { reader } = library;
      const states: ReadonlyMap<string, SplitArticle>[] = [new Map()];
      const seen: unknown[] = [undefined];
      for (const step of steps) {
        const state = new Map(states.at(-1));
        if ('put' in step) {
          await library.publish({ put: step.put });
          for (const put of step.put) state.set(put.article.id, put);
          states.push(state);
        } else if ('remove' in step) {
          await library.publish({ remove: step.remove });
          for (const id of step.remove) state.delete(id);
          states.push(state);
        } else {
          const generation = 1 + (step.back % states.length);
          if (generation >= states.length) continue;
          restore(library, generation);
          states.push(states[generation] as ReadonlyMap<string, SplitArticle>);
        }
        reader.refresh();
        const view = viewOf(library);
        expect(view.articles).toEqual(
          [...(states.at(-1)?.values() ?? [])].map(({ article }) => article).sort(byId),
        );
        expect(view.found).toEqual(expectedIn(states.at(-1) as ReadonlyMap<string, SplitArticle>));
        const same = 'back' in step ? seen[1 + (step.back % (states.length - 1))] : undefined;
        if (same !== undefined) expect(view).toEqual(same);
        seen.push(view);
      }
      library.close();
    }),
    { numRuns: 40 },
  );
});

/** All that a reader can see of a library. */
function viewOf({ reader }: TestLibrary) {
  const heads = reader.articles();
  const { articles, passages, sentences, copies } = reader.generation ?? {};
  const rowsOf = (scored: readonly { row: number }[]) =>
    reader
      .passages(scored.map(({ row }) => row))
      .map(({ articleId, text }) => `${articleId}: ${text}`)
      .sort();
  return {
    articles: heads.map(({ id }) => reader.article(id)),
    counts: { articles, passages, sentences, copies },
    copies: [...reader.copies],
    vocabulary: [...reader.vocabulary].sort(),
    found: {
      words: Object.fromEntries(WORDS.map((word) => [word, rowsOf(reader.matchWords([word], 20, {}))])),
      trigrams: rowsOf(reader.matchTrigrams(['the', 'sto'], 20, {})),
      vectors: rowsOf(reader.matchVector(wordVector('the story'), 20, {})),
    },
    scores: reader.matchWords(['story1', 'the', ...WORDS], 20, {}),
  };
}

function expectedIn(state: ReadonlyMap<string, SplitArticle>) {
  const passages = [...state.values()].flatMap(({ article, passages }) =>
    passages.map(({ start, end }) => `${article.id}: ${article.text.slice(start, end)}`),
  );
  return {
    words: Object.fromEntries(
      WORDS.map((word) => [word, passages.filter((text) => text.includes(` ${word} `)).sort()]),
    ),
    trigrams: passages.toSorted(),
    vectors: passages.toSorted(),
  };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
