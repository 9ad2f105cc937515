import { expect, test } from 'vitest';
import type { Card, GivenAnswer, Memory } from '../../../src/model.ts';
import { progressOf } from '../../../src/quiz/progress.ts';
import { review } from '../../../src/quiz/schedule.ts';
import { card } from '../../support/cards.ts';

const NOW = new Date('2030-03-10T20:00:00Z');

function memory(due: string, lastReview = '2030-03-01T00:00:00.000Z'): Memory {
  return { ...review(undefined, 'good', new Date(lastReview)), due, lastReview };
}

function given(cardId: string, answeredAt: string, isRight = true, isFirst = false): GivenAnswer {
  const answer = { at: 0, given: '', took: 0, grade: 'good' as const, memory: memory(answeredAt) };
  return { ...answer, cardId, answeredAt, isRight, isFirst };
}

function from(id: string, title: string, publisher?: string): [string, Card] {
  const quote = 'Words.';
  const source = { n: 1, articleId: title, title, start: 0, end: 6, quote, ...(publisher && { publisher }) };
  return [id, card({ id, proof: [source] })];
}

test('what is overdue counts for today, and days are those of the student', () => {
  const memories = [
    '2030-03-02T00:00:00.000Z',
    '2030-03-10T20:00:00.000Z',
    '2030-03-10T23:30:00.000Z',
    '2030-03-13T03:00:00.000Z',
  ];
  const studied = { answers: [], cards: new Map(), memories: memories.map((due) => memory(due)) };
  const counts = (zone: string) => progressOf(studied, zone, NOW).ahead.map(({ cards }) => cards);
  expect(counts('UTC')).toEqual([3, 0, 0, 1, 0, 0, 0]);
  expect(counts('Asia/Kolkata')).toEqual([3, 0, 1, 0, 0, 0, 0]);
  expect(progressOf(studied, 'UTC', NOW)).toMatchObject({ today: '2030-03-10', due: 2, cards: 4 });
  expect(progressOf(studied, 'Asia/Kolkata', NOW).today).toBe('2030-03-11');
});

test('what was answered by a clock that was a year ahead is due', () => {
  const ahead = memory('2031-04-01T00:00:00Z', '2031-03-10T20:00:00.000Z');
  expect(progressOf({ answers: [], cards: new Map(), memories: [ahead] }, 'UTC', NOW)).toMatchObject({
    due: 1,
    ahead: [{ cards: 1 }, ...Array.from({ length: 6 }, () => ({ cards: 0 }))],
  });
});

test('only what was asked again of late counts as remembered or not', () => {
  const answers = [
    given('a', '2030-01-01T10:00:00Z', false),
    given('a', '2030-03-01T10:00:00Z', true, true),
    given('a', '2030-03-02T10:00:00Z', true),
    given('a', '2030-03-03T10:00:00Z', false),
  ];
  const { retention } = progressOf({ answers, cards: new Map(), memories: [] }, 'UTC', NOW);
  expect(retention).toEqual({ right: 1, of: 2 });
});

test.each([
  ['2030-03-10 2030-03-09 2030-03-08 2030-03-06', 3],
  ['2030-03-09 2030-03-08', 2],
  ['2030-03-08', 0],
  ['', 0],
])('with answers on "%s" there are %i days in a row', (days, streak) => {
  const answers = days.split(' ').flatMap((day) => (day === '' ? [] : [given('a', `${day}T12:00:00Z`)]));
  expect(progressOf({ answers, cards: new Map(), memories: [] }, 'UTC', NOW).streak).toBe(streak);
});

test('topics are publishers where there are several, else articles', () => {
  const cards = new Map([from('a', 'Ice', 'Daily'), from('b', 'Fire', 'Daily'), from('c', 'Tea')]);
  const answers = ['a', 'b', 'b'].map((id) => given(id, '2030-03-01T10:00:00Z', id === 'b'));
  const topics = (all: GivenAnswer[]) => progressOf({ answers: all, cards, memories: [] }, 'UTC', NOW).topics;
  expect(topics(answers)).toEqual({
    kind: 'article',
    rows: [
      { name: 'Fire', right: 2, of: 2 },
      { name: 'Ice', right: 0, of: 1 },
    ],
  });
  expect(topics([...answers, given('c', '2030-03-01T10:00:00Z')])).toEqual({
    kind: 'publisher',
    rows: [
      { name: 'Daily', right: 2, of: 3 },
      { name: 'Without a publisher', right: 1, of: 1 },
    ],
  });
});
