import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { messageOf, UserError } from '../errors.ts';

/** How long a connection waits for another to finish writing. */
const BUSY_MS = 30_000;
const RETRY_MS = 20;

/**
 * Opens a database file with a write-ahead log, making the file and its folder when they are missing. Several
 * processes may do so at the same moment.
 * @throws {UserError} when that is not possible, or the file is no database.
 * @param synchronous `FULL`: what is committed survives a power cut; `NORMAL`: the last commits may be lost with it.
 */
export function openSqlite(path: string, synchronous: 'FULL' | 'NORMAL'): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    db = new DatabaseSync(path, { timeout: BUSY_MS });
    useWriteAheadLog(db);
    db.exec(`PRAGMA synchronous = ${synchronous}`);
    return db;
  } catch (error) {
    db?.close();
    throw cannotOpen(path, error);
  }
}

/** What is told of a database that cannot be used. */
export function cannotOpen(path: string, error: unknown): UserError {
  return new UserError(
    `${path} cannot be opened (${messageOf(error)}): check that the folder can be written and the disk is not full; if the file is damaged, move it away and start again.`,
  );
}

/** Codes of SQLite for what a disk does not take: input and output, no space left, read-only. */
const DISK: ReadonlySet<number> = new Set([10, 13, 8]);

/** What is told of a write that the disk did not take; any other error as it is. */
function writeFailure(error: unknown): unknown {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined;
  if (code === undefined || !DISK.has(code)) return error;
  return new UserError(
    `The data folder cannot be written (${messageOf(error)}): the disk may be full. Nothing was changed by this; what was published before goes on serving. Free some space and try again.`,
  );
}

/**
 * Runs `work` in one write transaction: all of it happens, or nothing.
 * @throws {UserError} when the disk does not take it.
 */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  try {
    db.exec('BEGIN IMMEDIATE');
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw writeFailure(error);
  }
}

/** SQLite does not wait for its busy timeout when two connections switch a new file to the log at once. */
function useWriteAheadLog(db: DatabaseSync): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (const until = Date.now() + BUSY_MS; ; Atomics.wait(pause, 0, 0, RETRY_MS)) {
    try {
      db.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      const isBusy = error instanceof Error && /locked|busy/i.test(error.message);
      if (!isBusy || Date.now() > until) throw error;
    }
  }
}
