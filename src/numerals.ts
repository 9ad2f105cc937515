/** Numbers as texts write them, in digits or in English words, and what they are worth. */

import type { Span } from './model.ts';

/** A number in a text. */
export interface Numeral extends Span {
  value: number;
}

/** The words for 0 to 12, each at its own index: the numbers that texts write out most. */
export const SMALL_NUMBERS: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const TEENS = 'thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const WORDS = new Map([
  ...[...SMALL_NUMBERS, ...TEENS].map((word, i) => [word, i] as const),
  ...TENS.map((word, i) => [word, 10 * (i + 2)] as const),
]);
/** All words for one number, from the least on. */
export const NUMBER_WORDS: readonly string[] = [...WORDS.keys()];
/** What multiplies the number before it; with the short forms that are written behind digits. */
const SCALES = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['tn', 1e12],
]);
const SCALE = '(?:dozen|hundred|thousand|lakh|million|crore|billion|trillion)';
const WORD = `(?:(?:${TENS.join('|')})[ -](?:${SMALL_NUMBERS.slice(1, 10).join('|')})|${NUMBER_WORDS.join('|')})`;
/** "three hundred and five thousand": only behind what multiplies does a number go on with another. */
const SPELLED = `(?:${WORD}(?:[ -]${SCALE})*|(?<=\\ban? )${SCALE}(?:[ -]${SCALE})*)(?:(?<=${SCALE})(?: and |[ -])${WORD}(?:[ -]${SCALE})*)*`;
const DIGITS = '\\d+(?:[.,]\\d+)*';
const NUMERAL = new RegExp(
  [
    // "m" alone may be metres: only money is told in it.
    `(?<=[$€£₹¥] ?)${DIGITS} ?[mk](?![\\p{L}\\p{N}])`,
    `(?<![\\p{L}\\p{N}])${DIGITS}(?: ?(?:bn|mn|tn)|(?:[ -]${SCALE})*)(?![\\p{L}\\p{N}])`,
    `(?<![\\p{L}\\p{N}])${SPELLED}(?![\\p{L}\\p{N}])`,
  ].join('|'),
  'giu',
);

/** The numbers of a text in order: `1,200`, `twenty-five`, `1.2 million`, `£3bn`. Ordinals such as `12th` are none. */
export function numeralsIn(text: string): Numeral[] {
  return [...text.matchAll(NUMERAL)].map(({ 0: numeral, index }) => ({
    start: index,
    end: index + numeral.length,
    value: worthOf(numeral.toLowerCase()),
  }));
}

function worthOf(numeral: string): number {
  let [total, current, hasPart] = [0, 0, false];
  for (const [part] of numeral.matchAll(/\d+(?:[.,]\d+)*|\p{L}+/gu)) {
    const scale = SCALES.get(part);
    if (scale === undefined) {
      current += /\d/.test(part) ? digitsOf(part) : (WORDS.get(part) ?? 0);
      hasPart ||= part !== 'and';
    } else {
      current = (hasPart ? current : 1) * scale;
      if (scale >= 1e3) [total, current, hasPart] = [total + current, 0, false];
    }
  }
  return total + current;
}

/** Commas part thousands (or, as in India, hundreds of them) unless what follows could be no such group. */
function digitsOf(digits: string): number {
  const isGrouped = /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(digits);
  return Number.parseFloat(isGrouped ? digits.replaceAll(',', '') : digits.replace(',', '.'));
}
