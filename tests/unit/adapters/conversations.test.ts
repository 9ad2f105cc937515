import { expect, onTestFinished, test } from 'vitest';
import { SqliteConversations } from '../../../src/adapters/state/conversations.ts';
import type { Turn } from '../../../src/model.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const DAY = 24 * 60 * 60 * 1000;

function conversations(days = 7, dataDir = temporaryFolder()) {
  const clock = { now: new Date('2030-01-01T00:00:00Z') };
  const store = new SqliteConversations(dataDir, days, () => clock.now);
  onTestFinished(() => store.close());
  return { store, clock, dataDir };
}

function turn(question: string, quotes: string[] = []): Turn {
  return {
    question,
    cited: quotes.map((quote) => ({ articleId: 'tea', title: 'Tea', start: 0, end: quote.length, quote })),
  };
}

test('the last turns of a place come back in their order, and none of another place', () => {
  const { store } = conversations();
  for (let n = 1; n <= 9; n++) store.add('thread 1', 'ann', turn(`Question ${n}?`, ['Tea grows.']));
  store.add('thread 2', 'ann', turn('Elsewhere?'));
  expect(store.turns('thread 1').map(({ question }) => question)).toEqual(
    [4, 5, 6, 7, 8, 9].map((n) => `Question ${n}?`),
  );
  expect(store.turns('thread 1')[0]).toEqual(turn('Question 4?', ['Tea grows.']));
  expect(store.turns('thread 2')).toEqual([turn('Elsewhere?')]);
  for (const place of ['', 'thread', '%', "thread 1' OR 1=1 --"]) expect(store.turns(place)).toEqual([]);
});

test('turns survive a restart and go after the days that they are kept', () => {
  const { store, dataDir } = conversations();
  store.add('thread', 'ann', turn('When?'));
  const { store: restarted, clock } = conversations(7, dataDir);
  clock.now = new Date(clock.now.getTime() + 6 * DAY);
  expect(restarted.turns('thread')).toHaveLength(1);
  clock.now = new Date(clock.now.getTime() + 2 * DAY);
  expect(restarted.turns('thread')).toEqual([]);
  restarted.add('other', 'bob', turn('Who?'));
  expect(restarted.forgetPlace('thread')).toBe(0);
});

test('with no days nothing is kept', () => {
  const { store } = conversations(0);
  store.add('thread', 'ann', turn('When?'));
  expect(store.turns('thread')).toEqual([]);
  expect(store.forgetAsker('ann')).toBe(0);
});

test('what somebody asked is forgotten in all places, and what others asked is not', () => {
  const { store } = conversations();
  store.add('thread 1', 'ann', turn('When?'));
  store.add('thread 1', 'bob', turn('Where?'));
  store.add('thread 2', 'ann', turn('Who?'));
  expect(store.forgetAsker('ann')).toBe(2);
  expect(store.turns('thread 1')).toEqual([turn('Where?')]);
  expect(store.turns('thread 2')).toEqual([]);
  expect(store.forgetPlace('thread 1')).toBe(1);
  expect(store.turns('thread 1')).toEqual([]);
});

test('long questions are cut, long quotes and all after the third left out', () => {
  const { store } = conversations();
  store.add('thread', 'ann', turn('x'.repeat(5_000), ['y'.repeat(5_000), 'One.', 'Two.', 'Three.', 'Four.']));
  const [kept] = store.turns('thread');
  expect(kept?.question).toHaveLength(600);
  expect(kept?.cited.map(({ quote }) => quote)).toEqual(['One.', 'Two.', 'Three.']);
});

test('a conversation that branches keeps what came before, as theirs who asked it', () => {
  const { store, clock } = conversations();
  store.add('answer 1', 'ann', turn('Who signed it?'));
  clock.now = new Date(clock.now.getTime() + DAY);
  store.copy('answer 1', 'answer 2');
  store.add('answer 2', 'bob', turn('When?'));
  store.copy('answer 1', 'answer 3');
  store.copy('nowhere', 'answer 3');
  const questionsOf = (place: string) => store.turns(place).map(({ question }) => question);
  expect(questionsOf('answer 2')).toEqual(['Who signed it?', 'When?']);
  expect([questionsOf('answer 1'), questionsOf('answer 3')]).toEqual([
    ['Who signed it?'],
    ['Who signed it?'],
  ]);
  expect(store.exportOf('bob')).toEqual([
    { place: 'answer 2', askedAt: '2030-01-02T00:00:00.000Z', ...turn('When?') },
  ]);
  expect(store.exportOf('ann').map(({ place, askedAt }) => [place, askedAt.slice(0, 10)])).toEqual([
    ['answer 1', '2030-01-01'],
    ['answer 2', '2030-01-01'],
    ['answer 3', '2030-01-01'],
  ]);
  expect(store.forgetAsker('ann')).toBe(3);
  expect(questionsOf('answer 2')).toEqual(['When?']);
  // A copy is not kept longer than what it copies.
  store.add('answer 4', 'ann', turn('Where?'));
  clock.now = new Date(clock.now.getTime() + 6.5 * DAY);
  store.copy('answer 4', 'answer 5');
  clock.now = new Date(clock.now.getTime() + DAY);
  expect(store.turns('answer 5')).toEqual([]);
});
