import type {
  Card,
  CardKind,
  CardReport,
  GivenAnswer,
  Memory,
  QuizAnswer,
  QuizOffer,
  QuizRound,
  QuizSession,
  Reminder,
  RoundPick,
  RoundPlayer,
} from '../model.ts';
import type { SplitArticle } from './library.ts';

/** Which cards are meant; what is absent lets every card through. */
export interface CardFilter {
  /** Only from these articles. */
  articleIds?: readonly string[] | undefined;
  /** Compared without case. */
  publisher?: string | undefined;
  kind?: CardKind | undefined;
}

/** What was made of one article. */
export interface MadeOfArticle {
  /** Which version of the article: its content hash. */
  version: string;
  articleId: string;
  cards: Card[];
  /** How often each reason refused a sentence or a question. */
  refused: Record<string, number>;
}

/** The cards of the library: those of live articles that were not retired, as of now. */
export interface CardShelf {
  /** The generation published last; 0 before the first. */
  readonly generation: number;
  /** Live articles. */
  readonly articles: number;
  /** The first live articles, by id, whose cards are still to be made. */
  withoutCards(count: number): SplitArticle[];
  /** Live articles with their sentences, in no order. */
  split(ids: readonly string[]): SplitArticle[];
  /** Ids of the first `count` live articles. */
  ids(count: number): string[];
  /** Sorted by article, then by place. */
  cards(filter: CardFilter): Card[];
  /** Ids of cards, in no order; without reading the cards. */
  cardIds(filter: CardFilter): string[];
  /** Of live articles. */
  refused(): Record<string, number>;
  /** A card by its id, also one that is gone; `undefined` when there never was one. */
  card(id: string): { card: Card; isLive: boolean } | undefined;
  /** Keeps what was made, and retires cards that hold no longer, all or nothing. */
  save(made: readonly MadeOfArticle[], retired: readonly string[]): void;
  close(): void;
}

/** What a student's quizzes are remembered by. What it has acknowledged survives the end of the process. */
export interface QuizStore {
  /** Keeps a new session; its key is made here. */
  start(session: Omit<QuizSession, 'key'>): QuizSession;
  /** `undefined` when the key is unknown or the session has expired. */
  session(key: string, now: Date): QuizSession | undefined;
  /** Remembers when a question of a session was shown last. */
  shown(session: QuizSession, at: number, now: Date): void;
  /** `undefined` when it was not. */
  shownAt(session: QuizSession, at: number): Date | undefined;
  /**
   * Counts an answer, and remembers the card by it; an answer to the same question of the same session that came
   * before is given back instead, with nothing changed.
   * @param remember makes the answer of what was remembered of the card before
   */
  answer(
    session: QuizSession,
    at: number,
    remember: (before: Memory | undefined) => Omit<QuizAnswer, 'at' | 'cardId'>,
  ): { answer: QuizAnswer; counted: boolean };
  /** Counts the same answer anew, with what was remembered before it; `undefined` when there is none, or one to the same card since. */
  regrade(
    session: QuizSession,
    at: number,
    remember: (before: Memory | undefined, answer: QuizAnswer) => Pick<QuizAnswer, 'grade' | 'memory'>,
  ): QuizAnswer | undefined;
  /** In the order of the questions. */
  answers(session: QuizSession): QuizAnswer[];
  /** Every answer of somebody, the oldest first. */
  history(user: string): GivenAnswer[];
  /** Keeps what a button stands for, and lets go of what has expired; gives its key. */
  offer(offer: Omit<QuizOffer, 'key'>, now: Date): string;
  /** `undefined` when the key is unknown or has expired. */
  offered(key: string, now: Date): QuizOffer | undefined;
  /** What is remembered of every card that somebody has answered, by its id, the first due first. */
  memories(user: string): Map<string, Memory>;
  /** Keeps a report; a user's second report of a card is the first one. */
  report(user: string, cardId: string, at: Date): void;
  /** Cards that were reported and not kept by a moderator since, by id. */
  resting(): Set<string>;
  /** Everything that is stored about somebody, by table. */
  exportOf(user: string): Record<string, Record<string, unknown>[]>;
  /** Removes all of that. */
  forget(user: string): void;
  close(): void;
}

/** Group rounds, and the tables they make. */
export interface RoundStore {
  /** `undefined` when there is a round in the channel that is not over. */
  begin(round: Omit<QuizRound, 'key' | 'messageId'>): QuizRound | undefined;
  /** `undefined` when the key is unknown. */
  round(key: string): QuizRound | undefined;
  /** Those that are not over. */
  open(): QuizRound[];
  save(round: QuizRound): void;
  /** False when they were in it already. */
  join(round: QuizRound, player: RoundPlayer, at: Date): boolean;
  /** In the order in which they came. */
  players(round: QuizRound): RoundPlayer[];
  /** Counts what somebody chose for the round's question, in place of what they chose before; they are in it from then on. */
  pick(
    round: QuizRound,
    player: RoundPlayer,
    pick: { cardId: string; given: string; isRight: boolean; at: Date },
  ): void;
  /** Of every question. */
  picks(round: QuizRound): RoundPick[];
  /** Ids of the cards that rounds in a server have asked. */
  asked(guildId: string): Set<string>;
  /**
   * Who played in a server since then, and the cards that they answered right the first time ever: in its rounds, or
   * on their own. The most first.
   */
  top(guildId: string, since: Date | undefined): (RoundPlayer & { points: number })[];
  close(): void;
}

/** Cards that students reported. */
export interface ReportStore {
  /** Those that nobody decided on, the first reported first. */
  reported(): CardReport[];
  /** Asks a card again, or never; false when there is nothing to decide. */
  decide(cardId: string, decision: 'keep' | 'drop', by: string, at: Date): boolean;
  close(): void;
}

/** Who wants to be reminded when. */
export interface ReminderStore {
  get(user: string): Reminder | undefined;
  /** Sets all of it anew. */
  set(reminder: Reminder): void;
  remove(user: string): void;
  /** Those that did not fail. */
  active(): Reminder[];
  close(): void;
}
