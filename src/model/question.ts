import type { Citation } from './answer.ts';

/**
 * A language that Footnote knows in questions, and in which it speaks around the words it quotes (BCP 47). `hi-Latn` is
 * Hindi written with Latin letters.
 */
export type Language =
  | 'en'
  | 'ar'
  | 'bn'
  | 'de'
  | 'es'
  | 'fr'
  | 'gu'
  | 'hi'
  | 'hi-Latn'
  | 'id'
  | 'it'
  | 'ja'
  | 'kn'
  | 'ko'
  | 'ml'
  | 'mr'
  | 'nl'
  | 'pa'
  | 'pl'
  | 'pt'
  | 'ru'
  | 'ta'
  | 'te'
  | 'tr'
  | 'uk'
  | 'ur'
  | 'vi'
  | 'zh';

/** What somebody asks, with the filters that go with it. */
export interface Question {
  text: string;
  /** Only articles published on this day or later (`YYYY-MM-DD`). Undated articles are left out. */
  since?: string;
  /** Only articles published before this day (`YYYY-MM-DD`). Undated articles are left out. */
  before?: string;
  /** Only articles of these publishers, compared without case. */
  publishers?: string[];
  /** The conversation before it, the oldest turn first: names and topics that it leaves out are looked for there. */
  history?: readonly Turn[];
}

/** One turn of a conversation, as the next question needs it. */
export interface Turn {
  /** What was asked, as a question that stands on its own. */
  question: string;
  /** The words that its answer cited, in order; none when the articles did not say. */
  cited: CitedWords[];
}

/** Words of an article that were cited, without their footnote number. */
export type CitedWords = Pick<Citation, 'articleId' | 'title' | 'start' | 'end' | 'quote'>;

/** What a question says of time, as it was understood on the day it was asked. */
export interface AskedTime {
  /** The words that say it, such as `since April`. */
  words: string;
  /** The first day asked about (`YYYY-MM-DD`). */
  since?: string;
  /** The day after the last one asked about (`YYYY-MM-DD`). */
  before?: string;
  /** Which of several articles that answer alike comes first. */
  order?: 'newest' | 'oldest';
  /** What happened at the limit, when the question says it by an event (`the visit`), and its date if the articles tell one. */
  event?: { words: string; date?: string };
}
