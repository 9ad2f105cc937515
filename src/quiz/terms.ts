import { dates, money, numbers, percentages } from '../answer/forms.ts';
import type { AnswerKind, Span } from '../model.ts';
import { MONTHS } from '../months.ts';
import { numeralsIn } from '../numerals.ts';
import { timesIn } from '../retrieve/dates.ts';
import { wordsOf } from '../retrieve/words.ts';
import { overlap } from '../spans.ts';
import type { NameKind } from './name-kinds.ts';
import { singleNames } from './single-names.ts';

/** Words of a sentence that can be asked for. */
export interface Term extends Span {
  kind: Exclude<AnswerKind, 'truth' | 'article' | 'shortForm' | 'fullForm' | 'order'>;
  text: string;
  /** What a number counts (a stem), or the sign of money; empty for everything else. */
  unit: string;
}

const MONTH = `(?:${MONTHS.join('|')})`;
const DAY_DATE = new RegExp(
  `^(?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})$`,
);
const MONTH_DATE = new RegExp(`^${MONTH},? \\d{4}$`);
const YEAR_DATE = /^(?:1[5-9]|20)\d\d$/;
const MONEY_SIGN = /[$€£₹¥₩₽₺₪]|\b(?:dollars?|euros?|pounds?|rupees?|yuan|yen|Rs|francs?|pesos?)\b/i;
/** What a name is called: "is known as the veto", "is called the annex". */
const CALLED =
  /\b(?:is|are|was|were|also|which is) (?:called|known as) (?:the |an? )?(?<term>[\p{Ll}\p{Lu}][\p{L}-]+(?: [\p{Ll}\p{Lu}][\p{L}-]+){0,2})(?=[,.;]| because\b| and\b)/gu;
const ONE = /^(?:an?|one|no|zero|half|twice|thrice|several|hundreds|thousands|millions|billions|dozens)$/i;

/** What a sentence names that can be asked for, in order; of two that overlap, only the longer. */
export function termsOf(sentence: string, kinds: ReadonlyMap<string, NameKind>): Term[] {
  const found = [
    ...timeTerms(sentence),
    ...numberTerms(sentence),
    ...nameTerms(sentence, kinds),
    ...calledTerms(sentence),
  ];
  return found
    .filter((term) => !found.some((other) => other !== term && overlap(other, term) && isBetter(other, term)))
    .sort((a, b) => a.start - b.start);
}

function timeTerms(sentence: string): Term[] {
  const ranges = timesIn(sentence);
  return dates(sentence).flatMap((span): Term[] => {
    const text = sentence.slice(span.start, span.end);
    const kind = DAY_DATE.test(text)
      ? 'day'
      : MONTH_DATE.test(text)
        ? 'month'
        : YEAR_DATE.test(text)
          ? 'year'
          : undefined;
    const isWhole = ranges.some(
      ({ start, end, isRange }) => start === span.start && end === span.end && !isRange,
    );
    return kind && isWhole ? [{ ...span, kind, text, unit: '' }] : [];
  });
}

function numberTerms(sentence: string): Term[] {
  const sums = money(sentence);
  const shares = percentages(sentence);
  const others = numbers(sentence).filter((span) => ![...sums, ...shares].some((sum) => overlap(sum, span)));
  return [
    ...sums.map((span) =>
      term(
        sentence,
        span,
        'money',
        MONEY_SIGN.exec(sentence.slice(span.start, span.end))?.[0].toLowerCase() ?? '',
      ),
    ),
    ...shares
      .filter(({ start, end }) => /\d/.test(sentence.slice(start, end)))
      .map((span) => term(sentence, span, 'percentage', '%')),
    ...others.flatMap((span): Term[] => {
      const text = sentence.slice(span.start, span.end);
      const counted = countedBehind(sentence.slice(span.end));
      const [numeral, ...more] = numeralsIn(text);
      if (
        ONE.test(text) ||
        /[-–]|\bto\b/.test(text) ||
        counted === undefined ||
        !numeral ||
        more.length > 0 ||
        numeral.value < 2
      )
        return [];
      if (/[-–]$/.test(sentence.slice(0, span.start)) || /^[-–]\p{L}/u.test(sentence.slice(span.end)))
        return [];
      return [term(sentence, span, 'number', counted)];
    }),
  ];
}

/** The stem of the noun that a number counts; `undefined` when it counts nothing plural. */
function countedBehind(after: string): string | undefined {
  const [phrase = ''] = after.split(/[,.;:!?()"“”]/, 1);
  const words = wordsOf(phrase).slice(0, 4);
  return words.find(({ word }) => /[^s]s$|^(?:people|men|women|children|percent|crore|lakh)$/.test(word))
    ?.stem;
}

function nameTerms(sentence: string, kinds: ReadonlyMap<string, NameKind>): Term[] {
  return singleNames(sentence)
    .filter(({ start, end }) => end - start > 1)
    .map((span) => term(sentence, span, kinds.get(sentence.slice(span.start, span.end)) ?? 'name'));
}

function calledTerms(sentence: string): Term[] {
  return [...sentence.matchAll(CALLED)].map(({ 0: match, index, groups }) => {
    const text = groups?.term ?? '';
    const start = index + match.lastIndexOf(text);
    return { start, end: start + text.length, text, kind: 'term', unit: '' };
  });
}

function term(sentence: string, { start, end }: Span, kind: Term['kind'], unit = ''): Term {
  return { start, end, kind, text: sentence.slice(start, end), unit };
}

/** Of two that overlap the longer is meant; of two that are the same the first found. */
function isBetter(other: Term, than: Term): boolean {
  const [length, own] = [other.end - other.start, than.end - than.start];
  return length > own || (length === own && other.kind !== than.kind && than.kind === 'name');
}
