import type { Span } from '../model.ts';
import {
  AFTER_A_CLOCK,
  AFTER_A_LETTER_NAME,
  AMBIGUOUS,
  BEFORE_A_DATE,
  BEFORE_A_NAME,
  BEFORE_A_NUMBER,
  EXCLAIMED_NAME,
  SAID,
  STARTERS,
} from './sentence-words.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

const CLOSING = String.raw`(?:["'”’)\]]|\s?»)*`;
/** A sentence that ends without a space before the next, as pages often have it. */
const MISSING_SPACE = new RegExp(
  String.raw`(?<=[\p{Ll}\p{M}]{2}|[\d%)\]"”’])[.?!]${CLOSING}(?=["“‘(]?\p{Lu}[\p{Ll}’']*[\s,])`,
  'gu',
);
/** Reference numbers stand between the full stop and the next sentence. */
const AFTER_REFERENCES =
  /(?<=[\p{L}\p{N})"”’%][.?!]["”’)]?(?:\[[\p{N}\p{L} ]{1,12}\]){1,8})\s+(?=["“‘(]?[\p{Lu}\p{N}])/gu;
/** Unicode's rules part no sentence from one that begins with a number or with a word like "iPhone", nor after " »". */
const BEFORE_A_NUMBER_OR_BRAND =
  /(?<=(?:\p{L}|\d{3}|%)[.?!]["”’)]?)[^\S\n]+(?=["“‘(]?\d)|(?<=[\p{L}\d%][.?!]["”’)]?)[^\S\n]+(?=["“‘(]?\p{Ll}{1,3}\p{Lu})|(?<=[.?!…]\s?»)\s+(?=[\p{Lu}«])/gu;
const AFTER_ELLIPSIS = /(?<=…["'”’)]?)\s+(?=["“‘(]?\p{Lu})/gu;
const END = new RegExp(`(?<mark>[.!?…。！？।۔؟]+)(?<closing>${CLOSING})$`, 'u');
const NEXT_WORD = /^[^\p{L}\p{N}]{0,8}(?<word>[\p{L}\p{M}\p{N}.'’-]+)/u;
const LAST_WORD = /(?<before>[\p{L}\p{M}\p{N}'’-]+\s+)?["'“‘([]*(?<word>[\p{L}\p{M}\p{N}.'’&/-]+)\.$/u;
/** A quotation that was introduced, as in `He asked, "Why?"`, so that what follows it does not tell who spoke. */
const INTRODUCED_QUOTE = /[,:]\s["“‘«][^"“”‘]*[?!]["”’»]$/u;
const MONTH_OR_NUMBER = /^(?:\p{N}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/u;
const LIST_NUMBER = /^\(?\d{1,3}[.)]$/u;
const LIST_LETTER = /^\(?(?:\p{L}|[ivxIVX]{1,5})[.)]$/u;
/** As much as is looked at on either side of a border. */
const NEAR = 200;
/** Text without full stops is cut at a comma or a space: no reader takes in more at once. */
const LONGEST = 1_500;

/** The sentences of a text: trimmed, in order, and every character but spaces in one of them. A line break always parts two. */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    for (const { start, end } of sentencesOfLine(line[0])) {
      sentences.push({ start: line.index + start, end: line.index + end });
    }
  }
  return sentences;
}

function sentencesOfLine(line: string): Span[] {
  const borders = new Set<number>();
  const candidates = [
    ...[...segmenter.segment(line)].map(({ index }) => index),
    ...[...line.matchAll(BEFORE_A_NUMBER_OR_BRAND)].map(({ 0: space, index }) => index + space.length),
  ];
  for (const index of candidates) {
    if (
      index > 0 &&
      isBorder(line.slice(Math.max(0, index - NEAR), index), line.slice(index, index + NEAR))
    ) {
      borders.add(index);
    }
  }
  for (const match of line.matchAll(MISSING_SPACE)) {
    const border = match.index + match[0].length;
    if (!isOneWord(line, match.index, border)) borders.add(border);
  }
  for (const match of line.matchAll(AFTER_REFERENCES)) borders.add(match.index);
  for (const match of line.matchAll(AFTER_ELLIPSIS)) {
    if (startsAfterEllipsis(nextWord(line.slice(match.index, match.index + NEAR)))) borders.add(match.index);
  }
  const cuts = [0, ...[...borders].sort((a, b) => a - b), line.length];
  const pieces = cuts.slice(1).flatMap((end, i) => trimmed(line, cuts[i] ?? 0, end));
  return withoutFragments(line, pieces).flatMap((span) => shortened(line, span));
}

/** Whether a sentence ends between two pieces of a line that Unicode's rules part. */
function isBorder(before: string, after: string): boolean {
  const head = before.trimEnd();
  const { mark, closing } = END.exec(head)?.groups ?? {};
  if (mark === undefined) return /[\r\u0085\u2028\u2029]$/u.test(before);
  if (/[。！？।۔؟]/u.test(mark)) return true;
  if (head === before || /^»(?!\p{L})/u.test(after)) return false;
  const word = nextWord(after);
  const isQuoted = closing !== '';
  if (/^\p{Ll}/u.test(word) && !/^\p{Ll}+\p{Lu}/u.test(word)) return !isQuoted && !/\p{Lu}/u.test(before);
  if (/[?!]/.test(mark)) {
    if (isQuoted) return !SAID.test(after) || INTRODUCED_QUOTE.test(head);
    return !EXCLAIMED_NAME.test(head) || isStarter(word);
  }
  if (mark.length > 1 || mark === '…') return startsAfterEllipsis(word);
  return isQuoted || !isAbbreviation(head, word, after);
}

/** Whether the full stop at the end of `head` belongs to its last word alone. */
function isAbbreviation(head: string, next: string, after: string): boolean {
  const { word, before = '' } = LAST_WORD.exec(head)?.groups ?? {};
  if (word === undefined) return false;
  if (isOneOf(BEFORE_A_NAME, word)) return true;
  if (isOneOf(BEFORE_A_NUMBER, word)) return /^(?:\p{N}|[IVXLC]+\b)/u.test(next);
  if (isOneOf(BEFORE_A_DATE, word)) return MONTH_OR_NUMBER.test(next);
  if (/^[ap]\.m$/i.test(word) && /\d\s+$/.test(before)) return AFTER_A_CLOCK.test(after);
  const isInitial =
    (/^\p{Lu}$/u.test(word) && !AFTER_A_LETTER_NAME.test(before)) ||
    (/^[a-z]$/.test(word) && !/\d\s+.\.$/.test(head));
  const isAcronym = /^\p{L}(?:\.\p{L})+$/u.test(word);
  if (!isInitial && !isAcronym && !isOneOf(AMBIGUOUS, word)) return false;
  return !isStarter(next) && !/^["“‘«]/u.test(after);
}

/** Whether a list has a word as it is written, or for a word all in capitals as it is written otherwise. */
function isOneOf(list: ReadonlySet<string>, word: string): boolean {
  if (list.has(word)) return true;
  const small = word.toLowerCase();
  return /^\p{Lu}{2,}$/u.test(word) && (list.has(small) || list.has(word.charAt(0) + small.slice(1)));
}

/** Whether a capitalised word begins sentences rather than names. */
function isStarter(word: string): boolean {
  return /^\p{Lu}/u.test(word) && STARTERS.has(word.toLowerCase().replace(/(?:n['’]t|['’]\p{L}+)$/u, ''));
}

/** "I... I see" is one hesitating sentence. */
function startsAfterEllipsis(word: string): boolean {
  return /^[\p{Lu}\p{N}]/u.test(word) && !/^I(?:$|['’])/u.test(word);
}

function nextWord(text: string): string {
  return NEXT_WORD.exec(text.trimStart())?.groups?.word ?? '';
}

/** Whether a full stop without a space stands in an address, or behind an abbreviation (`Prof.Smith`, `Booking.Com`). */
function isOneWord(line: string, stop: number, border: number): boolean {
  const before = /\S*$/.exec(line.slice(Math.max(0, stop - NEAR), stop))?.[0] ?? '';
  const after = /^\S*/.exec(line.slice(border, border + NEAR))?.[0] ?? '';
  if (/[@/]|www\./i.test(before + after)) return true;
  return isOneOf(BEFORE_A_NAME, before) || /^(?:Com|Org|Net|Js|Io|Ai|Co|Gov)\b/.test(after);
}

/** The span without spaces at its ends; none when there is nothing else in it. */
function trimmed(line: string, start: number, end: number): Span[] {
  const text = line.slice(start, end);
  const first = text.search(/\S/);
  return first === -1 ? [] : [{ start: start + first, end: start + text.trimEnd().length }];
}

/** Marks without words go to the sentence before them, the number of a list item to the one behind it. */
function withoutFragments(line: string, pieces: Span[]): Span[] {
  const whole: Span[] = [];
  let waiting: number | undefined;
  for (const [i, { start, end }] of pieces.entries()) {
    const text = line.slice(start, end);
    const last = whole.at(-1);
    const isMark = !/[\p{L}\p{N}]/u.test(text);
    if (isMark && last) {
      last.end = end;
    } else if (
      (isMark || LIST_NUMBER.test(text) || (i === 0 && LIST_LETTER.test(text))) &&
      i < pieces.length - 1
    ) {
      waiting ??= start;
    } else {
      whole.push({ start: waiting ?? start, end });
      waiting = undefined;
    }
  }
  return whole;
}

/** A sentence of sensible length, or the pieces of one that is longer. */
function shortened(line: string, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const text = line.slice(from, from + LONGEST);
    const clause = Math.max(text.lastIndexOf('; '), text.lastIndexOf(', '), text.lastIndexOf('. ')) + 1;
    const space = text.search(/\s\S*$/);
    const length = clause > LONGEST / 2 ? clause : space > LONGEST / 2 ? space : LONGEST;
    const isInsidePair = /[\ud800-\udbff]/.test(line.charAt(from + length - 1));
    const to = from + length - (isInsidePair ? 1 : 0);
    pieces.push(...trimmed(line, from, to));
    from = to;
  }
  return [...pieces, ...trimmed(line, from, end)];
}
