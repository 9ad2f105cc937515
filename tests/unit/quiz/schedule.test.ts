import fc from 'fast-check';
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { expect, test } from 'vitest';
import type { Grade, Memory } from '../../../src/model.ts';
import { gradeOf, isDue, review } from '../../../src/quiz/schedule.ts';

const START = Date.parse('2030-01-01T09:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const RATINGS = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy } as const;

const grades = fc.constantFrom<Grade>('again', 'hard', 'good', 'easy');
/** Answers and the milliseconds of the clock between them: forwards, and sometimes back a day or ahead a year. */
const histories = fc.array(
  fc.record({
    grade: grades,
    passed: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 0, max: 60 * DAY }) },
      { weight: 1, arbitrary: fc.constantFrom(-DAY, 365 * DAY, -365 * DAY, -1) },
    ),
  }),
  { minLength: 1, maxLength: 25 },
);

test('schedules as ts-fsrs does; a clock that was set back counts as no time passed', () => {
  const scheduler = fsrs();
  fc.assert(
    fc.property(histories, (history) => {
      let now = START;
      let memory: Memory | undefined;
      let card = createEmptyCard(new Date(START));
      for (const { grade, passed } of history) {
        now += passed;
        const time = new Date(now);
        memory = review(memory, grade, time);
        if (card.last_review && card.last_review > time) card = { ...card, last_review: time };
        card = scheduler.next(card, time, RATINGS[grade]).card;
        expect(memory).toMatchObject({
          ...{
            due: card.due.toISOString(),
            lastReview: time.toISOString(),
            reps: card.reps,
            lapses: card.lapses,
          },
          ...{ stability: card.stability, difficulty: card.difficulty, scheduledDays: card.scheduled_days },
        });
      }
    }),
  );
});

test('no answer is lost, and the next one is never before now', () => {
  fc.assert(
    fc.property(histories, (history) => {
      let now = START;
      let memory: Memory | undefined;
      for (const { grade, passed } of history) {
        now += passed;
        memory = review(memory, grade, new Date(now));
        expect(Date.parse(memory.due)).toBeGreaterThan(now);
      }
      expect(memory?.reps).toBe(history.length);
    }),
  );
});

test('what was answered while the clock was a year ahead is asked again once it is right', () => {
  const learnt = review(review(undefined, 'good', new Date(START)), 'good', new Date(START + DAY));
  const ahead = review(learnt, 'good', new Date(START + 366 * DAY));
  const right = new Date(START + 2 * DAY);
  expect(isDue(ahead, right)).toBe(true);
  const again = review(ahead, 'again', right);
  expect(Date.parse(again.due) - right.getTime()).toBeLessThan(DAY);
});

test('a card is due when its time has come, and not before', () => {
  const memory = review(undefined, 'good', new Date(START));
  expect(isDue(memory, new Date(START + 1))).toBe(false);
  expect(isDue(memory, new Date(memory.due))).toBe(true);
});

test('a grade tells whether it was right and how long it took', () => {
  expect(gradeOf(false, 'choice', 1)).toBe('again');
  expect([1, 10, 100].map((seconds) => gradeOf(true, 'choice', seconds * 1000))).toEqual([
    'easy',
    'good',
    'hard',
  ]);
  expect([7, 40, 100].map((seconds) => gradeOf(true, 'gap', seconds * 1000))).toEqual([
    'easy',
    'good',
    'hard',
  ]);
});
