import type { DatabaseSync } from 'node:sqlite';
import type { CardReport } from '../../model.ts';
import type { ReportStore } from '../../ports.ts';
import { openQuiz } from './quiz-tables.ts';

/** What moderators see of reports and decide on, beside the quizzes in `quiz.db`. */
export class SqliteReports implements ReportStore {
  readonly #db: DatabaseSync;

  constructor(dataDir: string) {
    this.#db = openQuiz(dataDir, 'FULL');
  }

  reported(): CardReport[] {
    return this.#db
      .prepare(
        `SELECT card, COUNT(*) AS reports, MIN(reported_at) AS first FROM quiz_report
         WHERE kept_at IS NULL AND dropped_at IS NULL GROUP BY card ORDER BY first, card`,
      )
      .all()
      .map(({ card, reports, first }) => ({
        cardId: String(card),
        reports: Number(reports),
        reportedAt: String(first),
      }));
  }

  decide(cardId: string, decision: 'keep' | 'drop', by: string, at: Date): boolean {
    const column = decision === 'keep' ? 'kept_at' : 'dropped_at';
    const { changes } = this.#db
      .prepare(
        `UPDATE quiz_report SET ${column} = ?, decided_by = ?
         WHERE card = ? AND kept_at IS NULL AND dropped_at IS NULL`,
      )
      .run(at.toISOString(), by, cardId);
    return changes > 0;
  }

  close(): void {
    this.#db.close();
  }
}
