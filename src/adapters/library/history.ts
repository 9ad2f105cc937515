import type { DatabaseSync } from 'node:sqlite';
import type { ArticleChange, ArticleRecord, Detail, HistoryPage, Publication } from '../../model.ts';
import type { Act, LibraryHistory } from '../../ports.ts';
import { articleOf, type Row } from './rows.ts';
import { openDatabase } from './schema.ts';

/** Articles named for one publication. */
const MOST_NAMED = 20;

const PUBLICATION =
  'SELECT generation, created_at, actor, kind, restored FROM publication JOIN generation ON generation.id = generation';

/** Reads the history of the library of a data folder. */
export class SqliteHistory implements LibraryHistory {
  readonly #db: DatabaseSync;

  constructor(dataDir: string) {
    this.#db = openDatabase(dataDir);
  }

  page(count: number, before?: number): HistoryPage {
    const found = publicationsBetween(this.#db, 0, before ?? Number.MAX_SAFE_INTEGER, count + 1);
    return { publications: found.slice(0, count), more: found.length > count };
  }

  record(id: string): ArticleRecord | undefined {
    const row = this.#db
      .prepare(
        `SELECT article.*, until IS NULL AS live FROM article JOIN lifetime ON lifetime.article = article.row
         WHERE id = ? ORDER BY since DESC LIMIT 1`,
      )
      .get(id);
    if (!row) return undefined;
    const article = articleOf(row);
    const counts = this.#db
      .prepare(
        `SELECT count(DISTINCT passage.row) AS passages, count(sentence.row) AS sentences
         FROM passage LEFT JOIN sentence ON sentence.passage = passage.row WHERE passage.article = ?`,
      )
      .get(Number(row.row));
    const history = this.#db
      .prepare(
        `SELECT publication.*, created_at, article_change.kind AS became, article_change.id AS id, title, words, details FROM article_change
         JOIN publication USING (generation) JOIN generation ON generation.id = generation
         WHERE article_change.id = ? ORDER BY generation DESC`,
      )
      .all(id);
    return {
      ...{ article, live: row.live === 1, origin: row.origin === 'folder' ? 'folder' : 'added', copies: [] },
      ...{ passages: Number(counts?.passages), sentences: Number(counts?.sentences) },
      history: history.map((entry) => ({
        ...actOf(entry),
        change: changeIn({ ...entry, kind: entry.became }),
      })),
    };
  }

  contentHashAt(id: string, generation: number): string | undefined {
    const row = this.#db
      .prepare(
        `SELECT content_hash FROM article JOIN lifetime ON lifetime.article = article.row
         WHERE id = ? AND since <= ? AND (until IS NULL OR until > ?)`,
      )
      .get(id, generation, generation);
    return row && String(row.content_hash);
  }

  close(): void {
    this.#db.close();
  }
}

/** Notes who published a generation, and what that changed. */
export function recordPublication(
  db: DatabaseSync,
  generation: number,
  act: Act,
  changes: readonly ArticleChange[],
  restored?: number,
): void {
  db.prepare('INSERT INTO publication (generation, actor, kind, restored) VALUES (?, ?, ?, ?)').run(
    generation,
    act.actor,
    act.kind,
    restored ?? null,
  );
  const insert = db.prepare(
    'INSERT INTO article_change (generation, id, kind, title, words, details) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const { id, kind, title, words, details } of changes) {
    insert.run(generation, id, kind, title, json(words), json(details));
  }
}

/** The newest `count` publications after one generation and before another, newest first. */
export function publicationsBetween(
  db: DatabaseSync,
  after: number,
  before: number,
  count: number,
): Publication[] {
  const tally = db.prepare(
    'SELECT kind, count(*) AS n FROM article_change WHERE generation = ? GROUP BY kind',
  );
  const named = db.prepare('SELECT * FROM article_change WHERE generation = ? ORDER BY id LIMIT ?');
  return db
    .prepare(`${PUBLICATION} WHERE generation > ? AND generation < ? ORDER BY generation DESC LIMIT ?`)
    .all(after, before, count)
    .map((row) => {
      const act = actOf(row);
      const counts = new Map(tally.all(act.generation).map(({ kind, n }) => [kind, Number(n)]));
      return {
        ...act,
        added: counts.get('added') ?? 0,
        changed: counts.get('changed') ?? 0,
        removed: counts.get('removed') ?? 0,
        articles: named.all(act.generation, MOST_NAMED).map(changeIn),
      };
    });
}

function actOf(row: Row): Pick<Publication, 'generation' | 'at' | 'actor' | 'kind' | 'restored'> {
  return {
    generation: Number(row.generation),
    at: String(row.created_at),
    actor: String(row.actor),
    kind: row.kind as Publication['kind'],
    ...(row.restored === null ? {} : { restored: Number(row.restored) }),
  };
}

function changeIn(row: Row): ArticleChange {
  return {
    kind: row.kind as ArticleChange['kind'],
    id: String(row.id),
    title: String(row.title),
    ...(typeof row.words === 'string' && {
      words: JSON.parse(row.words) as NonNullable<ArticleChange['words']>,
    }),
    ...(typeof row.details === 'string' && { details: JSON.parse(row.details) as Detail[] }),
  };
}

function json(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
