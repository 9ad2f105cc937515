import { expect, onTestFinished, test } from 'vitest';
import { SqliteQuiz } from '../../../src/adapters/state/quiz.ts';
import { SqliteReports } from '../../../src/adapters/state/reports.ts';
import { SqliteRounds } from '../../../src/adapters/state/rounds.ts';
import type { QuizRound } from '../../../src/model.ts';
import { newRound } from '../../../src/quiz/round.ts';
import { review } from '../../../src/quiz/schedule.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const NOW = new Date('2030-01-08T09:00:00Z');
const EARLIER = new Date('2029-12-01T09:00:00Z');
const [ANN, BEN] = [
  { user: 'ann', name: 'Ann' },
  { user: 'ben', name: 'Ben' },
];

function stores(dataDir = temporaryFolder()) {
  const rounds = new SqliteRounds(dataDir);
  const quiz = new SqliteQuiz(dataDir);
  const reports = new SqliteReports(dataDir);
  onTestFinished(() => {
    for (const store of [rounds, quiz, reports]) store.close();
  });
  return { rounds, quiz, reports, dataDir };
}

function begin(rounds: SqliteRounds, cards: string[], guildId = 'g', channelId = 'c'): QuizRound {
  const round = rounds.begin(newRound({ guildId, channelId, host: 'ann', cards, seconds: 20 }, NOW));
  if (!round) throw new Error('there is a round already');
  return round;
}

function over(rounds: SqliteRounds, round: QuizRound): void {
  rounds.save({ ...round, stage: 'over' });
}

const pick = (cardId: string, isRight: boolean, at = NOW) => ({ cardId, given: `${isRight}`, isRight, at });

function answerAlone(quiz: SqliteQuiz, user: string, card: string, at = NOW): void {
  const [startedAt, expiresAt] = [at.toISOString(), '2031-01-01T00:00:00.000Z'];
  const session = quiz.start({ user, kind: 'start', cards: [card], startedAt, expiresAt });
  quiz.answer(session, 0, (before) => ({
    ...{ given: 'yes', isRight: true, grade: 'good', answeredAt: startedAt, took: 1 },
    memory: review(before, 'good', at),
  }));
}

test('a channel has one round at a time, and it is there after a restart', () => {
  const { rounds, dataDir } = stores();
  const round = begin(rounds, ['x', 'y']);
  expect(rounds.begin({ ...round, host: 'ben' })).toBeUndefined();
  const other = begin(rounds, ['x'], 'g', 'another');
  rounds.save({ ...round, stage: 'question', at: 1, messageId: 'm', endsAt: NOW.toISOString() });
  const again = stores(dataDir).rounds;
  expect(again.round(round.key)).toEqual({
    ...round,
    ...{ stage: 'question', at: 1, messageId: 'm', endsAt: NOW.toISOString() },
  });
  over(rounds, other);
  expect(again.open().map(({ key }) => key)).toEqual([round.key]);
  expect(again.round('nonsense')).toBeUndefined();
  over(rounds, { ...round, at: 1 });
  expect(begin(rounds, ['x']).stage).toBe('lobby');
  expect(rounds.asked('g')).toEqual(new Set(['x', 'y']));
  expect(rounds.asked('other')).toEqual(new Set());
});

test('a pick takes the place of the one before, and whoever picks is in the round', () => {
  const { rounds } = stores();
  const round = begin(rounds, ['x', 'y']);
  expect(rounds.join(round, ANN, NOW)).toBe(true);
  expect(rounds.join(round, ANN, NOW)).toBe(false);
  rounds.pick(round, ANN, pick('x', false));
  rounds.pick(round, ANN, pick('x', true));
  rounds.pick({ ...round, at: 1 }, { user: 'ben', name: 'Benjamin' }, pick('y', false, EARLIER));
  expect(rounds.picks(round)).toEqual([
    { at: 0, user: 'ann', given: 'true', isRight: true },
    { at: 1, user: 'ben', given: 'false', isRight: false },
  ]);
  expect(rounds.players(round)).toEqual([{ user: 'ben', name: 'Benjamin' }, ANN]);
});

test('a table counts what was right the first time, in rounds of its server and alone', () => {
  const { rounds, quiz } = stores();
  answerAlone(quiz, 'ann', 'x');
  const round = begin(rounds, ['x', 'y', 'z']);
  rounds.pick(round, ANN, pick('x', true));
  rounds.pick({ ...round, at: 1 }, ANN, pick('y', true));
  rounds.pick({ ...round, at: 1 }, BEN, pick('y', false));
  rounds.pick({ ...round, at: 1 }, BEN, pick('y', true));
  over(rounds, round);
  const repeated = begin(rounds, ['y']);
  rounds.pick(repeated, BEN, pick('y', true));
  for (let i = 0; i < 5; i++) answerAlone(quiz, 'ben', 'y');
  answerAlone(quiz, 'cem', 'x');
  expect(rounds.top('g', undefined)).toEqual([
    { ...ANN, points: 2 },
    { ...BEN, points: 1 },
  ]);
  expect(rounds.top('other', undefined)).toEqual([]);
  expect(quiz.history('ben').map(({ isFirst }) => isFirst)).toEqual([false, false, false, false, false]);
});

test('a week leaves out what is older, and who did not play in it', () => {
  const { rounds, quiz } = stores();
  const since = new Date('2030-01-01T09:00:00Z');
  const old = begin(rounds, ['x']);
  rounds.pick(old, ANN, pick('x', true, EARLIER));
  rounds.pick(old, BEN, pick('x', true, EARLIER));
  over(rounds, old);
  const round = begin(rounds, ['y']);
  rounds.pick(round, ANN, pick('y', true));
  answerAlone(quiz, 'ann', 'z', EARLIER);
  expect(rounds.top('g', since)).toEqual([{ ...ANN, points: 1 }]);
  expect(rounds.top('g', undefined).map(({ points }) => points)).toEqual([3, 1]);
});

test('who is forgotten leaves no name, and takes nothing from the others', () => {
  const { rounds, quiz } = stores();
  const round = begin(rounds, ['x']);
  for (const player of [ANN, BEN]) rounds.pick(round, player, pick('x', true));
  expect(Object.keys(quiz.exportOf('ann')).filter((table) => quiz.exportOf('ann')[table]?.length)).toEqual([
    'quiz_round',
    'quiz_player',
    'quiz_pick',
    'quiz_name',
  ]);
  quiz.forget('ann');
  expect(Object.values(quiz.exportOf('ann')).flat()).toEqual([]);
  expect(rounds.round(round.key)?.host).toBe('');
  expect(rounds.top('g', undefined)).toEqual([{ ...BEN, points: 1 }]);
});

test('reports are decided on once, for all who reported, and outlive them', () => {
  const { quiz, reports } = stores();
  for (const [user, card] of [
    ['ann', 'x'],
    ['ben', 'x'],
    ['ann', 'y'],
  ] as const)
    quiz.report(user, card, NOW);
  expect(reports.reported().map((report) => [report.cardId, report.reports])).toEqual([
    ['x', 2],
    ['y', 1],
  ]);
  expect(reports.decide('x', 'drop', 'boss', NOW)).toBe(true);
  expect(reports.decide('x', 'keep', 'other', NOW)).toBe(false);
  expect(reports.decide('y', 'keep', 'boss', NOW)).toBe(true);
  expect(quiz.resting()).toEqual(new Set(['x']));
  for (const user of ['ann', 'ben', 'boss']) quiz.forget(user);
  expect(quiz.resting()).toEqual(new Set(['x']));
  expect(reports.reported()).toEqual([]);
  quiz.report('cem', 'y', NOW);
  expect(quiz.resting()).toEqual(new Set(['x', 'y']));
});
