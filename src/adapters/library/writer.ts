import type { DatabaseSync } from 'node:sqlite';
import { changesOf } from '../../ingest/changes.ts';
import type {
  Article,
  ArticleChange,
  ArticleHead,
  Calibration,
  Generation,
  Publication,
  Refusal,
} from '../../model.ts';
import type {
  Act,
  ArticleAddress,
  Changes,
  EmbeddingModel,
  FeedStore,
  LibraryWriter,
  LiveArticle,
  SourceFile,
} from '../../ports.ts';
import { transaction } from '../sqlite.ts';
import { addressesIn, forgetAddresses, keepAddresses } from './addresses.ts';
import { CopyFinder, copiesIn } from './copies.ts';
import { keepVersions, SqliteFeeds } from './feeds.ts';
import { publicationsBetween, recordPublication } from './history.ts';
import {
  articleHead,
  calibrationOf,
  LIVE,
  newestGeneration,
  sentenceText,
  textKey,
  vectorOf,
} from './rows.ts';
import { openDatabase } from './schema.ts';
import { Versions } from './versions.ts';

/** Publications told of when somebody else published first. */
const MOST_TOLD = 5;

/** Writes the library of a data folder. One run at a time may publish on top of a generation. */
export class SqliteLibraryWriter implements LibraryWriter {
  readonly #db: DatabaseSync;
  readonly feeds: FeedStore;

  constructor(dataDir: string) {
    this.#db = openDatabase(dataDir);
    this.feeds = new SqliteFeeds(this.#db);
  }

  get generation(): Generation | undefined {
    return newestGeneration(this.#db);
  }

  files(): SourceFile[] {
    const rows = this.#db.prepare('SELECT * FROM source_file ORDER BY path').all();
    return rows.map((row) => ({
      path: String(row.path),
      hash: String(row.hash),
      reader: String(row.reader),
      articles: JSON.parse(String(row.articles)) as SourceFile['articles'],
      refused: JSON.parse(String(row.refused)) as Refusal[],
    }));
  }

  live(): LiveArticle[] {
    const rows = this.#db.prepare(`SELECT article.* FROM ${LIVE} ORDER BY id`).all();
    return rows.map((row) => ({
      ...articleHead(row),
      contentHash: String(row.content_hash),
      origin: row.origin === 'folder' ? 'folder' : 'added',
    }));
  }

  liveArticle(id: string): Article | undefined {
    return new Versions(this.#db).live(id)?.article;
  }

  addresses(): ArticleAddress[] {
    return addressesIn(this.#db);
  }

  withBody(body: string): string | undefined {
    const row = this.#db
      .prepare(`SELECT id FROM ${LIVE} WHERE body_key = ? ORDER BY id LIMIT 1`)
      .get(textKey(body));
    return row && String(row.id);
  }

  copiesOf(article: Article): ArticleHead[] {
    return new CopyFinder(this.#db).copiesOf(article).filter(({ id }) => id !== article.id);
  }

  publishedSince(generation: number): Publication[] {
    return publicationsBetween(this.#db, generation, Number.MAX_SAFE_INTEGER, MOST_TOLD);
  }

  unembedded(model: string, generation: number): string[] {
    return this.#db
      .prepare(
        `SELECT passage.text, passage.start AS "from", min(sentence.row), sentence.start, sentence."end" FROM lifetime
         JOIN passage ON passage.article = lifetime.article JOIN sentence ON sentence.passage = passage.row
         WHERE since <= ? AND (until IS NULL OR until > ?)
         AND NOT EXISTS (SELECT 1 FROM vector WHERE model = ? AND vector.text_key = sentence.text_key)
         GROUP BY sentence.text_key`,
      )
      .all(generation, generation, model)
      .map(sentenceText);
  }

  withoutVector(model: string, texts: readonly string[]): string[] {
    const known = this.#db.prepare('SELECT 1 FROM vector WHERE model = ? AND text_key = ?');
    return texts.filter((text) => known.get(model, textKey(text)) === undefined);
  }

  saveVectors(
    model: string,
    dimensions: number | undefined,
    texts: readonly string[],
    vectors: readonly number[][],
  ): void {
    if (vectors.length !== texts.length) {
      throw new TypeError(
        `The embedding model ${model} gave ${vectors.length} vectors for ${texts.length} sentences.`,
      );
    }
    const expected = dimensions ?? this.#dimensionsOf(model) ?? vectors[0]?.length ?? 0;
    const units = vectors.map((vector) => unitVector(vector, model, expected));
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
    model: Pick<EmbeddingModel, 'name' | 'dimensions'>,
    act: Act,
  ): Generation | undefined {
    return this.#publish(base, model, act, (generation) => {
      const versions = new Versions(this.#db);
      const became: ArticleChange[] = [];
      const replace = (id: string, after?: Article) => {
        const before = versions.live(id);
        if (before) versions.retire(before.row, generation);
        became.push(...changesOf(before?.article, after));
      };
      // Of two articles with one id the last is meant.
      const put = new Map(changes.put.map((split) => [split.article.id, split]));
      for (const [id, { article }] of put) replace(id, article);
      for (const id of changes.remove) if (!put.has(id)) replace(id);
      for (const split of put.values()) versions.add(split, generation, split.origin ?? changes.origin);
      if (changes.files) this.#replaceFiles(changes.files);
      forgetAddresses(this.#db, changes.forgetAddresses ?? []);
      keepAddresses(this.#db, changes.addresses ?? [], act.at);
      keepVersions(this.#db, changes.feedVersions ?? []);
      return became;
    });
  }

  restore(
    generation: number,
    base: number,
    model: Pick<EmbeddingModel, 'name' | 'dimensions'>,
    act: Act,
  ): Generation | undefined {
    const publish = (id: number) => {
      const versions = new Versions(this.#db);
      const became = versions.restoration(generation);
      versions.restore(generation, id);
      const calibration = calibrationOf(this.#db, generation, model.name);
      if (calibration) this.saveCalibration(id, calibration);
      return became;
    };
    return this.#publish(base, model, act, publish, generation);
  }

  restoration(generation: number): ArticleChange[] {
    return new Versions(this.#db).restoration(generation);
  }

  saveCalibration(id: number, { topic, said, questions, passages, nearness }: Calibration): void {
    this.#db
      .prepare(
        `INSERT OR REPLACE INTO calibration (generation, model, topic, said, questions, passages, nearness)
         SELECT id, model, ?, ?, ?, ?, ? FROM generation WHERE id = ?`,
      )
      .run(topic, said, questions, passages, nearness ? JSON.stringify(nearness) : null, id);
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

  saveAddresses(addresses: readonly ArticleAddress[], at: Date): void {
    transaction(this.#db, () => keepAddresses(this.#db, addresses, at));
  }

  close(): void {
    this.#db.close();
  }

  #publish(
    base: number,
    model: Pick<EmbeddingModel, 'name' | 'dimensions'>,
    act: Act,
    change: (id: number) => ArticleChange[],
    restored?: number,
  ): Generation | undefined {
    return transaction(this.#db, () => {
      if ((this.generation?.id ?? 0) !== base) return undefined;
      const id = base + 1;
      this.#db
        .prepare(
          'INSERT INTO generation (id, created_at, articles, passages, sentences, model, dimensions, copies) VALUES (?, ?, 0, 0, 0, ?, ?, 0)',
        )
        .run(id, act.at.toISOString(), model.name, model.dimensions ?? this.#dimensionsOf(model.name) ?? 0);
      const became = change(id);
      this.#assertVectors(model.name);
      this.#db
        .prepare('UPDATE generation SET articles = ?, passages = ?, sentences = ?, copies = ? WHERE id = ?')
        .run(...this.#counts(), copiesIn(this.#db).size, id);
      recordPublication(this.#db, id, act, became, restored);
      return this.generation;
    });
  }

  /** Numbers in the vectors that are kept of a model; `undefined` when there are none. */
  #dimensionsOf(model: string): number | undefined {
    const [vector] = this.#db.prepare('SELECT value FROM vector WHERE model = ? LIMIT 1').all(model);
    return vector && vectorOf(vector.value).length;
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

  #replaceFiles(files: readonly SourceFile[]): void {
    this.#db.exec('DELETE FROM source_file');
    const insert = this.#db.prepare(
      'INSERT INTO source_file (path, hash, reader, articles, refused) VALUES (?, ?, ?, ?, ?)',
    );
    for (const { path, hash, reader, articles, refused } of files) {
      insert.run(path, hash, reader, JSON.stringify(articles), JSON.stringify(refused));
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
