import type { DatabaseSync } from 'node:sqlite';
import type { Filter } from '../../ports.ts';
import { LIVE, type Row } from './rows.ts';

/** The passages that the last filter let through, in the table `temp.allowed`, and their sentences. */
export class Allowed {
  readonly #db: DatabaseSync;
  #articles: readonly Row[] | undefined;
  #filter: string | undefined;
  #sentences: ReadonlySet<number> | undefined;

  constructor(db: DatabaseSync) {
    this.#db = db;
    db.exec('CREATE TEMP TABLE allowed (row INTEGER PRIMARY KEY)');
  }

  /** Fills the table for a filter. @returns false when the filter lets everything through; the table is not to be asked then. */
  use(filter: Filter): boolean {
    const { since, before, publishers } = filter;
    if (since === undefined && before === undefined && publishers === undefined) return false;
    const key = JSON.stringify([since, before, publishers]);
    if (key !== this.#filter) this.#fill(filter);
    this.#filter = key;
    return true;
  }

  /** Rows of the sentences of the passages in the table. */
  get sentences(): ReadonlySet<number> {
    this.#sentences ??= new Set(
      this.#db
        .prepare(
          'SELECT sentence.row AS row FROM temp.allowed JOIN sentence ON sentence.passage = allowed.row',
        )
        .all()
        .map(({ row }) => Number(row)),
    );
    return this.#sentences;
  }

  /** Other articles may be live now. */
  forget(): void {
    this.#articles = undefined;
    this.#filter = undefined;
  }

  #fill({ since, before, publishers }: Filter): void {
    const names = publishers?.map((name) => name.toLowerCase());
    this.#articles ??= this.#db
      .prepare(`SELECT article.row AS row, published_at, publisher FROM ${LIVE}`)
      .all();
    const articles = this.#articles
      .filter(({ published_at: date, publisher }) => {
        if (since !== undefined && !(typeof date === 'string' && date >= since)) return false;
        if (before !== undefined && !(typeof date === 'string' && date < before)) return false;
        return names === undefined || names.includes(String(publisher ?? '').toLowerCase());
      })
      .map(({ row }) => Number(row));
    this.#filter = undefined;
    this.#sentences = undefined;
    this.#db.exec('DELETE FROM temp.allowed');
    this.#db
      .prepare(
        'INSERT INTO temp.allowed SELECT passage.row FROM json_each(?) JOIN passage ON passage.article = value',
      )
      .run(JSON.stringify(articles));
  }
}
