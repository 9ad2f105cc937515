import type { FetchFileOptions } from '../ingest/fetch-file.ts';
import type {
  AddedFile,
  Answer,
  Article,
  ArticleHead,
  ArticleRecord,
  Card,
  Citation,
  Edit,
  EditReport,
  Excerpt,
  Explanation,
  Fate,
  Feed,
  HistoryPage,
  Hit,
  IngestReport,
  Job,
  Preview,
  Progress,
  Question,
  RefreshPreview,
  Status,
  Turn,
} from '../model.ts';
import type { CardFilter } from '../ports.ts';
import type { QuizDesk } from '../quiz/desk.ts';
import type { Offers } from '../quiz/offers.ts';
import type { Reminders } from '../quiz/reminders.ts';
import type { Reports } from '../quiz/reports.ts';
import type { Rounds } from '../quiz/rounds.ts';
import type { TakeTurn } from './wording.ts';

/** What a face does while a chat model words an answer. None of it is used without one. */
export interface AskOptions {
  /** Milliseconds that the question waited before: they count against the time of the chat model. */
  waitedMs?: number;
  /** Called when the articles were read and only the chat model is waited for. */
  onWording?: () => void;
  /** When the chat model may be asked; at once when absent. What has no turn in time is answered without it. */
  turn?: TakeTurn;
  /** Gets the answer with the claims that passed the check so far, whenever one more did and they are enough. */
  onClaims?: (soFar: Answer) => void;
  /** Stops the chat model: what passed the check by then stands, or else the extractive answer. */
  stop?: AbortSignal;
}

/** Footnote as its faces (Discord, terminal, scripts) see it. All methods may be called at the same time. */
export interface App {
  /**
   * Answers from the articles. What a question leaves out that its `history` has said is carried over: see
   * `Answer.readAs`. @throws {QuestionError} when the question is empty or over 500 characters. */
  ask(question: Question, options?: AskOptions): Promise<Answer>;
  /**
   * Up to three questions to go on with, about what the articles of an answer say beside it. Each was asked and is
   * answered; that takes about as long as asking eight questions, so show the answer first.
   */
  suggest(answer: Answer): Promise<string[]>;
  /**
   * Why `ask` answers as it does, from the library as it is now.
   * @param answer what it answered: tells as well what became of the claims of a chat model.
   * @throws {QuestionError} as `ask`.
   */
  explain(question: Question, answer?: Answer): Promise<Explanation>;
  /** The best `k` passages (1 to 50), best first. @throws {QuestionError} as `ask`. */
  search(question: Question, k: number): Promise<Hit[]>;
  /** The quoted words of each citation in their surroundings, in the same order; `undefined` where no article has them any more. */
  excerpts(citations: readonly Citation[]): Promise<(Excerpt | undefined)[]>;
  /** What became of the article of each citation since the answer was given, in the same order. */
  fates(answer: Pick<Answer, 'citations' | 'generation'>): Promise<Fate[]>;
  article(id: string): Promise<Article | undefined>;
  /** Sorted by id. */
  articles(): Promise<ArticleHead[]>;
  status(): Promise<Status>;
  /**
   * Makes the library hold the articles of the corpus folder, beside those that were added: publishes a new generation,
   * or nothing when nothing changed. What moderators decided on stays until a file gives something else.
   */
  ingest(onProgress?: (progress: Progress) => void): Promise<IngestReport>;
  /**
   * Reads an address, to add it: the file there, which remembers where it is from. With `attachment` it is a file that
   * somebody gave to Discord, which remembers nothing.
   * @throws {UserError} naming the address and what to do, when it cannot or must not be read.
   */
  fetchFile(address: string, options?: FetchFileOptions): Promise<AddedFile>;
  /**
   * What an edit of the articles would do. Nothing of it is stored.
   * @throws {UserError} when it cannot be done, or would change nothing.
   */
  preview(edit: Edit, onProgress?: (progress: Progress) => void): Promise<Preview>;
  /**
   * Does an edit: one new generation, or nothing.
   * @param base of its preview.
   * @param actor who does it, for the history.
   * @throws {OutdatedError} when somebody else published since the preview.
   * @throws {UserError} as `preview`.
   */
  apply(
    edit: Edit,
    by: { base: number; actor: string },
    onProgress?: (progress: Progress) => void,
  ): Promise<EditReport>;
  /**
   * Reads the corpus folder and every article that came from an address again, and tells what that would change.
   * Nothing of it is published; what was read is kept for an hour, until the app is closed, or it is discarded.
   */
  previewRefresh(onProgress?: (progress: Progress) => void): Promise<RefreshPreview>;
  /**
   * Publishes what a refresh found in one new generation, without reading it again.
   * @param key of its preview.
   * @param confirmed ids of held articles that are changed or removed all the same.
   * @throws {OutdatedError} when somebody else published since the preview.
   * @throws {UserError} when it is no longer there, or nothing would change.
   */
  applyRefresh(
    key: string,
    by: { confirmed?: readonly string[]; actor: string },
    onProgress?: (progress: Progress) => void,
  ): Promise<EditReport>;
  /** Lets go of what a refresh found. */
  discardRefresh(key: string): void;
  /** The feeds that refreshes follow, sorted by their addresses. */
  feeds(): Promise<Feed[]>;
  /**
   * Follows a feed (RSS, Atom, JSON Feed, sitemap) from the next refresh on, or the one that a page names; tells how
   * many entries it has.
   * @throws {UserError} when there is none at the address, or it is followed already.
   */
  addFeed(address: string, by: { actor: string; signal?: AbortSignal }): Promise<Feed & { entries: number }>;
  /** Follows a feed no longer; its articles stay. @throws {UserError} when it was not followed. */
  removeFeed(address: string): Promise<Feed>;
  /** Who published what when: the newest `count` (1 to 100), or the newest before a generation. */
  history(page: { count: number; before?: number }): Promise<HistoryPage>;
  /** What is and was of an article, also of one that was removed; `undefined` when there never was one of this id. */
  record(id: string): Promise<ArticleRecord | undefined>;
  /** Keeps an answer so that its sources can be opened later; returns an opaque key of at most 32 characters. */
  keepAnswer(answer: Answer): Promise<string>;
  /** The kept answer, also after a restart; `undefined` when it is unknown or older than 30 days. */
  keptAnswer(key: string): Promise<Answer | undefined>;
  /** Keeps questions that are suggested with a kept answer. */
  keepSuggestions(key: string, questions: readonly string[]): Promise<void>;
  /** Those that were kept with an answer; none when it is unknown or older than 30 days. */
  keptSuggestions(key: string): Promise<string[]>;
  /** The cards of the live articles, sorted by article. */
  cards(filter: CardFilter): Promise<Card[]>;
  /** How often each reason refused to make a card of them. */
  refusedCards(): Promise<Record<string, number>>;
  /** Asks cards and remembers how it went. */
  readonly quiz: QuizDesk;
  /** Asks them of everybody in a channel at once. */
  readonly rounds: Rounds;
  /** What students reported of them. */
  readonly reports: Reports;
  /** Who is reminded of it when. */
  readonly reminders: Reminders;
  /** What buttons stand for that belong to one user and to no quiz. */
  readonly offers: Offers;
  /** An SVG as a PNG of twice its size, in the font DejaVu Sans. */
  picture(svg: string): Promise<Uint8Array>;
  /** All that is stored about a user, by what it is. */
  exportOf(user: string): Promise<Record<string, Record<string, unknown>[]>>;
  /** Removes all of that. */
  forgetUser(user: string): Promise<void>;
  /** How many of the answers that were kept, ever, cite an article. */
  timesCited(id: string): Promise<number>;
  /** Names of a live article that no other one has, in their order: questions about them go when it goes. */
  soleNames(id: string): Promise<string[]>;
  /** Remembers an edit that somebody waits for until it is ended, also over a restart; returns an opaque key. */
  beginJob(job: Job): Promise<string>;
  /** Those that were begun and not ended, oldest first. */
  openJobs(): Promise<(Job & { key: string })[]>;
  endJob(key: string): Promise<void>;
  /** What was asked last in a place (a thread, say), the oldest turn first: the `history` of its next question. */
  conversation(place: string): Promise<Turn[]>;
  /**
   * Remembers an answer in a place, as what `asker` asked there. Both are keys of the caller's.
   * @param by.after another place: what was asked there is remembered before it.
   */
  remember(answer: Answer, by: { place: string; asker: string; after?: string | undefined }): Promise<void>;
  /** Forgets the conversation of a place, or all that somebody asked; returns how many turns there were. */
  forget(what: { place: string } | { asker: string }): Promise<number>;
  close(): Promise<void>;
}
