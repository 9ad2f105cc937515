import type { Correction } from '../model.ts';
import type { Query } from '../retrieve/query.ts';
import { fold, stemOf, type Word } from '../retrieve/words.ts';

/**
 * The misspelt words of a question, each with the word of the passages that it was taken for; without those that the
 * passages do not have.
 * @param words of the passages, in their text
 */
export function correctionsOf(
  query: Query,
  passages: readonly { text: string; words: readonly Word[] }[],
): Correction[] {
  // What was glossed is not what was typed.
  if (query.gloss) return [];
  return query.terms
    .filter(({ start, end, stem }) => stemOf(fold(query.text.slice(start, end))) !== stem)
    .flatMap(({ start, end, stem }) => {
      for (const { text, words } of passages) {
        const meant = words.find((word) => word.stem === stem);
        if (meant)
          return [{ typed: query.text.slice(start, end), meant: text.slice(meant.start, meant.end) }];
      }
      return [];
    });
}
