import type { AnswerStatus } from './answer.ts';
import type { ArticleHead, Stated } from './article.ts';
import type { AskedTime } from './question.ts';

/** What one observation adds to a sum of log-odds: its weight times its value. */
export interface Contribution {
  /** A feature of the sentence, or a piece of evidence: `coverage`, `cosine`, …; `bias` is there whatever is seen. */
  name: string;
  weight: number;
  value: number;
  points: number;
}

/** A word of the question that passages were searched for. */
export interface ExplainedTerm {
  /** As the question has it, in lower case. */
  word: string;
  /** The stem of the word that was probably meant, where this one is misspelt. */
  meant?: string;
  /** Passages that hold it. */
  passages: number;
  /** From about 0 for what is in every passage, one more for each time that e times fewer hold it. */
  rarity: number;
}

/** A sentence that may answer the question. */
export interface ExplainedSentence {
  text: string;
  article: ArticleHead;
  /** Position of its passage in the article, from 0. */
  passage: number;
  /** Log-odds: the sum of its contributions. */
  score: number;
  /** The strongest first. */
  contributions: Contribution[];
  /** The footnote numbers under which the answer quotes it; empty when it is no claim. */
  citations: number[];
}

/** What has to be likely enough for a question to be answered. */
export interface ExplainedCheck {
  /** `topic`: the articles speak of what is asked; `said`: if they do, the best sentences say it. */
  name: 'topic' | 'said';
  /** 0 to 1. */
  chance: number;
  /** The least chance that suffices. */
  needed: number;
  /** What the chance is made of, in log-odds, the strongest first. */
  evidence: Contribution[];
}

/** How a question was read, what was found for it, and how sure that is. */
export interface ExplainedReading {
  /** The thing asked about, when the same was asked of several. */
  label?: string;
  question: string;
  terms: ExplainedTerm[];
  /** What kind of words would answer: `date`, `number`, …, or `anything`. */
  expected: string;
  /** Names and numbers that have to be there, and whether the passage of the best sentence or its title has them. */
  names: { name: string; found: boolean }[];
  /** What the question says of time, and whether only what is of that time may answer. */
  time?: AskedTime & { strict: boolean };
  /** Whether the articles speak of it, and whether the best sentences say it; empty when there is no sentence. */
  checks: ExplainedCheck[];
  /** The ten best, best first, and those after them that the answer quotes. */
  sentences: ExplainedSentence[];
}

/** Why a question is answered as it is. */
export interface Explanation {
  status: AnswerStatus;
  /** 0 to 1, as the answer has it. */
  confidence: number;
  generation: number;
  /**
   * One, or one for each of the things that a question compares when each was asked about on its own; none for a
   * question about an article itself.
   */
  readings: ExplainedReading[];
  /** How a question about an article itself was read: the head of the article answers it, and no sentence is weighed. */
  about?: ExplainedAbout;
  /** How the conversation before it was used; absent without one. */
  followUp?: ExplainedFollowUp;
  /** Of the answer that is explained, when a chat model was asked to word it. */
  wording?: ExplainedWording;
}

/** How a question that follows others was read. */
export interface ExplainedFollowUp {
  /** The whole question that it was read as; absent when it was left as it is. */
  readAs?: string;
  /** It asks for more: what follows the words cited before is quoted, and no sentence is weighed. */
  asksForMore?: true;
  /** All that it might have stood for, with the evidence for each in the articles, 0 to 1, by words alone. */
  tried: { text: string; evidence: number }[];
}

/** What became of an answer at the hands of a chat model. */
export interface ExplainedWording {
  model: string;
  /** Why the articles' own words were given all the same; absent when the model's wording was. */
  extractive?: string;
  /** The least support that a claim needs, 0 to 1. */
  needed: number;
  claims: ExplainedWordedClaim[];
}

/** A claim of a chat model, and why it may be said or not. */
export interface ExplainedWordedClaim {
  text: string;
  outcome: 'kept' | 'repaired' | 'dropped';
  /** Why it failed: for the last time, or, of a repaired one, the first. */
  why?: string;
  /** 0 to 1; absent when it failed before it was weighed. */
  support?: number;
}

/** How a question about an article itself was read. */
export interface ExplainedAbout {
  asked: (keyof Stated)[];
  /** The words that tell which article is meant. */
  subject: string;
  /** The nearest articles, with the share (0 to 1) of those words that each holds. */
  articles: { article: ArticleHead; share: number }[];
  /** The share at which an article is surely meant. */
  enough: number;
}
