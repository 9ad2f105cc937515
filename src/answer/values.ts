import { monthOf } from '../months.ts';
import { numeralsIn } from '../numerals.ts';
import type { Query } from '../retrieve/query.ts';
import { isStopWord, wordsOf } from '../retrieve/words.ts';
import { overlap } from '../spans.ts';
import { findExpected } from './expect.ts';

/** A date as far as a text tells it; at least one of its parts is there. */
export interface DateValue {
  /** First and last year: the same but for decades, centuries and spans of years. */
  years?: readonly [number, number];
  /** From 1. */
  month?: number;
  day?: number;
}

/** A number of something. */
export interface NumberValue {
  /** The same twice but for a range such as `5 to 10`. */
  range: readonly [number, number];
  /** Whether the text says that it is rounded. */
  rough: boolean;
  /** What it is a number of, where a sign or the name of a currency tells it: `%`, `$`, `€`, …; empty otherwise. */
  unit: string;
  /** Stems of the words right behind it: what is counted. */
  counted: readonly string[];
}

const UNITS: [unit: string, before: RegExp, after: RegExp][] = [
  ['%', /(?!)/, /^\s?(?:%|per ?cent\b|percentage\b)/i],
  ['₹', /(?:₹|\bRs\.?|\bINR)\s?$/i, /^\s(?:Indian )?rupees\b/i],
  ['€', /(?:€|\bEUR)\s?$/i, /^\s?(?:€|EUR\b|euros?\b)/i],
  ['£', /(?:£|\bGBP)\s?$/i, /^\s?(?:£|pounds\b)/i],
  ['¥', /¥\s?$/, /^\s(?:yen|yuan)\b/i],
  ['$', /(?:\$|\bUSD)\s?$/i, /^\s(?:\w+ )?dollars\b/i],
];
const ROUGH =
  /\b(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|estimated|over|above|under|below|(?:more|less|fewer) than|as many as|up to|close to)\s+(?:an? )?[$€£₹¥]?\s?$/i;
/** Before a number that holds no longer: "rose from 12 to 19". */
const FORMER =
  /\b(?:from|instead of|not)\s+(?:an? (?:earlier|initial|previous) )?(?:about |at least )?[$€£₹¥]?\s?$/i;
const TO = /^\s?(?:[-–]|to)\s?$/i;
/** Words that may stand between a number and what it counts. */
const FILLER = new Set(['of', 'the', 'more', 'other', 'its', 'their', 'such', 'all']);
const MOST_COUNTED = 3;
/** How much more a rounded number may be meant to be. */
const ROUGHLY = 1.25;
/** Smaller numbers are exact, however round they look: 40 dead are not 42. */
const LEAST_ROUNDED = 100;

/** The numbers of a sentence that could be what a question expects, but for those that it says were so before. */
export function numbersIn(sentence: string, query: Query): NumberValue[] {
  const spans = findExpected('number', sentence, query);
  const numerals = numeralsIn(sentence).filter((numeral) => spans.some((span) => overlap(span, numeral)));
  return numerals.flatMap(({ start, end, value }, i): NumberValue[] => {
    const [last, next] = [numerals[i - 1], numerals[i + 1]];
    const before = sentence.slice(0, start);
    if (FORMER.test(before) || (next && TO.test(sentence.slice(end, next.start)))) return [];
    const from = last && TO.test(sentence.slice(last.end, start)) ? last : undefined;
    const isRange = from && from.value < value && !FORMER.test(sentence.slice(0, from.start));
    const after = sentence.slice(end);
    return [
      {
        range: [isRange ? from.value : value, value],
        rough: ROUGH.test(isRange ? sentence.slice(0, from.start) : before),
        unit: unitOf(before, after),
        counted: countedIn(after),
      },
    ];
  });
}

/** The sign of the percentage or currency that the texts around a number tell; empty when they tell none. */
export function unitOf(before: string, after: string): string {
  return UNITS.find(([, sign, name]) => sign.test(before) || name.test(after))?.[0] ?? '';
}

/** The dates of a sentence; days of the week alone are none. */
export function datesIn(sentence: string, query: Query): DateValue[] {
  return findExpected('date', sentence, query)
    .map(({ start, end }) => dateOf(sentence.slice(start, end)))
    .filter((date) => Object.keys(date).length > 0);
}

/** Whether two dates can be one: nothing that both tell differs. */
export function datesFit(a: DateValue, b: DateValue): boolean {
  const years = !a.years || !b.years || (a.years[0] <= b.years[1] && b.years[0] <= a.years[1]);
  const same = (key: 'month' | 'day') => a[key] === undefined || b[key] === undefined || a[key] === b[key];
  return years && same('month') && same('day');
}

/** Whether two numbers can be one: equal, or one the other rounded. */
export function numbersFit(a: NumberValue, b: NumberValue): boolean {
  if (a.range[0] <= b.range[1] && b.range[0] <= a.range[1]) return true;
  const [less, more] = [Math.min(a.range[1], b.range[1]), Math.max(a.range[0], b.range[0])];
  if ((a.rough || b.rough) && more <= less * ROUGHLY) return true;
  return isRounded(less, more) || isRounded(more, less);
}

/** Whether a large number is another with zeros for its last digits: 1,200 for 1,187. */
function isRounded(round: number, exact: number): boolean {
  if (round < LEAST_ROUNDED || !Number.isInteger(round)) return false;
  let unit = 1;
  while (round % (unit * 10) === 0) unit *= 10;
  return unit > 1 && Math.abs(round - exact) <= Math.min(unit / 2, round / 10);
}

/** Stems of the words behind a number, up to a pause or a word such as "were" or "on". */
function countedIn(after: string): string[] {
  const [phrase = ''] = after.split(/[,.;:!?()"“”]|\s[-–—]\s/, 1);
  const words = wordsOf(phrase).filter(({ word }) => !FILLER.has(word));
  const end = words.findIndex(({ word }) => isStopWord(word));
  return words.slice(0, end < 0 ? MOST_COUNTED : Math.min(end, MOST_COUNTED)).map(({ stem }) => stem);
}

/** What the words of a date tell; empty for a day of the week and the like. */
export function dateOf(text: string): DateValue {
  const years = yearsOf(text);
  const name = text.match(/\p{L}{3,}/gu)?.find((word) => monthOf(word) !== undefined);
  const numeric = /^\d{4}-(\d\d)-(\d\d)$/.exec(text);
  const month = numeric ? Number(numeric[1]) : name && monthOf(name);
  const day = numeric ? numeric[2] : month && /(?<!\d)(\d{1,2})(?!\d)/.exec(text)?.[1];
  return { ...(years && { years }), ...(month && { month }), ...(day && { day: Number(day) }) };
}

function yearsOf(text: string): readonly [number, number] | undefined {
  const century = /^(\d{1,2})(?:st|nd|rd|th) centur/i.exec(text);
  if (century) return [Number(century[1]) * 100 - 99, Number(century[1]) * 100];
  const [, first, rest = ''] = /(?<!\d)(\d{4})((?:s|[–-]\d{2,4}(?!\d|-))?)/.exec(text) ?? [];
  if (first === undefined) return undefined;
  const year = Number(first);
  if (rest === 's') return [year, year + (year % 100 === 0 ? 99 : 9)];
  const last = rest.slice(1);
  return [year, last === '' ? year : Number(first.slice(0, 4 - last.length) + last)];
}
