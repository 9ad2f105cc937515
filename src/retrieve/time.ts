import type { AskedTime, Span } from '../model.ts';
import { monthOf } from '../months.ts';
import { overlap, spansOf } from '../spans.ts';
import {
  both,
  type ClosedPeriod,
  hull,
  lastBegun,
  type Period,
  periodOf,
  shift,
  unitAround,
} from './calendar.ts';
import { DAY, MONTH, type NamedTime, timesIn } from './dates.ts';

/** What a question says of time, for the rankers. */
export interface QuestionTime {
  asked: AskedTime;
  /** The day of asking. */
  today: string;
  /**
   * Whether only what is of the period may answer. Otherwise the question merely names it, as in "the 2019
   * agreement": then it is enough when something is.
   */
  strict: boolean;
  /** Whether it spans more than the times it names, so that other words may be of it: "since 2019". */
  isRange: boolean;
  /** The phrases that say so, in lower case. */
  phrases: string[];
  /** Words that say when, but that no passage has to have: "last year", "latest". */
  dropped: Span[];
  /** Words that name the period and that a passage may have: "April 2022" of "since April 2022". */
  kept: Span[];
}

type Bound = 'since' | 'after' | 'before' | 'until' | 'within' | 'named';

/** A piece of the question that bounds the time. */
interface Phrase extends Span {
  /** The time alone, without the words before it. */
  time: Span;
  bound: Bound;
  period: ClosedPeriod;
  /** Whether passages are searched for its words too. */
  searched: boolean;
  /** Whether it spans more than what it names: "since 2019", "2019 to 2021". */
  isRange: boolean;
}

const PART =
  '(?:the\\s+)?(?:(?:very\\s+)?(?:beginning|start|end|middle|first half|second half|spring|summer|autumn|fall|winter|months?|year|days?)\\s+(?:of\\s+)?|early\\s+|late\\s+|mid[\\s-])?(?:the\\s+)?';
const LEADS: [Bound, string][] = [
  ['since', 'since|starting (?:in|from)'],
  ['after', 'after|later than|following'],
  ['before', 'before|prior to|earlier than|ahead of'],
  ['until', 'until|till|up to|up until|as of'],
  ['within', 'in|during|within|throughout|on|between|from'],
];
const LEAD = LEADS.map(
  ([bound, words]) => [bound, new RegExp(`(?<![\\p{L}\\d])(?:${words})\\s+${PART}$`, 'iu')] as const,
);
/** A day or month without its year: the last that has begun. */
const WITHOUT_YEAR = new RegExp(
  `\\b(since|after|before|until|till|up to)\\s+(?:the\\s+)?(?:(?:end|start|beginning|middle)\\s+of\\s+|early\\s+|late\\s+|mid[\\s-])?(?:(${DAY})(?: of)?\\s+)?(${MONTH})(?:\\s+(${DAY})(?!\\d))?`,
  'giu',
);
const SINCE_WEEKDAY = /\bsince\s+(?:last\s+)?(mon|tues|wednes|thurs|fri|satur|sun)day\b/giu;
const WEEKDAYS = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'];

const NEWEST =
  /\b(?:(?:the\s+)?(?:very\s+)?(?:latest|newest|most recent(?:ly)?|recent(?:ly)?)|currently|nowadays|presently|right now|so far|to date|up to date|these days|today|at (?:present|the moment)|as (?:of|at) (?:now|today)|now)\b|(?<!\b(?:electric|electrical|ocean|sea|water|air|alternating|direct|rip|eddy)\s+)\bcurrent(?=\s+\p{L})(?!\s+(?:of|in|at|and|or|through|flows?|between|on|to|from|is|are)\b)/giu;
const OLDEST =
  /\b(?:the\s+)?(?:earliest|first|oldest)(?=\s+(?:report|article|news|mention|story|stories|coverage|piece)s?\b)/giu;

/**
 * What a question says of time: "in 2022", "since April", "last year", "latest"; `undefined` when it says nothing.
 * @param today the day it is asked on, `YYYY-MM-DD`.
 */
export function readTime(text: string, today: string): QuestionTime | undefined {
  const phrases = phrasesIn(text, today);
  const orders = [
    ...spansOf(text, NEWEST).map((span) => ({ ...span, order: 'newest' as const })),
    ...spansOf(text, OLDEST).map((span) => ({ ...span, order: 'oldest' as const })),
  ].filter((order) => !phrases.some((phrase) => overlap(phrase, order)));
  const [order] = orders;
  const bounding = phrases.filter(({ bound }) => bound !== 'named');
  const strict = bounding.length > 0;
  const read = strict ? bounding : phrases;
  const period = periodFrom(read);
  if (!order && (!period || read.length === 0)) return undefined;
  const searched = period ? read.filter((phrase) => phrase.searched) : [];
  const silent = period ? read.filter((phrase) => !phrase.searched) : [];
  const said = [...orders, ...(period ? read : [])].sort((a, b) => a.start - b.start);
  return {
    asked: {
      words: said.map(({ start, end }) => text.slice(start, end)).join(', '),
      ...period,
      ...(order === undefined ? {} : { order: order.order }),
    },
    today,
    strict,
    isRange: read.some((phrase) => phrase.isRange),
    phrases: read.map(({ start, end }) => text.slice(start, end).toLowerCase()),
    dropped: [
      ...[...silent, ...orders].map(spanOf),
      // The word before it: "since" is no clue to what was asked about.
      ...searched
        .map(({ start, time }) => ({ start, end: time.start }))
        .filter(({ start, end }) => start < end),
    ],
    kept: searched.map(({ time }) => time),
  };
}

function phrasesIn(text: string, today: string): Phrase[] {
  const phrases = timesIn(text, today).map((time) => phraseOf(text, time, today));
  for (const match of text.matchAll(WITHOUT_YEAR)) {
    const [words = '', lead = '', before, name = '', after] = match;
    const phrase = { start: match.index, end: match.index + words.length };
    // "may" is a verb as well, and "march" too; "since may" can only be the month.
    if (/^(?:may|march)$/.test(name) && lead.toLowerCase() !== 'since') continue;
    const number = before ?? after;
    const day = number === undefined ? undefined : Number.parseInt(number, 10);
    const period = lastBegun(today, (year) => periodOf(year, monthOf(name), day));
    const bound = /^(?:till|up to)$/i.test(lead) ? 'until' : (lead.toLowerCase() as Bound);
    if (period && !phrases.some((other) => overlap(other, phrase))) {
      phrases.push({ ...phrase, time: phrase, bound, period, searched: false, isRange: true });
    }
  }
  for (const match of text.matchAll(SINCE_WEEKDAY)) {
    const weekday = WEEKDAYS.indexOf((match[1] ?? '').toLowerCase());
    const now = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
    const period = unitAround(today, 'day', -((now - weekday + 7) % 7));
    const phrase = { start: match.index, end: match.index + match[0].length };
    phrases.push({ ...phrase, time: phrase, bound: 'since', period, searched: false, isRange: true });
  }
  return phrases.sort((a, b) => a.start - b.start);
}

function phraseOf(text: string, { start, end, period, isRange }: NamedTime, today: string): Phrase {
  const words = text.slice(start, end);
  const isYear = /^\d{4}$/.test(words);
  // "last year" needs no word before it: it says when by itself, unlike a year, which may be part of a name.
  const isRelative = !/\d{4}/.test(words);
  const lead = LEAD.map(([bound, form]) => ({ bound, match: form.exec(text.slice(0, start)) })).find(
    ({ match }) => match,
  );
  const led = lead?.match?.[0] ?? '';
  const onwards = /^\s*on(?:wards?)?\b/i.exec(text.slice(end))?.[0] ?? '';
  const phrase = {
    start: start - led.length,
    end,
    time: { start, end },
    period,
    searched: !isRelative,
    isRange,
  };

  if (/^from\b/i.test(led) && onwards !== '') {
    return { ...phrase, end: end + onwards.length, bound: 'since', isRange: true };
  }
  const onlySaysWhich =
    // "in the 2019 agreement", "the agreement from 2019", "on 2020 budgets"
    (isYear && /\bthe\s+$/i.test(led)) ||
    (/^from\b/i.test(led) && !isRange) ||
    (/^on\b/i.test(led) && shift(period.since, 1, 'day') !== period.before);
  const isAlone = !lead && period.since <= today && standsAlone(text.slice(0, start), text.slice(end));
  const bound = lead && !onlySaysWhich ? lead.bound : isRelative || isAlone ? 'within' : 'named';
  if (bound === 'named') return { ...phrase, start, bound };
  return { ...phrase, bound, isRange: isRange || bound !== 'within' };
}

/** Whether a date is put behind a question: "moon landing, 2023", but not "the goals of Agenda 2030" or "of 2030". */
function standsAlone(before: string, after: string): boolean {
  return (
    /^[\s?.!)]*$/.test(after) &&
    /(?:^|\s)(?!(?:of|by|for|to|the|a|from|than|or|and)\s)[\p{Ll}\d][^\s]*,?\s+$|[,(]\s*$/u.test(before)
  );
}

/** The period that all phrases together leave; `undefined` when they leave none. */
function periodFrom(phrases: readonly Phrase[]): Period | undefined {
  const closed = phrases.filter(({ bound }) => bound === 'within' || bound === 'named');
  const [first, ...others] = closed.map(({ period }) => period);
  const within: Period = first ? others.reduce(hull, first) : {};
  const period = phrases.map(openOf).reduce(both, within);
  const { since, before } = period;
  return since !== undefined && before !== undefined && since >= before ? undefined : period;
}

function openOf({ bound, period: { since, before } }: Phrase): Period {
  switch (bound) {
    case 'since':
      return { since };
    case 'after':
      return { since: before };
    case 'before':
      return { before: since };
    case 'until':
      return { before };
    default:
      return {};
  }
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
