import { randomUUID } from 'node:crypto';
import { embeddingEngines, openEmbeddings } from './adapters/embeddings/index.ts';
import { createFetcher, type FetchLimits } from './adapters/fetcher/index.ts';
import { openDatabase } from './adapters/library/index.ts';
import { openStores } from './adapters/state/index.ts';
import { turnOf } from './answer/turn.ts';
import { Asking } from './app/asking.ts';
import { Following } from './app/following.ts';
import { Indexing } from './app/indexing.ts';
import type { App } from './app/interface.ts';
import { Publishing } from './app/publishing.ts';
import { QuestionVectors } from './app/question-vectors.ts';
import { Refreshing } from './app/refreshing.ts';
import type { Wording, WordingDeps } from './app/wording.ts';
import type { ChatConfig } from './config/chat.ts';
import type { Config } from './config.ts';
import { UserError } from './errors.ts';
import { fetchFile } from './ingest/fetch-file.ts';
import { MAX_DOCUMENT_BYTES } from './ingest/folder.ts';
import type { Progress } from './model.ts';
import type { EmbeddingModel } from './ports.ts';
import { QuizDesk, type QuizSurroundings } from './quiz/desk.ts';
import { Offers } from './quiz/offers.ts';
import { Reminders } from './quiz/reminders.ts';
import { Reports } from './quiz/reports.ts';
import { Rounds } from './quiz/rounds.ts';
import type { IngestWorkerData } from './workers/ingest.ts';
import { Thread } from './workers/thread.ts';

export type { App, AskOptions } from './app/interface.ts';

const MOST_PUBLICATIONS = 100;
/** How often the library is looked at for what another process published. */
const WATCH_MS = 2_000;

/**
 * Wires everything: the library and its answers in one thread, embeddings in others, ingest in a third kind that
 * lives as long as its run.
 * @param limits what a page may cost where that is not as usual
 * @throws {UserError} when the data folder or its library cannot be used.
 */
export async function createApp(
  config: Config,
  now: () => Date = () => new Date(),
  limits: Partial<FetchLimits> = {},
): Promise<App> {
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
  const stores = openStores(dataDir, { conversationDays: config.conversationDays, now });
  const { state, conversations } = stores;
  const vectors = new QuestionVectors({ configured: embeddings, bundled, now });
  const fetcher = createFetcher({
    allowHosts: config.fetchAllowHosts,
    limits: { bytes: MAX_DOCUMENT_BYTES, ...limits },
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
  const asking = new Asking({ answers, vectors, opened, wording, now });
  const indexing = new Indexing({
    ...{ answers, refresh },
    startThread: () => new Thread(worker('index-cache'), { dataDir }),
  });

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
      const total = await indexing.lacking();
      if (total === 0) return;
      onProgress({ stage: 'indexing', done: 0, total });
      await indexing.ensure();
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
      await indexing.ensure();
    };
    follow().catch(() => {
      // The old generation goes on serving; the next look tries again.
    });
  }, WATCH_MS);
  watch.unref();

  // An index that is missing or damaged is made anew beside the answers; when that fails, they stay exact.
  indexing.ensure().catch(() => {});

  let pictures: Thread<typeof import('./workers/picture.ts')> | undefined;
  const surroundings: Omit<QuizSurroundings, 'store'> = {
    ...{ now, chance: randomUUID },
    cardIds: (filter) => answers.run('cardIds', filter),
    cardsById: (ids) => answers.run('cardsById', ids),
  };
  const quiz = new QuizDesk({ ...surroundings, store: stores.quiz });

  let closed: Promise<void> | undefined;
  const close = async () => {
    clearInterval(watch);
    // What is under way is cut off, and goes on at the next start.
    const models = new Set([embeddings, bundledModel]);
    await Promise.all([
      ...[publishing.close(), refreshing.close(), indexing.close(), pictures?.end()],
      ...[...models].map((model) => model?.close()),
    ]);
    await Promise.all([answers.end(), wording?.close()]);
    for (const store of Object.values(stores)) store.close();
  };

  return {
    ask: (question, options) => asking.ask(question, options),
    suggest: (answer) => asking.suggest(answer),
    explain: (question, answer) => asking.explain(question, answer),
    search: (question, k) => asking.search(question, k),
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
    previewRefresh: (onProgress = () => {}) => refreshing.preview(onProgress),
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
    rounds: new Rounds({ ...surroundings, store: stores.rounds, cardStore: stores.quiz }),
    reports: new Reports(stores.reports, surroundings),
    reminders: new Reminders(stores.reminders, now),
    offers: new Offers(stores.quiz, now),
    async picture(svg) {
      pictures ??= new Thread<typeof import('./workers/picture.ts')>(worker('picture'), {});
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
    import('./app/wording.ts'),
  ]);
  const model = await openChatModel(chat);
  return (deps) => new Wording(model, chat, deps);
}

function worker(name: string): URL {
  return new URL(`./workers/${name}.ts`, import.meta.url);
}
