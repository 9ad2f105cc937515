import type { Language, Question } from '../model.ts';
import type { Filter } from '../ports.ts';
import { holds } from '../spans.ts';
import { languageOf } from './language.ts';
import { type QuestionTime, readTime } from './time.ts';
import { isStopWord, type Word, wordsOf } from './words.ts';

/** A question as the rankers read it. */
export interface Query {
  text: string;
  /** The text to make its vector of, where that is another: with names in full. */
  embedded?: string;
  /** What it was asked in; its text is English all the same when it was glossed. */
  language: Language;
  /** How much of a question in another language than the articles' is left in `text`. */
  gloss?: Gloss;
  /**
   * All of its words in order; a misspelt one has the stem of the word that was meant. A short form that the articles
   * mostly have in full is looked for as such: its word is the name, with spaces, and its stem that of its letters.
   */
  words: Word[];
  /** Words that can tell passages apart, each stem once; all words when there are no others. */
  terms: Word[];
  filter: Filter;
  /** What it says of time; absent when it says nothing. */
  time?: QuestionTime;
}

/** Words of a question in another language that are neither small words nor names nor numbers. */
export interface Gloss {
  /** Those that the articles have, or that mean something they have. */
  understood: number;
  /** All others. */
  lost: number;
}

/** @param today the day it is asked on (`YYYY-MM-DD`); without it nothing is read of time. */
export function readQuery({ text, since, before, publishers }: Question, today?: string): Query {
  const time = today === undefined ? undefined : readTime(text, today);
  const words = searchedWords(text, time);
  return {
    text,
    language: languageOf(text),
    words,
    terms: termsOf(words, text),
    filter: {
      ...(since === undefined ? {} : { since }),
      ...(before === undefined ? {} : { before }),
      ...(publishers === undefined ? {} : { publishers }),
    },
    ...(time === undefined ? {} : { time }),
  };
}

/** All words but those that only say when; all where there are no others. */
function searchedWords(text: string, time: QuestionTime | undefined): Word[] {
  const words = wordsOf(text);
  const searched = words.filter(({ start }) => !time?.dropped.some((span) => holds(span, start)));
  return searched.length > 0 ? searched : words;
}

/** The word that asks how many in a question without a question word: "number of members", "league members count". */
const COUNTING =
  /^(?=(?:the |total )?(?<first>number|count|total|amount) of\b)|(?<=\s)(?=(?<last>number|count|total)\W*$)/iu;
const QUESTION_WORD =
  /\b(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/i;

/** The query with other stems for some of its words. */
export function withStems(query: Query, stems: ReadonlyMap<string, string>): Query {
  const words = query.words.map((word) => ({ ...word, stem: stems.get(word.stem) ?? word.stem }));
  return { ...query, words, terms: termsOf(words, query.text) };
}

/** Whether a question says nothing that could be looked for, like "When was that?". */
export function namesNothing(query: Query): boolean {
  return query.terms.every((word) => !isTelling(word, query.text)) && timeWords(query).length === 0;
}

/** The words of a question that name the time it asks about. */
export function timeWords({ words, time }: Query): Word[] {
  return words.filter(({ start }) => time?.kept.some((span) => holds(span, start)));
}

/** Three-character pieces of words, a space standing for the beginning of a word; none of names in full. */
export function trigramsOf(words: readonly string[]): string[] {
  const single = words.filter((word) => !word.includes(' '));
  const pieces = single.flatMap((word) => {
    const spaced = [...` ${word}`];
    return spaced.slice(2).map((_, i) => spaced.slice(i, i + 3).join(''));
  });
  return [...new Set(pieces)];
}

function termsOf(words: readonly Word[], text: string): Word[] {
  const counting = QUESTION_WORD.test(text) ? undefined : COUNTING.exec(text)?.groups;
  const asks = (counting?.first ?? counting?.last)?.toLowerCase();
  const telling = words.filter((word) => isTelling(word, text) && word.word !== asks);
  const chosen = telling.length > 0 ? telling : words;
  return [...new Map(chosen.map((word) => [word.stem, word])).values()];
}

/** "US" is a country, "us" is not. */
function isTelling({ word, start, end }: Word, text: string): boolean {
  return !isStopWord(word) || text.slice(start, end) === 'US';
}
