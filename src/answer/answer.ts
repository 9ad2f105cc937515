import type { Answer, AnswerStatus, Claim, Closest } from '../model.ts';
import type { LibraryReader } from '../ports.ts';
import type { Query } from '../retrieve/query.ts';
import { type Ranking, rank } from '../retrieve/rank.ts';
import { correctSpelling } from '../retrieve/spelling.ts';
import { claimsOf } from './claims.ts';
import { missingNames } from './features.ts';
import { type Candidate, type Judgement, judge } from './judge.ts';
import { leftOpen } from './left-open.ts';
import { ANSWER_THRESHOLD } from './weights.ts';

const MOST_CLAIMS = 3;
/** A further sentence is a claim too when it is at least a seventh (1 / e^2) as likely to answer as the best one, */
const SCORE_MARGIN = 2;
/** and meets nearly as much of the question. */
const CONTEXT_SHARE = 0.7;
/** Openings of a sentence that lists what the one before it named. */
const SPELLS_OUT =
  /^(?:these|those|they) (?:are|were|include|included|comprise|namely)\b|^(?:among|including) (?:them|these|those)\b/i;
const MOST_CLOSEST = 3;

/** An answer before it was timed. */
export type Draft = Omit<Answer, 'ms' | 'question'>;

/** Answers from the library: one to three of its sentences, each cited, or that it is not in the articles. */
export function answer(question: Query, vector: Float32Array, library: LibraryReader): Draft {
  const { query, ranking, expected, candidates, confidence } = consider(question, vector, library);
  const generation = library.generation?.id ?? 0;
  if (confidence < ANSWER_THRESHOLD) return notInCorpus(ranking, confidence, generation);

  const chosen = choose(query, candidates);
  const { claims, citations } = claimsOf(chosen, expected, query);
  const missing = missingFrom(query, chosen);
  const status: AnswerStatus = missing.length > 0 ? 'partial' : 'answered';
  return {
    status,
    confidence,
    text: textOf(claims, missing),
    claims,
    citations,
    missing,
    closest: [],
    generation,
  };
}

/** A question as it was understood, and what speaks for the sentences that may answer it. */
export interface Considered extends Judgement {
  query: Query;
  ranking: Ranking;
}

/** All that is done before an answer is chosen. */
export function consider(question: Query, vector: Float32Array, library: LibraryReader): Considered {
  const query = correctSpelling(question, library);
  const ranking = rank(library, query, vector);
  return { query, ranking, ...judge(query, ranking, library) };
}

/** The best sentence with the one that spells it out, and those that are nearly as likely and say something else. */
function choose(query: Query, candidates: readonly Candidate[]): Candidate[] {
  const [best] = candidates;
  if (!best) return [];
  const named = namesMissedBy(query, best);
  const likely = candidates.filter(
    (candidate) =>
      best.score - candidate.score <= SCORE_MARGIN &&
      candidate.features.context >= CONTEXT_SHARE * best.features.context &&
      namesMissedBy(query, candidate) <= named,
  );
  const chosen = new Map<string, Candidate>();
  for (const candidate of [best, ...spelledOut(best, candidates), ...likely]) {
    const words = candidate.match.words.map(({ word }) => word).join(' ');
    if (!chosen.has(words)) chosen.set(words, candidate);
  }
  return [...chosen.values()].slice(0, MOST_CLAIMS);
}

/** How many names and numbers of the question stand neither in a sentence, nor in the one before it, nor in the title. */
function namesMissedBy(query: Query, { ranked, sentence }: Candidate): number {
  const sentences = ranked.sentences.slice(Math.max(0, sentence - 1), sentence + 1);
  return missingNames(query, ranked.passage.article, sentences).length;
}

/** The sentence after it, where that only goes on to list or name what it spoke of. */
function spelledOut({ ranked, sentence }: Candidate, candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(
    (next) => next.ranked === ranked && next.sentence === sentence + 1 && SPELLS_OUT.test(next.match.text),
  );
}

/** Names and numbers of the question that stand in none of the chosen passages. */
function missingFrom(query: Query, chosen: readonly Candidate[]): string[] {
  const [first = [], ...others] = chosen.map(({ ranked }) =>
    missingNames(query, ranked.passage.article, ranked.sentences),
  );
  return first.filter((name) => others.every((names) => names.includes(name)));
}

/** Claims with their footnote markers, and what they leave open. */
export function textOf(claims: readonly Claim[], missing: readonly string[]): string {
  const said = claims.map(({ label, text, citations }) => {
    const markers = citations.map((n) => `[${n}]`).join('');
    return `${label === undefined ? '' : `${label}: `}${text} ${markers}`;
  });
  return [...said, ...(missing.length > 0 ? [leftOpen(missing)] : [])].join(' ');
}

function notInCorpus({ passages }: Ranking, confidence: number, generation: number): Draft {
  const heads = new Map(passages.map(({ passage: { article } }) => [article.id, article]));
  const closest = [...heads.values()]
    .slice(0, MOST_CLOSEST)
    .map(({ id, title, url }): Closest => ({ articleId: id, title, ...(url === undefined ? {} : { url }) }));
  return {
    status: 'notInCorpus',
    confidence,
    text: 'The articles do not say.',
    claims: [],
    citations: [],
    missing: [],
    closest,
    generation,
  };
}
