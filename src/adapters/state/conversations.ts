import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Turn } from '../../model.ts';
import type { ConversationStore, RememberedTurn } from '../../ports.ts';
import { openSqlite } from '../sqlite.ts';

/** Turns kept of one place, and characters of each question and of each quote. */
const MOST_TURNS = 6;
const MOST_CITED = 3;
const LONGEST_QUESTION = 600;
const LONGEST_QUOTE = 1_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Conversations in a table of their own, in `state.db` of the data folder. */
export class SqliteConversations implements ConversationStore {
  readonly #db: DatabaseSync;
  readonly #keptMs: number;
  readonly #now: () => Date;

  /** @param days how long a turn is kept; with 0 none is. */
  constructor(dataDir: string, days: number, now: () => Date) {
    this.#db = openSqlite(join(dataDir, 'state.db'), 'NORMAL');
    this.#db.exec(`
      CREATE TABLE IF NOT EXISTS turn (
        row INTEGER PRIMARY KEY AUTOINCREMENT, place TEXT NOT NULL, asker TEXT NOT NULL, at INTEGER NOT NULL, turn TEXT NOT NULL
      );
      CREATE INDEX IF NOT EXISTS turn_by_place ON turn (place, row);
      CREATE INDEX IF NOT EXISTS turn_by_asker ON turn (asker)`);
    this.#keptMs = days * DAY_MS;
    this.#now = now;
  }

  turns(place: string): Turn[] {
    return this.#db
      .prepare('SELECT turn FROM turn WHERE place = ? AND at > ? ORDER BY row DESC LIMIT ?')
      .all(place, this.#oldest(), MOST_TURNS)
      .map(({ turn }) => JSON.parse(String(turn)) as Turn)
      .reverse();
  }

  add(place: string, asker: string, turn: Turn): void {
    const at = this.#now().getTime();
    this.#db.prepare('DELETE FROM turn WHERE at <= ?').run(this.#oldest());
    if (this.#keptMs === 0) return;
    this.#db
      .prepare('INSERT INTO turn (place, asker, at, turn) VALUES (?, ?, ?, ?)')
      .run(place, asker, at, JSON.stringify(bounded(turn)));
    this.#db
      .prepare(
        'DELETE FROM turn WHERE place = ? AND row NOT IN (SELECT row FROM turn WHERE place = ? ORDER BY row DESC LIMIT ?)',
      )
      .run(place, place, MOST_TURNS);
  }

  copy(from: string, to: string): void {
    this.#db
      .prepare(
        `INSERT INTO turn (place, asker, at, turn)
         SELECT ?, asker, at, turn FROM turn WHERE place = ? AND at > ? ORDER BY row`,
      )
      .run(to, from, this.#oldest());
  }

  exportOf(asker: string): RememberedTurn[] {
    return this.#db
      .prepare('SELECT place, at, turn FROM turn WHERE asker = ? AND at > ? ORDER BY row')
      .all(asker, this.#oldest())
      .map(({ place, at, turn }) => ({
        ...{ place: String(place), askedAt: new Date(Number(at)).toISOString() },
        ...(JSON.parse(String(turn)) as Turn),
      }));
  }

  forgetPlace(place: string): number {
    return Number(this.#db.prepare('DELETE FROM turn WHERE place = ?').run(place).changes);
  }

  forgetAsker(asker: string): number {
    return Number(this.#db.prepare('DELETE FROM turn WHERE asker = ?').run(asker).changes);
  }

  close(): void {
    this.#db.close();
  }

  #oldest(): number {
    return this.#now().getTime() - this.#keptMs;
  }
}

/** What a follow-up can use of a turn; a quote that is too long is left out, as a cut one would not be in its article. */
function bounded({ question, cited }: Turn): Turn {
  const short = cited.filter(({ quote }) => quote.length <= LONGEST_QUOTE).slice(0, MOST_CITED);
  return { question: question.slice(0, LONGEST_QUESTION), cited: short };
}
