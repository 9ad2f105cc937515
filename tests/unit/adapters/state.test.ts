import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { SqliteState } from '../../../src/adapters/state/sqlite.ts';
import { UserError } from '../../../src/errors.ts';
import type { Answer } from '../../../src/model.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const DAY = 24 * 60 * 60 * 1000;

const answer: Answer = {
  question: 'Who signed the secret pact?',
  status: 'notInCorpus',
  confidence: 0.1,
  text: 'The articles do not say.',
  claims: [],
  citations: [],
  missing: [],
  closest: [],
  language: 'en',
  generation: 1,
  ms: 3,
};

function state(dataDir = temporaryFolder()) {
  const clock = { now: new Date('2030-01-01T00:00:00Z') };
  const store = new SqliteState(dataDir, () => clock.now);
  onTestFinished(() => store.close());
  return { store, clock, dataDir };
}

test('an answer is kept under a key of its own, without what was asked', () => {
  const { store } = state();
  const [one, two] = [store.keep(answer), store.keep(answer)];
  expect(one).not.toBe(two);
  expect(one).toMatch(/^[\w-]{1,32}$/);
  expect(store.kept(one)).toEqual({ ...answer, question: '' });
  const followUp = store.keep({ ...answer, question: 'Who?', readAs: 'Who signed the secret pact?' });
  expect(store.kept(followUp)).toEqual({ ...answer, question: '' });
});

test('an unknown key has no answer, whatever it is', () => {
  const { store } = state();
  for (const key of ['', 'x', "' OR 1=1 --", '\u0000']) expect(store.kept(key)).toBeUndefined();
});

test('answers survive a restart and go after thirty days', () => {
  const { store, dataDir } = state();
  const key = store.keep(answer);
  const { store: restarted, clock } = state(dataDir);
  expect(restarted.kept(key)).toBeDefined();
  clock.now = new Date(clock.now.getTime() + 29 * DAY);
  expect(restarted.kept(key)).toBeDefined();
  clock.now = new Date(clock.now.getTime() + 2 * DAY);
  expect(restarted.kept(key)).toBeUndefined();
});

test('a file that is no database is named, with what to do', () => {
  const dataDir = temporaryFolder();
  writeFileSync(join(dataDir, 'state.db'), 'this is not a database, but long enough to look at. '.repeat(20));
  expect(() => new SqliteState(dataDir, () => new Date())).toThrow(UserError);
  expect(() => new SqliteState(dataDir, () => new Date())).toThrow(
    /state\.db cannot be opened .*move it away/,
  );
});

test('answers are counted for the articles that they cite, also after a restart', () => {
  const { store, dataDir } = state();
  const cite = (articleId: string) => ({ n: 1, articleId, title: 'T', start: 0, end: 1, quote: 'x' });
  store.keep({ ...answer, citations: [cite('a'), cite('a'), cite('b')] });
  store.keep({ ...answer, citations: [cite('a')] });
  store.keep(answer);
  const { store: restarted } = state(dataDir);
  expect(['a', 'b', 'c'].map((id) => restarted.timesCited(id))).toEqual([2, 1, 0]);
});

test('a job is open until it is ended, also after a restart', () => {
  const { store, dataDir } = state();
  const job = { actor: 'ann', kind: 'add', base: 3, user: '1', startedAt: 'now', reply: '{}' } as const;
  const [one, two] = [store.beginJob(job), store.beginJob({ ...job, base: 4 })];
  const { store: restarted } = state(dataDir);
  expect(restarted.openJobs()).toEqual([
    { ...job, key: one },
    { ...job, base: 4, key: two },
  ]);
  restarted.endJob(one);
  expect(store.openJobs().map(({ key }) => key)).toEqual([two]);
});

test('tokens are counted by day, also after a restart', () => {
  const { store, dataDir } = state();
  store.addChatTokens('2030-01-01', 100);
  store.addChatTokens('2030-01-01', 20);
  store.addChatTokens('2030-01-02', 3);
  const again = state(dataDir).store;
  expect(['2030-01-01', '2030-01-02', '2030-01-03'].map((day) => again.chatTokens(day))).toEqual([120, 3, 0]);
});
