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
