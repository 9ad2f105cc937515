import type { Question } from '../model.ts';
import type { Filter } from '../ports.ts';
import { isStopWord, type Word, wordsOf } from './words.ts';

/** A question as the rankers read it. */
export interface Query {
  text: string;
  /** All of its words in order; a misspelt one has the stem of the word that was meant. */
  words: Word[];
  /** Words that can tell passages apart, each stem once; all words when there are no others. */
  terms: Word[];
  filter: Filter;
}

export function readQuery({ text, since, before, publishers }: Question): Query {
  const words = wordsOf(text);
  return {
    text,
    words,
    terms: termsOf(words, text),
    filter: {
      ...(since === undefined ? {} : { since }),
      ...(before === undefined ? {} : { before }),
      ...(publishers === undefined ? {} : { publishers }),
    },
  };
}

/** The query with other stems for some of its words. */
export function withStems(query: Query, stems: ReadonlyMap<string, string>): Query {
  const words = query.words.map((word) => ({ ...word, stem: stems.get(word.stem) ?? word.stem }));
  return { ...query, words, terms: termsOf(words, query.text) };
}

/** Three-character pieces of words, a space standing for the beginning of a word. */
export function trigramsOf(words: readonly string[]): string[] {
  const pieces = words.flatMap((word) => {
    const spaced = [...` ${word}`];
    return spaced.slice(2).map((_, i) => spaced.slice(i, i + 3).join(''));
  });
  return [...new Set(pieces)];
}

function termsOf(words: readonly Word[], text: string): Word[] {
  // "US" is a country, "us" is not.
  const telling = words.filter((word) => !isStopWord(word.word) || text.slice(word.start, word.end) === 'US');
  const chosen = telling.length > 0 ? telling : words;
  return [...new Map(chosen.map((word) => [word.stem, word])).values()];
}
