import type { Span } from '../../model.ts';
import { numeralsIn } from '../../numerals.ts';
import { aliasesOf } from '../../retrieve/aliases.ts';
import { isNameInEnglish } from '../../retrieve/english.ts';
import { stemsOf } from '../../retrieve/stems.ts';
import { isStopWord, stemOf, type Word, wordsOf } from '../../retrieve/words.ts';
import { covers } from '../../spans.ts';
import { dates } from '../forms.ts';
import { properNames } from '../names.ts';
import { type DateValue, dateOf, unitOf } from '../values.ts';
import type { Evidence } from './evidence.ts';
import { mostNamed } from './single-names.ts';

/** Stand before names and name nobody. */
const HONORIFICS = new Set('mr mrs ms miss dr prof sir dame lord lady'.split(' '));

/** Names, numbers and dates of a claim, as it writes them, that what it rests on does not have. */
export function unfoundFacts(claim: string, evidence: Evidence): string[] {
  return [
    ...unfoundDates(claim, evidence),
    ...unfoundNumbers(claim, evidence),
    ...unfoundNames(claim, evidence),
  ];
}

/**
 * Dates have to be those of the quoted sentences; a year may also be told by the rest of the passage or by the day on
 * which the article appeared.
 */
function unfoundDates(claim: string, { sentences, passages, articles }: Evidence): string[] {
  const stated = sentences.flatMap(datesOf);
  const published = articles.map(({ publishedAt }) => dateOf(publishedAt ?? ''));
  const around = [...passages.flatMap(datesOf), ...published];
  const numbers = new Set(sentences.flatMap(numbersOf).map(({ value }) => value));
  return dates(claim)
    .map(({ start, end }) => claim.slice(start, end))
    .filter((words) => {
      const date = dateOf(words);
      if (Object.keys(date).length === 0) return !hasWords(words, sentences);
      // "1650 megawatts" reads like a year.
      if (/^\d+$/.test(words) && numbers.has(Number(words))) return false;
      return !stated.some((other) => tells(other, date, around));
    });
}

/** Whether a date of the evidence tells all that one of a claim does. */
function tells(stated: DateValue, claimed: DateValue, around: readonly DateValue[]): boolean {
  const same = (key: 'month' | 'day') => claimed[key] === undefined || claimed[key] === stated[key];
  if (!same('month') || !same('day')) return false;
  if (!claimed.years || isWithin(claimed.years, stated.years)) return true;
  return stated.years === undefined && around.some(({ years }) => isWithin(claimed.years, years));
}

function isWithin(inner: DateValue['years'], outer: DateValue['years']): boolean {
  return inner !== undefined && outer !== undefined && outer[0] === inner[0] && inner[1] === outer[1];
}

function datesOf(text: string): DateValue[] {
  return dates(text)
    .map(({ start, end }) => dateOf(text.slice(start, end)))
    .filter((date) => Object.keys(date).length > 0);
}

/** Numbers have to be those of the quoted sentences, in digits or words, with the same sign or currency. */
function unfoundNumbers(claim: string, { sentences }: Evidence): string[] {
  const stated = [...sentences.flatMap(numbersOf), ...sentences.flatMap(ordinalsOf)];
  const written = new Set(sentences.flatMap((text) => text.match(WITH_DIGITS) ?? []).map(digitsAlone));
  const inDates = dates(claim);
  const named = mostNamed(sentences);
  const numerals = numbersOf(claim).filter(
    ({ start, end, value, words }) =>
      !isIn(inDates, { start, end }) &&
      !(value === 1 && /^\p{L}/u.test(words)) &&
      !(
        /\b(?:[Tt]he|[Tt]hese|[Tt]heir) $/.test(claim.slice(0, start)) &&
        value <= MOST_TOGETHER &&
        value <= named
      ),
  );
  const missing = numerals.filter(
    ({ value, unit }) =>
      !stated.some((other) => other.value === value && (unit === '' || other.unit === unit)),
  );
  const others = [...claim.matchAll(WITH_DIGITS)].filter(({ 0: token, index: start }) => {
    const span = { start, end: start + token.length };
    return !isIn(inDates, span) && !isIn(numerals, span) && !written.has(digitsAlone(token));
  });
  return [...missing.map(({ words }) => words), ...others.map(([token]) => token)];
}

/** So many that were named may be told as one: "the two countries". */
const MOST_TOGETHER = 3;

/** Everything with a digit in it: `G20`, `21st`, `2022-23`. */
const WITH_DIGITS = /[\p{L}\p{N}][\p{L}\p{N}.,'’/-]*\d[\p{L}\p{N}]*|\d[\p{L}\p{N}]*/gu;

function digitsAlone(token: string): string {
  return token
    .toLowerCase()
    .replace(/(?<=\d)(?:st|nd|rd|th)$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function numbersOf(text: string) {
  return numeralsIn(text).map(({ start, end, value }) => ({
    ...{ start, end, value },
    words: text.slice(start, end),
    unit: unitOf(text.slice(0, start), text.slice(end)),
  }));
}

const UP_TO_TWENTIETH =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const TENS = 'thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth'.split(' ');
const ORDINALS = new Map([
  ...UP_TO_TWENTIETH.map((word, i) => [word, i + 1] as const),
  ...TENS.map((word, i) => [word, 10 * (i + 3)] as const),
]);

/** "The fortieth country" makes 40 countries. */
function ordinalsOf(text: string): { value: number; unit: string }[] {
  return wordsOf(text).flatMap(({ word }) => {
    const value = ORDINALS.get(word) ?? (/^\d+(?:st|nd|rd|th)$/.test(word) ? Number.parseInt(word, 10) : 0);
    return value > 2 ? [{ value, unit: '' }] : [];
  });
}

/** Stands for something that was named before. */
export const POINTER =
  /\b(?:he|she|they|it|him|them|the (?:two|three|four|five|former|latter|country|nation|company|agency|group|body|organi[sz]ation|government|minister|president|leader|ministry|party|team|city|state|station|project|mission|programme|program|treaty|agreement|pact|deal|convention|council|court|bank|university|school|island|region|report|study|author|firm|club|band|film|book|site|plant|sides|parties|countries|nations|governments))\b|^["“‘']?(?:its|his|her|their|this|these|both)\b/i;

/**
 * The words of each name have to stand in the quoted sentences; where these only point ("It", "the country"), in the rest
 * of the passages or the titles.
 */
function unfoundNames(claim: string, { sentences, passages, articles }: Evidence): string[] {
  const quoted = knownIn(sentences);
  const missing = properNames(claim).filter((span) => !isFound(wordsOfName(claim, span), quoted));
  return missing.filter((span) => !isPointedAt(span)).map(({ start, end }) => claim.slice(start, end));

  function isPointedAt(span: Span): boolean {
    if (!sentences.some((sentence) => POINTER.test(sentence))) return false;
    const own = knownIn([claim]);
    // A name from around must not have come in the place of another.
    const isOneLost = sentences.some((sentence) =>
      properNames(sentence).some((name) => !isFound(wordsOfName(sentence, name), own)),
    );
    if (isOneLost) return false;
    const heads = articles.flatMap(({ title, publisher = '' }) => [title, publisher]);
    return isFound(wordsOfName(claim, span), knownIn([...sentences, ...passages, ...heads]));
  }
}

/** Whether a text has a name, be it in other words for it. */
export function hasName(name: string, text: string): boolean {
  return isFound(wordsOf(name).filter(mayName(name)), knownIn([text]));
}

/** All that names can be known by. */
interface Known {
  stems: ReadonlySet<string>;
  pairs: ReadonlySet<string>;
  acronyms: ReadonlySet<string>;
  /** First letters of all words one after the other, and of all but stop words. */
  initials: readonly string[];
}

function knownIn(texts: readonly string[]): Known {
  const read = texts.map((text) => ({ text, words: wordsOf(text) }));
  return {
    stems: new Set(read.flatMap(({ text, words }) => [...stemsOf(words, text)])),
    pairs: new Set(read.flatMap(({ words }) => pairsOf(words))),
    acronyms: new Set(texts.flatMap((text) => text.match(ACRONYM) ?? [])),
    initials: read.flatMap(({ words }) => [
      initialsOf(words),
      initialsOf(words.filter(({ word }) => !isStopWord(word))),
    ]),
  };
}

function wordsOfName(claim: string, { start, end }: Span): Word[] {
  const name = claim.slice(start, end);
  return wordsOf(name).filter(
    (word, i) =>
      mayName(name)(word) &&
      !/\d/.test(word.word) &&
      // Any word has a capital where a sentence begins.
      (i > 0 || start > 0 || word.word === 'us' || isNameInEnglish(word.stem)),
  );
}

/** Whether a word tells who or what a name is of: "US" is no "us". */
function mayName(name: string): (word: Word) => boolean {
  return ({ word, start, end }) =>
    name.slice(start, end) === 'US' || (!isStopWord(word) && !HONORIFICS.has(word));
}

/** May be the first letters of words: "GDP". */
const SHORT_FORM = /^[^aeiou\W\d]{3,6}$/;
/** Written in capitals. */
const ACRONYM = /(?<![\p{L}\p{N}])\p{Lu}{2,7}(?![\p{L}\p{N}])/gu;

function initialsOf(words: readonly Word[]): string {
  return words.map(({ word }) => word[0]).join('');
}

function isFound(name: readonly Word[], { stems, pairs, acronyms, initials: all }: Known): boolean {
  const initials = initialsOf(name);
  if (name.length > 1 && stems.has(initials) && acronyms.has(initials.toUpperCase())) return true;
  const isKnown = ({ word, stem }: Word) =>
    stems.has(stem) ||
    aliasesOf(word).some((alias) => stems.has(stemOf(alias))) ||
    (SHORT_FORM.test(word) && all.some((letters) => letters.includes(word)));
  if (!name.every(isKnown)) return false;
  const isRare = ({ word, stem }: Word) => isNameInEnglish(stem) && aliasesOf(word).length === 1;
  return name.slice(1).every((word, i) => {
    const before = name[i] as Word;
    const areSideBySide = word.start - before.end === 1 && isRare(before) && isRare(word);
    return !areSideBySide || pairs.has(`${before.stem} ${word.stem}`);
  });
}

/** Words that follow each other, also with one between them. */
function pairsOf(words: readonly Word[]): string[] {
  return words.flatMap(({ stem }, i) => words.slice(i + 1, i + 3).map((next) => `${stem} ${next.stem}`));
}

function hasWords(words: string, texts: readonly string[]): boolean {
  return texts.some((text) => text.toLowerCase().includes(words.toLowerCase()));
}

function isIn(spans: readonly Span[], inner: Span): boolean {
  return spans.some((span) => covers(span, inner));
}
