import type { Span } from '../../model.ts';

/** Shorter quotations could stand anywhere. */
const LEAST_LETTERS = 8;
const MARKS: Record<string, string> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  ʼ: "'",
};
const ELLIPSIS = /\s*(?:\[\s*(?:…|\.{3})\s*\]|…|\.{3,})\s*/;

/** A text as it is compared: in lower case, with plain quotation marks and dashes and single spaces. */
interface Plain {
  text: string;
  /** Where each of its code units stands in the original. */
  at: number[];
}

/**
 * Where quoted words stand in a text, whatever the shape of spaces, quotation marks and dashes, and the case of letters.
 * Words with an ellipsis between them stand in several places, in this order.
 * @returns one span for each run of words; `undefined` unless all of them are there as whole words.
 */
export function findQuoted(quoted: string, text: string): Span[] | undefined {
  const pieces = quoted
    .split(ELLIPSIS)
    .map((piece) => plain(piece).text.replace(/^[\s"'([]+|[\s"')\].,;:!?]+$/g, ''))
    .filter((piece) => piece !== '');
  if (pieces.join('').replace(/[^\p{L}\p{N}]/gu, '').length < LEAST_LETTERS) return undefined;
  const whole = plain(text);
  const spans: Span[] = [];
  let from = 0;
  for (const piece of pieces) {
    const at = indexOfWords(whole.text, piece, from);
    if (at === undefined) return undefined;
    from = at + piece.length;
    spans.push({ start: whole.at[at] as number, end: (whole.at[from - 1] as number) + 1 });
  }
  return spans;
}

function indexOfWords(text: string, words: string, from: number): number | undefined {
  for (let at = text.indexOf(words, from); at !== -1; at = text.indexOf(words, at + 1)) {
    if (!cutsWord(text, at) && !cutsWord(text, at + words.length)) return at;
  }
  return undefined;
}

function cutsWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(at));
}

function plain(original: string): Plain {
  let text = '';
  const at: number[] = [];
  for (let i = 0; i < original.length; i++) {
    const unit = plainUnit(original.charAt(i));
    if (unit === '' || (unit === ' ' && text.endsWith(' '))) continue;
    text += unit;
    at.push(i);
  }
  return { text, at };
}

/** One code unit for one: a letter whose small form is longer stays as it is. */
function plainUnit(unit: string): string {
  if (/[\u00ad\u200b\u2060\ufeff]/.test(unit)) return '';
  if (/\s/.test(unit)) return ' ';
  if (/[‐-―−]/.test(unit)) return '-';
  const small = (MARKS[unit] ?? unit).toLowerCase();
  return small.length === 1 ? small : unit;
}
