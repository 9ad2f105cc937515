import type { DatabaseSync } from 'node:sqlite';
import { areCopies, bandsOf, byOrigin, type Sketch, sketchOf } from '../../ingest/copies.ts';
import type { Article } from '../../model.ts';
import { articleHead, LIVE } from './rows.ts';

/** Articles that a new one is compared with: those with the most bands in common. */
const MOST_COMPARED = 16;
/** Sketches kept in memory during one publication. */
const KEPT_SKETCHES = 512;

type Compared = Pick<Article, 'id' | 'publishedAt' | 'text' | 'body'>;

/**
 * Notes which articles are copies of one another, as pairs of stored versions: a pair counts in every generation in
 * which both are live. The table of bands holds live articles only.
 */
export class CopyFinder {
  readonly #db: DatabaseSync;
  readonly #sketches = new Map<number, Sketch>();

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Compares a new live article with those that were noted before. */
  note(row: number, article: Compared): void {
    const sketch = sketchOf(article.text.slice(article.body));
    const bands = JSON.stringify(bandsOf(sketch));
    for (const other of this.#alike(bands)) {
      if (!areCopies(sketch, this.#sketch(other.row, other.article))) continue;
      const [original, copy] = byOrigin(article, other.article) < 0 ? [row, other.row] : [other.row, row];
      this.#db.prepare('INSERT INTO copy (article, original) VALUES (?, ?)').run(copy, original);
    }
    this.#db.prepare('INSERT INTO article_band SELECT value, ? FROM json_each(?)').run(row, bands);
  }

  /** Articles that are no longer live are not compared with. */
  forget(row: number): void {
    this.#db.prepare('DELETE FROM article_band WHERE article = ?').run(row);
  }

  #alike(bands: string): { row: number; article: Compared }[] {
    return this.#db
      .prepare(
        `WITH alike AS (
           SELECT article AS row FROM article_band WHERE band IN (SELECT value FROM json_each(?))
           GROUP BY article ORDER BY count(*) DESC, article LIMIT ?
         ) SELECT article.* FROM alike JOIN article USING (row) ORDER BY row`,
      )
      .all(bands, MOST_COMPARED)
      .map((row) => ({
        row: Number(row.row),
        article: { ...articleHead(row), text: String(row.text), body: Number(row.body) },
      }));
  }

  #sketch(row: number, { text, body }: Compared): Sketch {
    const sketch = this.#sketches.get(row) ?? sketchOf(text.slice(body));
    if (this.#sketches.size >= KEPT_SKETCHES) this.#sketches.clear();
    this.#sketches.set(row, sketch);
    return sketch;
  }
}

/** Live articles that are copies, by id, and the ids of those that each is a copy of. */
export function copiesIn(db: DatabaseSync): Map<string, string[]> {
  const copies = new Map<string, string[]>();
  const pairs = db
    .prepare(
      `SELECT article.id AS id, source.id AS original FROM ${LIVE}
       JOIN copy ON copy.article = article.row JOIN article AS source ON source.row = copy.original
       JOIN lifetime AS kept ON kept.article = source.row AND kept.until IS NULL ORDER BY 1, 2`,
    )
    .all();
  for (const { id, original } of pairs) {
    copies.set(String(id), [...(copies.get(String(id)) ?? []), String(original)]);
  }
  return copies;
}
