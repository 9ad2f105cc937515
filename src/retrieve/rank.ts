import type { Hit, Ranker } from '../model.ts';
import type { Filter, LibraryReader, Scored, StoredPassage } from '../ports.ts';
import { aliasesOf } from './aliases.ts';
import { both } from './calendar.ts';
import { foldCopies } from './copies.ts';
import { nearnessIn } from './nearness.ts';
import { timingOf } from './of-time.ts';
import { type Query, trigramsOf } from './query.ts';
import { matchSentences, type Rarity, readSentences, type SentenceMatch } from './sentence-match.ts';
import { arrangeByTime } from './time-order.ts';
import { trigramScores } from './trigrams.ts';
import { bestWindow } from './windows.ts';

/**
 * What each ranker adds to the score of a passage. Measured on half of the SQuAD 2.0 development set (303 paragraphs,
 * 1,346 answerable questions; hit@1 / hit@5 of 100, `npm run eval -- --squad DIR`): words alone 81.1 / 93.8, windows
 * 82.6 / 93.9, trigrams 78.7 / 92.6, vectors 60.9 / 86.0, sentences 86.8 / 95.8, all five together 87.9 / 96.6.
 */
const WEIGHTS: Record<Ranker, number> = {
  words: 0.1,
  windows: 0.15,
  trigrams: 0.3,
  vectors: 0.5,
  sentences: 0.7,
};

/** Passages that each ranker may bring. */
const CANDIDATES = 60;
/** Passages of one article in the first places, and before those of others: one stuffed with keywords is not everything. */
const FIRST_PLACES = 5;
const PER_ARTICLE = { first: 2, all: 4 };
/** What a cosine is worth beside a full coverage of the question's words when one sentence is judged. */
const COSINE_SHARE = 0.75;

/** A passage with its score and what was seen of it, for the answer to be made from. */
export interface RankedPassage {
  passage: StoredPassage;
  /** 0 to 1 within one question. */
  score: number;
  rankers: Record<Ranker, number>;
  sentences: SentenceMatch[];
}

export interface Ranking {
  passages: RankedPassage[];
  rarity: Rarity;
}

/** What is asked of a library to rank its passages. */
export type Searched = Pick<
  LibraryReader,
  | 'generation'
  | 'vocabulary'
  | 'trigrams'
  | 'copies'
  | 'matchWords'
  | 'matchTrigrams'
  | 'matchVector'
  | 'passages'
>;

/** The passages nearest to a question by five rankers joined, best first. */
export function rank(library: Searched, query: Query, vector: Float32Array): Ranking {
  const { words, alike } = findByWords(library, query);
  const nearness = nearnessIn(library.generation, vector);
  const vectors = nearness.share === 0 ? [] : library.matchVector(nearness.vector, CANDIDATES, query.filter);
  const rows = [...new Set([...words, ...alike, ...vectors].map(({ row }) => row))];
  const rarity = rarityOf(
    library,
    query.terms.map(({ stem }) => stem),
  );

  const found = library.passages(rows);
  const timings = timingOf(query.time, found);
  const candidates = found.map((passage, i) => {
    const sentences = matchSentences(passage, { nearness, rarity, query }, timings[i] ?? []);
    return { passage, sentences, windows: bestWindow(sentences, rarity) };
  });
  const scores: Record<Ranker, number[]> = {
    words: scoresOf(words, candidates),
    windows: candidates.map(({ windows }) => windows),
    trigrams: trigramScores(
      found,
      trigramsOf(query.terms.map(({ word }) => word)),
      (trigram) => library.trigrams.get(trigram) ?? 0,
      library.generation?.passages ?? 0,
    ),
    vectors: candidates.map(({ sentences }) => Math.max(...sentences.map(({ cosine }) => cosine))),
    sentences: candidates.map(({ sentences }) =>
      Math.max(...sentences.map(({ coverage, cosine }) => coverage + COSINE_SHARE * cosine)),
    ),
  };
  const scaled = mapRankers((ranker) => scale(scores[ranker], ranker === 'vectors'));
  const weights = { ...WEIGHTS, vectors: nearness.share * WEIGHTS.vectors };
  const total = sum(Object.values(weights));
  const passages = candidates.map(({ passage, sentences }, i): RankedPassage => {
    const rankers = mapRankers((ranker) => scaled[ranker][i] as number);
    const score = mapRankers((ranker) => weights[ranker] * rankers[ranker]);
    return { passage, sentences, rankers, score: sum(Object.values(score)) / total };
  });
  passages.sort((a, b) => b.score - a.score || a.passage.row - b.passage.row);
  const spread = spreadOverArticles(foldCopies(passages, library.copies));
  return { passages: arrangeByTime(query.time, spread), rarity };
}

/** Has what the words of a question bring found and read, so that `rank` finds it done: it takes as long as a vector. */
export function readAhead(library: Searched, query: Query): void {
  const { words, alike } = findByWords(library, query);
  const rows = new Set([...words, ...alike].map(({ row }) => row));
  for (const passage of library.passages([...rows])) readSentences(passage);
  for (const trigram of trigramsOf(query.terms.map(({ word }) => word))) library.trigrams.get(trigram);
}

/** What holds words of a question, and what holds some that are like those that the library does not know. */
function findByWords(library: Searched, query: Query): { words: Scored[]; alike: Scored[] } {
  const asked = [...new Set(query.terms.flatMap(({ word, stem }) => [word, stem, ...aliasesOf(word)]))];
  const unknown = query.terms.filter(({ stem }) => !library.vocabulary.has(stem)).map(({ word }) => word);
  return {
    words: inAllFilters(query, (filter) => library.matchWords(asked, CANDIDATES, filter)),
    alike: inAllFilters(query, (filter) => library.matchTrigrams(trigramsOf(unknown), CANDIDATES, filter)),
  };
}

/** The best `k` of a ranking as plain hits. */
export function hitsOf({ passages }: Ranking, k: number): Hit[] {
  return passages.slice(0, k).map(({ passage, score, rankers }) => {
    const { articleId, ordinal, start, end, text, article } = passage;
    return { passage: { articleId, ordinal, start, end, text }, article, score, rankers };
  });
}

/** What is found with the question's own filter and, so that it is not crowded out, what was published at the time asked about. */
function inAllFilters({ filter, time }: Query, find: (filter: Filter) => Scored[]): Scored[] {
  if (time?.asked.since === undefined && time?.asked.before === undefined) return find(filter);
  const found = [...find(filter), ...find({ ...filter, ...both(filter, time.asked) })];
  return [...new Map(found.map((scored) => [scored.row, scored])).values()];
}

function rarityOf(library: Searched, stems: readonly string[]): Rarity {
  const passages = library.generation?.passages ?? 0;
  return new Map(
    stems.map((stem) => {
      const frequency = Math.min(library.vocabulary.get(stem) ?? 0, passages);
      return [stem, Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5))];
    }),
  );
}

function scoresOf(scored: readonly Scored[], candidates: readonly { passage: StoredPassage }[]): number[] {
  const byRow = new Map(scored.map(({ row, score }) => [row, score]));
  return candidates.map(({ passage }) => byRow.get(passage.row) ?? 0);
}

/** Brings the best to 1 and zero, or with `fromWorst` the worst, to 0: a cosine has no zero of its own. */
function scale(scores: readonly number[], fromWorst: boolean): number[] {
  const top = Math.max(...scores);
  const bottom = fromWorst ? Math.min(...scores) : 0;
  return scores.map((score) => (top > bottom ? Math.max(0, score - bottom) / (top - bottom) : 0));
}

/** A few passages of every article, then the others, each in order of score; fewer still in the first places. */
function spreadOverArticles(passages: readonly RankedPassage[]): RankedPassage[] {
  const few = atMost(PER_ARTICLE.all, passages);
  const first = atMost(PER_ARTICLE.first, few).slice(0, FIRST_PLACES);
  return [...new Set([...first, ...few, ...passages])];
}

/** So many passages of every article, the best of each. */
function atMost(count: number, passages: readonly RankedPassage[]): RankedPassage[] {
  const seen = new Map<string, number>();
  return passages.filter(({ passage: { articleId } }) => {
    const before = seen.get(articleId) ?? 0;
    seen.set(articleId, before + 1);
    return before < count;
  });
}

function mapRankers<T>(of: (ranker: Ranker) => T): Record<Ranker, T> {
  return {
    words: of('words'),
    windows: of('windows'),
    trigrams: of('trigrams'),
    vectors: of('vectors'),
    sentences: of('sentences'),
  };
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
