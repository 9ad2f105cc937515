import type { DatabaseSync } from 'node:sqlite';
import type { QuizRound, RoundPick, RoundPlayer } from '../../model.ts';
import type { RoundStore } from '../../ports.ts';
import { transaction } from '../sqlite.ts';
import { newKey } from './key.ts';
import { ANSWERED_BEFORE, openQuiz } from './quiz-tables.ts';

const TOP = `
  WITH point (user, at) AS (
    SELECT pick.user, pick.picked_at FROM quiz_pick AS pick JOIN quiz_round AS round ON round.key = pick.round
    WHERE round.guild = :guild AND pick.is_right = 1 AND pick.is_first = 1
    UNION ALL SELECT user, answered_at FROM quiz_answer WHERE is_right = 1 AND is_first = 1
  )
  SELECT player.user, player.name, COUNT(point.at) AS points
  FROM quiz_name AS player LEFT JOIN point ON point.user = player.user AND point.at >= :since
  WHERE player.guild = :guild AND EXISTS (
    SELECT 1 FROM quiz_player AS joined JOIN quiz_round AS round ON round.key = joined.round
    WHERE joined.user = player.user AND round.guild = :guild AND joined.joined_at >= :since
  )
  GROUP BY player.user ORDER BY points DESC, player.name`;

/**
 * Group rounds, beside the quizzes in `quiz.db`. What is acknowledged survives that Footnote is killed; it does not wait
 * for the disk, as a whole class picks at once.
 */
export class SqliteRounds implements RoundStore {
  readonly #db: DatabaseSync;

  constructor(dataDir: string) {
    this.#db = openQuiz(dataDir, 'NORMAL');
  }

  begin(begun: Omit<QuizRound, 'key' | 'messageId'>): QuizRound | undefined {
    const round: QuizRound = { ...begun, key: newKey(), messageId: undefined };
    const { changes } = this.#db
      .prepare(
        `INSERT OR IGNORE INTO quiz_round (key, guild, channel, user, cards, seconds, at, stage, started_at, locks_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        ...[round.key, round.guildId, round.channelId, round.host, JSON.stringify(round.cards)],
        ...[round.seconds, round.at, round.stage, round.startedAt, round.endsAt],
      );
    return changes > 0 ? round : undefined;
  }

  round(key: string): QuizRound | undefined {
    const row = this.#db.prepare('SELECT * FROM quiz_round WHERE key = ?').get(key);
    return row && roundOf(row);
  }

  open(): QuizRound[] {
    return this.#db.prepare("SELECT * FROM quiz_round WHERE stage <> 'over'").all().map(roundOf);
  }

  save({ key, messageId, at, stage, endsAt }: QuizRound): void {
    this.#db
      .prepare('UPDATE quiz_round SET message = ?, at = ?, stage = ?, locks_at = ? WHERE key = ?')
      .run(messageId ?? null, at, stage, endsAt, key);
  }

  join(round: QuizRound, player: RoundPlayer, at: Date): boolean {
    return transaction(this.#db, () => this.#join(round, player, at));
  }

  players({ key, guildId }: QuizRound): RoundPlayer[] {
    return this.#db
      .prepare(
        `SELECT joined.user, known.name FROM quiz_player AS joined
         JOIN quiz_name AS known ON known.user = joined.user AND known.guild = ?
         WHERE joined.round = ? ORDER BY joined.joined_at, joined.user`,
      )
      .all(guildId, key)
      .map(({ user, name }) => ({ user: String(user), name: String(name) }));
  }

  pick(
    round: QuizRound,
    player: RoundPlayer,
    { cardId, given, isRight, at }: { cardId: string; given: string; isRight: boolean; at: Date },
  ): void {
    transaction(this.#db, () => {
      this.#join(round, player, at);
      this.#db
        .prepare(
          `INSERT INTO quiz_pick (round, at, user, given, is_right, is_first, picked_at)
           VALUES (?, ?, ?, ?, ?, NOT ${ANSWERED_BEFORE}, ?)
           ON CONFLICT DO UPDATE SET given = excluded.given, is_right = excluded.is_right, picked_at = excluded.picked_at`,
        )
        .run(
          ...[round.key, round.at, player.user, given, Number(isRight)],
          ...[player.user, cardId, player.user, cardId],
          at.toISOString(),
        );
    });
  }

  picks({ key }: QuizRound): RoundPick[] {
    return this.#db
      .prepare('SELECT at, user, given, is_right FROM quiz_pick WHERE round = ? ORDER BY at, user')
      .all(key)
      .map((row) => ({
        at: Number(row.at),
        user: String(row.user),
        given: String(row.given),
        isRight: row.is_right === 1,
      }));
  }

  asked(guildId: string): Set<string> {
    const rows = this.#db
      .prepare(
        `SELECT DISTINCT asked.value AS card FROM quiz_round AS round, json_each(round.cards) AS asked
         WHERE round.guild = ? AND asked.key <= round.at`,
      )
      .all(guildId);
    return new Set(rows.map(({ card }) => String(card)));
  }

  top(guildId: string, since: Date | undefined): (RoundPlayer & { points: number })[] {
    return this.#db
      .prepare(TOP)
      .all({ guild: guildId, since: since?.toISOString() ?? '' })
      .map(({ user, name, points }) => ({ user: String(user), name: String(name), points: Number(points) }));
  }

  close(): void {
    this.#db.close();
  }

  #join({ key, guildId }: QuizRound, { user, name }: RoundPlayer, at: Date): boolean {
    this.#db
      .prepare('INSERT OR REPLACE INTO quiz_name (guild, user, name) VALUES (?, ?, ?)')
      .run(guildId, user, name);
    const { changes } = this.#db
      .prepare('INSERT OR IGNORE INTO quiz_player (round, user, joined_at) VALUES (?, ?, ?)')
      .run(key, user, at.toISOString());
    return changes > 0;
  }
}

function roundOf(row: Record<string, unknown>): QuizRound {
  return {
    key: String(row.key),
    guildId: String(row.guild),
    channelId: String(row.channel),
    messageId: row.message === null ? undefined : String(row.message),
    host: String(row.user),
    cards: JSON.parse(String(row.cards)) as string[],
    seconds: Number(row.seconds),
    at: Number(row.at),
    stage: row.stage as QuizRound['stage'],
    startedAt: String(row.started_at),
    endsAt: String(row.locks_at),
  };
}
