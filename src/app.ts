import { randomUUID } from 'node:crypto';
import { embeddingEngines, openEmbeddings } from './adapters/embeddings/index.ts';
import { createFetcher } from './adapters/fetcher/index.ts';
import { openDatabase } from './adapters/library/index.ts';
import { SqliteConversations } from './adapters/state/conversations.ts';
import { SqliteQuiz } from './adapters/state/quiz.ts';
import { SqliteReminders } from './adapters/state/reminders.ts';
import { SqliteReports } from './adapters/state/reports.ts';
import { SqliteRounds } from './adapters/state/rounds.ts';
import { SqliteState } from './adapters/state/sqlite.ts';
import type { Draft } from './answer/answer.ts';
import { readingOf } from './answer/reading.ts';
import { turnOf } from './answer/turn.ts';
import type { ChatConfig, Config } from './config.ts';
import { QuestionError, UserError } from './errors.ts';
import { answeredSuggestions, standing } from './follow-ups.ts';
import { Following } from './following.ts';
import { type FetchFileOptions, fetchFile } from './ingest/fetch-file.ts';
import { MAX_DOCUMENT_BYTES } from './ingest/folder.ts';
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
  ExplainedWording,
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
} from './model.ts';
import type { CardFilter, EmbeddingModel } from './ports.ts';
import { Publishing } from './publishing.ts';
import { type QuestionEncoder, QuestionVectors } from './question-vectors.ts';
import { QuizDesk, type QuizSurroundings } from './quiz/desk.ts';
import { Offers } from './quiz/offers.ts';
import { Reminders } from './quiz/reminders.ts';
import { Reports } from './quiz/reports.ts';
import { Rounds } from './quiz/rounds.ts';
import { Refreshing } from './refreshing.ts';
import { languageOf } from './retrieve/language.ts';
import type { TakeTurn, Wording, WordingDeps } from './wording.ts';
import type { IngestWorkerData } from './workers/ingest.ts';
import { Thread } from './workers/thread.ts';

const LONGEST_QUESTION = 500;
const MOST_HITS = 50;
const MOST_PUBLICATIONS = 100;
/** How often the library is looked at for what another process published. */
const WATCH_MS = 2_000;

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
   * Nothing of it is published; what was read is kept for 15 minutes, until the app is closed, or it is discarded.
   * @param signal ends it; its reason is thrown.
   */
  previewRefresh(onProgress?: (progress: Progress) => void, signal?: AbortSignal): Promise<RefreshPreview>;
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

/**
 * Wires everything: the library and its answers in one thread, embeddings in others, ingest in a third kind that
 * lives as long as its run.
 * @throws {UserError} when the data folder or its library cannot be used.
 */
export async function createApp(config: Config, now: () => Date = () => new Date()): Promise<App> {
  const { dataDir, corpusDir } = config;
  // The first to open the library makes it, and what is wrong with it is told from here.
  openDatabase(dataDir).close();
  const openWording = config.chat && (await wordingWith(config.chat));
  let bundledModel: EmbeddingModel | undefined;
  const bundled = () => {
    bundledModel ??= embeddingEngines.bundled({ workers: config.embeddingWorkers });
    return bundledModel;
  };
  const embeddings = await openEmbeddings(config.embeddings, bundled);
  const startedAt = now().toISOString();
  const state = new SqliteState(dataDir, now);
  const conversations = new SqliteConversations(dataDir, config.conversationDays, now);
  const vectors = new QuestionVectors({ configured: embeddings, bundled, now });
  const fetcher = createFetcher({
    allowHosts: config.fetchAllowHosts,
    limits: { bytes: MAX_DOCUMENT_BYTES },
    now,
  });
  const answers = new Thread<typeof import('./workers/answer.ts')>(worker('answer'), { dataDir });

  const refresh = async () => vectors.serve(await answers.run('refresh'));
  const opened = answers.run('generation').then((generation) => vectors.serve(generation));
  // What is wrong with the library is told to whoever asks it next.
  opened.catch(() => {});

  const wording = openWording?.({
    embed: (text) => vectors.measured(text),
    ...{ usage: state, now },
  });
  /** Not kept with the answers: what was dropped is shown to nobody who does not ask. */
  const worded = new WeakMap<Answer, ExplainedWording>();

  let indexing: Promise<void> | undefined;
  let indexer: Thread<typeof import('./workers/index-cache.ts')> | undefined;
  /** Writes the index where it is missing or damaged; until then every vector is compared. */
  const ensureIndex = (): Promise<void> => {
    indexing ??= cacheIndex().finally(() => {
      indexing = undefined;
    });
    return indexing;
  };
  const cacheIndex = async () => {
    const { generation, index } = await answers.run('status');
    if (!generation || index.engine === 'hnsw') return;
    indexer = new Thread<typeof import('./workers/index-cache.ts')>(worker('index-cache'), { dataDir });
    try {
      if (await indexer.run('cache')) await refresh();
    } finally {
      await indexer.end();
    }
  };

  const data: IngestWorkerData = {
    ...{ corpusDir, dataDir },
    model: { name: embeddings.name, dimensions: embeddings.dimensions },
  };
  const publishing = new Publishing({
    ...{ embeddings, now },
    startThread(onProgress) {
      return new Thread(worker('ingest'), data, (message) => onProgress(message as Progress));
    },
    async follow(onProgress) {
      if (await answers.run('stale')) await refresh();
      const { generation, index } = await answers.run('status');
      if (!generation || index.engine === 'hnsw') return;
      onProgress({ stage: 'indexing', done: 0, total: generation.sentences });
      await ensureIndex();
    },
    refresh,
  });

  const refreshing = new Refreshing({
    ...{ fetcher, now, publishing, newArticles: config.refresh.newArticles },
    startThread(onProgress) {
      return new Thread(worker('refresh'), data, (message) => onProgress(message as Progress));
    },
  });
  const following = new Following({
    ...{ fetcher, now },
    startThread: () => new Thread(worker('refresh'), data),
  });

  const watch = setInterval(() => {
    const follow = async () => {
      if (!(await answers.run('stale'))) return;
      await refresh();
      await ensureIndex();
    };
    follow().catch(() => {
      // The old generation goes on serving; the next look tries again.
    });
  }, WATCH_MS);
  watch.unref();

  // An index that is missing or damaged is made anew beside the answers; when that fails, they stay exact.
  ensureIndex().catch(() => {});

  const quizStore = new SqliteQuiz(dataDir);
  const reminderStore = new SqliteReminders(dataDir);
  let pictures: Thread<typeof import('./workers/picture.ts')> | undefined;
  const roundStore = new SqliteRounds(dataDir);
  const reportStore = new SqliteReports(dataDir);
  const surroundings: Omit<QuizSurroundings, 'store'> = {
    ...{ now, chance: randomUUID },
    cards: (filter) => answers.run('cards', filter),
    cardIds: (articleIds) => answers.run('cardIds', articleIds),
    cardsById: (ids) => answers.run('cardsById', ids),
  };
  const quiz = new QuizDesk({ ...surroundings, store: quizStore });

  let closed: Promise<void> | undefined;
  const close = async () => {
    clearInterval(watch);
    // What is under way is cut off, and goes on at the next start.
    const models = new Set([embeddings, bundledModel]);
    await Promise.all([
      ...[publishing.close(), refreshing.close(), indexer?.end(), pictures?.end()],
      ...[...models].map((model) => model?.close()),
    ]);
    await Promise.allSettled([indexing]);
    await Promise.all([answers.end(), wording?.close()]);
    state.close();
    quizStore.close();
    conversations.close();
    reminderStore.close();
    roundStore.close();
    reportStore.close();
  };

  /** Only the library knows how to read a question in another language than its articles'. */
  const searchText = async (question: Question) =>
    languageOf(question.text) === 'en' ? question.text : answers.run('searchText', question);
  const vectorBy =
    ({ vectorOf }: QuestionEncoder) =>
    async (asked: Question) =>
      vectorOf(await searchText(asked));

  const requestOf = async (question: Question, followUp?: string) => {
    await opened;
    const encoder = vectors.encoder();
    return {
      ...(await readWith(vectorBy(encoder), question)),
      ...{ embeddedBy: encoder.model, today: dayOf(now()) },
      ...(followUp !== undefined && { followUp }),
    };
  };

  return {
    async ask(asked, { waitedMs = 0, onWording, onClaims, ...options } = {}) {
      const started = performance.now() - waitedMs;
      const { question, more, followUp } = await standing(answers, checked(asked), dayOf(now()));
      const readAs = followUp?.readAs;
      const timed = (draft: Draft): Answer => ({
        question: asked.text.trim(),
        ...draft,
        ...(readAs !== undefined && { readAs }),
        ms: performance.now() - started,
      });
      if (more) return timed(await answers.run('further', { turn: more, text: question.text }));
      const request = await requestOf(question, readAs === undefined ? undefined : asked.text);
      if (!wording) return timed(await answers.run('ask', request));
      const { draft, material } = await answers.run('askForWording', request);
      if (!material) return timed(draft);
      onWording?.();
      const result = await wording.word(
        { question: question.text, draft, material },
        {
          ...options,
          spentMs: performance.now() - started,
          ...(onClaims && { onClaims: (soFar) => onClaims(timed(soFar)) }),
        },
      );
      const answer = timed(result.draft);
      worded.set(answer, result.explained);
      return answer;
    },
    suggest: (answer) =>
      answeredSuggestions(answers, answer, async (question) => answers.run('ask', await requestOf(question))),
    async explain(asked, answer) {
      const { question, more, followUp } = await standing(answers, checked(asked), dayOf(now()));
      const explanation = more
        ? await answers.run('explainFurther', { turn: more, text: question.text })
        : await answers.run('explain', await requestOf(question));
      const wording = answer && worded.get(answer);
      return { ...explanation, ...(followUp && { followUp }), ...(wording && { wording }) };
    },
    async search(question, k) {
      if (!Number.isInteger(k) || k < 1 || k > MOST_HITS) {
        throw new QuestionError(
          `The number of passages must be a whole number from 1 to ${MOST_HITS}, not ${k}.`,
        );
      }
      const asked = checked(question);
      await opened;
      const encoder = vectors.encoder();
      const vector = await vectorBy(encoder)(asked);
      return answers.run('search', {
        ...{ question: asked, vector, embeddedBy: encoder.model },
        ...{ k, today: dayOf(now()) },
      });
    },
    excerpts: (citations) => answers.run('excerpts', [...citations]),
    fates: ({ citations, generation }) =>
      answers.run('fates', { ids: citations.map(({ articleId }) => articleId), generation }),
    article: (id) => answers.run('article', id),
    articles: () => answers.run('articles'),
    async status() {
      const loaded = await answers.run('status');
      const chat = wording && { chat: wording.status };
      return { ...loaded, ...vectors.status, chatModel: wording?.name, ...chat, startedAt };
    },
    ingest: (onProgress = () => {}) => publishing.ingest(onProgress),
    fetchFile: (address, options) => fetchFile(fetcher, address, options),
    preview: (edit, onProgress = () => {}) => publishing.preview(edit, onProgress),
    apply: (edit, by, onProgress = () => {}) => publishing.apply(edit, by, onProgress),
    previewRefresh: (onProgress = () => {}, signal) => refreshing.preview(onProgress, signal),
    applyRefresh: (key, { confirmed = [], actor }, onProgress = () => {}) =>
      refreshing.apply(key, { confirmed, actor }, onProgress),
    discardRefresh: (key) => refreshing.discard(key),
    feeds: () => following.list(),
    addFeed: (address, { actor, signal }) => following.add(address, actor, signal),
    removeFeed: (address) => following.remove(address),
    async history({ count, before }) {
      if (!Number.isInteger(count) || count < 1 || count > MOST_PUBLICATIONS) {
        throw new UserError(`A page of the history has 1 to ${MOST_PUBLICATIONS} entries, not ${count}.`);
      }
      return answers.run('history', { count, ...(before !== undefined && { before }) });
    },
    record: (id) => answers.run('record', id),
    keepAnswer: async (answer) => state.keep(answer),
    keptAnswer: async (key) => state.kept(key),
    keepSuggestions: async (key, questions) => state.keepSuggestions(key, questions),
    keptSuggestions: async (key) => state.keptSuggestions(key),
    cards: (filter) => answers.run('cards', filter),
    refusedCards: () => answers.run('refusedCards'),
    quiz,
    rounds: new Rounds({ ...surroundings, store: roundStore, cardStore: quizStore }),
    reports: new Reports(reportStore, surroundings),
    reminders: new Reminders(reminderStore, now),
    offers: new Offers(quizStore, now),
    async picture(svg) {
      pictures ??= new Thread<typeof import('./workers/picture.ts')>(worker('picture'), undefined);
      return pictures.run('png', svg);
    },
    async exportOf(user) {
      // How a waiting edit is answered is a secret between the bot and Discord.
      const edits = state.openJobs().filter((job) => job.user === user);
      return {
        ...quiz.exportOf(user),
        conversations: conversations.exportOf(user).map((turn) => ({ ...turn })),
        edits: edits.map(({ reply: _, key: __, ...job }) => ({ ...job })),
      };
    },
    async forgetUser(user) {
      quiz.forget(user);
      state.endJobsOf(user);
      conversations.forgetAsker(user);
    },
    timesCited: async (id) => state.timesCited(id),
    soleNames: (id) => answers.run('soleNames', id),
    beginJob: async (job) => state.beginJob(job),
    openJobs: async () => state.openJobs(),
    endJob: async (key) => state.endJob(key),
    conversation: async (place) => conversations.turns(place),
    async remember(answer, { place, asker, after = place }) {
      if (after !== place) conversations.copy(after, place);
      conversations.add(place, asker, turnOf(answer));
    },
    forget: async (what) =>
      'place' in what ? conversations.forgetPlace(what.place) : conversations.forgetAsker(what.asker),
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

/**
 * What words answers with the chat model of the settings; loaded only when there is one.
 * @throws {UserError} as `openChatModel`.
 */
async function wordingWith(chat: ChatConfig): Promise<(deps: WordingDeps) => Wording> {
  const [{ openChatModel }, { Wording }] = await Promise.all([
    import('./adapters/chat/index.ts'),
    import('./wording.ts'),
  ]);
  const model = await openChatModel(chat);
  return (deps) => new Wording(model, chat, deps);
}

/** `YYYY-MM-DD`, in UTC. */
function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

function worker(name: string): URL {
  return new URL(`./workers/${name}.ts`, import.meta.url);
}

function checked(question: Question): Question {
  const text = question.text.trim();
  if (text === '') throw new QuestionError('The question is empty: type what you would like to know.');
  if (text.length > LONGEST_QUESTION) {
    throw new QuestionError(
      `The question is ${text.length} characters long; the most is ${LONGEST_QUESTION}. Ask for one thing at a time.`,
    );
  }
  return { ...question, text };
}

/** A question as it is read, and each of its parts, with the vectors of the texts that are searched for. */
async function readWith(vectorOf: (question: Question) => Promise<Float32Array>, question: Question) {
  const { text, parts, ...reading } = readingOf(question);
  const withVector = async (asked: Question) => ({ question: asked, vector: await vectorOf(asked) });
  const [whole, ...each] = await Promise.all([
    withVector({ ...question, text }),
    ...parts.map(async (part) => ({ part, ...(await withVector({ ...question, text: part.text })) })),
  ]);
  return { ...reading, ...whole, parts: each };
}
