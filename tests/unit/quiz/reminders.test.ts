import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import type { Reminder } from '../../../src/model.ts';
import { localTime, TIME_ZONES, timeZoneNamed } from '../../../src/quiz/local-time.ts';
import { Reminders } from '../../../src/quiz/reminders.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Reminders that are kept in memory, with a clock that can be set. */
function reminders(start: string) {
  const kept = new Map<string, Reminder>();
  const clock = { now: Date.parse(start) };
  const store = {
    get: (user: string) => kept.get(user),
    set: (reminder: Reminder) => void kept.set(reminder.user, reminder),
    remove: (user: string) => void kept.delete(user),
    active: () => [...kept.values()].filter(({ failedAt }) => failedAt === undefined),
    close: () => {},
  };
  const book = new Reminders(store, () => new Date(clock.now));
  const sent = () => {
    const due = book.dueNow();
    for (const reminder of due) book.done(reminder);
    return due.length;
  };
  return { book, clock, sent };
}

test('there is one reminder on every day, at its hour, also where clocks are changed', () => {
  const zones = ['Asia/Kolkata', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'];
  const property = fc.property(fc.nat(23), fc.constantFrom(...zones), fc.nat(360), (hour, zone, day) => {
    const { book, clock, sent } = reminders('2030-01-01T00:00:00Z');
    clock.now += day * DAY;
    book.set('ann', hour, zone);
    const days: string[] = [];
    for (const end = clock.now + 7 * DAY; clock.now < end; clock.now += HOUR / 4) {
      const local = localTime(new Date(clock.now), zone);
      if (sent() > 0) {
        days.push(local.day);
        // At most an hour is left out of a day.
        expect([hour, hour + 1]).toContain(local.hour);
      }
    }
    expect(new Set(days).size).toBe(days.length);
    expect(days.length).toBeGreaterThanOrEqual(6);
  });
  fc.assert(property, { numRuns: 25 });
});

test('one that is set in its own hour begins tomorrow; one that the bot slept through comes late or not at all', () => {
  const { book, clock, sent } = reminders('2030-01-01T08:10:00Z');
  book.set('ann', 8, 'UTC');
  expect(sent()).toBe(0);
  clock.now += DAY + 2 * HOUR;
  expect(sent()).toBe(1);
  expect(sent()).toBe(0);
  clock.now += DAY + 2 * HOUR;
  expect(sent()).toBe(0);
});

test('a clock that was a year ahead, or goes back a day, silences nobody', () => {
  const { book, clock, sent } = reminders('2030-01-01T00:00:00Z');
  book.set('ann', 8, 'UTC');
  for (const days of [365, 0, -1, 1]) {
    clock.now = Date.parse('2030-02-01T08:00:00Z') + days * DAY;
    expect(sent()).toBe(1);
  }
});

test('what failed is told once, and what was ended meanwhile stays so', () => {
  const { book, clock } = reminders('2030-01-01T00:00:00Z');
  book.set('ann', 8, 'UTC');
  clock.now += 8 * HOUR;
  const [due] = book.dueNow();
  if (!due) throw new Error('it is due');
  book.failed(due);
  expect(book.dueNow()).toEqual([]);
  expect([book.takeFailure('ann'), book.takeFailure('ann')]).toEqual([true, false]);
  expect(book.of('ann')).toBeUndefined();
  book.done(due);
  book.failed(due);
  expect(book.of('ann')).toBeUndefined();
});

test('time zones go by their names of today, however they are typed', () => {
  expect(timeZoneNamed(' asia/calcutta ')).toBe('Asia/Kolkata');
  expect(timeZoneNamed('america/new york')).toBe('America/New_York');
  expect(timeZoneNamed('utc')).toBe('UTC');
  for (const name of ['', 'Mars/Base', 'Berlin', '+25:00', 'Europe/Berlin; DROP']) {
    expect(() => timeZoneNamed(name)).toThrow(UserError);
  }
  for (const zone of TIME_ZONES)
    expect(localTime(new Date(0), zone).day).toMatch(/^19(?:70-01-01|69-12-31)$/);
});
