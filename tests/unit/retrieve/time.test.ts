import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTime } from '../../../src/retrieve/time.ts';

/** A Sunday. */
const TODAY = '2026-11-22';

/** Who may answer, from which day to which, and in what order; `undefined` when nothing was read. */
function read(question: string, today = TODAY) {
  const time = readTime(question, today);
  if (!time) return undefined;
  const { since = '', before = '', order } = time.asked;
  const period = since === '' && before === '' ? '' : `${since}..${before}`;
  return [time.strict ? 'only' : '', period, order ?? ''].filter(Boolean).join(' ');
}

test.each([
  ['What did they sign in 2022?', 'only 2022-01-01..2023-01-01'],
  ['What happened in early 2022 in Paris?', 'only 2022-01-01..2023-01-01'],
  ['during March 2023, who resigned?', 'only 2023-03-01..2023-04-01'],
  ['What was signed on 24 July 2025?', 'only 2025-07-24..2025-07-25'],
  ['What was signed on July 24th, 2025?', 'only 2025-07-24..2025-07-25'],
  ['What was signed on 2025-07-24?', 'only 2025-07-24..2025-07-25'],
  ['Exports in 2021-22', 'only 2021-01-01..2023-01-01'],
  ['Which plants were built in the 1990s?', 'only 1990-01-01..2000-01-01'],
  ['What was built between 2020 and March 2022?', 'only 2020-01-01..2022-04-01'],
  ['exports from 2019 to 2021', 'only 2019-01-01..2022-01-01'],
  ['launches in 2027 or 2028', 'only 2027-01-01..2029-01-01'],
  ['moon landing 2023', 'only 2023-01-01..2024-01-01'],
])('a time that the answer has to be of: %s', (question, expected) => {
  expect(read(question)).toBe(expected);
});

test.each([
  ['What has changed since April?', 'only 2026-04-01..'],
  ['What has changed since December?', 'only 2025-12-01..'],
  ['What has changed since 23 November?', 'only 2025-11-23..'],
  ['What has changed since may', 'only 2026-05-01..'],
  ['since Monday, what was said?', 'only 2026-11-16..'],
  ['since last year', 'only 2025-01-01..'],
  ['Since 2021, what has ISRO launched?', 'only 2021-01-01..'],
  ['exports from 2019 onwards', 'only 2019-01-01..'],
  ['What happened after June 2023?', 'only 2023-07-01..'],
  ['What happened before 2020?', 'only ..2020-01-01'],
  ['What was decided until March 2024?', 'only ..2024-04-01'],
  ['What happened after 2020 and before 2023?', 'only 2021-01-01..2023-01-01'],
])('a time with one end, or both: %s', (question, expected) => {
  expect(read(question)).toBe(expected);
});

test.each([
  ['What did CNES say last year?', 'only 2025-01-01..2026-01-01'],
  ['What did CNES say last month?', 'only 2026-10-01..2026-11-01'],
  ['What did CNES say last week?', 'only 2026-11-09..2026-11-16'],
  ['What did CNES say this month?', 'only 2026-11-01..2026-12-01'],
  ['What did CNES say last April?', 'only 2026-04-01..2026-05-01'],
  ['What did CNES say last December?', 'only 2025-12-01..2026-01-01'],
  ['What did CNES say yesterday?', 'only 2026-11-21..2026-11-22'],
  ['What did CNES say over the past two years?', 'only 2024-11-22..2026-11-23'],
  ['What did CNES say in the last 6 months?', 'only 2026-05-22..2026-11-23'],
  ['What did CNES say in the past twelve months?', 'only 2025-11-22..2026-11-23'],
  ['What did CNES say three years ago?', 'only 2023-01-01..2024-01-01'],
])('a time told from the day of asking: %s', (question, expected) => {
  expect(read(question)).toBe(expected);
});

test.each([
  ['What is the latest on the Nuclear Suppliers Group?', 'newest'],
  ['Who is the current chairman of ISRO?', 'newest'],
  ['How many members are there today?', 'newest'],
  ['most recent export figures', 'newest'],
  ['What is the earliest report on Jaitapur?', 'oldest'],
  ['What is the latest since April?', 'only 2026-04-01.. newest'],
])('an order: %s', (question, expected) => {
  expect(read(question)).toBe(expected);
});

test.each([
  ['What does the 2019 agreement say?', '2019-01-01..2020-01-01'],
  ['What was promised in the 2019 agreement?', '2019-01-01..2020-01-01'],
  ['What are the aims of the 2030 Roadmap?', '2030-01-01..2031-01-01'],
  ['Does the convention of 1995 apply?', '1995-01-01..1996-01-01'],
  ['What was the economy like after the 2008 crisis?', '2008-01-01..2009-01-01'],
])('a year that only says which thing is meant: %s', (question, expected) => {
  expect(read(question)).toBe(expected);
});

test.each([
  'Who may visit the plant after work?',
  'How does electric current flow?',
  'Why did 2000 people march before the vote?',
  'Does the treaty cost $2000 or 1,950 euros?',
  'What was the last year of the war?',
  'Who was the first Indian in space?',
  'What did they agree before the visit?',
  'What is COP21?',
])('nothing is read where nothing is said: %s', (question) => {
  expect(read(question)).toBeUndefined();
});

test('words that only say when are not searched for, and a year that is named is', () => {
  const words = (question: string) => {
    const { dropped = [], kept = [] } = readTime(question, TODAY) ?? {};
    return [dropped, kept].map((spans) => spans.map(({ start, end }) => question.slice(start, end)));
  };
  expect(words('What has ISRO launched since April?')).toEqual([['since April'], []]);
  expect(words('What is the latest from ISRO in April 2022?')).toEqual([
    ['the latest', 'in '],
    ['April 2022'],
  ]);
  expect(words('What did ISRO launch between 2019 and 2021?')).toEqual([['between '], ['2019 and 2021']]);
});

const DAYS = fc.date({
  min: new Date('1990-01-01T00:00:00Z'),
  max: new Date('2080-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

describe('whatever the day and the question', () => {
  test('"since" a month means one that has begun, and less than a year ago', () => {
    const months = ['January', 'Feb', 'March', 'april', 'May', 'June', 'Sept', 'December'];
    fc.assert(
      fc.property(DAYS, fc.constantFrom(...months), (date, month) => {
        const today = dayOf(date);
        const since = readTime(`news since ${month}`, today)?.asked.since ?? '';
        expect(since <= today).toBe(true);
        expect(since > `${date.getUTCFullYear() - 1}${today.slice(4, 7)}`).toBe(true);
      }),
    );
  });

  test('a day is read alike however it is written', () => {
    fc.assert(
      fc.property(DAYS, (date) => {
        const day = dayOf(date);
        const format = (locale: string) =>
          new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
        const asked = [day, format('en-GB'), format('en-US')].map(
          (words) => readTime(`on ${words}`, TODAY)?.asked,
        );
        for (const time of asked) {
          expect(time?.since).toBe(day);
          expect(time?.before).toBe(dayOf(new Date(date.getTime() + 86_400_000)));
        }
      }),
    );
  });

  test('what is read has a beginning before its end, and stands in the question', () => {
    const pieces = fc.constantFrom(
      ...[
        'in',
        'since',
        'before',
        'the',
        '2022',
        '1999',
        'May',
        '31',
        'last',
        'two',
        'years',
        'year',
        'month',
      ],
      ...[
        'ago',
        'to',
        'and',
        'between',
        ',',
        '-',
        'latest',
        'now',
        'Monday',
        '2022-02-30',
        '29 February',
        'of',
      ],
    );
    const question = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 9 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(question, DAYS, (text, date) => {
        const time = readTime(text, dayOf(date));
        if (!time) return;
        const { since, before } = time.asked;
        if (since !== undefined && before !== undefined) expect(since < before).toBe(true);
        for (const day of [since, before]) expect(day ?? '2000-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
        for (const { start, end } of [...time.dropped, ...time.kept]) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
