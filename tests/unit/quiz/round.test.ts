import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QuizRound } from '../../../src/model.ts';
import {
  advanced,
  distributionOf,
  isDue,
  newRound,
  ranked,
  resumed,
  started,
  tableOf,
  takesPicks,
} from '../../../src/quiz/round.ts';

const NOW = new Date('2031-06-01T12:00:00.200Z');
const MINUTE = 60_000;
const after = (ms: number) => new Date(NOW.getTime() + ms);

const lobby: QuizRound = {
  ...newRound({ guildId: 'g', channelId: 'c', host: 'ann', cards: ['x', 'y', 'z'], seconds: 20 }, NOW),
  ...{ key: 'key', messageId: 'lobby' },
};
const pick = (user: string, at: number, isRight: boolean, given = 'A') => ({ user, at, isRight, given });

test('a round goes from its lobby through questions and answers to its end', () => {
  const first = started(lobby, NOW);
  expect(first).toMatchObject({ stage: 'question', at: 0, messageId: undefined });
  // Discord counts down to full seconds.
  expect(first.endsAt).toBe('2031-06-01T12:00:21.000Z');
  expect(isDue(first, after(20_799))).toBe(false);
  expect(isDue(first, after(20_800))).toBe(true);
  const picks = [pick('ann', 0, true), pick('ann', 1, true), pick('ann', 2, false)];
  const stages = [first];
  for (let round = first; round.stage !== 'over'; stages.push(round)) round = advanced(round, picks, NOW);
  expect(stages.map(({ stage, at }) => `${stage} ${at}`)).toEqual([
    'question 0',
    'reveal 0',
    'question 1',
    'reveal 1',
    'question 2',
    'reveal 2',
    'over 2',
  ]);
  expect(advanced(lobby, [], NOW).stage).toBe('over');
});

test('picks count until the countdown ends, and for the question that is asked', () => {
  const second = started({ ...lobby, at: 1 }, NOW);
  expect(takesPicks(second, 1, after(20_799))).toBe(true);
  expect(takesPicks(second, 1, after(20_800))).toBe(false);
  expect(takesPicks(second, 0, NOW)).toBe(false);
  expect(takesPicks(advanced(second, [], NOW), 1, NOW)).toBe(false);
});

test('a round that nobody answers any more ends', () => {
  const reveal = (at: number): QuizRound => ({ ...lobby, at, stage: 'reveal' });
  expect(advanced(reveal(0), [], NOW).stage).toBe('question');
  expect(advanced(reveal(1), [], NOW).stage).toBe('over');
  expect(advanced(reveal(1), [pick('ann', 0, false)], NOW).stage).toBe('question');
});

test('a restart begins the countdown anew, and ends what stood still for long', () => {
  const question = { ...started(lobby, NOW), messageId: 'question' };
  expect(resumed(question, after(5 * MINUTE))).toMatchObject({
    ...{ stage: 'question', messageId: 'question', endsAt: '2031-06-01T12:05:21.000Z' },
  });
  expect(resumed(question, after(20 * MINUTE)).stage).toBe('over');
  expect(resumed(lobby, after(MINUTE))).toEqual(lobby);
  expect(resumed({ ...lobby, messageId: undefined }, after(MINUTE)).stage).toBe('over');
});

test('a clock that was set back holds no round up', () => {
  const question = started(lobby, NOW);
  expect(isDue(question, after(-24 * 60 * MINUTE))).toBe(true);
  expect(isDue(question, after(-500))).toBe(false);
});

test('who has as many points as another shares their place', () => {
  const players = ['ann', 'ben', 'cem', 'dan'].map((user) => ({ user, name: user }));
  const picks = [pick('cem', 0, true), pick('cem', 1, true), pick('ann', 0, true), pick('dan', 1, true)];
  expect(tableOf(players, picks).map(({ place, name, points }) => [place, name, points])).toEqual([
    [1, 'cem', 2],
    [2, 'ann', 1],
    [2, 'dan', 1],
    [4, 'ben', 0],
  ]);
  expect(distributionOf(['A', 'B'], [...picks, pick('ben', 0, false, 'B')], 0)).toEqual([2, 1]);
});

test('places follow from points alone', () => {
  const points = fc.array(fc.nat(5), { maxLength: 30 });
  fc.assert(
    fc.property(points, (given) => {
      const table = ranked(given.map((n, i) => ({ user: `${i}`, name: `${i}`, points: n })));
      for (const { place, points: own } of table) expect(place).toBe(1 + given.filter((n) => n > own).length);
      expect(table).toHaveLength(given.length);
    }),
  );
});
