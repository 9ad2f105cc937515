import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Answer } from '../../model.ts';
import type { AnswerStore } from '../../ports.ts';
import { openSqlite } from '../sqlite.ts';

const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** What Footnote has to remember beside its library, in a file of its own: `state.db` of the data folder. */
export class SqliteState implements AnswerStore {
  readonly #db: DatabaseSync;
  readonly #now: () => Date;

  constructor(dataDir: string, now: () => Date) {
    this.#db = openSqlite(join(dataDir, 'state.db'), 'NORMAL');
    this.#db.exec(
      'CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, kept_at INTEGER NOT NULL, answer TEXT NOT NULL)',
    );
    this.#now = now;
  }

  keep(answer: Answer): string {
    const key = randomBytes(12).toString('base64url');
    const now = this.#now().getTime();
    // What was asked is nobody's business but the asker's.
    const json = JSON.stringify({ ...answer, question: '' } satisfies Answer);
    this.#db.prepare('INSERT INTO answer (key, kept_at, answer) VALUES (?, ?, ?)').run(key, now, json);
    this.#db.prepare('DELETE FROM answer WHERE kept_at < ?').run(now - KEPT_MS);
    return key;
  }

  kept(key: string): Answer | undefined {
    const since = this.#now().getTime() - KEPT_MS;
    const row = this.#db.prepare('SELECT answer FROM answer WHERE key = ? AND kept_at >= ?').get(key, since);
    return row && (JSON.parse(String(row.answer)) as Answer);
  }

  close(): void {
    this.#db.close();
  }
}
