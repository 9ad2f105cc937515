import type { DatabaseSync } from 'node:sqlite';
import type { GivenAnswer, Grade, Memory, QuizAnswer, QuizOffer, QuizSession } from '../../model.ts';
import type { QuizStore } from '../../ports.ts';
import { transaction } from '../sqlite.ts';
import { newKey } from './key.ts';
import { ANSWERED_BEFORE, MADE_NAMELESS, openQuiz, USER_TABLES } from './quiz-tables.ts';

type Row = Record<string, unknown>;

/** Quizzes and what is remembered by them, in `quiz.db` of the data folder: what is committed survives a power cut. */
export class SqliteQuiz implements QuizStore {
  readonly #db: DatabaseSync;

  constructor(dataDir: string) {
    this.#db = openQuiz(dataDir, 'FULL');
  }

  start(session: Omit<QuizSession, 'key'>): QuizSession {
    const key = newKey();
    const { user, kind, cards, startedAt, expiresAt } = session;
    this.#db
      .prepare(
        'INSERT INTO quiz_session (key, user, kind, cards, started_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(key, user, kind, JSON.stringify(cards), startedAt, expiresAt);
    return { key, ...session };
  }

  session(key: string, now: Date): QuizSession | undefined {
    const row = this.#db
      .prepare('SELECT * FROM quiz_session WHERE key = ? AND expires_at > ?')
      .get(key, now.toISOString());
    return (
      row && {
        key: String(row.key),
        user: String(row.user),
        kind: row.kind as QuizSession['kind'],
        cards: JSON.parse(String(row.cards)) as string[],
        startedAt: String(row.started_at),
        expiresAt: String(row.expires_at),
      }
    );
  }

  shown(session: QuizSession, at: number, now: Date): void {
    this.#db
      .prepare('INSERT OR REPLACE INTO quiz_shown (session, at, user, shown_at) VALUES (?, ?, ?, ?)')
      .run(session.key, at, session.user, now.toISOString());
  }

  shownAt(session: QuizSession, at: number): Date | undefined {
    const row = this.#db
      .prepare('SELECT shown_at FROM quiz_shown WHERE session = ? AND at = ?')
      .get(session.key, at);
    return row && new Date(String(row.shown_at));
  }

  answer(
    session: QuizSession,
    at: number,
    remember: (before: Memory | undefined) => Omit<QuizAnswer, 'at' | 'cardId'>,
  ): { answer: QuizAnswer; counted: boolean } {
    const cardId = session.cards[at];
    if (cardId === undefined) throw new RangeError(`The session has no question ${at}.`);
    return transaction(this.#db, () => {
      const known = this.#answerAt(session, at);
      if (known) return { answer: answerOf(known), counted: false };
      const before = this.#memory(session.user, cardId);
      const answer: QuizAnswer = { at, cardId, ...remember(before) };
      const { given, isRight, grade, answeredAt, took, memory } = answer;
      this.#db
        .prepare(
          `INSERT INTO quiz_answer (session, at, user, card, given, is_right, is_first, grade, answered_at, took, before, memory)
           VALUES (?, ?, ?, ?, ?, ?, NOT ${ANSWERED_BEFORE}, ?, ?, ?, ?, ?)`,
        )
        .run(
          ...[session.key, at, session.user, cardId, given, Number(isRight)],
          ...[session.user, cardId, session.user, cardId],
          ...[
            grade,
            answeredAt,
            Math.round(took),
            before ? JSON.stringify(before) : null,
            JSON.stringify(memory),
          ],
        );
      this.#remember(session.user, cardId, memory);
      return { answer, counted: true };
    });
  }

  regrade(
    session: QuizSession,
    at: number,
    remember: (before: Memory | undefined, answer: QuizAnswer) => Pick<QuizAnswer, 'grade' | 'memory'>,
  ): QuizAnswer | undefined {
    return transaction(this.#db, () => {
      const row = this.#answerAt(session, at);
      if (!row) return undefined;
      const answer = answerOf(row);
      // What was answered since stays as it is.
      const known = this.#memory(session.user, answer.cardId);
      if (known?.lastReview !== answer.memory.lastReview) return undefined;
      const before = row.before === null ? undefined : (JSON.parse(String(row.before)) as Memory);
      const { grade, memory } = remember(before, answer);
      this.#db
        .prepare('UPDATE quiz_answer SET grade = ?, memory = ? WHERE session = ? AND at = ?')
        .run(grade, JSON.stringify(memory), session.key, at);
      this.#remember(session.user, answer.cardId, memory);
      return { ...answer, grade, memory };
    });
  }

  answers(session: QuizSession): QuizAnswer[] {
    return this.#db
      .prepare('SELECT * FROM quiz_answer WHERE session = ? ORDER BY at')
      .all(session.key)
      .map(answerOf);
  }

  memories(user: string): Map<string, Memory> {
    const rows = this.#db
      .prepare('SELECT card, memory FROM quiz_memory WHERE user = ? ORDER BY due, card')
      .all(user);
    return new Map(rows.map(({ card, memory }) => [String(card), JSON.parse(String(memory)) as Memory]));
  }

  history(user: string): GivenAnswer[] {
    return this.#db
      .prepare('SELECT * FROM quiz_answer WHERE user = ? ORDER BY answered_at, session, at')
      .all(user)
      .map((row) => ({ ...answerOf(row), isFirst: row.is_first === 1 }));
  }

  offer(offer: Omit<QuizOffer, 'key'>, now: Date): string {
    const key = newKey();
    this.#db.prepare('DELETE FROM quiz_offer WHERE expires_at <= ?').run(now.toISOString());
    this.#db
      .prepare('INSERT INTO quiz_offer (key, user, action, expires_at) VALUES (?, ?, ?, ?)')
      .run(key, offer.user, offer.action, offer.expiresAt);
    return key;
  }

  offered(key: string, now: Date): QuizOffer | undefined {
    const row = this.#db
      .prepare('SELECT * FROM quiz_offer WHERE key = ? AND expires_at > ?')
      .get(key, now.toISOString());
    return (
      row && {
        key: String(row.key),
        user: String(row.user),
        action: row.action as QuizOffer['action'],
        expiresAt: String(row.expires_at),
      }
    );
  }

  report(user: string, cardId: string, at: Date): void {
    this.#db
      .prepare('INSERT OR IGNORE INTO quiz_report (user, card, reported_at) VALUES (?, ?, ?)')
      .run(user, cardId, at.toISOString());
  }

  resting(): Set<string> {
    const rows = this.#db.prepare('SELECT DISTINCT card FROM quiz_report WHERE kept_at IS NULL').all();
    return new Set(rows.map(({ card }) => String(card)));
  }

  exportOf(user: string): Record<string, Record<string, unknown>[]> {
    return Object.fromEntries(
      USER_TABLES.map((table) => [
        table,
        this.#db
          .prepare(`SELECT * FROM ${table} WHERE user = ?`)
          .all(user)
          .map((row) => ({ ...row })),
      ]),
    );
  }

  forget(user: string): void {
    transaction(this.#db, () => {
      for (const statement of MADE_NAMELESS) this.#db.prepare(statement).run(user);
      for (const table of USER_TABLES) this.#db.prepare(`DELETE FROM ${table} WHERE user = ?`).run(user);
      this.#db.prepare('UPDATE quiz_report SET decided_by = NULL WHERE decided_by = ?').run(user);
    });
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    this.#db.close();
  }

  #answerAt(session: QuizSession, at: number): Row | undefined {
    return this.#db.prepare('SELECT * FROM quiz_answer WHERE session = ? AND at = ?').get(session.key, at);
  }

  #memory(user: string, card: string): Memory | undefined {
    const row = this.#db
      .prepare('SELECT memory FROM quiz_memory WHERE user = ? AND card = ?')
      .get(user, card);
    return row && (JSON.parse(String(row.memory)) as Memory);
  }

  #remember(user: string, card: string, memory: Memory): void {
    this.#db
      .prepare('INSERT OR REPLACE INTO quiz_memory (user, card, due, memory) VALUES (?, ?, ?, ?)')
      .run(user, card, memory.due, JSON.stringify(memory));
  }
}

function answerOf(row: Row): QuizAnswer {
  return {
    at: Number(row.at),
    cardId: String(row.card),
    given: String(row.given),
    isRight: row.is_right === 1,
    grade: row.grade as Grade,
    answeredAt: String(row.answered_at),
    took: Number(row.took),
    memory: JSON.parse(String(row.memory)) as Memory,
  };
}
