import type { ArticleHead, Claim } from '../model.ts';
import type { LibraryReader } from '../ports.ts';
import { type Considered, consider, type Draft, notInCorpus, textOf, understoodAs } from './answer.ts';
import type { ArticlesAsked } from './articles-asked.ts';
import { claimsOf } from './claims.ts';
import { type Candidate, judge } from './judge.ts';
import { ANOTHER_ARTICLE } from './left-open.ts';
import { withLists } from './lists.ts';
import { isAnswered } from './outcome.ts';
import type { Asked } from './reading.ts';

/** Articles looked at: those that follow are far from the question. */
const NEAREST = 5;
const TWO = 2;
/** Share of the words asked for that a sentence has which speaks of them. */
const MENTIONED = 0.8;
const MENTION_CONFIDENCE = 0.5;

/** What one article says. */
interface Statement {
  candidate: Candidate;
  confidence: number;
}

/** Answers from several articles, each with its best sentence under its publisher or title. */
export function answerArticles(
  { query, vector }: Asked,
  { each, most }: ArticlesAsked,
  library: LibraryReader,
): Draft {
  const considered = consider(query, vector, library);
  const found = each === 'mentions' ? mentions(considered) : answers(considered, library);
  const statements = found.slice(0, most);
  const generation = library.generation?.id ?? 0;
  if (statements.length === 0)
    return notInCorpus(considered.query, considered.ranking, considered.confidence, generation);

  const articles = statements.map(({ candidate }) => candidate.ranked.passage.article);
  const names = namesOf(articles, each);
  const { claims, citations } = claimsOf(
    statements.flatMap(({ candidate }) => withLists([candidate], { ...considered, candidates: [] }, library)),
    considered.expected,
    considered.query,
  );
  const labelled = claims.map((claim, i): Claim => {
    const label = names.get(citations[i]?.articleId ?? '');
    return { ...claim, ...(label === undefined ? {} : { label }) };
  });
  const missing = each === 'answers' && statements.length < TWO ? [ANOTHER_ARTICLE] : [];
  return {
    status: missing.length > 0 ? 'partial' : 'answered',
    confidence: Math.min(...statements.map(({ confidence }) => confidence)),
    text: textOf(labelled, missing, considered.query.language),
    claims: labelled,
    citations,
    missing,
    closest: [],
    ...understoodAs(
      considered.query,
      statements.map(({ candidate }) => candidate),
    ),
    generation,
  };
}

/** The best sentence of each article that would be an answer if there were no other article. */
function answers({ query, ranking }: Considered, library: LibraryReader): Statement[] {
  const byArticle = Map.groupBy(ranking.passages, ({ passage }) => passage.articleId);
  const statements = [...byArticle.values()].slice(0, NEAREST).flatMap((passages): Statement[] => {
    const judgement = judge(query, { ...ranking, passages });
    const [candidate] = judgement.candidates;
    if (!candidate || !isAnswered(judgement, library)) return [];
    return [{ candidate, confidence: judgement.confidence }];
  });
  return statements.sort((a, b) => b.candidate.score - a.candidate.score);
}

/** The best sentence of each article that has the words. */
function mentions({ candidates, confidence }: Considered): Statement[] {
  const speaking = candidates.filter(({ match }) => match.coverage >= MENTIONED);
  const byArticle = Map.groupBy(speaking, ({ ranked }) => ranked.passage.articleId);
  return [...byArticle.values()].flatMap(([candidate]) =>
    // What is written there is there, however the question was put.
    candidate ? [{ candidate, confidence: Math.max(confidence, MENTION_CONFIDENCE) }] : [],
  );
}

/** What to call articles apart: the publishers of those that are compared where each has its own, or else the titles. */
function namesOf(articles: readonly ArticleHead[], each: ArticlesAsked['each']): Map<string, string> {
  const publishers = new Set(articles.map(({ publisher }) => publisher ?? ''));
  const isTelling =
    each === 'answers' && articles.length > 1 && publishers.size === articles.length && !publishers.has('');
  return new Map(
    articles.map(({ id, title, publisher }) => [id, isTelling && publisher ? publisher : title]),
  );
}
