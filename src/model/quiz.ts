import type { Citation } from './answer.ts';

/** How a card asks: by options, by a gap to type into, by a statement, by a title, by a short form, by an order. */
export type CardKind = 'choice' | 'gap' | 'trueFalse' | 'article' | 'acronym' | 'order';

/** What kind of thing a card asks for: what may stand beside it as an option, and how freely it may be typed. */
export type AnswerKind =
  | 'person'
  | 'organisation'
  | 'country'
  | 'place'
  | 'name'
  | 'term'
  | 'day'
  | 'month'
  | 'year'
  | 'number'
  | 'money'
  | 'percentage'
  | 'truth'
  | 'article'
  | 'shortForm'
  | 'fullForm'
  | 'order';

/** One question that the words of an article prove the answer of. */
export interface Card {
  /** The same while the sentences it was made of, their article and what it asks stay the same. */
  id: string;
  kind: CardKind;
  asks: AnswerKind;
  articleId: string;
  /** Plain text; a gap is `_____`. A statement that is asked about, and each thing to put in order, stands on a line of its own. */
  question: string;
  /** The answer; of an order its letters, such as `B A C`. */
  key: string;
  /** What counts as the answer too. */
  also: string[];
  /** What is chosen from, the key among them, in the order to show; absent where the answer is typed. */
  options?: string[];
  /** The explanation: the quoted sentences, numbered from 1. */
  proof: Citation[];
}

/** How well a card was known: `again` is not at all. */
export type Grade = 'again' | 'hard' | 'good' | 'easy';

/** What is known of how well somebody remembers a card, as FSRS keeps it. */
export interface Memory {
  /** ISO 8601, as is `lastReview`. */
  due: string;
  lastReview: string;
  /** Days until it is remembered with a chance of nine in ten. */
  stability: number;
  /** 1 to 10. */
  difficulty: number;
  scheduledDays: number;
  learningSteps: number;
  reps: number;
  lapses: number;
  stage: 'new' | 'learning' | 'review' | 'relearning';
}

/** Questions that somebody is being asked, kept so that it goes on after a restart. */
export interface QuizSession {
  /** Opaque, at most 32 characters. */
  key: string;
  user: string;
  kind: 'start' | 'review';
  /** Ids of its cards, in the order to ask. */
  cards: string[];
  /** ISO 8601. */
  startedAt: string;
  expiresAt: string;
}

/** One answer as it was counted. */
export interface QuizAnswer {
  /** Which question of its session, from 0. */
  at: number;
  cardId: string;
  given: string;
  isRight: boolean;
  grade: Grade;
  /** ISO 8601. */
  answeredAt: string;
  /** Milliseconds. */
  took: number;
  /** When the card comes back, as of this answer. */
  memory: Memory;
}

/** An answer among all that somebody ever gave. */
export interface GivenAnswer extends QuizAnswer {
  /** Whether the card was answered for the first time. */
  isFirst: boolean;
}

/** What a button outside a session does for the one user whom it was shown to, kept so that it works after a restart. */
export interface QuizOffer {
  /** Opaque, at most 32 characters. */
  key: string;
  user: string;
  action: 'review' | 'endReminders' | 'forget';
  /** ISO 8601. */
  expiresAt: string;
}

/** The daily message that somebody asked for. */
export interface Reminder {
  user: string;
  /** 0 to 23, in their time zone. */
  hour: number;
  /** As IANA names it: `Europe/Berlin`. */
  zone: string;
  /** The last day, `YYYY-MM-DD` in their time zone, that is done with. */
  lastSentOn: string | undefined;
  /** ISO 8601: when Discord would not take the message; there are no more then. */
  failedAt: string | undefined;
}

/** A round of questions that many answer together in a channel, kept so that it goes on after a restart. */
export interface QuizRound {
  /** Opaque, at most 32 characters. */
  key: string;
  guildId: string;
  channelId: string;
  /** The message that shows where it is; `undefined` before there is one. */
  messageId: string | undefined;
  /** Who began it; empty once they had everything about them deleted. */
  host: string;
  /** Ids of its cards, in the order to ask. */
  cards: string[];
  /** For each question. */
  seconds: number;
  /** Which question, from 0. */
  at: number;
  /** Players gather, pick, see the answer, or it has ended. */
  stage: 'lobby' | 'question' | 'reveal' | 'over';
  /** ISO 8601, as is `endsAt`. */
  startedAt: string;
  /** When this stage ends by itself. */
  endsAt: string;
}

/** Somebody in a round. */
export interface RoundPlayer {
  user: string;
  /** As their server calls them. */
  name: string;
}

/** What somebody chose last for one question of a round. */
export interface RoundPick {
  /** Which question, from 0. */
  at: number;
  user: string;
  /** The words of the option. */
  given: string;
  isRight: boolean;
}

/** Somebody's place in a table. Who has as many points as another shares their place. */
export interface RankedPlayer extends RoundPlayer {
  /** From 1. */
  place: number;
  points: number;
}

/** A card that students reported and nobody decided on yet. */
export interface CardReport {
  cardId: string;
  /** How many reported it. */
  reports: number;
  /** When it was reported first, ISO 8601. */
  reportedAt: string;
}
