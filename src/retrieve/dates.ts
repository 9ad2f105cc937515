import type { Span } from '../model.ts';
import { monthOf } from '../months.ts';
import { numeralsIn, SMALL_NUMBERS } from '../numerals.ts';
import { overlap } from '../spans.ts';
import { type ClosedPeriod, hull, periodOf, shift, type Unit, unitAround } from './calendar.ts';

/** A time that a text names. */
export interface NamedTime extends Span {
  period: ClosedPeriod;
  /** Whether it names a stretch by its first and its last part: "from 2019 to 2021"; or is longer than a year: "the 1990s". */
  isRange: boolean;
}

/** An English month, in full or cut short. */
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
export const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const YEAR = '(?:1[0-9]|20)\\d\\d';
/** What makes four digits a number of something: "2000 people", "1,500", "$2000", "2000 %". */
const NOT_BEFORE = '(?<![\\p{L}\\d]|[$€£₹¥#]\\s?|\\d[.,:])';
const NOT_AFTER =
  '(?![\\p{L}\\d]|[.,:]\\d|\\s?(?:%|percent|per cent|people|persons|men|women|children|soldiers|troops|jobs|times|days|hours|km|kilomet|met(?:er|re)s|miles|feet|tons|tonnes|kg|kilograms|mw\\b|megawatt|dollars|euros|rupees|pounds|crore|lakh|million|billion))';

/** From the most to the least explicit; of two that overlap, the earlier form is meant. */
const FORMS: [string, (...parts: string[]) => ClosedPeriod | undefined][] = [
  [`(${YEAR})-(\\d\\d)-(\\d\\d)`, (year, month, day) => periodOf(Number(year), Number(month), Number(day))],
  [
    `(${DAY})(?: of)?[ -](${MONTH}),?[ -](${YEAR})`,
    (day, month, year) => periodOf(Number(year), monthOf(month), Number.parseInt(day ?? '', 10)),
  ],
  [
    `(${MONTH}) (${DAY}),? (${YEAR})`,
    (month, day, year) => periodOf(Number(year), monthOf(month), Number.parseInt(day ?? '', 10)),
  ],
  [`(${MONTH}),?(?: of)? (${YEAR})`, (month, year) => periodOf(Number(year), monthOf(month))],
  [
    `(${YEAR})[-–/](\\d\\d)`,
    // "2021-22" is a season or a financial year; "2021-30" a plan.
    (year = '', end = '') => joinedYears(Number(year), Number(year.slice(0, 2) + end)),
  ],
  ['((?:1[0-9]|20)\\d0)s', (year) => joinedYears(Number(year), Number(year) + 9)],
  [`(${YEAR})`, (year) => periodOf(Number(year))],
];
const NAMED = FORMS.map(
  ([form, period]) => [new RegExp(`${NOT_BEFORE}${form}${NOT_AFTER}`, 'giu'), period] as const,
);

const COUNT = `\\d{1,3}|${SMALL_NUMBERS.slice(1).join('|')}|an?|a few|a couple of|several`;
const UNIT = '(day|week|month|year|decade)';
/** Not "the last year of the war". */
const NOT_OF = '(?!s?\\s+(?:of|when|in which)\\b)';

/** Times told from the day of speaking. */
const RELATIVE: [RegExp, (today: string, ...parts: string[]) => ClosedPeriod | undefined][] = [
  [/\byesterday\b/giu, (today) => unitAround(today, 'day', -1)],
  [
    new RegExp(`\\bthis ${UNIT}\\b${NOT_OF}`, 'giu'),
    (today, unit) => (unit === 'decade' ? undefined : unitAround(today, unit as Unit)),
  ],
  [
    new RegExp(`\\b(?:last|the previous) (week|month|year)\\b${NOT_OF}`, 'giu'),
    (today, unit) => unitAround(today, unit as Unit, -1),
  ],
  [
    new RegExp(`\\b(?:the )?(?:last|past|previous) (?:(${COUNT}) ${UNIT}s?|${UNIT})\\b${NOT_OF}`, 'giu'),
    (today, count = 'one', units, unit) => ({
      since: back(today, countOf(count), units ?? unit ?? ''),
      before: shift(today, 1, 'day'),
    }),
  ],
  [
    new RegExp(`\\b(${COUNT}) (day|week|month|year)s? ago\\b`, 'giu'),
    (today, count = '', unit = '') => unitAround(today, unit as Unit, -countOf(count)),
  ],
  [
    new RegExp(`\\blast (${MONTH})(?!,? ${YEAR})`, 'giu'),
    (today, month) => {
      // Said in June, "last June" is a year ago.
      const [year, now] = today.split('-').map(Number) as [number, number];
      const wanted = monthOf(month) ?? 1;
      return periodOf(wanted < now ? year : year - 1, wanted);
    },
  ],
];

/** Without any of these nothing is named: most sentences name no time. */
const HINT = /\d{4}|\b(?:yesterday|this|last|past|previous|ago)\b/i;

/** What joins the first and the last part of a stretch of time, or one time and another. */
const JOINER = /^\s*(?:[-–—]|to|till?|until|through|and|or|,|,\s*(?:and|or))\s*$/i;
/** What is before the first and after it, up to the last: "between 2019 and 2021" is a stretch, "2019 and 2021" is not. */
const RANGE = /between\s…|…\s*(?:[-–—]|to|till?|until|through)/i;

/**
 * The times that an English text names with their year, in order, each once.
 * @param today the day the text was written on, which "last year" is told from; without it only dates are read.
 */
export function timesIn(text: string, today?: string): NamedTime[] {
  if (!HINT.test(text)) return [];
  const found: NamedTime[] = [];
  const add = (match: RegExpExecArray, period: ClosedPeriod | undefined) => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (period && !found.some((other) => overlap(other, { start, end }))) {
      found.push({ start, end, period, isRange: shift(period.since, 1, 'year') < period.before });
    }
  };
  for (const [form, period] of NAMED) {
    for (const match of text.matchAll(form)) add(match, period(...match.slice(1)));
  }
  if (today !== undefined) {
    for (const [form, period] of RELATIVE) {
      for (const match of text.matchAll(form)) add(match, period(today, ...match.slice(1)));
    }
  }
  return joinedIn(
    text,
    found.sort((a, b) => a.start - b.start),
  );
}

/** "2019 to 2021" is one time, from the first day to the last, and so is "2019 and 2021". */
function joinedIn(text: string, times: readonly NamedTime[]): NamedTime[] {
  const result: NamedTime[] = [];
  for (const time of times) {
    const last = result.at(-1);
    if (last && JOINER.test(text.slice(last.end, time.start))) {
      last.isRange ||= RANGE.test(
        `${text.slice(0, last.start).slice(-8)}…${text.slice(last.end, time.start)}`,
      );
      last.period = hull(last.period, time.period);
      last.end = time.end;
    } else result.push({ ...time });
  }
  return result;
}

function joinedYears(first: number, last: number): ClosedPeriod | undefined {
  const [from, to] = [periodOf(first), periodOf(last)];
  return from && to && first < last ? hull(from, to) : undefined;
}

function back(today: string, count: number, unit: string): string {
  return unit === 'decade' ? shift(today, -10 * count, 'year') : shift(today, -count, unit as Unit);
}

function countOf(words: string): number {
  const count = words.toLowerCase();
  if (/^an?$/.test(count)) return 1;
  if (count === 'a couple of') return 2;
  // "A few" and "several" are read as three.
  return numeralsIn(count)[0]?.value || 3;
}
