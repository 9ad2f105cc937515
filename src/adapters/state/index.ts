import { SqliteConversations } from './conversations.ts';
import { SqliteQuiz } from './quiz.ts';
import { SqliteReminders } from './reminders.ts';
import { SqliteReports } from './reports.ts';
import { SqliteRounds } from './rounds.ts';
import { SqliteState } from './sqlite.ts';

/** All that is remembered beside the library, in the data folder. */
export interface Stores {
  state: SqliteState;
  conversations: SqliteConversations;
  quiz: SqliteQuiz;
  rounds: SqliteRounds;
  reports: SqliteReports;
  reminders: SqliteReminders;
}

/**
 * Opens them, making their files where they are missing.
 * @param settings.conversationDays how long a conversation is remembered; with 0 none is.
 * @throws {UserError} when a file cannot be used.
 */
export function openStores(
  dataDir: string,
  { conversationDays, now }: { conversationDays: number; now: () => Date },
): Stores {
  return {
    state: new SqliteState(dataDir, now),
    conversations: new SqliteConversations(dataDir, conversationDays, now),
    quiz: new SqliteQuiz(dataDir),
    rounds: new SqliteRounds(dataDir),
    reports: new SqliteReports(dataDir),
    reminders: new SqliteReminders(dataDir),
  };
}
