import type { DatabaseSync, SQLTagStore } from 'node:sqlite';
import { stemmer } from 'stemmer';
import type { Article, ArticleHead, Generation, Span, Status } from '../../model.ts';
import type { Filter, LibraryReader, Scored, StoredPassage } from '../../ports.ts';
import { hnswlib } from '../vector-index/index.ts';
import { Allowed } from './allowed.ts';
import { copiesIn } from './copies.ts';
import { Recent } from './recent.ts';
import { articleHead, articleOf, LIVE, newestGeneration, type Row, sentenceText, vectorOf } from './rows.ts';
import { openDatabase } from './schema.ts';
import { rarest, TermCounts } from './term-counts.ts';
import { VectorSearch } from './vector-search.ts';

/** Weight of a word in the title beside one in the text. */
const TITLE_WEIGHT = 0.5;
/**
 * Entries of a full-text index read for one question at the most: so many, and in large libraries so many for each
 * passage. Terms too common to fit in tell the least. On 5,000 passages reading all entries finds no more; on 100,000
 * it finds the article among the first five for 84.6 % of the questions in 259 ms, this for 86.9 % in 63 ms.
 */
const MOST_ENTRIES = { least: 12_000, perPassage: 0.4 };
/** Passages kept in memory. Their rows never change, so only the oldest ever have to go. */
const KEPT_PASSAGES = 4_096;
/** Searches by words that are kept: a question is searched for once ahead of its vector, and once with it. */
const KEPT_SEARCHES = 64;
/** Sentences looked at for each passage wanted: a passage may own several of the nearest. */
const SENTENCES_PER_PASSAGE = 2;

/** Reads one generation of the library of a data folder, and the newest when it is told to. */
export class SqliteLibraryReader implements LibraryReader {
  readonly #db: DatabaseSync;
  readonly #sql: SQLTagStore;
  /** Sees what others publish while the first connection holds its view still. */
  readonly #outlook: DatabaseSync;
  readonly #kept = new Map<number, StoredPassage>();
  #generation: Generation | undefined;
  readonly #vocabulary: TermCounts;
  readonly #trigrams: TermCounts;
  readonly #allowed: Allowed;
  readonly #vectors: VectorSearch;
  readonly #searches = new Recent<Scored[]>(KEPT_SEARCHES);
  #copies: ReadonlyMap<string, readonly string[]> | undefined;
  #heads: readonly ArticleHead[] | undefined;

  constructor(dataDir: string) {
    this.#db = openDatabase(dataDir);
    this.#outlook = openDatabase(dataDir);
    this.#sql = this.#db.createTagStore();
    this.#allowed = new Allowed(this.#db);
    this.#vectors = new VectorSearch(dataDir, this.#db);
    this.#vocabulary = new TermCounts(this.#db, 'passage_words');
    this.#trigrams = new TermCounts(this.#db, 'passage_trigrams');
    this.refresh();
  }

  get generation(): Generation | undefined {
    return this.#generation;
  }

  /** Whether a newer generation was published than the one being read. */
  get stale(): boolean {
    const newest = newestGeneration(this.#outlook);
    return (
      newest?.id !== this.#generation?.id ||
      JSON.stringify(newest?.calibration) !== JSON.stringify(this.#generation?.calibration)
    );
  }

  get indexStatus(): Status['index'] {
    if (this.#vectors.index?.engine !== 'exact') return { engine: 'hnsw' };
    const note = hnswlib
      ? 'the search index is being rebuilt; until then every vector is compared'
      : 'hnswlib-node could not be compiled on this machine; every vector is compared, which is slower on large libraries';
    return { engine: 'exact', note };
  }

  get vocabulary(): ReadonlyMap<string, number> {
    return this.#vocabulary;
  }

  get trigrams(): ReadonlyMap<string, number> {
    return this.#trigrams;
  }

  get copies(): ReadonlyMap<string, readonly string[]> {
    this.#copies ??= copiesIn(this.#db);
    return this.#copies;
  }

  refresh(): void {
    // An open read transaction holds the view still while others publish.
    if (this.#db.isTransaction) this.#db.exec('COMMIT');
    this.#db.exec('BEGIN');
    const { model } = this.#generation ?? {};
    this.#generation = newestGeneration(this.#db);
    // The vectors of a passage are all of it that can change.
    if (model !== this.#generation?.model) this.#kept.clear();
    for (const kept of [this.#vocabulary, this.#trigrams, this.#allowed, this.#searches]) kept.forget();
    this.#copies = undefined;
    this.#heads = undefined;
    this.#vectors.use(this.#generation);
  }

  matchWords(terms: readonly string[], limit: number, filter: Filter): Scored[] {
    if (terms.length === 0) return [];
    return this.#searches.get(json(['words', terms, limit, filter]), () => {
      const all = this.#allowed.use(filter) ? 0 : 1;
      const asked = rarest(terms, (term) => this.#vocabulary.get(stemmer(term)) ?? 0, this.#mostEntries);
      return this.#sql.all`
        SELECT rowid AS row, -bm25(passage_words, ${TITLE_WEIGHT}, 1.0) AS score FROM passage_words
        WHERE passage_words MATCH ${anyOf(asked)} AND (${all} OR rowid IN temp.allowed)
        ORDER BY score DESC LIMIT ${limit}`.map(scored);
    });
  }

  matchTrigrams(trigrams: readonly string[], limit: number, filter: Filter): Scored[] {
    if (trigrams.length === 0) return [];
    return this.#searches.get(json(['trigrams', trigrams, limit, filter]), () => {
      const all = this.#allowed.use(filter) ? 0 : 1;
      const asked = rarest(trigrams, (trigram) => this.#trigrams.get(trigram) ?? 0, this.#mostEntries);
      return this.#sql.all`
        SELECT rowid AS row, -bm25(passage_trigrams) AS score FROM passage_trigrams
        WHERE passage_trigrams MATCH ${anyOf(asked)} AND (${all} OR rowid IN temp.allowed)
        ORDER BY score DESC LIMIT ${limit}`.map(scored);
    });
  }

  matchVector(vector: Float32Array, limit: number, filter: Filter): Scored[] {
    if (vector.length !== this.#generation?.dimensions) return [];
    const allowed = this.#allowed.use(filter) ? this.#allowed.sentences : undefined;
    const neighbours = this.#vectors.search(vector, limit * SENTENCES_PER_PASSAGE, allowed);
    const owners = this.#sql.all`
      SELECT sentence.row AS sentence, passage AS row FROM json_each(${json(neighbours.map(({ label }) => label))})
      JOIN sentence ON sentence.row = value`;
    const ownerOf = new Map(owners.map(({ sentence, row }) => [Number(sentence), Number(row)]));
    const best = new Map<number, number>();
    for (const { label, cosine } of neighbours) {
      const row = ownerOf.get(label);
      if (row !== undefined && !best.has(row)) best.set(row, cosine);
    }
    return [...best].map(([row, score]) => ({ row, score })).slice(0, limit);
  }

  passages(rows: readonly number[]): StoredPassage[] {
    const missing = rows.filter((row) => !this.#kept.has(row));
    for (const passage of this.#load(missing)) this.#kept.set(passage.row, passage);
    const found = rows.flatMap((row) => this.#kept.get(row) ?? []);
    for (const passage of found) {
      // Used last, thrown away last.
      this.#kept.delete(passage.row);
      this.#kept.set(passage.row, passage);
    }
    for (const row of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_PASSAGES) break;
      this.#kept.delete(row);
    }
    return found;
  }

  article(id: string): Article | undefined {
    const row = this.#sql.get`
      SELECT article.* FROM article JOIN lifetime ON lifetime.article = article.row AND until IS NULL
      WHERE id = ${id}`;
    return row && articleOf(row);
  }

  passageAt(articleId: string, offset: number): Span | undefined {
    const row = this.#db
      .prepare(
        `SELECT start, "end" FROM ${LIVE} JOIN passage ON passage.article = article.row
         WHERE id = ? AND start <= ? AND "end" > ?`,
      )
      .get(articleId, offset, offset);
    return row && { start: Number(row.start), end: Number(row.end) };
  }

  passagesFrom(articleId: string, offset: number, limit: number): StoredPassage[] {
    const rows = this.#sql.all`
      SELECT passage.row FROM lifetime JOIN article ON article.row = lifetime.article AND until IS NULL
      JOIN passage ON passage.article = article.row
      WHERE id = ${articleId} AND "end" > ${offset} ORDER BY ordinal LIMIT ${limit}`;
    return this.passages(rows.map(({ row }) => Number(row)));
  }

  articles(): ArticleHead[] {
    const columns = 'id, title, publisher, author, published_at, url, language';
    this.#heads ??= this.#db.prepare(`SELECT ${columns} FROM ${LIVE} ORDER BY id`).all().map(articleHead);
    return [...this.#heads];
  }

  sampleSentences(count: number): { text: string; articleId: string }[] {
    // The key of a text is a hash of it, so that its order is chance.
    return this.#db
      .prepare(
        `SELECT passage.text, passage.start AS "from", min(sentence.row), sentence.start, sentence."end", article.id
         FROM ${LIVE} JOIN passage ON passage.article = article.row JOIN sentence ON sentence.passage = passage.row
         GROUP BY text_key ORDER BY text_key LIMIT ?`,
      )
      .all(count)
      .map((row) => ({ text: sentenceText(row), articleId: String(row.id) }));
  }

  close(): void {
    this.#db.close();
    this.#outlook.close();
  }

  get #mostEntries(): number {
    return Math.max(MOST_ENTRIES.least, MOST_ENTRIES.perPassage * (this.#generation?.passages ?? 0));
  }

  #load(rows: readonly number[]): StoredPassage[] {
    if (rows.length === 0 || !this.#generation) return [];
    const passages = this.#sql.all`
      WITH wanted (row) AS (SELECT value FROM json_each(${json(rows)}))
      SELECT passage.*, article.id, title, publisher, author, published_at, url, language
      FROM wanted JOIN passage USING (row) JOIN article ON article.row = passage.article`;
    const sentences = Map.groupBy(
      this.#sql.all`
        WITH wanted (passage) AS (SELECT value FROM json_each(${json(rows)}))
        SELECT passage, sentence.row, start, "end", vector.value AS vector
        FROM wanted JOIN sentence USING (passage)
        JOIN vector ON vector.model = ${this.#generation.model} AND vector.text_key = sentence.text_key
        ORDER BY sentence.row`,
      ({ passage }) => Number(passage),
    );
    return passages.map((row) => storedPassage(row, sentences.get(Number(row.row)) ?? []));
  }
}

function storedPassage(row: Row, sentences: readonly Row[]): StoredPassage {
  return {
    row: Number(row.row),
    articleId: String(row.id),
    ordinal: Number(row.ordinal),
    start: Number(row.start),
    end: Number(row.end),
    text: String(row.text),
    article: articleHead(row),
    sentences: sentences.map((sentence) => ({
      row: Number(sentence.row),
      start: Number(sentence.start),
      end: Number(sentence.end),
      vector: vectorOf(sentence.vector),
    })),
  };
}

function scored(row: Row): Scored {
  return { row: Number(row.row), score: Number(row.score) };
}

/** A full-text query that any one of the terms satisfies. */
function anyOf(terms: readonly string[]): string {
  return terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ');
}

function json(values: readonly unknown[]): string {
  return JSON.stringify(values);
}
