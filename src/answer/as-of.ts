import type { Answer, AskedTime, Citation } from '../model.ts';
import { dateInWords } from '../months.ts';
import {
  type ClosedPeriod,
  holds,
  type Period,
  periodOfDate,
  shift,
  unitAround,
} from '../retrieve/calendar.ts';
import type { Query } from '../retrieve/query.ts';

/** What an answer says of time: nothing where the question did not ask for it. */
export function timeOf({ time }: Query, citations: readonly Citation[]): Pick<Answer, 'time' | 'asOf'> {
  // A year that only says which thing is meant keeps nothing out.
  if (!time || (!time.strict && time.asked.order === undefined)) return {};
  const { words, order } = time.asked;
  const asOf = citations[0]?.publishedAt;
  return {
    time: time.strict ? time.asked : { words, ...(order === undefined ? {} : { order }) },
    ...(asOf === undefined ? {} : { asOf }),
  };
}

/**
 * Says how old an answer is, and to which time the question kept it; `undefined` when it was not about time. Holds
 * words of the question where nothing was found.
 */
export function timeNote({
  time,
  asOf,
  citations,
}: Pick<Answer, 'time' | 'asOf' | 'citations'>): string | undefined {
  if (!time) return undefined;
  const isBounded = time.since !== undefined || time.before !== undefined;
  const event = time.event ? [eventNote(time.event, isBounded)] : [];
  if (citations.length === 0) {
    if (!isBounded) return event[0];
    return `Because of "${time.words}", only articles ${inWords(time)} and passages that tell of that time were searched.`;
  }
  const published = citations.map(({ publishedAt }) => periodOfDate(publishedAt ?? ''));
  const notes = [
    ...event,
    ...(asOf === undefined ? [] : [`As of ${dateInWords(asOf)}.`]),
    ...(asOf === undefined && time.order !== undefined ? ['The cited article does not state its date.'] : []),
    ...(isBounded && published.every((day) => day && holds(time, day))
      ? [`From articles ${inWords(time)}.`]
      : []),
  ];
  return notes.length > 0 ? notes.join(' ') : undefined;
}

/** Which date an event was taken to be of; or that what answers could not be kept to it. */
function eventNote({ words, date }: NonNullable<AskedTime['event']>, isBounded: boolean): string {
  if (date === undefined) return `No date of "${words}" was found, so this may be of any time.`;
  const taken = `"${words}" was taken to be of ${dateInWords(date)}`;
  return isBounded ? `${taken}.` : `${taken}; nothing was found that is surely of the time asked about.`;
}

/** `of 2022`, `of 24 July 2025`, `since 1 April 2026`, `before 2020`, `of 2019 to 2021`. */
function inWords({ since, before }: Period): string {
  if (since === undefined) return before === undefined ? '' : `before ${startInWords(before)}`;
  if (before === undefined) return `since ${startInWords(since)}`;
  const whole = nameOf({ since, before });
  if (whole !== undefined) return `of ${whole}`;
  const length = isYearStart(since) && isYearStart(before) ? 'YYYY'.length : since.length;
  const [from, to] = [since, shift(before, -1, 'day')].map((day) => dateInWords(day.slice(0, length)));
  return `of ${from} to ${to}`;
}

/** The name of a period that is one day, month or year. */
function nameOf({ since, before }: ClosedPeriod): string | undefined {
  for (const [unit, length] of [
    ['year', 4],
    ['month', 7],
    ['day', 10],
  ] as const) {
    const period = unitAround(since, unit);
    if (period.since === since && period.before === before) return dateInWords(since.slice(0, length));
  }
  return undefined;
}

function startInWords(day: string): string {
  return dateInWords(isYearStart(day) ? day.slice(0, 4) : day);
}

function isYearStart(day: string): boolean {
  return day.endsWith('-01-01');
}
