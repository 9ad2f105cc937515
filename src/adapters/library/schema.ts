import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { UserError } from '../../errors.ts';
import { languageOf } from '../../ingest/language.ts';
import { cannotOpen, openSqlite, transaction } from '../sqlite.ts';
import { MIGRATIONS } from './migrations.ts';

/** The format of `FORMAT_4`; older ones are not read any more. */
const OLDEST_VERSION = 4;
const SCHEMA_VERSION = OLDEST_VERSION + MIGRATIONS.length;

/**
 * Articles, passages and sentences are kept in every version that was ever published; a row of `lifetime`
 * says from which generation on, and until which, a version is live; one that was brought back has several. The
 * full-text tables hold live passages only, so that their statistics are those of the articles that can answer;
 * `article_band` too holds live articles only. A row of `copy` says of two versions that one is a copy of the other.
 * `publication` and `article_change` tell what each generation changed. Marks are part of the words of Indic scripts,
 * as `wordsOf` reads them: left to itself, `unicode61` cuts words there. What came later is in `MIGRATIONS`.
 */
export const FORMAT_4 = `
  CREATE TABLE generation (
    id INTEGER PRIMARY KEY AUTOINCREMENT, created_at TEXT NOT NULL,
    articles INTEGER NOT NULL, passages INTEGER NOT NULL, sentences INTEGER NOT NULL,
    model TEXT NOT NULL, dimensions INTEGER NOT NULL, copies INTEGER NOT NULL
  );
  CREATE TABLE calibration (
    generation INTEGER PRIMARY KEY REFERENCES generation, model TEXT NOT NULL,
    topic REAL NOT NULL, said REAL NOT NULL, questions INTEGER NOT NULL, passages INTEGER NOT NULL
  );
  CREATE TABLE article (
    row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, title TEXT NOT NULL, publisher TEXT, author TEXT,
    published_at TEXT, url TEXT, text TEXT NOT NULL, body INTEGER NOT NULL, body_key BLOB NOT NULL, stated TEXT NOT NULL,
    content_hash TEXT NOT NULL, origin TEXT NOT NULL
  );
  CREATE TABLE lifetime (article INTEGER NOT NULL REFERENCES article, since INTEGER NOT NULL, until INTEGER);
  CREATE UNIQUE INDEX live_article ON lifetime (article) WHERE until IS NULL;
  CREATE INDEX article_by_id ON article (id);
  CREATE INDEX article_by_body ON article (body_key);
  CREATE TABLE article_band (
    band INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article, PRIMARY KEY (band, article)
  ) WITHOUT ROWID;
  CREATE INDEX band_by_article ON article_band (article);
  CREATE TABLE copy (
    article INTEGER NOT NULL REFERENCES article, original INTEGER NOT NULL REFERENCES article,
    PRIMARY KEY (article, original)
  ) WITHOUT ROWID;
  CREATE TABLE passage (
    row INTEGER PRIMARY KEY AUTOINCREMENT, article INTEGER NOT NULL REFERENCES article,
    ordinal INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL
  );
  CREATE INDEX passage_by_article ON passage (article);
  CREATE TABLE sentence (
    row INTEGER PRIMARY KEY AUTOINCREMENT, passage INTEGER NOT NULL REFERENCES passage,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text_key BLOB NOT NULL
  );
  CREATE INDEX sentence_by_passage ON sentence (passage);
  CREATE TABLE vector (row INTEGER PRIMARY KEY, model TEXT NOT NULL, text_key BLOB NOT NULL, value BLOB NOT NULL);
  CREATE UNIQUE INDEX vector_by_text ON vector (model, text_key);
  CREATE TABLE source_file (
    path TEXT PRIMARY KEY, hash TEXT NOT NULL, reader TEXT NOT NULL, articles TEXT NOT NULL, refused TEXT NOT NULL
  );
  CREATE TABLE publication (
    generation INTEGER PRIMARY KEY REFERENCES generation, actor TEXT NOT NULL, kind TEXT NOT NULL, restored INTEGER
  );
  CREATE TABLE article_change (
    generation INTEGER NOT NULL REFERENCES generation, id TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
    words TEXT, details TEXT, PRIMARY KEY (generation, id)
  ) WITHOUT ROWID;
  CREATE INDEX change_by_article ON article_change (id, generation);
  CREATE TABLE index_cache (
    generation INTEGER PRIMARY KEY, file TEXT NOT NULL, sha256 TEXT NOT NULL
  );
  CREATE VIRTUAL TABLE passage_words USING fts5(
    title, text, content='',
    tokenize="porter unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
  );
  CREATE VIRTUAL TABLE passage_trigrams USING fts5(
    text, content='', tokenize='trigram remove_diacritics 1'
  );
`;

/**
 * Opens the library of a data folder, making both when they are missing, and bringing an older one up to date.
 * @throws {UserError} when the file is not a library or was made by a Footnote that is newer, or much older.
 */
export function openDatabase(dataDir: string): DatabaseSync {
  const file = join(dataDir, 'library.db');
  try {
    const db = openSqlite(file, 'FULL');
    if (versionOf(db) !== SCHEMA_VERSION) bringUpToDate(db, file);
    return db;
  } catch (error) {
    throw error instanceof UserError ? error : cannotOpen(file, error);
  }
}

/** @throws {UserError} when nobody knows how. */
function bringUpToDate(db: DatabaseSync, file: string): void {
  transaction(db, () => {
    // Another process may have done it between the look and the lock.
    const version = versionOf(db);
    if (version > SCHEMA_VERSION || (version > 0 && version < OLDEST_VERSION)) {
      throw new UserError(
        `${file} was made by another version of Footnote (format ${version}, this one reads ${OLDEST_VERSION} to ${SCHEMA_VERSION}): use that version, or move the file away to prepare the articles anew.`,
      );
    }
    db.function('language_of', (text, body) => languageOf(String(text).slice(Number(body))) ?? null);
    if (version === 0) db.exec(FORMAT_4);
    for (const migration of MIGRATIONS.slice(Math.max(0, version - OLDEST_VERSION))) db.exec(migration);
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  });
}

function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.user_version);
}
