import type { Span } from '../../model.ts';
import { isNameInEnglish } from '../../retrieve/english.ts';
import { wordsOf } from '../../retrieve/words.ts';
import { capitalised } from '../names.ts';

/** Names one by one, those of a list too. */
export function singleNames(text: string): Span[] {
  const isWord = ({ start, end }: Span) =>
    start === 0 && !/\s/.test(text.slice(start, end)) && !isNameInEnglish(wordsOf(text)[0]?.stem ?? '');
  return capitalised(text)
    .filter((span) => !isWord(span))
    .flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(/(?:(?!\band\b|&).)+/gsu)].map(({ 0: name, index }) => ({
        start: start + index,
        end: start + index + name.trimEnd().length,
      })),
    );
}

/** How many names the one of some sentences has that has the most. */
export function mostNamed(sentences: readonly string[]): number {
  return Math.max(0, ...sentences.map((sentence) => singleNames(sentence).length));
}
