import type { ArticleHead, Passage, Span } from './article.ts';
import type { AskedTime, Language } from './question.ts';

/** The rankers whose scores are joined. */
export type Ranker = 'words' | 'windows' | 'trigrams' | 'vectors' | 'sentences';

/** A passage found for a question. */
export interface Hit {
  passage: Passage;
  article: ArticleHead;
  /** 0 to 1, comparable within one question only. */
  score: number;
  /** Each ranker's share, 0 to 1. */
  rankers: Record<Ranker, number>;
}

/** The exact words a claim rests on: `article.text.slice(start, end) === quote`, always. */
export interface Citation extends Span {
  /** The footnote number, from 1 in the order of the claims. */
  n: number;
  articleId: string;
  title: string;
  publisher?: string;
  publishedAt?: string;
  url?: string;
  quote: string;
  /** True when the words stand in the article's head, whose lines its page need not have in these words. */
  inHead?: boolean;
  /** Copies of the article that say the same: the story as other publishers have it. Absent when there are none. */
  alsoIn?: ArticleHead[];
}

/** One statement of an answer. */
export interface Claim {
  text: string;
  /** Which of several things asked about side by side it speaks of, or which article says so; absent where only one was. */
  label?: string;
  /** Footnote numbers; never empty. */
  citations: number[];
  /** Spans of `text` that answer the question itself (a date for "when"): shown in bold. */
  emphasis: Span[];
}

/** An article near the question that does not answer it. */
export interface Closest {
  articleId: string;
  title: string;
  url?: string;
}

/** A word of the question that was read as another one. */
export interface Correction {
  typed: string;
  /** As the articles write it. */
  meant: string;
}

export type AnswerStatus = 'answered' | 'partial' | 'notInCorpus';

/** What articles say differently. */
export type Conflict = 'date' | 'number';

/** The answer to one question. Without claims (`notInCorpus`) there are no citations either. */
export interface Answer {
  question: string;
  status: AnswerStatus;
  /** 0 to 1: how sure Footnote is that its claims answer the question. */
  confidence: number;
  /** The answer as plain text, with footnote markers such as `[1]`. */
  text: string;
  claims: Claim[];
  citations: Citation[];
  /** Present when the claims are those of articles that give different dates or numbers: the newest article's first. */
  conflict?: Conflict;
  /**
   * What a partial answer leaves open: names and numbers of the question that the cited passages do not have, or else
   * the next best reason to doubt that they say what is asked; and parts of the question, which end in `?`.
   */
  missing: string[];
  /** Offered when nothing answers the question; empty otherwise. */
  closest: Closest[];
  /** What the answer was kept to, or ordered by, because the question said so. */
  time?: AskedTime;
  /** The date, as its article states it, of what is said first: set when the question was about time. */
  asOf?: string;
  /** Of the question: what Footnote says around its quotes is in it. */
  language: Language;
  /** Present when the articles are in another language, so that only names, numbers and some other words were looked for. */
  acrossLanguages?: true;
  /** Misspelt words of the question, with what they were taken for; absent where there is none. */
  corrected?: Correction[];
  /** The whole question that it was read as, when the conversation before it had to complete it. */
  readAs?: string;
  /** Set when a chat model put the claims into words; each of them was checked against what it cites. */
  wordedBy?: WordedBy;
  /** The published state of the library that was read. */
  generation: number;
  /** Milliseconds from question to answer. */
  ms: number;
}

/** The chat model that worded an answer. */
export interface WordedBy {
  /** As it was configured, such as `openai:gpt-4o-mini`. */
  model: string;
  /** Claims of the model that were left out because they failed the check. */
  dropped: number;
}

/** A quoted passage in its surroundings, as the Sources button and `:open` show it. */
export interface Excerpt {
  citation: Citation;
  /** Whole sentences of the same passage, or lines of the head, before and after the quote; either may be empty. */
  before: string;
  after: string;
}
