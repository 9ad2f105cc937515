import { CARD_TABLES } from './card-tables.ts';

/**
 * What changed in the tables since format 4, one entry for each format: a library of an older format is brought up to
 * date by those that it lacks, and a new one is made by all of them. An entry that was published is never changed.
 */
export const MIGRATIONS: readonly string[] = [
  // 5: articles that were read at an address, and every address that is known to lead to one.
  `CREATE TABLE article_address (
     article_id TEXT PRIMARY KEY, url TEXT NOT NULL, etag TEXT, last_modified TEXT, checked_at TEXT NOT NULL,
     hash TEXT NOT NULL, reader TEXT NOT NULL, content_hash TEXT NOT NULL, details TEXT NOT NULL
   );
   CREATE TABLE address_key (key TEXT PRIMARY KEY, article_id TEXT NOT NULL) WITHOUT ROWID;`,
  // 6: the cards of the quiz.
  CARD_TABLES,
  // 7: feeds, the versions of them and of their parts that were dealt with, and addresses in them that are no articles.
  `CREATE TABLE feed (
     url TEXT PRIMARY KEY, type TEXT NOT NULL, title TEXT, added_at TEXT NOT NULL, added_by TEXT NOT NULL,
     checked_at TEXT, problem TEXT
   );
   CREATE TABLE feed_version (
     url TEXT NOT NULL, feed TEXT NOT NULL REFERENCES feed ON DELETE CASCADE, etag TEXT, last_modified TEXT,
     PRIMARY KEY (feed, url)
   ) WITHOUT ROWID;
   CREATE TABLE passed_address (key TEXT PRIMARY KEY, until TEXT NOT NULL) WITHOUT ROWID;`,
  // 8: how the cosines of an embedding model are read.
  'ALTER TABLE calibration ADD COLUMN nearness TEXT',
  // 9: the languages of articles; those of articles that are there are told by their text.
  'ALTER TABLE article ADD COLUMN language TEXT; UPDATE article SET language = language_of(text, body);',
  // 10: cards are made in another way, so those of all articles are made anew.
  'DELETE FROM made_cards',
  // 11: what sentences are weighed by is another, so every library is measured anew.
  'DELETE FROM calibration',
  // 12: so are the vectors of questions.
  'DELETE FROM calibration',
  // 13: and both once more.
  'DELETE FROM calibration',
];
