import type { DatabaseSync, SQLTagStore } from 'node:sqlite';
import type { Calibration, Generation, Refusal } from '../../model.ts';
import type { Changes, LibraryWriter, SourceFile, SplitArticle } from '../../ports.ts';
import { CopyFinder, copiesIn } from './copies.ts';
import { LIVE, newestGeneration, textKey, vectorOf } from './rows.ts';
import { openDatabase, transaction } from './schema.ts';

/** Writes the library of a data folder. One run at a time may publish on top of a generation. */
export class SqliteLibraryWriter implements LibraryWriter {
  readonly #db: DatabaseSync;
  /** Runs tagged templates as prepared statements and keeps them. */
  readonly #sql: SQLTagStore;

  constructor(dataDir: string) {
    this.#db = openDatabase(dataDir);
    this.#sql = this.#db.createTagStore();
  }

  get generation(): Generation | undefined {
    return newestGeneration(this.#db);
  }

  files(): SourceFile[] {
    const rows = this.#db.prepare('SELECT * FROM source_file ORDER BY path').all();
    return rows.map((row) => ({
      path: String(row.path),
      hash: String(row.hash),
      articleIds: JSON.parse(String(row.article_ids)) as string[],
      refused: JSON.parse(String(row.refused)) as Refusal[],
    }));
  }

  contentHashes(): Map<string, string> {
    const rows = this.#db.prepare(`SELECT id, content_hash FROM ${LIVE} WHERE origin = 'folder'`).all();
    return new Map(rows.map((row) => [String(row.id), String(row.content_hash)]));
  }

  withoutVector(model: string, texts: readonly string[]): string[] {
    const known = this.#db.prepare('SELECT 1 FROM vector WHERE model = ? AND text_key = ?');
    return texts.filter((text) => known.get(model, textKey(text)) === undefined);
  }

  saveVectors(
    model: string,
    dimensions: number,
    texts: readonly string[],
    vectors: readonly number[][],
  ): void {
    if (vectors.length !== texts.length) {
      throw new TypeError(
        `The embedding model ${model} gave ${vectors.length} vectors for ${texts.length} sentences.`,
      );
    }
    const units = vectors.map((vector) => unitVector(vector, model, dimensions));
    const insert = this.#db.prepare('INSERT OR IGNORE INTO vector (model, text_key, value) VALUES (?, ?, ?)');
    transaction(this.#db, () => {
      units.forEach((unit, i) => {
        insert.run(model, textKey(texts[i] as string), new Uint8Array(unit.buffer));
      });
    });
  }

  publish(
    changes: Changes,
    base: number,
    model: { name: string; dimensions: number },
    now: Date,
  ): Generation | undefined {
    return transaction(this.#db, () => {
      if ((this.generation?.id ?? 0) !== base) return undefined;
      const id = base + 1;
      const copies = new CopyFinder(this.#db);
      for (const gone of [...changes.remove, ...changes.put.map(({ article }) => article.id)]) {
        this.#retire(gone, id, copies);
      }
      for (const split of changes.put) this.#add(split, id, changes.origin, copies);
      if (changes.files) this.#replaceFiles(changes.files);
      this.#assertVectors(model.name);
      this.#db
        .prepare(
          'INSERT INTO generation (id, created_at, articles, passages, sentences, model, dimensions, copies) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        )
        .run(id, now.toISOString(), ...this.#counts(), model.name, model.dimensions, copiesIn(this.#db).size);
      return this.generation;
    });
  }

  saveCalibration(id: number, { topic, said, questions, passages }: Calibration): void {
    this.#db
      .prepare('INSERT OR REPLACE INTO calibration SELECT id, model, ?, ?, ?, ? FROM generation WHERE id = ?')
      .run(topic, said, questions, passages, id);
  }

  vectors(model: string, texts: readonly string[]): (Float32Array | undefined)[] {
    const select = this.#db.prepare('SELECT value FROM vector WHERE model = ? AND text_key = ?');
    return texts.map((text) => {
      const row = select.get(model, textKey(text));
      return row && vectorOf(row.value);
    });
  }

  saveFiles(files: readonly SourceFile[]): void {
    transaction(this.#db, () => this.#replaceFiles(files));
  }

  close(): void {
    this.#db.close();
  }

  /** A sentence without a vector could never be found: better no generation than such a one. */
  #assertVectors(model: string): void {
    const without = this.#db
      .prepare(
        `SELECT count(*) AS n FROM ${LIVE} JOIN passage ON passage.article = article.row
         JOIN sentence ON sentence.passage = passage.row
         WHERE NOT EXISTS (SELECT 1 FROM vector WHERE model = ? AND vector.text_key = sentence.text_key)`,
      )
      .get(model)?.n;
    if (without !== 0) throw new Error(`${without} sentences have no vector of the model ${model}`);
  }

  #counts(): [articles: number, passages: number, sentences: number] {
    const count = (from: string) => Number(this.#db.prepare(`SELECT count(*) AS n FROM ${from}`).get()?.n);
    const passages = `${LIVE} JOIN passage ON passage.article = article.row`;
    return [
      count(LIVE),
      count(passages),
      count(`${passages} JOIN sentence ON sentence.passage = passage.row`),
    ];
  }

  #retire(articleId: string, until: number, copies: CopyFinder): void {
    const live = this.#db.prepare(`SELECT article.row FROM ${LIVE} WHERE id = ?`).get(articleId);
    if (!live) return;
    const row = Number(live.row);
    for (const table of ['passage_words', 'passage_trigrams']) {
      this.#db
        .prepare(`DELETE FROM ${table} WHERE rowid IN (SELECT row FROM passage WHERE article = ?)`)
        .run(row);
    }
    this.#db.prepare('UPDATE lifetime SET until = ? WHERE article = ? AND until IS NULL').run(until, row);
    copies.forget(row);
  }

  #add(
    { article, passages }: SplitArticle,
    since: number,
    origin: Changes['origin'],
    copies: CopyFinder,
  ): void {
    const sql = this.#sql;
    const { id, title, text, body, contentHash } = article;
    const stated = JSON.stringify(article.stated);
    const [publisher, author, publishedAt, url] = [
      article.publisher ?? null,
      article.author ?? null,
      article.publishedAt ?? null,
      article.url ?? null,
    ];
    const row = sql.run`INSERT INTO article
      (id, title, publisher, author, published_at, url, text, body, stated, content_hash, origin) VALUES
      (${id}, ${title}, ${publisher}, ${author}, ${publishedAt}, ${url}, ${text}, ${body}, ${stated},
      ${contentHash}, ${origin})`.lastInsertRowid;
    sql.run`INSERT INTO lifetime (article, since) VALUES (${row}, ${since})`;
    copies.note(Number(row), article);

    passages.forEach(({ start, end, sentences }, ordinal) => {
      const words = text.slice(start, end);
      const passage = sql.run`INSERT INTO passage (article, ordinal, start, "end", text)
        VALUES (${row}, ${ordinal}, ${start}, ${end}, ${words})`.lastInsertRowid;
      sql.run`INSERT INTO passage_words (rowid, title, text) VALUES (${passage}, ${title}, ${words})`;
      sql.run`INSERT INTO passage_trigrams (rowid, text) VALUES (${passage}, ${words})`;
      for (const span of sentences) {
        const key = textKey(text.slice(span.start, span.end));
        sql.run`INSERT INTO sentence (passage, start, "end", text_key)
          VALUES (${passage}, ${span.start}, ${span.end}, ${key})`;
      }
    });
  }

  #replaceFiles(files: readonly SourceFile[]): void {
    this.#db.exec('DELETE FROM source_file');
    const insert = this.#db.prepare(
      'INSERT INTO source_file (path, hash, article_ids, refused) VALUES (?, ?, ?, ?)',
    );
    for (const { path, hash, articleIds, refused } of files) {
      insert.run(path, hash, JSON.stringify(articleIds), JSON.stringify(refused));
    }
  }
}

/** @throws {TypeError} unless the vector has the right length, finite numbers and a direction. */
function unitVector(vector: readonly number[], model: string, dimensions: number): Float32Array {
  const norm = Math.hypot(...vector);
  if (vector.length !== dimensions || !Number.isFinite(norm) || norm === 0) {
    throw new TypeError(
      `The embedding model ${model} gave a vector that cannot be used (${vector.length} numbers of ${dimensions}, length ${norm}).`,
    );
  }
  return Float32Array.from(vector, (value) => value / norm);
}
