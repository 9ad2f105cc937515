import type { App } from '../../../src/app.ts';
import { QuestionError, UserError } from '../../../src/errors.ts';
import type { Answer, Article, Citation, Claim, Excerpt, Explanation, Status } from '../../../src/model.ts';
import type { QuizStore } from '../../../src/ports.ts';
import { QuizDesk } from '../../../src/quiz/desk.ts';
import { Offers } from '../../../src/quiz/offers.ts';
import { Reminders } from '../../../src/quiz/reminders.ts';
import { Reports } from '../../../src/quiz/reports.ts';
import { Rounds } from '../../../src/quiz/rounds.ts';

export const regimes: Article = {
  id: 'explainers/regimes',
  title: 'The export control regimes',
  publisher: 'Example Review',
  publishedAt: '2023-04-05',
  url: 'https://example.org/regimes',
  text: 'Four regimes control exports. India joined the Missile Technology Control Regime in 2016. The Wassenaar Arrangement followed in 2017.\n\nThe Australia Group came last.',
  body: 0,
  stated: {},
  contentHash: 'a',
};

export const space: Article = {
  id: 'space',
  title: 'Joint space work',
  text: 'CNES and ISRO work together. They plan a satellite.',
  body: 0,
  stated: {},
  contentHash: 'b',
};

/** A citation of words that stand in the article. */
export function cite(n: number, article: Article, quote: string): Citation {
  const { id: articleId, title, publisher, publishedAt, url } = article;
  const start = article.text.indexOf(quote);
  if (start < 0) throw new Error(`"${quote}" does not stand in ${articleId}`);
  return {
    n,
    articleId,
    title,
    ...(publisher && { publisher }),
    ...(publishedAt && { publishedAt }),
    ...(url && { url }),
    quote,
    start,
    end: start + quote.length,
  };
}

/** A claim that repeats one citation, with some of its words in bold. */
export function claim({ n, quote }: Citation, strong?: string): Claim {
  const start = strong === undefined ? 0 : quote.indexOf(strong);
  return {
    text: quote,
    citations: [n],
    emphasis: strong === undefined ? [] : [{ start, end: start + strong.length }],
  };
}

export function answer(question: string, parts: Partial<Answer> = {}): Answer {
  const claims = parts.claims ?? [];
  return {
    question,
    status: claims.length > 0 ? 'answered' : 'notInCorpus',
    confidence: 0.5,
    text: claims.map(({ text, citations }) => `${text} [${citations}]`).join(' '),
    claims,
    citations: [],
    missing: [],
    closest: [],
    language: 'en',
    generation: 3,
    ms: 4,
    ...parts,
  };
}

const joined = cite(1, regimes, 'India joined the Missile Technology Control Regime in 2016.');
const planned = cite(2, space, 'They plan a satellite.');
const followed = cite(3, regimes, 'The Wassenaar Arrangement followed in 2017.');

/** Cites two articles, one of them twice. */
export const answered = answer('When did India join?', {
  claims: [claim(joined, '2016'), claim(planned), claim(followed)],
  citations: [joined, planned, followed],
});

export const notInCorpus = answer('Who won the cup?', {
  closest: [{ articleId: 'space', title: space.title, url: 'https://example.org/space' }],
});

const status: Status = {
  generation: {
    id: 3,
    createdAt: '2026-11-21T22:50:10.000Z',
    articles: 14,
    passages: 1096,
    sentences: 4100,
    model: 'tiny',
    dimensions: 8,
    copies: 0,
    calibration: { topic: 0.414, said: 0.2, questions: 150, passages: 1000 },
  },
  embeddings: 'tiny, 8 dimensions',
  chatModel: undefined,
  index: { engine: 'exact', note: 'hnswlib-node is not installed' },
  startedAt: '2026-11-21T22:51:00.000Z',
};

const emptyStatus: Status = { ...status, generation: undefined, index: { engine: 'exact' } };

/** What `answered` is explained by. */
export const explanation: Explanation = {
  status: 'answered',
  confidence: 0.75,
  generation: 3,
  readings: [
    {
      question: 'When did Inda join?',
      terms: [
        { word: 'join', passages: 1200, rarity: 0.25 },
        { word: 'inda', meant: 'india', passages: 3, rarity: 2.5 },
      ],
      expected: 'date',
      names: [
        { name: 'Inda', found: true },
        { name: '1987', found: false },
      ],
      checks: [
        {
          ...{ name: 'topic', chance: 0.75, needed: 0.45 },
          evidence: [
            { name: 'coverage', weight: 1.5, value: 1, points: 1.5 },
            { name: 'bias', weight: -0.4, value: 1, points: -0.4 },
            { name: 'plain', weight: -0.12, value: 0, points: -0 },
            { name: 'brandNew', weight: 0.02, value: -0.1, points: -0.002 },
          ],
        },
        {
          ...{ name: 'said', chance: 0.5, needed: 0.05 },
          evidence: [{ name: 'bias', weight: 0, value: 1, points: 0 }],
        },
      ],
      sentences: [
        {
          text: 'India joined the Missile Technology Control Regime in 2016.',
          article: {
            id: regimes.id,
            title: regimes.title,
            publisher: 'Example Review',
            publishedAt: '2023-04-05',
          },
          passage: 0,
          score: 3.5,
          contributions: [
            { name: 'coverage', weight: 2, value: 1, points: 2 },
            { name: 'cosine', weight: 3, value: 0.6, points: 1.8 },
            { name: 'missingNames', weight: -1, value: 0.5, points: -0.5 },
            { name: 'brandNew', weight: 1, value: 0.2, points: 0.2 },
            { name: 'unmet', weight: -0.3, value: 0, points: -0 },
          ],
          citations: [1],
        },
        {
          text: 'CNES and ISRO\x1b[8m work together.',
          article: { id: space.id, title: space.title },
          passage: 4,
          score: -1,
          contributions: [{ name: 'pointer', weight: -1, value: 1, points: -1 }],
          citations: [],
        },
      ],
    },
  ],
};

/** An app over the given articles and prepared answers; any other question is not in the corpus. */
export function fakeApp({
  articles = [regimes, space],
  answers = [answered, notInCorpus],
}: Partial<Fixture> = {}): App {
  const kept = new Map<string, Answer>();
  const byId = new Map(articles.map((article) => [article.id, article]));
  return {
    async ask({ text }) {
      if (text.length > 500)
        throw new QuestionError('The question is longer than 500 characters: shorten it.');
      return answers.find(({ question }) => question === text) ?? answer(text);
    },
    async explain({ text }) {
      return {
        ...explanation,
        readings: explanation.readings.map((reading) => ({ ...reading, question: text })),
      };
    },
    async search() {
      return [];
    },
    async excerpts(citations) {
      return citations.map((citation) => excerpt(byId.get(citation.articleId), citation));
    },
    async article(id) {
      return byId.get(id);
    },
    async articles() {
      return articles;
    },
    async status() {
      return articles.length > 0 ? status : emptyStatus;
    },
    async fetchFile(address) {
      throw new UserError(`There is nothing at ${address}.`);
    },
    async previewRefresh() {
      throw new UserError('Nothing is refreshed here.');
    },
    async applyRefresh() {
      throw new UserError('Nothing is refreshed here.');
    },
    discardRefresh() {},
    async feeds() {
      return [];
    },
    async addFeed(address) {
      throw new UserError(`There is no feed at ${address}.`);
    },
    async removeFeed(address) {
      throw new UserError(`No feed ${address} is followed.`);
    },
    async ingest() {
      throw new Error('The articles of a fake app are given.');
    },
    async preview() {
      throw new Error('The articles of a fake app are given.');
    },
    async apply() {
      throw new Error('The articles of a fake app are given.');
    },
    async history() {
      return { publications: [], more: false };
    },
    async record() {
      return undefined;
    },
    async fates({ citations }) {
      return citations.map(() => 'unchanged');
    },
    async timesCited() {
      return 0;
    },
    async soleNames() {
      return [];
    },
    async beginJob() {
      return 'key';
    },
    async openJobs() {
      return [];
    },
    async endJob() {},
    async keepAnswer(given) {
      const key = String(kept.size);
      kept.set(key, given);
      return key;
    },
    async keptAnswer(key) {
      return kept.get(key);
    },
    async cards() {
      return [];
    },
    async refusedCards() {
      return {};
    },
    quiz: new QuizDesk({
      now: () => new Date(0),
      chance: () => '',
      cardIds: async () => [],
      cardsById: async () => [],
      get store(): QuizStore {
        throw new Error('A fake app remembers no quizzes.');
      },
    }),
    async suggest() {
      return [];
    },
    async conversation() {
      return [];
    },
    async remember() {},
    async keepSuggestions() {},
    async keptSuggestions() {
      return [];
    },
    async forget() {
      return 0;
    },
    rounds: new Rounds({
      now: () => new Date(0),
      chance: () => '',
      cardIds: async () => [],
      cardsById: async () => [],
      get store(): never {
        throw new Error('A fake app remembers no rounds.');
      },
      get cardStore(): never {
        throw new Error('A fake app remembers no rounds.');
      },
    }),
    reports: new Reports(
      { reported: () => [], decide: () => false, close: () => {} },
      { now: () => new Date(0), cardsById: async () => [] },
    ),
    reminders: new Reminders(
      { get: () => undefined, set: () => {}, remove: () => {}, active: () => [], close: () => {} },
      () => new Date(0),
    ),
    offers: new Offers({ offer: () => 'key', offered: () => undefined }, () => new Date(0)),
    async picture() {
      throw new Error('A fake app draws nothing.');
    },
    async exportOf() {
      return {};
    },
    async forgetUser() {},
    async close() {},
  };
}

interface Fixture {
  articles: Article[];
  answers: Answer[];
}

function excerpt(article: Article | undefined, citation: Citation): Excerpt | undefined {
  if (article?.text.slice(citation.start, citation.end) !== citation.quote) return undefined;
  return {
    citation,
    before: article.text.slice(0, citation.start),
    after: article.text.slice(citation.end),
  };
}
