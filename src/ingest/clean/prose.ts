const TERMINAL = /[.!?…。！？।۔؟]["'”’»)\]]*$/u;
const SEVERAL_SENTENCES = /\p{Ll}{4}[.!?]["”’)]*\s+["“‘(]?\p{Lu}/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
/** Longer lines are running text, however they end; in words. */
export const LONGEST_HEADLINE = 20;
/** Characters that a word has on average where words are not spaced. */
const UNSPACED_WORD = 2;

/** Number of words; in scripts without spaces, about as many as a reader would count. */
export function countWords(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const spaced = (unspaced === 0 ? text : text.replace(UNSPACED, ' ')).match(/[^\s]+/gu)?.length ?? 0;
  return spaced + Math.ceil(unspaced / UNSPACED_WORD);
}

/** Whether a line ends as a sentence does. */
export function endsSentence(line: string): boolean {
  // "in the U.S." may end a headline too.
  return TERMINAL.test(line) && !/(?:\p{Lu}\.){2,}$/u.test(line);
}

/** Whether a line is running text rather than a headline, a label or an entry of a list. */
export function isProse(line: string): boolean {
  const words = countWords(line);
  if (words < 6) return false;
  return (
    words > LONGEST_HEADLINE ||
    endsSentence(line) ||
    (words >= 8 && SEVERAL_SENTENCES.test(line)) ||
    (words >= 16 && TERMINAL.test(line))
  );
}

/** A line without case, punctuation and spaces: what two spellings of one headline share. */
export function skeleton(line: string): string {
  return line
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
