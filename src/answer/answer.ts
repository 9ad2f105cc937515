import type { Answer, AnswerStatus, Claim, Closest, Language } from '../model.ts';
import type { LibraryReader } from '../ports.ts';
import type { Query } from '../retrieve/query.ts';
import { type RankedPassage, type Ranking, rank } from '../retrieve/rank.ts';
import { correctSpelling } from '../retrieve/spelling.ts';
import { timeNote, timeOf } from './as-of.ts';
import { isNamedIn, titleOf } from './asked-names.ts';
import { carried } from './carried.ts';
import { claimsOf } from './claims.ts';
import { differingIn } from './conflicts.ts';
import { correctionsOf } from './corrected.ts';
import { differ, underDays } from './differ.ts';
import { eventIn, limitedBy, periodOf, tellsOfBoth, timeOfEvent } from './event.ts';
import { type Candidate, type Judgement, judge } from './judge.ts';
import { leftOpen } from './left-open.ts';
import { withLists } from './lists.ts';
import { missingFrom } from './missing.ts';
import { ofOtherCountry } from './of-country.ts';
import { isAnswered } from './outcome.ts';
import { phrase } from './phrases.ts';

const MOST_CLAIMS = 3;
/** Sentences to choose from: some come with the ones beside them, and so are said already. */
const MOST_CHOSEN = 5;
/** Sentences are claims until one of them answers with this chance, each being at least so likely. */
const ENOUGH = 0.98;
const LEAST = 0.01;
const MOST_CLOSEST = 3;

/** An answer before it was timed. */
export type Draft = Omit<Answer, 'ms' | 'question'>;

/**
 * Answers from the library: one to three of its sentences, each cited, or that it is not in the articles.
 * @param about a name: passages that have it answer before others, when they do
 */
export function answer(question: Query, vector: Float32Array, library: LibraryReader, about?: string): Draft {
  const found = consider(question, vector, library, about);
  const { query, ranking, expected, candidates, confidence } = found;
  const generation = library.generation?.id ?? 0;
  if (!isAnswered(found, library)) return notInCorpus(query, ranking, confidence, generation);

  const differing = differingIn(query, expected, candidates);
  const likeliest = choose(candidates);
  const isOfOther = ofOtherCountry(query);
  const arranged = likeliest.toSorted((a, b) => Number(isOfOther(a)) - Number(isOfOther(b)));
  const chosen = differing?.candidates ?? withLists(arranged, found, library);
  const { claims, citations, said } = claimsOf(chosen, expected, query, MOST_CLAIMS);
  // Where the likeliest is of another country, neither its chance nor its words are of the one that is asked about.
  const missing =
    differing || arranged[0] === likeliest[0]
      ? missingFrom(query, found, said)
      : missingFrom(
          query,
          { ...found, said: 0 },
          said.filter((candidate) => !isOfOther(candidate)),
        );
  const status: AnswerStatus = missing.length > 0 ? 'partial' : 'answered';
  const time = timeOf(query, citations);
  return {
    status,
    confidence,
    text: differing
      ? `${differ(differing.conflict)} ${textOf(underDays(claims, citations), missing, query.language, timeNote({ ...time, citations }))}`
      : textOf(claims, missing, query.language, timeNote({ ...time, citations })),
    claims,
    citations,
    ...(differing && { conflict: differing.conflict }),
    missing,
    closest: [],
    ...time,
    ...understoodAs(query, said),
    generation,
  };
}

/** How the question was read, for those who see the answer. */
export function understoodAs(query: Query, chosen: readonly Candidate[]) {
  const corrected = correctionsOf(
    query,
    chosen.flatMap(({ ranked }) => ranked.sentences),
  );
  return {
    language: query.language,
    ...(query.gloss ? { acrossLanguages: true as const } : {}),
    ...(corrected.length > 0 ? { corrected } : {}),
  };
}

/** A question as it was understood, and what speaks for the sentences that may answer it. */
export interface Considered extends Judgement {
  query: Query;
  ranking: Ranking;
}

/** What was considered already: an answer is explained, or worded, from what it was chosen from. */
const consideredBefore = new WeakMap<Query, Considered>();

/**
 * All that is done before an answer is chosen, once for each question that was read.
 * @param about as for `answer`
 */
export function consider(
  question: Query,
  vector: Float32Array,
  library: LibraryReader,
  about?: string,
): Considered {
  const before = consideredBefore.get(question);
  if (before) return before;
  const all = considerAnew(question, vector, library);
  const found = (about !== undefined && ofThose(about, all, library)) || all;
  consideredBefore.set(question, found);
  return found;
}

/** The same of the passages that have a name, where the best sentence is of another and one of them answers. */
function ofThose(name: string, all: Considered, library: LibraryReader): Considered | undefined {
  const { query, ranking, candidates } = all;
  const isNamed = ({ passage }: RankedPassage) =>
    isNamedIn(name, passage.text) || isNamedIn(name, passage.article.title);
  if (!candidates[0] || isNamed(candidates[0].ranked)) return undefined;
  const passages = ranking.passages.filter(isNamed);
  const found = { query, ranking, ...carried(query, judge(query, { ...ranking, passages })) };
  return isAnswered(found, library) ? found : undefined;
}

function considerAnew(question: Query, vector: Float32Array, library: LibraryReader): Considered {
  const query = correctSpelling(question, library);
  const considered = weighed(query, vector, library);
  const event = eventIn(query);
  const [best] = considered.candidates;
  // What answers and tells of the event itself needs no date for it.
  if (!event || (best && tellsOfBoth(event, told(best)))) return considered;
  const period = periodOf(event, query, library);
  const limited = period && weighed(limitedBy(query, event, period), vector, library);
  if (limited && isAnswered(limited, library)) return limited;
  return { ...considered, query: { ...query, time: timeOfEvent(query, event, period, false) } };
}

/** All stems of a sentence, the one before it and the title. */
function told({ ranked, sentence }: Candidate): Set<string> {
  const beside = ranked.sentences.slice(Math.max(0, sentence - 1), sentence + 1);
  return new Set([...titleOf(ranked.passage.article).stems, ...beside.flatMap(({ stems }) => [...stems])]);
}

function weighed(query: Query, vector: Float32Array, library: LibraryReader): Considered {
  const ranking = rank(library, query, vector);
  return { query, ranking, ...carried(query, judge(query, ranking)) };
}

/** The best sentence, and the next best until one of them surely answers. */
function choose(candidates: readonly Candidate[]): Candidate[] {
  const [best] = candidates;
  if (!best) return [];
  const chosen = new Map<string, Candidate>();
  let surely = 0;
  for (const { candidate, chance } of chancesOf(candidates)) {
    if (candidate !== best && (surely >= ENOUGH || chance < LEAST)) break;
    surely += chance;
    const words = candidate.match.words.map(({ word }) => word).join(' ');
    if (!chosen.has(words)) chosen.set(words, candidate);
  }
  return [...chosen.values()].slice(0, MOST_CHOSEN);
}

/** How likely each is to be the one that answers, if any does. */
function chancesOf(candidates: readonly Candidate[]): { candidate: Candidate; chance: number }[] {
  const best = candidates[0]?.score ?? 0;
  const odds = candidates.map(({ score }) => Math.exp(score - best));
  const total = odds.reduce((sum, each) => sum + each, 0);
  return candidates.map((candidate, i) => ({ candidate, chance: (odds[i] ?? 0) / total }));
}

/** Claims with their footnote markers, what they leave open, and a remark. */
export function textOf(
  claims: readonly Claim[],
  missing: readonly string[],
  language: Language,
  remark = '',
): string {
  const said = claims.map(({ label, text, citations }) => {
    const markers = citations.map((n) => `[${n}]`).join('');
    return `${label === undefined ? '' : `${label}: `}${text} ${markers}`;
  });
  const open = missing.length > 0 ? leftOpen({ missing, language, claims }) : '';
  return [...said, open, remark].filter(Boolean).join(' ');
}

/** Says that the articles do not answer, and which come near. */
export function notInCorpus(
  query: Query,
  { passages }: Pick<Ranking, 'passages'>,
  confidence: number,
  generation: number,
): Draft {
  const time = timeOf(query, []);
  // By score alone: what is of another time than was asked about is the more worth a look.
  const nearest = passages.toSorted((a, b) => b.score - a.score);
  const heads = new Map(nearest.map(({ passage: { article } }) => [article.id, article]));
  const closest = [...heads.values()]
    .slice(0, MOST_CLOSEST)
    .map(({ id, title, url }): Closest => ({ articleId: id, title, ...(url === undefined ? {} : { url }) }));
  return {
    status: 'notInCorpus',
    confidence,
    text: [phrase(query.language, 'doNotSay'), timeNote({ ...time, citations: [] })]
      .filter(Boolean)
      .join(' '),
    claims: [],
    citations: [],
    missing: [],
    closest,
    ...time,
    ...understoodAs(query, []),
    generation,
  };
}
