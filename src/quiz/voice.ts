import type { QuizSentence } from './corpus.ts';

/** The writer speaks, to the reader or of themselves, or asks, or exclaims. */
const PERSONAL = /\b(?:I|[Ww]e|[Oo]urs?|[Yy]ours?|[Yy]ou|[Mm]y|[Mm]e)\b|[?!]$/u;
const EMPHATIC =
  /\b(?:should|ought|must|perhaps|maybe|probably|apparently|clearly|obviously|surely|certainly|of course|unfortunately|simply|really|never|always|best|worst|better|worse|great|ridiculous|stupid|truth|lie|actually|indeed|just|even|so-called|nothing|nobody|everyone|no doubt|hysteria|desperate|sham|shameful|absurd|foolish|supposed|pretend|wrong|right)\b/;
/** News has such a sentence in ten, opinion pieces and blogs have one in three and more. */
const MOST = 0.27;
/** Of fewer sentences that is by chance. */
const LEAST_SENTENCES = 8;
const LEAST_WORDS = 6;

/** Whether an article tells what its writer thinks rather than what happened, by the sentences that are not quoted. */
export function isOpinionated(sentences: readonly Pick<QuizSentence, 'text' | 'isSpoken'>[]): boolean {
  const own = sentences.filter(
    ({ text, isSpoken }) => !isSpoken && !/[“”"]/.test(text) && text.split(' ').length >= LEAST_WORDS,
  );
  const judging = own.filter(({ text }) => PERSONAL.test(text) || EMPHATIC.test(text));
  return own.length >= LEAST_SENTENCES && judging.length >= MOST * own.length;
}

/** Whether a place of a text is within a quotation that its paragraph has opened before. */
export function isQuotedAt(text: string, place: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', place - 1) + 1, place);
  const count = (mark: RegExp) => before.match(mark)?.length ?? 0;
  return count(/“/g) > count(/”/g) || count(/"/g) % 2 === 1;
}
