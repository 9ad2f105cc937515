import type { DatabaseSync } from 'node:sqlite';
import { areCopies, bandsOf, byOrigin, type Sketch, sketchOf } from '../../ingest/copies.ts';
import type { Article, ArticleHead } from '../../model.ts';
import { articleHead, LIVE } from './rows.ts';

/** Articles that a new one is compared with: those with the most bands in common. */
const MOST_COMPARED = 16;
/** Sketches kept in memory during one publication. */
const KEPT_SKETCHES = 512;

type Compared = Pick<Article, 'id' | 'publishedAt' | 'text' | 'body'>;

/** A live article that may be a copy. */
interface Known {
  row: number;
  head: ArticleHead;
  article: Compared;
}

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
    const { bands, copies } = this.#compare(article);
    for (const other of copies) {
      const [original, copy] = byOrigin(article, other.article) < 0 ? [row, other.row] : [other.row, row];
      this.#db.prepare('INSERT INTO copy (article, original) VALUES (?, ?)').run(copy, original);
    }
    this.#insertBands(row, bands);
  }

  /** Makes an article known that was noted when it was live before. */
  noteAgain(row: number, article: Compared): void {
    this.#insertBands(row, bandsOf(sketchOf(article.text.slice(article.body))));
  }

  /** Live articles that an article is or has a copy of. */
  copiesOf(article: Compared): ArticleHead[] {
    return this.#compare(article).copies.map(({ head }) => head);
  }

  /** Articles that are no longer live are not compared with. */
  forget(row: number): void {
    this.#db.prepare('DELETE FROM article_band WHERE article = ?').run(row);
  }

  #compare(article: Compared): { bands: number[]; copies: Known[] } {
    const sketch = sketchOf(article.text.slice(article.body));
    const bands = bandsOf(sketch);
    const copies = this.#alike(bands).filter((other) =>
      areCopies(sketch, this.#sketch(other.row, other.article)),
    );
    return { bands, copies };
  }

  #insertBands(row: number, bands: readonly number[]): void {
    this.#db
      .prepare('INSERT INTO article_band SELECT value, ? FROM json_each(?)')
      .run(row, JSON.stringify(bands));
  }

  #alike(bands: readonly number[]): Known[] {
    return this.#db
      .prepare(
        `WITH alike AS (
           SELECT article AS row FROM article_band WHERE band IN (SELECT value FROM json_each(?))
           GROUP BY article ORDER BY count(*) DESC, article LIMIT ?
         ) SELECT article.* FROM alike JOIN article USING (row) ORDER BY row`,
      )
      .all(JSON.stringify(bands), MOST_COMPARED)
      .map((row) => ({
        row: Number(row.row),
        head: articleHead(row),
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
