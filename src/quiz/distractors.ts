import { numeralsIn, SMALL_NUMBERS } from '../numerals.ts';
import { fold, wordsOf } from '../retrieve/words.ts';
import { idOf } from './chance.ts';
import type { QuizCorpus, QuizSentence } from './corpus.ts';
import { areEquivalent } from './equivalent.ts';
import { isGivenName } from './given-names.ts';
import { mayBeOfOneSort, stockBeside } from './stock.ts';
import type { Term } from './terms.ts';

export const DISTRACTORS = 3;
/** Years that a wrong date may be away from the right one. */
const MOST_YEARS_AWAY = 40;
const READS_AS_YEAR = /^(?:1\d|20)\d\d$/;
/** How many times larger or smaller a wrong number may be. */
const LIKE_SIZE = 5;
/** A wrong name may be so many times longer or shorter, or differ by so few characters. */
const LIKE_LENGTH = { times: 2.2, characters: 7 };
/** Of what else a sentence says, so much in another sentence makes a wrong answer right there. */
const TRUE_ELSEWHERE = 0.5;

/**
 * Three wrong answers of the same kind and of like size or length, from the articles first, none of them the right one
 * in other words, in the question, or true by another sentence; `undefined` when there are not so many.
 * @param around stems of what the question says beside the answer
 */
export function distractorsFor(
  term: Term,
  sentence: QuizSentence,
  around: ReadonlySet<string>,
  corpus: QuizCorpus,
): string[] | undefined {
  if (isOfPair(term, sentence.text)) return undefined;
  const chosen: string[] = [];
  const known = corpus.termsOf(term.kind);
  const rivals = corpus.saying(around, [sentence], TRUE_ELSEWHERE);
  const near = known.filter((other) => other.sentence.article.id === sentence.article.id);
  const seed = `${sentence.text}\u0000${term.start}`;
  const byChance = (terms: readonly string[]) =>
    [...new Set(terms)]
      .map((text) => ({ text, at: idOf(seed, text) }))
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .map(({ text }) => text);
  const stock = stockBeside(term.kind, term.text);
  const people = term.kind === 'person' ? everyPerson(known) : [];
  const isOfSort = (text: string) => stock.includes(text);
  const everywhere = known.map(({ term: { text } }) => text);
  const neighbours = new Set(corpus.near(sentence.article.id));
  const nearby = known.flatMap(({ term: { text }, sentence: { article } }) =>
    neighbours.has(article.id) ? [text] : [],
  );
  const pools = [
    near.map(({ term: { text } }) => text),
    ...(isOfWorld(term) ? [everywhere, stock] : [nearby, everywhere.filter(isOfSort), stock]),
    madeUp(term),
  ];
  const likely = known.filter(({ term: { unit } }) => unit === term.unit);
  if (term.unit !== '')
    pools.splice(
      0,
      pools.length - 1,
      likely.map(({ term: { text } }) => text),
    );
  for (const pool of pools) {
    for (const text of byChance(pool)) {
      if (/^\p{L}-|^\d/u.test(text) && !/\d/.test(term.text)) continue;
      if (chosen.length === DISTRACTORS) return chosen;
      if (term.kind === 'person' && !isSurely(text, people)) continue;
      if (!mayBeOfOneSort(text, term.text)) continue;
      if (!isLike(text, term) || isAhead(text, term, sentence.article.publishedAt)) continue;
      if ([term.text, ...chosen].some((other) => areEquivalent(other, text, term.kind))) continue;
      if (sentence.terms.some((other) => areEquivalent(other.text, text, term.kind))) continue;
      if (holdsWords(sentence.text, text)) continue;
      if (
        rivals.some(
          (rival) =>
            holdsWords(rival.text, text) ||
            rival.terms.some(
              (other) => other.kind === term.kind && areEquivalent(other.text, text, term.kind),
            ),
        )
      )
        continue;
      chosen.push(text);
    }
  }
  return chosen.length === DISTRACTORS ? chosen : undefined;
}

/** Full names that open with the given name of a person. */
function everyPerson(known: readonly { term: Term }[]): string[] {
  return known.flatMap(({ term: { text } }) =>
    text.includes(' ') && isGivenName(text.split(' ', 1)[0] ?? '') ? [text] : [],
  );
}

/** Whether a name is surely that of a person: a full name, or the surname of one. */
function isSurely(name: string, people: readonly string[]): boolean {
  return people.some((person) => person === name || person.endsWith(` ${name}`));
}

/** What can be asked for beside things of any other article: a date beside dates, a country beside countries. */
function isOfWorld({ kind }: Term): boolean {
  return kind !== 'person' && kind !== 'organisation' && kind !== 'place';
}

/** Whether a wrong answer looks like the right one: of like size, form or length. */
function isLike(text: string, { kind, text: key }: Pick<Term, 'kind' | 'text'>): boolean {
  switch (kind) {
    case 'day':
    case 'month':
    case 'year':
      return Math.abs(yearIn(text) - yearIn(key)) <= MOST_YEARS_AWAY && formOfDate(text) === formOfDate(key);
    case 'number':
    case 'money':
    case 'percentage': {
      const [value, right] = [numeralsIn(text)[0]?.value ?? 0, numeralsIn(key)[0]?.value ?? 0];
      return (
        value > 0 &&
        value <= right * LIKE_SIZE &&
        value >= right / LIKE_SIZE &&
        formOfNumber(text) === formOfNumber(key) &&
        READS_AS_YEAR.test(text) === READS_AS_YEAR.test(key)
      );
    }
    default: {
      const [short, long] = [text.length, key.length].sort((a, b) => a - b) as [number, number];
      return long <= short * LIKE_LENGTH.times || long - short <= LIKE_LENGTH.characters;
    }
  }
}

/** "Vienna, Austria": half of it changed would be nonsense. */
function isOfPair({ kind, start, end }: Term, text: string): boolean {
  if (kind === 'place') return /^, \p{Lu}/u.test(text.slice(end));
  return (
    kind === 'country' &&
    /\p{Lu}\p{L}+, $/u.test(text.slice(0, start)) &&
    !/^,? (?:and|or)\b|^, \p{Lu}\p{L}+(?:,| and)/u.test(text.slice(end))
  );
}

/** Whether a wrong date is after the day the article is of, and the right one is not: that would tell it. */
function isAhead(text: string, { kind, text: key }: Term, publishedAt: string | undefined): boolean {
  if (publishedAt === undefined || (kind !== 'day' && kind !== 'month' && kind !== 'year')) return false;
  const year = Number(publishedAt.slice(0, 4));
  return yearIn(text) > year && yearIn(key) <= year;
}

/** Whether a text has all words of a phrase, one behind the other. */
export function holdsWords(text: string, phrase: string): boolean {
  const words = (of: string) =>
    ` ${wordsOf(fold(of))
      .map(({ word }) => word)
      .join(' ')} `;
  return words(text).includes(words(phrase));
}

/** Near dates, numbers of like size, and names that everybody knows, for where the articles have too few. */
function madeUp({ kind, text }: Term): string[] {
  switch (kind) {
    case 'year':
    case 'month':
    case 'day':
      return [-7, -5, -4, -3, -2, -1, 1, 2, 3, 4, 6].map((by) =>
        text.replace(/\d{4}/, String(yearIn(text) + by)),
      );
    case 'number':
    case 'percentage':
    case 'money':
      return otherNumbers(text);
    default:
      return [];
  }
}

/** The same number with other digits: only of one written in digits alone, so that it reads as the right one does. */
function otherNumbers(text: string): string[] {
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(text)?.[0] ?? '';
  const value = Number(digits.replaceAll(',', ''));
  if (digits === '' || !Number.isFinite(value) || value === 0 || numeralsIn(text).length !== 1)
    return otherWords(text);
  const decimals = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0;
  const zeros = /0*$/.exec(String(Math.trunc(value)))?.[0].length ?? 0;
  const step = decimals > 0 ? 10 ** -decimals : 10 ** zeros;
  const others = [0.4, 0.5, 0.6, 0.7, 0.8, 1.2, 1.3, 1.5, 1.7, 2, 2.5].map((by) =>
    Math.max(step, Math.round((value * by) / step) * step),
  );
  const few =
    value <= 12 && decimals === 0 ? [1, 2, 3, -1, -2].map((by) => value + by).filter((n) => n > 1) : others;
  return few
    .filter(
      (other) =>
        other !== value && !(text.includes('%') && other > 100) && !(/per ?cent/.test(text) && other > 100),
    )
    .map((other) => {
      const plain = other.toFixed(decimals);
      return text.replace(
        digits,
        digits.includes(',')
          ? Number(plain).toLocaleString('en-US', { minimumFractionDigits: decimals })
          : plain,
      );
    });
}

const COUNTS = SMALL_NUMBERS.slice(1);

function otherWords(text: string): string[] {
  const at = COUNTS.indexOf(text.toLowerCase());
  if (at < 1) return [];
  const isCapital = /^\p{Lu}/u.test(text);
  return [-2, -1, 1, 2, 3]
    .map((by) => COUNTS[at + by])
    .filter((word) => word !== undefined && word !== 'one')
    .map((word) => (isCapital ? `${word?.charAt(0).toUpperCase()}${word?.slice(1)}` : `${word}`));
}

function yearIn(text: string): number {
  return Number(/\d{4}/.exec(text)?.[0]);
}

function formOfDate(text: string): string {
  return text.replace(/\p{L}+/gu, 'a').replace(/\d+/g, (digits) => (digits.length === 4 ? '4' : '1'));
}

/** What is beside the digits: "about 10 percent" and "$10" are told apart at a glance. */
function formOfNumber(text: string): string {
  const decimals = /\d\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  return (
    `${decimals} ` +
    fold(text)
      .replace(/\d[\d.,]*/g, '1')
      .replace(new RegExp(`\\b(?:${COUNTS.join('|')})\\b`), 'one')
  );
}
