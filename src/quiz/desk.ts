import { UserError } from '../errors.ts';
import type { Card, Citation, Grade, Memory, QuizAnswer, QuizSession } from '../model.ts';
import type { CardFilter, QuizStore } from '../ports.ts';
import { type Deck, draw } from './draw.ts';
import { isRight } from './grade.ts';
import { progressOf, type QuizProgress } from './progress.ts';
import { gradeOf, isDue, review } from './schedule.ts';

const MOST_CARDS = 50;
const SESSION_MS = 7 * 24 * 60 * 60 * 1000;
/** A question that lay open longer says nothing of how hard it was, and counts as one that took as usual (milliseconds). */
const LONGEST = 10 * 60 * 1000;
const USUAL = 10_000;

/** What a quiz needs around it. */
export interface QuizSurroundings extends Deck {
  store: QuizStore;
  now: () => Date;
  /** Text that is never the same twice. */
  chance: () => string;
}

/** What somebody wants to be asked about. */
export interface QuizWish extends CardFilter {
  /** 1 to 50. */
  count: number;
}

/** The question that is next in a session. */
export interface QuizQuestion {
  card: Card;
  /** From 0. */
  at: number;
  total: number;
}

/** What came of an answer. */
export interface QuizOutcome {
  card: Card;
  answer: QuizAnswer;
  /** False when the same question had been answered before: `answer` is that one then. */
  counted: boolean;
}

/** How a session went. */
export interface QuizSummary {
  asked: number;
  right: number;
  total: number;
  /** What was not known, with what to read again, each article once. */
  readAgain: Citation[];
}

/** A review that can begin, or when there will be something to review; neither when nothing was ever asked. */
export type ReviewStart = { session: QuizSession } | { nextAt: string | undefined };

/** Asks cards of students, one session at a time, and remembers how it went. All grading happens here. */
export class QuizDesk {
  readonly #app: QuizSurroundings;

  constructor(app: QuizSurroundings) {
    this.#app = app;
  }

  /** New questions first. @throws {UserError} when there is nothing to ask. */
  async start(user: string, { count, ...wish }: QuizWish): Promise<QuizSession> {
    checkCount(count);
    const { store, chance } = this.#app;
    const cards = await draw(this.#app, {
      ...{ ...wish, count, chance: chance() },
      ...{ resting: store.resting(), known: store.memories(user) },
    });
    if (cards.length === 0) {
      const kept = Object.values(wish).some((value) => value !== undefined);
      throw new UserError(
        kept
          ? 'There is no question of this kind: ask for another kind, article or publisher.'
          : 'There are no questions yet: they are made when articles are prepared.',
      );
    }
    return this.#begin(user, 'start', cards);
  }

  /** Whether there is anything to ask about any of these articles. */
  async asksAbout(articleIds: readonly string[]): Promise<boolean> {
    const resting = this.#app.store.resting();
    return (await this.#app.cardIds({ articleIds })).some((id) => !resting.has(id));
  }

  /** What is due, the longest due first. */
  async review(user: string, count: number): Promise<ReviewStart> {
    checkCount(count);
    const known = await this.#known(user);
    const due = known.filter(([, memory]) => isDue(memory, this.#app.now())).map(([id]) => id);
    if (due.length === 0) return { nextAt: known[0]?.[1].due };
    return { session: this.#begin(user, 'review', due.slice(0, count)) };
  }

  /** How many cards are due. */
  async due(user: string): Promise<number> {
    return (await this.#known(user)).filter(([, memory]) => isDue(memory, this.#app.now())).length;
  }

  /** How far somebody has come; `undefined` before their first answer. @param zone as IANA names it */
  async progress(user: string, zone: string): Promise<QuizProgress | undefined> {
    const { store, now, cardsById } = this.#app;
    const answers = store.history(user);
    if (answers.length === 0) return undefined;
    const ids = [...new Set(answers.map(({ cardId }) => cardId))];
    const [found, known] = await Promise.all([cardsById(ids), this.#known(user)]);
    const cards = new Map(found.flatMap((it) => (it ? [[it.card.id, it.card] as const] : [])));
    return progressOf({ answers, cards, memories: known.map(([, memory]) => memory) }, zone, now());
  }

  /** What a question of a session asks. @throws {UserError} as `question`, and when it has no such question. */
  card(key: string, user: string, at: number): Promise<Card> {
    return this.#card(this.#session(key, user), at);
  }

  /** The session, if it is this user's. @throws {UserError} as `question`. */
  session(key: string, user: string): QuizSession {
    return this.#session(key, user);
  }

  /**
   * The first question without an answer that does not rest; `undefined` at the end.
   * @throws {UserError} when the session is not this user's, is unknown or has expired.
   */
  async question(key: string, user: string): Promise<QuizQuestion | undefined> {
    const session = this.#session(key, user);
    const answered = new Set(this.#app.store.answers(session).map(({ at }) => at));
    const resting = this.#app.store.resting();
    const at = session.cards.findIndex((id, i) => !answered.has(i) && !resting.has(id));
    if (at === -1) return undefined;
    this.#app.store.shown(session, at, this.#app.now());
    return { card: await this.#card(session, at), at, total: session.cards.length };
  }

  /**
   * Grades an answer, and remembers it before it is acknowledged. A second answer to the same question changes nothing.
   * @param took milliseconds; since the question was shown, when absent
   * @throws {UserError} as `question`, and when it was not asked yet.
   */
  async answer(
    key: string,
    user: string,
    { at, given, took: measured }: { at: number; given: string; took?: number },
  ): Promise<QuizOutcome> {
    const session = this.#session(key, user);
    const now = this.#app.now();
    const shownAt = this.#app.store.shownAt(session, at);
    if (!shownAt)
      throw new UserError('This question is no longer there, or not asked yet: start a new quiz.');
    const card = await this.#card(session, at);
    const right = isRight(card, given);
    const passed = measured ?? now.getTime() - shownAt.getTime();
    const took = passed >= 0 && passed <= LONGEST ? passed : USUAL;
    const grade = gradeOf(right, card.kind, took);
    const outcome = this.#app.store.answer(session, at, (before) => ({
      ...{ given, isRight: right, grade, took },
      answeredAt: now.toISOString(),
      memory: review(before, grade, now),
    }));
    return { card, ...outcome };
  }

  /** Counts an answer by how well its student says it was known; `undefined` when there is none, or one to the same card since. @throws {UserError} as `question`. */
  regrade(key: string, user: string, at: number, grade: Grade): QuizAnswer | undefined {
    return this.#app.store.regrade(this.#session(key, user), at, (before, { answeredAt }) => ({
      grade,
      memory: review(before, grade, new Date(answeredAt)),
    }));
  }

  /** @throws {UserError} as `question`. */
  async summary(key: string, user: string): Promise<QuizSummary> {
    const session = this.#session(key, user);
    const answers = this.#app.store.answers(session);
    const missed = answers.filter((answer) => !answer.isRight);
    const cards = await this.#app.cardsById(missed.map(({ cardId }) => cardId));
    const citations = cards.flatMap((found) => found?.card.proof ?? []);
    const first = new Map(citations.toReversed().map((citation) => [citation.articleId, citation]));
    return {
      asked: answers.length,
      right: answers.length - missed.length,
      total: session.cards.length,
      readAgain: [...first.values()].reverse(),
    };
  }

  /** Rests a card until a moderator has looked at it; false when there is no such question. @throws {UserError} as `question`. */
  report(key: string, user: string, at: number): boolean {
    const id = this.#session(key, user).cards[at];
    if (id === undefined) return false;
    this.#app.store.report(user, id, this.#app.now());
    return true;
  }

  /** All that is stored about somebody, by table. */
  exportOf(user: string): Record<string, Record<string, unknown>[]> {
    return this.#app.store.exportOf(user);
  }

  /** Removes all that is stored about somebody. */
  forget(user: string): void {
    this.#app.store.forget(user);
  }

  /** What a user remembers of the cards that are still asked, the first due first. */
  async #known(user: string): Promise<[id: string, Memory][]> {
    const { store, cardsById } = this.#app;
    const resting = store.resting();
    const known = [...store.memories(user)];
    const found = await cardsById(known.map(([id]) => id));
    return known.filter(([id], i) => found[i]?.isLive && !resting.has(id));
  }

  #begin(user: string, kind: QuizSession['kind'], cards: string[]): QuizSession {
    const now = this.#app.now();
    const expiresAt = new Date(now.getTime() + SESSION_MS).toISOString();
    return this.#app.store.start({ user, kind, cards, startedAt: now.toISOString(), expiresAt });
  }

  #session(key: string, user: string): QuizSession {
    const session = this.#app.store.session(key, this.#app.now());
    if (!session) throw new UserError('This quiz is over or too old to go on with: start a new one.');
    if (session.user !== user) throw new UserError('This is somebody else’s quiz: start one of your own.');
    return session;
  }

  async #card(session: QuizSession, at: number): Promise<Card> {
    const id = session.cards[at];
    const [found] = id === undefined ? [] : await this.#app.cardsById([id]);
    if (!found) throw new UserError('This question is no longer there: start a new quiz.');
    return found.card;
  }
}

function checkCount(count: number): void {
  if (!Number.isInteger(count) || count < 1 || count > MOST_CARDS) {
    throw new UserError(`A quiz has 1 to ${MOST_CARDS} questions, not ${count}.`);
  }
}
