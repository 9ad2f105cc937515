import type {
  AddedFile,
  Article,
  ArticleChange,
  ArticleHead,
  ArticleRecord,
  Calibration,
  Generation,
  HistoryPage,
  Passage,
  Publication,
  Question,
  Refusal,
  Span,
  SplitPassage,
  Status,
} from '../model.ts';
import type { EmbeddingModel } from './embeddings.ts';
import type { FeedStore, FeedVersion } from './feeds.ts';

/** Finds the vectors nearest to another by cosine. */
export interface VectorIndex {
  readonly engine: 'hnsw' | 'exact';
  readonly size: number;
  /**
   * The labels of the `k` nearest vectors (fewer when it holds fewer), nearest first, with their cosine (-1 to 1).
   * @param allow leaves out labels; must not throw.
   */
  search(vector: Float32Array, k: number, allow?: (label: number) => boolean): Neighbour[];
}

export interface Neighbour {
  label: number;
  cosine: number;
}

/** Which articles may answer: the filters of a question. */
export type Filter = Pick<Question, 'since' | 'before' | 'publishers'>;

/** A stored passage with everything that ranking and answering read. */
export interface StoredPassage extends Passage {
  /** Key in the library; stable while its article does not change. */
  row: number;
  article: ArticleHead;
  sentences: StoredSentence[];
}

export interface StoredSentence extends Span {
  row: number;
  /** Unit vector of the generation's embedding model. */
  vector: Float32Array;
}

/** A passage and the score that one ranker gave it; higher is better, comparable within one call. */
export interface Scored {
  row: number;
  score: number;
}

/**
 * The library as readers see it: one generation, unchanged until `refresh` moves to the newest.
 * A filter that is empty lets every article through.
 */
export interface LibraryReader {
  /** The generation being read; `undefined` before the first was published. */
  readonly generation: Generation | undefined;
  /** Whether a newer generation was published than the one being read. */
  readonly stale: boolean;
  /** How vectors are searched at the moment. */
  readonly indexStatus: Status['index'];
  /** Stems of the live passages, and how many passages hold each. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** Character trigrams of the live passages, and how many passages hold each. */
  readonly trigrams: ReadonlyMap<string, number>;
  /** Live articles that are copies of others, by id, and the ids of those: older ones, or more complete ones of one day. */
  readonly copies: ReadonlyMap<string, readonly string[]>;
  /** Moves to the newest generation, and to its index as soon as there is one. */
  refresh(): void;
  /** BM25 of stemmed words, any of which may match. */
  matchWords(terms: readonly string[], limit: number, filter: Filter): Scored[];
  /** BM25 of character trigrams, any of which may match. */
  matchTrigrams(trigrams: readonly string[], limit: number, filter: Filter): Scored[];
  /** Passages of the sentences nearest to a vector; the score is the best sentence's cosine. */
  matchVector(vector: Float32Array, limit: number, filter: Filter): Scored[];
  /** In the order of `rows`; unknown rows are left out. */
  passages(rows: readonly number[]): StoredPassage[];
  article(id: string): Article | undefined;
  /** The passage of an article that holds the code unit at `offset`; the head belongs to none. */
  passageAt(articleId: string, offset: number): Span | undefined;
  /** The first `limit` passages of an article that end behind `offset`, in their order. */
  passagesFrom(articleId: string, offset: number, limit: number): StoredPassage[];
  /** Sorted by id. */
  articles(): ArticleHead[];
  /** Sentences spread over the library by chance, the same ones while they stay in it; each text once. */
  sampleSentences(count: number): { text: string; articleId: string }[];
  close(): void;
}

/** One corpus file as it was last read. */
export interface SourceFile {
  /** Below the corpus folder, `/` between folders. */
  path: string;
  /** SHA-256 (hex) of its path and bytes; empty when it is to be read again in any case. */
  hash: string;
  /** The version of the reader that read it. */
  reader: string;
  /** What it gave: an article that is live in another form, or not at all, was decided on by a moderator since. */
  articles: Pick<Article, 'id' | 'contentHash'>[];
  refused: Refusal[];
}

/** Where an article was read on the web, and how that went the last time. */
export interface ArticleAddress {
  articleId: string;
  /** The address that is read again. */
  url: string;
  /** What is common to all spellings (`addressKey`) of each address that is known to lead to it. */
  keys: string[];
  etag?: string;
  lastModified?: string;
  /** SHA-256 (hex) of the bytes that it gave. */
  hash: string;
  /** The version of the reader that read them. */
  reader: string;
  /** Of the article that they gave: one that is live in another form was decided on by a moderator since. */
  contentHash: string;
  /** What a moderator knows better than the page says it. */
  details: NonNullable<AddedFile['details']>;
}

/** An article to publish, split, with the key of every sentence's vector. */
export interface SplitArticle {
  article: Article;
  passages: SplitPassage[];
  /** Where it comes from, when that is not where the others do. */
  origin?: 'folder' | 'added';
}

/** What one publication changes. */
export interface Changes {
  /** New articles and new versions of known ones. */
  put: SplitArticle[];
  /** Where the articles to put come from: an ingest of the corpus folder leaves alone what did not come from it. */
  origin: 'folder' | 'added';
  /** Ids of articles that go. */
  remove: string[];
  /** The files that the corpus folder holds now; absent when it was not read. */
  files?: SourceFile[];
  /** Addresses of articles, in place of what was known of theirs. */
  addresses?: ArticleAddress[];
  /** Ids of articles that are no longer those of their addresses. */
  forgetAddresses?: string[];
  /** Versions of feeds whose entries are all dealt with when this is published. */
  feedVersions?: FeedVersion[];
}

/** Who publishes, why and when: what the history tells of it. */
export interface Act {
  actor: string;
  kind: Publication['kind'];
  at: Date;
}

/** A live article without its text. */
export interface LiveArticle extends ArticleHead, Pick<Article, 'contentHash'> {
  origin: Changes['origin'];
}

/** What was published, by whom and when, as of the newest generation. */
export interface LibraryHistory {
  /** The newest `count` publications, of those before generation `before` when it is given. */
  page(count: number, before?: number): HistoryPage;
  /** What is and was of an article; `undefined` when there never was one of this id. Its copies are left empty. */
  record(id: string): ArticleRecord | undefined;
  /** Content hash of the version of an article that was live in a generation; `undefined` when none was. */
  contentHashAt(id: string, generation: number): string | undefined;
  close(): void;
}

/** The library as ingest sees it. */
export interface LibraryWriter {
  /** The newest generation. */
  readonly generation: Generation | undefined;
  readonly feeds: FeedStore;
  files(): SourceFile[];
  /** Every live article, sorted by id. */
  live(): LiveArticle[];
  liveArticle(id: string): Article | undefined;
  /** Where articles were read on the web, also articles that were removed since; sorted by their ids. */
  addresses(): ArticleAddress[];
  /** The id of a live article with exactly this body. */
  withBody(body: string): string | undefined;
  /** Live articles that say nearly the same, but for the one with its id. */
  copiesOf(article: Article): ArticleHead[];
  /** The newest five publications since a generation, newest first. */
  publishedSince(generation: number): Publication[];
  /** What bringing back the articles of a generation would change, by id. */
  restoration(generation: number): ArticleChange[];
  /** Texts of sentences of the articles that were live in a generation and have no vector of this model, each once. */
  unembedded(model: string, generation: number): string[];
  /** Those of `texts` (distinct) that have no vector of this model yet. */
  withoutVector(model: string, texts: readonly string[]): string[];
  /**
   * Keeps vectors at once, whatever becomes of the run.
   * @param dimensions when `undefined`, as many as the vectors that are kept of this model, or as the first has.
   * @throws {TypeError} when any is not `dimensions` finite numbers of some length: none is kept then.
   */
  saveVectors(
    model: string,
    dimensions: number | undefined,
    texts: readonly string[],
    vectors: readonly number[][],
  ): void;
  /**
   * Publishes a new generation in one transaction, having noted which articles are copies of each other. Gives `undefined`, having changed nothing, when somebody
   * else published since generation `base` (0: none).
   */
  publish(
    changes: Changes,
    base: number,
    model: Pick<EmbeddingModel, 'name' | 'dimensions'>,
    act: Act,
  ): Generation | undefined;
  /**
   * Publishes the articles of an earlier generation, as they were then, in a new one; with its calibration, if there
   * was one of this model. What the corpus folder holds is not forgotten: see `SourceFile.articles`. Gives
   * `undefined` as `publish` does.
   */
  restore(
    generation: number,
    base: number,
    model: Pick<EmbeddingModel, 'name' | 'dimensions'>,
    act: Act,
  ): Generation | undefined;
  /** Keeps what was measured of the library as of a generation. */
  saveCalibration(generation: number, calibration: Calibration): void;
  /** The vectors of texts, in their order; `undefined` where there is none of this model. */
  vectors(model: string, texts: readonly string[]): (Float32Array | undefined)[];
  /** Remembers how the files of the corpus folder read, without publishing. */
  saveFiles(files: readonly SourceFile[]): void;
  /** Remembers how addresses read at a time, without publishing. */
  saveAddresses(addresses: readonly ArticleAddress[], at: Date): void;
  close(): void;
}
