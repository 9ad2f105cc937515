import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type {
  AddedFile,
  Answer,
  Article,
  ArticleChange,
  ArticleHead,
  ArticleRecord,
  Calibration,
  Card,
  CardKind,
  CardReport,
  Feed,
  Generation,
  GivenAnswer,
  HistoryPage,
  Job,
  Memory,
  Passage,
  Publication,
  Question,
  QuizAnswer,
  QuizOffer,
  QuizRound,
  QuizSession,
  Refusal,
  Reminder,
  RoundPick,
  RoundPlayer,
  Span,
  SplitPassage,
  Status,
  Turn,
} from './model.ts';

/** What turns text into vectors: any LangChain `Embeddings` that can say which model it is. */
export interface EmbeddingModel extends EmbeddingsInterface {
  /** Vectors of two models with the same name can be compared. */
  readonly name: string;
  /** Numbers in a vector; `undefined` until a model whose server has to tell was asked for its first one. */
  readonly dimensions: number | undefined;
  /** Ends what is under way. */
  close(): Promise<void>;
}

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

/** A feed, or a part of one, as it was when all of its entries had been dealt with. */
export interface FeedVersion {
  feed: string;
  /** Of the feed itself or of its part. */
  url: string;
  etag?: string;
  lastModified?: string;
}

/** The feeds that a refresh follows. */
export interface FeedStore {
  /** Sorted by their addresses. */
  all(): Feed[];
  versions(): FeedVersion[];
  /** Keys of addresses in feeds that are passed over at a time, with until when: they were no articles when last read. */
  passed(at: Date): Map<string, Date>;
  /** Adds a feed, or replaces what was known of it. */
  add(feed: Feed): void;
  /** False when there is none of this address. */
  remove(url: string): boolean;
  /** Remembers how feeds were when they were asked for, versions that were dealt with, and what to pass over. */
  keep(seen: FeedsSeen): void;
}

/** What a refresh saw of feeds. */
export interface FeedsSeen {
  checks: (Pick<Feed, 'url' | 'problem'> & { checkedAt: string })[];
  versions: FeedVersion[];
  /** Keys of addresses that are passed over until a time. */
  passed: { key: string; until: Date }[];
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
  /** Content hash of every live article that came from the corpus folder, by id. */
  contentHashes(): Map<string, string>;
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

/** Which cards are meant; what is absent lets every card through. */
export interface CardFilter {
  /** Only from these articles. */
  articleIds?: readonly string[] | undefined;
  /** Compared without case. */
  publisher?: string | undefined;
  kind?: CardKind | undefined;
}

/** What was made of one article. */
export interface MadeOfArticle {
  /** Which version of the article: its content hash. */
  version: string;
  articleId: string;
  cards: Card[];
  /** How often each reason refused a sentence or a question. */
  refused: Record<string, number>;
}

/** The cards of the library: those of live articles that were not retired, as of now. */
export interface CardShelf {
  /** The generation published last; 0 before the first. */
  readonly generation: number;
  /** Live articles. */
  readonly articles: number;
  /** The first live articles, by id, whose cards are still to be made. */
  withoutCards(count: number): SplitArticle[];
  /** Live articles with their sentences, in no order. */
  split(ids: readonly string[]): SplitArticle[];
  /** Ids of the first `count` live articles. */
  ids(count: number): string[];
  /** Sorted by article, then by place. */
  cards(filter: CardFilter): Card[];
  /** Ids of the cards of these articles, in no order; without reading the cards. */
  cardIds(articleIds: readonly string[]): string[];
  /** Of live articles. */
  refused(): Record<string, number>;
  /** A card by its id, also one that is gone; `undefined` when there never was one. */
  card(id: string): { card: Card; isLive: boolean } | undefined;
  /** Keeps what was made, and retires cards that hold no longer, all or nothing. */
  save(made: readonly MadeOfArticle[], retired: readonly string[]): void;
  close(): void;
}

/** What a student's quizzes are remembered by. What it has acknowledged survives the end of the process. */
export interface QuizStore {
  /** Keeps a new session; its key is made here. */
  start(session: Omit<QuizSession, 'key'>): QuizSession;
  /** `undefined` when the key is unknown or the session has expired. */
  session(key: string, now: Date): QuizSession | undefined;
  /** Remembers when a question of a session was shown last. */
  shown(session: QuizSession, at: number, now: Date): void;
  /** `undefined` when it was not. */
  shownAt(session: QuizSession, at: number): Date | undefined;
  /**
   * Counts an answer, and remembers the card by it; an answer to the same question of the same session that came
   * before is given back instead, with nothing changed.
   * @param remember makes the answer of what was remembered of the card before
   */
  answer(
    session: QuizSession,
    at: number,
    remember: (before: Memory | undefined) => Omit<QuizAnswer, 'at' | 'cardId'>,
  ): { answer: QuizAnswer; counted: boolean };
  /** Counts the same answer anew, with what was remembered before it; `undefined` when there is none, or one to the same card since. */
  regrade(
    session: QuizSession,
    at: number,
    remember: (before: Memory | undefined, answer: QuizAnswer) => Pick<QuizAnswer, 'grade' | 'memory'>,
  ): QuizAnswer | undefined;
  /** In the order of the questions. */
  answers(session: QuizSession): QuizAnswer[];
  /** Every answer of somebody, the oldest first. */
  history(user: string): GivenAnswer[];
  /** Keeps what a button stands for, and lets go of what has expired; gives its key. */
  offer(offer: Omit<QuizOffer, 'key'>, now: Date): string;
  /** `undefined` when the key is unknown or has expired. */
  offered(key: string, now: Date): QuizOffer | undefined;
  /** What is remembered of every card that somebody has answered, by its id, the first due first. */
  memories(user: string): Map<string, Memory>;
  /** Keeps a report; a user's second report of a card is the first one. */
  report(user: string, cardId: string, at: Date): void;
  /** Cards that were reported and not kept by a moderator since, by id. */
  resting(): Set<string>;
  /** Everything that is stored about somebody, by table. */
  exportOf(user: string): Record<string, Record<string, unknown>[]>;
  /** Removes all of that. */
  forget(user: string): void;
  close(): void;
}

/** Group rounds, and the tables they make. */
export interface RoundStore {
  /** `undefined` when there is a round in the channel that is not over. */
  begin(round: Omit<QuizRound, 'key' | 'messageId'>): QuizRound | undefined;
  /** `undefined` when the key is unknown. */
  round(key: string): QuizRound | undefined;
  /** Those that are not over. */
  open(): QuizRound[];
  save(round: QuizRound): void;
  /** False when they were in it already. */
  join(round: QuizRound, player: RoundPlayer, at: Date): boolean;
  /** In the order in which they came. */
  players(round: QuizRound): RoundPlayer[];
  /** Counts what somebody chose for the round's question, in place of what they chose before; they are in it from then on. */
  pick(
    round: QuizRound,
    player: RoundPlayer,
    pick: { cardId: string; given: string; isRight: boolean; at: Date },
  ): void;
  /** Of every question. */
  picks(round: QuizRound): RoundPick[];
  /** Ids of the cards that rounds in a server have asked. */
  asked(guildId: string): Set<string>;
  /**
   * Who played in a server since then, and the cards that they answered right the first time ever: in its rounds, or
   * on their own. The most first.
   */
  top(guildId: string, since: Date | undefined): (RoundPlayer & { points: number })[];
  close(): void;
}

/** Cards that students reported. */
export interface ReportStore {
  /** Those that nobody decided on, the first reported first. */
  reported(): CardReport[];
  /** Asks a card again, or never; false when there is nothing to decide. */
  decide(cardId: string, decision: 'keep' | 'drop', by: string, at: Date): boolean;
  close(): void;
}

/** Who wants to be reminded when. */
export interface ReminderStore {
  get(user: string): Reminder | undefined;
  /** Sets all of it anew. */
  set(reminder: Reminder): void;
  remove(user: string): void;
  /** Those that did not fail. */
  active(): Reminder[];
  close(): void;
}

/** Answers that were given, so that their sources can be opened later. */
export interface AnswerStore {
  /** Keeps an answer without its question; returns an opaque key. */
  keep(answer: Answer): string;
  /** `undefined` when the key is unknown or the answer is older than 30 days. */
  kept(key: string): Answer | undefined;
  /** Keeps questions that are suggested with a kept answer, in place of others. */
  keepSuggestions(key: string, questions: readonly string[]): void;
  /** None when the answer is unknown or older than 30 days. */
  keptSuggestions(key: string): string[];
  /** How many of all answers that were ever kept cite an article. */
  timesCited(articleId: string): number;
  close(): void;
}

/** Edits that somebody waits for. */
export interface JobStore {
  /** Returns an opaque key. */
  beginJob(job: Job): string;
  /** Those that were begun and not ended, oldest first. */
  openJobs(): (Job & { key: string })[];
  endJob(key: string): void;
  /** Ends all that somebody waits for. */
  endJobsOf(user: string): void;
}

/**
 * What was asked in conversations, so that the next question may leave it out: the last turns of a place, for some days.
 * Places and askers are keys that the caller chooses; nothing of one place is ever told in another.
 */
export interface ConversationStore {
  /** The last turns of a place, the oldest first. */
  turns(place: string): Turn[];
  /** Adds a turn; the oldest goes when there are too many, and a part of it that is too long is left out. */
  add(place: string, asker: string, turn: Turn): void;
  /** Adds the turns of one place to another, as theirs who asked them and when they did. */
  copy(from: string, to: string): void;
  /** What somebody asked, in all places, the oldest first. */
  exportOf(asker: string): RememberedTurn[];
  /** Forgets a place. @returns how many turns there were */
  forgetPlace(place: string): number;
  /** Forgets what somebody asked, in all places. @returns how many turns there were */
  forgetAsker(asker: string): number;
  close(): void;
}

/** A turn as it is stored. */
export interface RememberedTurn extends Turn {
  place: string;
  /** ISO 8601, in UTC. */
  askedAt: string;
}

/** What goes with an address that is to be read. */
export interface FetchRequest {
  /** What an earlier answer said of itself: the same content is not sent again. */
  etag?: string | undefined;
  lastModified?: string | undefined;
  /** A file that somebody gave to Discord: read from Discord's own hosts only, and without asking robots.txt. */
  attachment?: boolean | undefined;
  /** Ends the wait and the transfer; its reason is thrown. */
  signal?: AbortSignal | undefined;
}

/** What an address answered, after its redirects. */
export type Fetched = FetchedPage | FetchedNothingNew;

export interface FetchedPage {
  kind: 'page';
  /** Where the content was in the end, without a fragment. */
  url: string;
  /** The whole content, decompressed. */
  bytes: Uint8Array;
  /** The `Content-Type` header as it was sent, such as `text/html; charset=utf-8`. */
  contentType: string | undefined;
  etag: string | undefined;
  lastModified: string | undefined;
}

/** The content is what it was when `etag` or `lastModified` was given. */
export interface FetchedNothingNew {
  kind: 'notModified';
  url: string;
  etag: string | undefined;
  lastModified: string | undefined;
}

/** Reads the public web, within limits and at the pace that its servers ask for. */
export interface Fetcher {
  /**
   * Reads one http or https address.
   * @throws {FetchError} with what to do, for every address that cannot or must not be read.
   */
  fetch(address: string, request?: FetchRequest): Promise<Fetched>;
}

/** A part of what is said to a chat model. */
export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  text: string;
}

/** One thing to ask a chat model. */
export interface ChatRequest {
  messages: readonly ChatMessage[];
  /** JSON Schema of the reply; a model that cannot be held to it replies as it was told to in the messages. */
  schema: Readonly<Record<string, unknown>>;
  /** Ends the wait and the reply. */
  signal: AbortSignal;
}

/** Tokens as the model's server counts them. */
export interface ChatUsage {
  input: number;
  output: number;
}

/** The next piece of a reply. */
export interface ChatPiece {
  text: string;
  /** Of the whole reply so far; only where the server tells it, mostly with the last piece. */
  usage?: ChatUsage;
}

/** What words answers: any chat model. */
export interface ChatModel {
  /** As it was configured, such as `openai:gpt-4o-mini`. */
  readonly name: string;
  /**
   * The reply as it comes. It is asked once: whoever wants to try again asks again.
   * @throws {ChatError} with what to do; after an abort, anything.
   */
  stream(request: ChatRequest): AsyncIterable<ChatPiece>;
  /** Sends what is left for whoever traces the calls. */
  close(): Promise<void>;
}

/** What a chat model used, by day. */
export interface ChatUsageStore {
  /** @param day `YYYY-MM-DD` */
  chatTokens(day: string): number;
  addChatTokens(day: string, tokens: number): void;
}
