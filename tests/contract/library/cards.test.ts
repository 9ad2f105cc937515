import { expect, onTestFinished, test } from 'vitest';
import { SqliteCards } from '../../../src/adapters/library/index.ts';
import { shelveCards } from '../../../src/quiz/shelve.ts';
import { act, split, type TestLibrary, testLibrary } from '../../support/library.ts';

const JOINED = 'Norway joined the Arctic Ice Council in March 2011 with a fleet of ships.';
const FOUNDED = 'The Arctic Ice Council was founded in Tromso in 1996.';
const HEAD = { publishedAt: '2024-05-06', publisher: 'The Daily Test' };

function shelfOf(library: TestLibrary): { shelf: SqliteCards; make(): void } {
  const shelf = new SqliteCards(library.dataDir);
  onTestFinished(() => shelf.close());
  return {
    shelf,
    make() {
      library.reader.refresh();
      shelveCards(shelf, library.reader);
    },
  };
}

test('cards are made of every live article once, and stay while it does', async () => {
  const library = testLibrary();
  const { shelf, make } = shelfOf(library);
  expect(shelf.cards({})).toEqual([]);
  await library.publish({ put: [split('ice', `${JOINED} ${FOUNDED}`, HEAD)] });
  make();
  const first = shelf.cards({});
  expect(first.length).toBeGreaterThan(2);
  expect(shelf.withoutCards(10)).toEqual([]);
  await library.publish({
    put: [split('tea', 'The Brahmapur garden was planted in 1907 by Lakshmi Barua.', HEAD)],
  });
  make();
  expect(shelf.cards({ articleIds: ['ice'] })).toEqual(first);
  expect(shelf.cards({ articleIds: ['tea'] }).length).toBeGreaterThan(0);
});

test('cards can be asked for by article, publisher and kind', async () => {
  const library = testLibrary();
  const { shelf, make } = shelfOf(library);
  await library.publish({ put: [split('ice', `${JOINED} ${FOUNDED}`, HEAD)] });
  make();
  const all = shelf.cards({});
  expect(shelf.cards({ publisher: 'the daily test' })).toEqual(all);
  expect(shelf.cards({ publisher: 'another' })).toEqual([]);
  expect(shelf.cards({ articleIds: ['tea'] })).toEqual([]);
  expect(shelf.cardIds({ articleIds: ['tea'] })).toEqual([]);
  expect(shelf.cardIds({ articleIds: ['tea', 'ice'] }).sort()).toEqual(all.map(({ id }) => id).sort());
  expect(shelf.cards({ kind: 'choice' })).toEqual(all.filter(({ kind }) => kind === 'choice'));
});

test('a changed sentence retires its cards, which are still readable, and a rollback brings them back', async () => {
  const library = testLibrary();
  const { shelf, make } = shelfOf(library);
  await library.publish({ put: [split('ice', `${JOINED} ${FOUNDED}`, HEAD)] });
  make();
  const before = shelf.cards({});
  const ofJoined = before.filter(({ proof }) => proof[0]?.quote === JOINED);
  expect(ofJoined.length).toBeGreaterThan(0);
  await library.publish({ put: [split('ice', `${JOINED.replace('March', 'April')} ${FOUNDED}`, HEAD)] });
  make();
  const ids = new Set(shelf.cards({}).map(({ id }) => id));
  for (const card of before) {
    expect(ids.has(card.id)).toBe(!ofJoined.includes(card));
    expect(shelf.card(card.id)?.isLive).toBe(ids.has(card.id));
    expect(shelf.card(card.id)?.card.key).toBe(card.key);
  }
  const { generation } = library.writer;
  library.writer.restore(
    1,
    generation?.id ?? 0,
    { name: generation?.model ?? '', dimensions: generation?.dimensions ?? 0 },
    act,
  );
  make();
  expect(
    shelf
      .cards({})
      .map(({ id }) => id)
      .sort(),
  ).toEqual(before.map(({ id }) => id).sort());
});

test('a new article retires what it makes doubtful', async () => {
  const library = testLibrary();
  const { shelf, make } = shelfOf(library);
  await library.publish({ put: [split('ice', JOINED, HEAD)] });
  make();
  const asksCountry = () => shelf.cards({ articleIds: ['ice'] }).some(({ asks }) => asks === 'country');
  expect(asksCountry()).toBe(true);
  await library.publish({ put: [split('more', JOINED.replace('Norway', 'Finland'), HEAD)] });
  make();
  expect(asksCountry()).toBe(false);
});

test('cards of removed articles are not asked', async () => {
  const library = testLibrary();
  const { shelf, make } = shelfOf(library);
  await library.publish({ put: [split('ice', JOINED, HEAD)] });
  make();
  await library.publish({ remove: ['ice'] });
  make();
  expect(shelf.cards({})).toEqual([]);
  expect(shelf.refused()).toEqual({});
  expect(shelf.card('nothing')).toBeUndefined();
});
