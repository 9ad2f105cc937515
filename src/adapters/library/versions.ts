import type { DatabaseSync, SQLTagStore } from 'node:sqlite';
import { changesOf } from '../../ingest/changes.ts';
import type { Article, ArticleChange } from '../../model.ts';
import type { Changes, SplitArticle } from '../../ports.ts';
import { CopyFinder } from './copies.ts';
import { articleOf, LIVE, textKey } from './rows.ts';

/** One stored version of an article. */
export interface Version {
  row: number;
  article: Article;
}

/** The stored versions of articles: which are live, and all that goes with it. To be used within one transaction. */
export class Versions {
  readonly #db: DatabaseSync;
  readonly #sql: SQLTagStore;
  readonly #copies: CopyFinder;

  constructor(db: DatabaseSync) {
    this.#db = db;
    // Runs tagged templates as prepared statements and keeps them.
    this.#sql = db.createTagStore();
    this.#copies = new CopyFinder(db);
  }

  live(id: string): Version | undefined {
    return versionOf(this.#db.prepare(`SELECT article.* FROM ${LIVE} WHERE id = ?`).get(id));
  }

  /** What `restore` changes, by id. */
  restoration(generation: number): ArticleChange[] {
    const { back, gone } = this.#difference(generation);
    const returning = new Map(back.map((row) => [this.#version(row).article.id, row]));
    const changes = gone.flatMap((row) => {
      const { article } = this.#version(row);
      const other = returning.get(article.id);
      returning.delete(article.id);
      return changesOf(article, other === undefined ? undefined : this.#version(other).article);
    });
    for (const row of returning.values()) changes.push(...changesOf(undefined, this.#version(row).article));
    return changes.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Makes exactly the versions live that were live in a generation. */
  restore(generation: number, since: number): void {
    const { back, gone } = this.#difference(generation);
    for (const row of gone) this.retire(row, since);
    for (const row of back) {
      // All that it is live beside now was live beside it before, and was compared with it then.
      this.#copies.noteAgain(row, this.#version(row).article);
      this.#enliven(row, since);
    }
  }

  add({ article, passages }: SplitArticle, since: number, origin: Changes['origin']): void {
    const sql = this.#sql;
    const { id, title, text, body, contentHash } = article;
    const stated = JSON.stringify(article.stated);
    const bodyKey = textKey(text.slice(body));
    const [publisher, author, publishedAt, url, language] = [
      article.publisher ?? null,
      article.author ?? null,
      article.publishedAt ?? null,
      article.url ?? null,
      article.language ?? null,
    ];
    const row = sql.run`INSERT INTO article
      (id, title, publisher, author, published_at, url, text, body, body_key, stated, content_hash, origin, language) VALUES
      (${id}, ${title}, ${publisher}, ${author}, ${publishedAt}, ${url}, ${text}, ${body}, ${bodyKey}, ${stated},
      ${contentHash}, ${origin}, ${language})`.lastInsertRowid;

    passages.forEach(({ start, end, sentences }, ordinal) => {
      const words = text.slice(start, end);
      const passage = sql.run`INSERT INTO passage (article, ordinal, start, "end", text)
        VALUES (${row}, ${ordinal}, ${start}, ${end}, ${words})`.lastInsertRowid;
      for (const span of sentences) {
        const key = textKey(text.slice(span.start, span.end));
        sql.run`INSERT INTO sentence (passage, start, "end", text_key)
          VALUES (${passage}, ${span.start}, ${span.end}, ${key})`;
      }
    });
    this.#copies.note(Number(row), article);
    this.#enliven(Number(row), since);
  }

  retire(row: number, until: number): void {
    const sql = this.#sql;
    // Given what was inserted, FTS5 takes it out of its statistics too; tables with `contentless_delete` never do.
    sql.run`INSERT INTO passage_words (passage_words, rowid, title, text)
      SELECT 'delete', passage.row, title, passage.text FROM passage JOIN article ON article.row = passage.article
      WHERE passage.article = ${row}`;
    sql.run`INSERT INTO passage_trigrams (passage_trigrams, rowid, text)
      SELECT 'delete', row, text FROM passage WHERE article = ${row}`;
    sql.run`UPDATE lifetime SET until = ${until} WHERE article = ${row} AND until IS NULL`;
    this.#copies.forget(row);
  }

  /** The versions that a generation had and are not live now, and the other way round. */
  #difference(generation: number): { back: number[]; gone: number[] } {
    const then = 'SELECT article FROM lifetime WHERE since <= ?1 AND (until IS NULL OR until > ?1)';
    const now = 'SELECT article FROM lifetime WHERE until IS NULL';
    const rows = (query: string) =>
      this.#db
        .prepare(query)
        .all(generation)
        .map(({ article }) => Number(article));
    return {
      back: rows(`${then} EXCEPT ${now} ORDER BY article`),
      gone: rows(`${now} EXCEPT ${then} ORDER BY article`),
    };
  }

  #version(row: number): Version {
    const version = versionOf(this.#db.prepare('SELECT * FROM article WHERE row = ?').get(row));
    if (!version) throw new Error(`The library has no version ${row} of any article.`);
    return version;
  }

  #enliven(row: number, since: number): void {
    const sql = this.#sql;
    sql.run`INSERT INTO lifetime (article, since) VALUES (${row}, ${since})`;
    sql.run`INSERT INTO passage_words (rowid, title, text)
      SELECT passage.row, title, passage.text FROM passage JOIN article ON article.row = passage.article
      WHERE passage.article = ${row} ORDER BY passage.row`;
    sql.run`INSERT INTO passage_trigrams (rowid, text)
      SELECT row, text FROM passage WHERE article = ${row} ORDER BY row`;
  }
}

function versionOf(row: Record<string, unknown> | undefined): Version | undefined {
  return row && { row: Number(row.row), article: articleOf(row) };
}
