import type { LibraryReader } from '../ports.ts';
import { isNameInEnglish, rarityInEnglish } from './english.ts';
import { typingErrors } from './typing-errors.ts';
import { wordsOf } from './words.ts';

/** Words that make a question of others; the first of several that are meant alike is the usual one. */
const ASKING =
  'what when where which who whom whose why how the many much does did was were has have year years date dates number count total amount name price cost country countries percentage reason'.split(
    ' ',
  );
const LEAST_LETTERS = 3;
/** So short a word has one letter too few or two swapped; a letter of a longer one may also be another. */
const SHORT = 3;
/** A word so rare in English, or a name, is as likely a typing error of theirs: "wich", "wen". */
const RARE = { word: 0.75, name: 0.65 };
const DOSE = /(?<=^(?:what|where|when|why|how) )dose\b/iu;

/**
 * A question with typing errors in the words that ask put right: "wich yeer" asks as "which year" does. Names are left
 * as they are, and so are words that the articles have or that are common in everyday English.
 */
export function withAskingWords(text: string, { vocabulary }: Pick<LibraryReader, 'vocabulary'>): string {
  const does = text.replace(DOSE, 'does');
  return wordsOf(does).reduceRight((told, { word, stem, start, end }) => {
    const isName = /\p{Lu}/u.test(does.charAt(start)) && start > 0;
    const rare = isNameInEnglish(stem) ? RARE.name : RARE.word;
    const isKnown = vocabulary.has(stem) || rarityInEnglish(stem) < rare;
    const meant = isName || isKnown ? undefined : meantBy(word);
    return meant === undefined ? told : told.slice(0, start) + meant + told.slice(end);
  }, does);
}

function meantBy(word: string): string | undefined {
  if (word.length < LEAST_LETTERS || !/^[a-z]+$/.test(word)) return undefined;
  return ASKING.find((asking) => typingErrors(word, asking, 1) === 1 && isSlip(word, asking));
}

function isSlip(typed: string, meant: string): boolean {
  const isSwapped = [...typed].sort().join('') === [...meant].sort().join('');
  if (typed.length <= SHORT) return isSwapped || (meant.length > typed.length && meant[0] === typed[0]);
  return isSwapped || meant[0] === typed[0];
}
