import type { DatabaseSync } from 'node:sqlite';
import type { AddedFile } from '../../model.ts';
import type { ArticleAddress } from '../../ports.ts';

/** The addresses that articles were read at, also of articles that were removed since, by the article's id. */
export function addressesIn(db: DatabaseSync): ArticleAddress[] {
  const keys = Map.groupBy(db.prepare('SELECT * FROM address_key ORDER BY key').all(), ({ article_id }) =>
    String(article_id),
  );
  const rows = db.prepare('SELECT * FROM article_address ORDER BY article_id').all();
  return rows.map((row) => ({
    articleId: String(row.article_id),
    url: String(row.url),
    keys: keys.get(String(row.article_id))?.map(({ key }) => String(key)) ?? [],
    ...(row.etag !== null && { etag: String(row.etag) }),
    ...(row.last_modified !== null && { lastModified: String(row.last_modified) }),
    hash: String(row.hash),
    reader: String(row.reader),
    contentHash: String(row.content_hash),
    details: JSON.parse(String(row.details)) as NonNullable<AddedFile['details']>,
  }));
}

/** Keeps addresses, in place of what was known of the same articles; keys that are known already stay known. */
export function keepAddresses(db: DatabaseSync, addresses: readonly ArticleAddress[], at: Date): void {
  const address = db.prepare('INSERT OR REPLACE INTO article_address VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const known = db.prepare('INSERT OR REPLACE INTO address_key VALUES (?, ?)');
  for (const { articleId, url, keys, etag = null, lastModified = null, ...read } of addresses) {
    const { hash, reader, contentHash, details } = read;
    address.run(
      ...[articleId, url, etag, lastModified, at.toISOString()],
      ...[hash, reader, contentHash, JSON.stringify(details)],
    );
    for (const key of keys) known.run(key, articleId);
  }
}

/** The articles are no longer those of their addresses. */
export function forgetAddresses(db: DatabaseSync, articleIds: readonly string[]): void {
  for (const table of ['article_address', 'address_key']) {
    const forget = db.prepare(`DELETE FROM ${table} WHERE article_id = ?`);
    for (const id of articleIds) forget.run(id);
  }
}
