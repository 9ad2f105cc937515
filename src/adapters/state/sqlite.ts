import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Answer, Job } from '../../model.ts';
import type { AnswerStore, ChatUsageStore, JobStore } from '../../ports.ts';
import { openSqlite } from '../sqlite.ts';
import { newKey } from './key.ts';

const TABLES = `
  CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, kept_at INTEGER NOT NULL, answer TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS suggested (key TEXT PRIMARY KEY REFERENCES answer ON DELETE CASCADE, questions TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS cited (article TEXT PRIMARY KEY, answers INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS job (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, job TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS chat_usage (day TEXT PRIMARY KEY, tokens INTEGER NOT NULL);
`;
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** What Footnote has to remember beside its library, in a file of its own: `state.db` of the data folder. */
export class SqliteState implements AnswerStore, JobStore, ChatUsageStore {
  readonly #db: DatabaseSync;
  readonly #now: () => Date;

  constructor(dataDir: string, now: () => Date) {
    this.#db = openSqlite(join(dataDir, 'state.db'), 'NORMAL');
    this.#db.exec(TABLES);
    this.#now = now;
  }

  keep(answer: Answer): string {
    const key = newKey();
    const now = this.#now().getTime();
    // What was asked is nobody's business but the asker's.
    const { readAs: _, ...unasked } = answer;
    const json = JSON.stringify({ ...unasked, question: '' } satisfies Answer);
    this.#db.prepare('INSERT INTO answer (key, kept_at, answer) VALUES (?, ?, ?)').run(key, now, json);
    this.#db.prepare('DELETE FROM answer WHERE kept_at < ?').run(now - KEPT_MS);
    const count = this.#db.prepare(
      'INSERT INTO cited (article, answers) VALUES (?, 1) ON CONFLICT DO UPDATE SET answers = answers + 1',
    );
    for (const id of new Set(answer.citations.map(({ articleId }) => articleId))) count.run(id);
    return key;
  }

  kept(key: string): Answer | undefined {
    const since = this.#now().getTime() - KEPT_MS;
    const row = this.#db.prepare('SELECT answer FROM answer WHERE key = ? AND kept_at >= ?').get(key, since);
    return row && (JSON.parse(String(row.answer)) as Answer);
  }

  keepSuggestions(key: string, questions: readonly string[]): void {
    this.#db
      .prepare('INSERT OR REPLACE INTO suggested (key, questions) VALUES (?, ?)')
      .run(key, JSON.stringify(questions));
  }

  keptSuggestions(key: string): string[] {
    const since = this.#now().getTime() - KEPT_MS;
    const row = this.#db
      .prepare('SELECT questions FROM suggested JOIN answer USING (key) WHERE key = ? AND kept_at >= ?')
      .get(key, since);
    return row ? (JSON.parse(String(row.questions)) as string[]) : [];
  }

  timesCited(articleId: string): number {
    return Number(
      this.#db.prepare('SELECT answers FROM cited WHERE article = ?').get(articleId)?.answers ?? 0,
    );
  }

  beginJob(job: Job): string {
    const key = newKey();
    this.#db.prepare('INSERT INTO job (key, job) VALUES (?, ?)').run(key, JSON.stringify(job));
    return key;
  }

  openJobs(): (Job & { key: string })[] {
    const rows = this.#db.prepare('SELECT key, job FROM job ORDER BY number').all();
    return rows.map(({ key, job }) => ({ ...(JSON.parse(String(job)) as Job), key: String(key) }));
  }

  endJob(key: string): void {
    this.#db.prepare('DELETE FROM job WHERE key = ?').run(key);
  }

  chatTokens(day: string): number {
    const row = this.#db.prepare('SELECT tokens FROM chat_usage WHERE day = ?').get(day);
    return Number(row?.tokens ?? 0);
  }

  addChatTokens(day: string, tokens: number): void {
    this.#db
      .prepare(
        'INSERT INTO chat_usage (day, tokens) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET tokens = tokens + excluded.tokens',
      )
      .run(day, tokens);
  }

  endJobsOf(user: string): void {
    this.#db.prepare("DELETE FROM job WHERE json_extract(job, '$.user') = ?").run(user);
  }

  close(): void {
    this.#db.close();
  }
}
