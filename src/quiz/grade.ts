import { money as sumsIn } from '../answer/forms.ts';
import type { AnswerKind, Card } from '../model.ts';
import { MONTHS } from '../months.ts';
import { numeralsIn, SMALL_NUMBERS } from '../numerals.ts';
import { timesIn } from '../retrieve/dates.ts';
import { isEnglish } from '../retrieve/english.ts';
import { fold, stemOf, wordsOf } from '../retrieve/words.ts';

const LETTERS = 'abcd';
const MONTH_NAMES = MONTHS.map((month) => month.toLowerCase());
const CURRENCIES: [RegExp, string][] = [
  [/\$|\b(?:us )?dollars?\b|\busd\b/i, '$'],
  [/€|\beuros?\b|\beur\b/i, '€'],
  [/£|\bpounds?\b|\bgbp\b/i, '£'],
  [/₹|\brupees?\b|\brs\b|\binr\b/i, '₹'],
  [/¥|\byen\b|\byuan\b/i, '¥'],
];

/**
 * Whether what somebody chose or typed is the answer of a card. Case, articles, accents, number words and small typing
 * errors are forgiven, another fact is not: 5 is not 8, 1998 is not 1999, Iran is not Iraq.
 * @param given a letter from A, the words of an option, or what was typed
 */
export function isRight(card: Card, given: string): boolean {
  const text = given.trim();
  if (text === '') return false;
  if (card.kind === 'order') return lettersOf(text) === lettersOf(card.key);
  if (card.options) return isChosen(card, card.options, text);
  return [card.key, ...card.also].some((key) => isSame(text, key, card.asks));
}

function isChosen({ key, also, kind, asks }: Card, options: readonly string[], text: string): boolean {
  const letter = kind === 'trueFalse' ? -1 : LETTERS.indexOf(text.toLowerCase().replace(/[).]$/, ''));
  if (text.length <= 2 && letter >= 0) return options[letter] === key;
  const accepted = kind === 'trueFalse' ? [key, key.charAt(0), ...also] : [key, ...also];
  if (accepted.some((each) => plainOf(each) === plainOf(text))) return true;
  const isAnother = options.some((option) => option !== key && plainOf(option) === plainOf(text));
  return !isAnother && kind !== 'trueFalse' && accepted.some((each) => isSame(text, each, asks));
}

function isSame(typed: string, key: string, asks: AnswerKind): boolean {
  switch (asks) {
    case 'day':
    case 'month':
    case 'year':
      return isSameTime(typed, key);
    case 'number':
    case 'money':
    case 'percentage':
      return isSameNumber(typed, key);
    case 'shortForm':
      return plainOf(typed).replaceAll(' ', '') === plainOf(key).replaceAll(' ', '');
    default:
      return isSameName(plainOf(typed).split(' '), plainOf(key).split(' '));
  }
}

function isSameTime(typed: string, key: string): boolean {
  const [own, right] = [timesIn(withMonths(typed)), timesIn(key)];
  const [one, other] = [own[0], right[0]];
  if (own.length !== 1 || !one || !other) return false;
  return one.period.since === other.period.since && one.period.before === other.period.before;
}

/** Misspelt months as they should be. */
function withMonths(typed: string): string {
  return typed.replace(/\p{L}{4,}/gu, (word) => {
    const small = fold(word);
    return (
      MONTH_NAMES.find((month) => month === small) ??
      MONTH_NAMES.find((month) => month.length > 4 && distance(month, small) <= 1) ??
      word
    );
  });
}

function isSameNumber(typed: string, key: string): boolean {
  const [own, right] = [numeralsIn(typed), numeralsIn(key)];
  if (own.length !== 1 || right.length === 0 || own[0]?.value !== right[0]?.value) return false;
  const [currency, meant] = [currencyOf(typed), currencyOf(key)];
  const isShare = (text: string) => /%|per ?cent/i.test(text);
  if (isShare(typed) && !isShare(key)) return false;
  return currency === undefined || currency === meant;
}

function currencyOf(text: string): string | undefined {
  return CURRENCIES.find(([sign]) => sign.test(text))?.[1] ?? (sumsIn(text).length > 0 ? 'other' : undefined);
}

/** Word by word, or written as one. */
function isSameName(typed: readonly string[], key: readonly string[]): boolean {
  if (typed.join('') === key.join('')) return true;
  if (typed.length !== key.length) return false;
  return typed.every((word, i) => isMisspelt(word, key[i] ?? ''));
}

/** Whether a word is another, or that one with a slip of the fingers; a word of its own is no slip. */
function isMisspelt(typed: string, word: string): boolean {
  if (typed === word) return true;
  if (/\d/.test(typed + word) || (isKnown(typed) && isKnown(word))) return false;
  const most = word.length <= 3 ? 0 : word.length <= 7 ? 1 : 2;
  return distance(typed, word) <= most;
}

function isKnown(word: string): boolean {
  return isEnglish(stemOf(word));
}

/** Lower case, without articles, accents and punctuation, and with digits for small numbers. */
function plainOf(text: string): string {
  const words = wordsOf(fold(text).replace(/[’']s?\b/g, '')).map(({ word }) => word);
  const kept = words.filter((word) => !/^(?:the|a|an)$/.test(word));
  return (kept.length === 0 ? words : kept)
    .map((word) => (SMALL_NUMBERS.includes(word) ? String(SMALL_NUMBERS.indexOf(word)) : word))
    .join(' ');
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}

/** Letters to put in, leave out, change or swap with the next to make one word of the other. */
function distance(a: string, b: string): number {
  let [last, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (last[j - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY;
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
          swap,
        ),
      );
    }
    [last, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
