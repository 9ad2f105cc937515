import type { DatabaseSync } from 'node:sqlite';
import type { Reminder } from '../../model.ts';
import type { ReminderStore } from '../../ports.ts';
import { openQuiz } from './quiz-tables.ts';

/** Reminders, beside the quizzes in `quiz.db`. */
export class SqliteReminders implements ReminderStore {
  readonly #db: DatabaseSync;

  constructor(dataDir: string) {
    this.#db = openQuiz(dataDir, 'FULL');
  }

  get(user: string): Reminder | undefined {
    const row = this.#db.prepare('SELECT * FROM quiz_reminder WHERE user = ?').get(user);
    return row && reminderOf(row);
  }

  set({ user, hour, zone, lastSentOn, failedAt }: Reminder): void {
    this.#db
      .prepare(
        'INSERT OR REPLACE INTO quiz_reminder (user, hour, zone, last_sent_on, failed_at) VALUES (?, ?, ?, ?, ?)',
      )
      .run(user, hour, zone, lastSentOn ?? null, failedAt ?? null);
  }

  remove(user: string): void {
    this.#db.prepare('DELETE FROM quiz_reminder WHERE user = ?').run(user);
  }

  active(): Reminder[] {
    return this.#db
      .prepare('SELECT * FROM quiz_reminder WHERE failed_at IS NULL ORDER BY user')
      .all()
      .map(reminderOf);
  }

  close(): void {
    this.#db.close();
  }
}

function reminderOf({ user, hour, zone, last_sent_on, failed_at }: Record<string, unknown>): Reminder {
  return {
    user: String(user),
    hour: Number(hour),
    zone: String(zone),
    lastSentOn: last_sent_on === null ? undefined : String(last_sent_on),
    failedAt: failed_at === null ? undefined : String(failed_at),
  };
}
