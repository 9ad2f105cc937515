import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { openSqlite } from '../sqlite.ts';

/**
 * Sessions and group rounds have opaque keys, so that a button can name them. `quiz_answer` has one row for each
 * question of a session, which is why the same press counts once; `before` is what was remembered before it. The
 * first answer that somebody ever gave to a card is marked, for tables that repetition cannot farm. A report rests
 * its card until `kept_at` is set; `dropped_at` rests it for good. `locks_at` is when the stage of a round ends.
 * `quiz_name` is how a server calls those who played there. `quiz_offer` has what a button of a message outside a
 * session stands for.
 */
const QUIZ_TABLES = `
  CREATE TABLE IF NOT EXISTS quiz_session (
    key TEXT PRIMARY KEY, user TEXT NOT NULL, kind TEXT NOT NULL, cards TEXT NOT NULL,
    started_at TEXT NOT NULL, expires_at TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS session_by_user ON quiz_session (user);
  CREATE TABLE IF NOT EXISTS quiz_answer (
    session TEXT NOT NULL, at INTEGER NOT NULL, user TEXT NOT NULL, card TEXT NOT NULL, given TEXT NOT NULL,
    is_right INTEGER NOT NULL, is_first INTEGER NOT NULL, grade TEXT NOT NULL, answered_at TEXT NOT NULL,
    took INTEGER NOT NULL, before TEXT, memory TEXT NOT NULL, PRIMARY KEY (session, at)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS answer_by_user ON quiz_answer (user, card);
  CREATE TABLE IF NOT EXISTS quiz_shown (
    session TEXT NOT NULL, at INTEGER NOT NULL, user TEXT NOT NULL, shown_at TEXT NOT NULL, PRIMARY KEY (session, at)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS quiz_offer (
    key TEXT PRIMARY KEY, user TEXT NOT NULL, action TEXT NOT NULL, expires_at TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS quiz_memory (
    user TEXT NOT NULL, card TEXT NOT NULL, due TEXT NOT NULL, memory TEXT NOT NULL, PRIMARY KEY (user, card)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS quiz_report (
    user TEXT NOT NULL, card TEXT NOT NULL, reported_at TEXT NOT NULL, kept_at TEXT, dropped_at TEXT,
    decided_by TEXT, PRIMARY KEY (user, card)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS quiz_reminder (
    user TEXT PRIMARY KEY, hour INTEGER NOT NULL, zone TEXT NOT NULL, last_sent_on TEXT, failed_at TEXT
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS quiz_round (
    key TEXT PRIMARY KEY, guild TEXT, channel TEXT NOT NULL, message TEXT, user TEXT NOT NULL, cards TEXT NOT NULL,
    seconds INTEGER NOT NULL, at INTEGER NOT NULL, stage TEXT NOT NULL, started_at TEXT NOT NULL, locks_at TEXT
  );
  CREATE TABLE IF NOT EXISTS quiz_player (
    round TEXT NOT NULL, user TEXT NOT NULL, joined_at TEXT NOT NULL, PRIMARY KEY (round, user)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS quiz_pick (
    round TEXT NOT NULL, at INTEGER NOT NULL, user TEXT NOT NULL, given TEXT NOT NULL, is_right INTEGER NOT NULL,
    is_first INTEGER NOT NULL, picked_at TEXT NOT NULL, PRIMARY KEY (round, at, user)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS pick_by_user ON quiz_pick (user);
  CREATE UNIQUE INDEX IF NOT EXISTS round_in_channel ON quiz_round (channel) WHERE stage <> 'over';
  CREATE TABLE IF NOT EXISTS quiz_name (
    guild TEXT NOT NULL, user TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (guild, user)
  ) WITHOUT ROWID;
`;

/** Every table with rows about a user, in its column `user`. */
export const USER_TABLES = [
  'quiz_session',
  'quiz_answer',
  'quiz_shown',
  'quiz_offer',
  'quiz_memory',
  'quiz_report',
  'quiz_reminder',
  'quiz_round',
  'quiz_player',
  'quiz_pick',
  'quiz_name',
] as const;

/** Whether a user answered a card before, alone or in a round; takes the user and the card twice. */
export const ANSWERED_BEFORE = `(
  EXISTS (SELECT 1 FROM quiz_answer WHERE user = ? AND card = ?)
  OR EXISTS (
    SELECT 1 FROM quiz_pick AS pick JOIN quiz_round AS round ON round.key = pick.round
    WHERE pick.user = ? AND json_extract(round.cards, '$[' || pick.at || ']') = ?
  )
)`;

/**
 * Removes what must stay for others but not who it was: a round that they began, and what moderators decided on a
 * report. Takes the user.
 */
export const MADE_NAMELESS = [
  "UPDATE quiz_round SET user = '' WHERE user = ?",
  "UPDATE OR REPLACE quiz_report SET user = '' WHERE user = ? AND (kept_at IS NOT NULL OR dropped_at IS NOT NULL)",
] as const;

/**
 * Opens `quiz.db` of a data folder, making what it lacks. What is removed from it is overwritten, not only forgotten.
 * @param synchronous as of `openSqlite`
 */
export function openQuiz(dataDir: string, synchronous: 'FULL' | 'NORMAL'): DatabaseSync {
  const db = openSqlite(join(dataDir, 'quiz.db'), synchronous);
  db.exec('PRAGMA secure_delete = ON');
  db.exec(QUIZ_TABLES);
  return db;
}
