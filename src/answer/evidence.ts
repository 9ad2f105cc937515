import { rarityInEnglish } from '../retrieve/english.ts';
import { type Query, timeWords } from '../retrieve/query.ts';
import type { RankedPassage } from '../retrieve/rank.ts';
import type { Word } from '../retrieve/words.ts';
import { titleOf } from './asked-names.ts';
import { focusOf } from './focus.ts';
import type { Candidate } from './judge.ts';

/** What tells whether the articles speak of what is asked at all: shares from 0 to 1 unless something else is said. */
export interface TopicEvidence {
  /** The question's terms that one passage has, the most of any, weighted by the square of their rarity in English. */
  known: number;
  /** Character trigrams of the question that one sentence has, the most of any. */
  characters: number;
  /** Rarity in English of the terms that the best passage has, summed: 1 for about seven everyday words. */
  matched: number;
  /** Names and numbers of the question that are neither in the best passage nor in its title. */
  missingNames: number;
  /** Terms of the question, up to eight, as a share of eight: more that agree prove more. */
  terms: number;
  /** The question's terms that one passage has, in the same words or in others, the most of any. */
  understood: number;
  /** Terms that stand side by side in the question and in one sentence, the most of any. */
  pairs: number;
  /** Cosine of the nearest sentence; -1 to 1. */
  cosine: number;
  /** How near the best passage is among all that were found, by its vectors. */
  vectors: number;
  /** How much nearer (cosine) the best sentence is than any of another passage. */
  lead: number;
}

/** What tells whether the best sentences say what is asked. */
export interface SaidEvidence {
  /** See `Features`; of the best sentence. */
  context: number;
  coverage: number;
  passage: number;
  cosine: number;
  unmet: number;
  /** The question's terms that one sentence has, the most of any, weighted by the square of their rarity in English. */
  known: number;
  terms: number;
  /** 1 when a name or number of the question stands neither in the best sentence, nor in the one before, nor in the title. */
  missingNear: number;
  /** 1 when what is asked for by a noun, as in "which company", is in no passage of the best three sentences. */
  unfocused: number;
  /** How likely the best sentence is among all candidates. */
  likeliest: number;
  /** How much better it is than the next, in log-odds, up to three. */
  gap: number;
}

const ENOUGH_TERMS = 8;
const ENOUGH_MATCHED = 4;
const WIDEST_GAP = 3;
/** Sentences that an answer may be made of. */
const BEST = 3;

/** @param candidates best first, at least one */
export function topicEvidenceOf(
  query: Query,
  candidates: readonly [Candidate, ...Candidate[]],
): TopicEvidence {
  const [best] = candidates;
  const proving = provingTerms(query);
  const rarity = rarityOf(proving);
  const passages = [...new Set(candidates.map(({ ranked }) => ranked))];
  const inBest = [...rarity].filter(([stem]) => holds(best.ranked, stem)).map(([, rare]) => rare);
  const elsewhere = candidates.filter(({ ranked }) => ranked !== best.ranked);
  return {
    known: Math.max(...passages.map((ranked) => knownShare(rarity, (stem) => holds(ranked, stem)))),
    characters: Math.max(...candidates.map(({ features }) => features.characters)),
    matched: Math.min(1, inBest.reduce((sum, rare) => sum + rare, 0) / ENOUGH_MATCHED),
    missingNames: best.features.missingNames,
    terms: termShare(proving),
    understood: Math.max(...candidates.map(({ features }) => features.passage + features.meantInPassage)),
    pairs: Math.max(...candidates.map(({ features }) => features.pairs)),
    cosine: Math.max(...candidates.map(({ features }) => features.cosine)),
    vectors: best.ranked.rankers.vectors,
    lead: best.match.cosine - Math.max(0, ...elsewhere.map(({ match }) => match.cosine)),
  };
}

/** @param candidates best first, at least one */
export function saidEvidenceOf(query: Query, candidates: readonly [Candidate, ...Candidate[]]): SaidEvidence {
  const [best, second] = candidates;
  const { context, coverage, passage, cosine, unmet, missingNear } = best.features;
  const rarity = rarityOf(query.terms);
  const focus = focusOf(query);
  const odds = candidates.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0);
  return {
    ...{ context, coverage, passage, cosine, unmet },
    known: Math.max(...candidates.map(({ match }) => knownShare(rarity, (stem) => match.stems.has(stem)))),
    terms: termShare(query.terms),
    missingNear: missingNear > 0 ? 1 : 0,
    unfocused: focus && !candidates.slice(0, BEST).some(({ ranked }) => holds(ranked, focus.stem)) ? 1 : 0,
    likeliest: 1 / odds,
    gap: second ? Math.max(0, Math.min(WIDEST_GAP, best.score - second.score)) : WIDEST_GAP,
  };
}

/** "Since 1990" proves nothing where everything of these years reads as if it said so. */
function provingTerms(query: Query): readonly Word[] {
  if (!query.time?.strict || !query.time.isRange) return query.terms;
  const times = new Set(timeWords(query).map(({ stem }) => stem));
  return query.terms.filter(({ stem }) => !times.has(stem));
}

function rarityOf(terms: readonly Word[]): Map<string, number> {
  return new Map(terms.map(({ stem }) => [stem, rarityInEnglish(stem)]));
}

function knownShare(rarity: ReadonlyMap<string, number>, has: (stem: string) => boolean): number {
  let [known, total] = [0, 0];
  for (const [stem, rare] of rarity) {
    if (has(stem)) known += rare ** 2;
    total += rare ** 2;
  }
  return total > 0 ? known / total : 0;
}

function holds({ passage, sentences }: RankedPassage, stem: string): boolean {
  return titleOf(passage.article).stems.has(stem) || sentences.some(({ stems }) => stems.has(stem));
}

function termShare(terms: readonly Word[]): number {
  return Math.min(terms.length, ENOUGH_TERMS) / ENOUGH_TERMS;
}
