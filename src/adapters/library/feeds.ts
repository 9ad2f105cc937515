import type { DatabaseSync } from 'node:sqlite';
import type { Feed } from '../../model.ts';
import type { FeedStore, FeedsSeen, FeedVersion } from '../../ports.ts';
import { transaction } from '../sqlite.ts';
import type { Row } from './rows.ts';

/** The feeds in a library. */
export class SqliteFeeds implements FeedStore {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  all(): Feed[] {
    return this.#db.prepare('SELECT * FROM feed ORDER BY url').all().map(feedOf);
  }

  versions(): FeedVersion[] {
    const rows = this.#db.prepare('SELECT * FROM feed_version ORDER BY feed, url').all();
    return rows.map((row) => ({
      ...{ feed: String(row.feed), url: String(row.url) },
      ...(row.etag !== null && { etag: String(row.etag) }),
      ...(row.last_modified !== null && { lastModified: String(row.last_modified) }),
    }));
  }

  passed(at: Date): Map<string, Date> {
    const rows = this.#db.prepare('SELECT * FROM passed_address WHERE until > ?').all(at.toISOString());
    return new Map(rows.map(({ key, until }) => [String(key), new Date(String(until))]));
  }

  add({ url, type, title, addedAt, addedBy }: Feed): void {
    const insert = this.#db.prepare(
      'INSERT OR REPLACE INTO feed (url, type, title, added_at, added_by) VALUES (?, ?, ?, ?, ?)',
    );
    transaction(this.#db, () => insert.run(url, type, title ?? null, addedAt, addedBy));
  }

  remove(url: string): boolean {
    const remove = this.#db.prepare('DELETE FROM feed WHERE url = ?');
    return transaction(this.#db, () => remove.run(url)).changes > 0;
  }

  keep({ checks, versions, passed }: FeedsSeen): void {
    const check = this.#db.prepare('UPDATE feed SET checked_at = ?, problem = ? WHERE url = ?');
    const pass = this.#db.prepare('INSERT OR REPLACE INTO passed_address VALUES (?, ?)');
    transaction(this.#db, () => {
      for (const { url, checkedAt, problem = null } of checks) check.run(checkedAt, problem, url);
      for (const { key, until } of passed) pass.run(key, until.toISOString());
      keepVersions(this.#db, versions);
    });
  }
}

/** Remembers versions of feeds, of those that are still followed. */
export function keepVersions(db: DatabaseSync, versions: readonly FeedVersion[]): void {
  const keep = db.prepare(
    'INSERT OR REPLACE INTO feed_version (url, feed, etag, last_modified) SELECT ?, url, ?, ? FROM feed WHERE url = ?',
  );
  for (const { url, feed, etag, lastModified } of versions) {
    keep.run(url, etag ?? null, lastModified ?? null, feed);
  }
}

function feedOf(row: Row): Feed {
  return {
    ...{ url: String(row.url), type: String(row.type) },
    ...(row.title !== null && { title: String(row.title) }),
    ...{ addedAt: String(row.added_at), addedBy: String(row.added_by) },
    ...(row.checked_at !== null && { checkedAt: String(row.checked_at) }),
    ...(row.problem !== null && { problem: String(row.problem) }),
  };
}
