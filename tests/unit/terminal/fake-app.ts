import type { App } from '../../../src/app.ts';
import { QuestionError } from '../../../src/errors.ts';
import type { Answer, Article, Citation, Claim, Excerpt, Status } from '../../../src/model.ts';

export const regimes: Article = {
  id: 'explainers/regimes',
  title: 'The export control regimes',
  publisher: 'Example Review',
  publishedAt: '2023-04-05',
  url: 'https://example.org/regimes',
  text: 'Four regimes control exports. India joined the Missile Technology Control Regime in 2016. The Wassenaar Arrangement followed in 2017.\n\nThe Australia Group came last.',
  contentHash: 'a',
};

export const space: Article = {
  id: 'space',
  title: 'Joint space work',
  text: 'CNES and ISRO work together. They plan a satellite.',
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

export const status: Status = {
  generation: {
    id: 3,
    createdAt: '2026-11-21T22:50:10.000Z',
    articles: 14,
    passages: 1096,
    sentences: 4100,
    model: 'tiny',
    dimensions: 8,
  },
  embeddings: 'tiny, 8 dimensions',
  chatModel: undefined,
  index: { engine: 'exact', note: 'hnswlib-node is not installed' },
  startedAt: '2026-11-21T22:51:00.000Z',
};

const emptyStatus: Status = { ...status, generation: undefined, index: { engine: 'exact' } };

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
    async ingest() {
      throw new Error('The articles of a fake app are given.');
    },
    async keepAnswer(given) {
      const key = String(kept.size);
      kept.set(key, given);
      return key;
    },
    async keptAnswer(key) {
      return kept.get(key);
    },
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
