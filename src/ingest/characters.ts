/** Characters that a reader cannot see, or that rearrange what they see, have no place in an article. */

const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028]/gu;
const PARAGRAPH_BREAK = /\u2029/gu;

/** A letter of a script in which a zero-width joiner changes how a word is written. */
const JOINING = String.raw`\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Mongolian}`;

const INVISIBLE = new RegExp(
  [
    String.raw`[\p{Surrogate}\p{Noncharacter_Code_Point}\p{Private_Use}]`,
    String.raw`[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]`,
    // Soft hyphen, grapheme joiner, fillers, marks and embeddings of direction, word joiners, annotations.
    String.raw`[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e]`,
    String.raw`[\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffc]`,
    // Tags and the selectors of variants, which can smuggle whole sentences.
    String.raw`[\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]`,
    String.raw`(?<!\p{Emoji})[\ufe0e\ufe0f]`,
    String.raw`[\ufe00-\ufe0d]`,
    String.raw`(?<![${JOINING}])\u200c`,
    String.raw`(?<![${JOINING}\p{Extended_Pictographic}\ufe0f])\u200d`,
  ].join('|'),
  'gu',
);

/** More marks on one letter than any language writes; also what makes normalising slow. */
const PILED_MARKS = /(\p{M}{6})\p{M}+/gu;

/**
 * The same text with `\n` as its only line break, in Unicode form NFC, without invisible characters, marks
 * that turn its direction around, and halves of characters.
 */
export function visibleText(text: string): string {
  return text
    .replace(LINE_BREAK, '\n')
    .replace(PARAGRAPH_BREAK, '\n\n')
    .replace(INVISIBLE, '')
    .replace(PILED_MARKS, '$1')
    .normalize('NFC');
}

/** `visibleText` as one line, with single spaces and none at the ends. */
export function oneLine(text: string): string {
  return visibleText(text).replace(/\s+/gu, ' ').trim();
}

/** `oneLine` of at most `limit` characters, cut between words and then ending in an ellipsis. */
export function shortLine(text: string, limit: number): string {
  const line = oneLine(text.length > limit * 8 ? text.slice(0, limit * 8) : text);
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit);
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).replace(/\p{Surrogate}$/u, '')}…`;
}
