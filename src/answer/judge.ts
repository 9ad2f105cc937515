import type { LibraryReader } from '../ports.ts';
import { aliasesOf } from '../retrieve/aliases.ts';
import { rarityInEnglish } from '../retrieve/english.ts';
import type { Query } from '../retrieve/query.ts';
import type { RankedPassage, Ranking, SentenceMatch } from '../retrieve/rank.ts';
import { stemOf } from '../retrieve/words.ts';
import { type Expected, expectedOf } from './expect.ts';
import { type Features, featuresOf } from './features.ts';
import {
  CONFIDENCE_BIAS,
  CONFIDENCE_WEIGHTS,
  type Evidence,
  SENTENCE_WEIGHTS,
  type Signals,
} from './weights.ts';

/** Passages whose sentences may answer. */
const PASSAGES = 12;
const ENOUGH_TERMS = 8;

/** A sentence that may answer the question. */
export interface Candidate {
  ranked: RankedPassage;
  /** Index of the sentence in its passage. */
  sentence: number;
  match: SentenceMatch;
  features: Signals;
  /** Log-odds: e to the power of a difference says how many times likelier one sentence answers than another. */
  score: number;
}

export interface Judgement {
  expected: Expected;
  /** Best first. */
  candidates: Candidate[];
  /** 0 to 1: how likely the best sentences answer the question. */
  confidence: number;
}

/** Ranks the sentences of the best passages and says how likely the question is answered by them. */
export function judge(query: Query, ranking: Ranking, library: LibraryReader): Judgement {
  const expected = expectedOf(query);
  const candidates = candidatesOf(query, expected, ranking).sort((a, b) => b.score - a.score);
  const evidence = evidenceOf(query, candidates, library);
  return { expected, candidates, confidence: evidence ? confidenceOf(evidence) : 0 };
}

/** The sentences of the best passages, in the order of passages and text. */
export function candidatesOf(query: Query, expected: Expected, { passages, rarity }: Ranking): Candidate[] {
  return passages.slice(0, PASSAGES).flatMap((ranked) => {
    const features = featuresOf(query, expected, rarity, ranked).map(signalsOf);
    return ranked.sentences.map((match, sentence): Candidate => {
      const signals = features[sentence] as Signals;
      return { ranked, sentence, match, features: signals, score: weigh(SENTENCE_WEIGHTS, signals) };
    });
  });
}

/**
 * What the confidence rests on.
 * @param candidates best first
 * @returns `undefined` when there is none
 */
export function evidenceOf(
  query: Query,
  candidates: readonly Candidate[],
  library: Pick<LibraryReader, 'vocabulary'>,
): Evidence | undefined {
  const best = candidates[0]?.features;
  if (!best) return undefined;
  const { passage, plain, coverage, context, cosine, rank, unmet } = best;
  return {
    ...{ passage, plain, coverage, context, cosine, rank, unmet },
    anyMissing: best.missingNames > 0 ? 1 : 0,
    nearest: Math.max(...candidates.map(({ match }) => match.cosine)),
    terms: Math.min(query.terms.length, ENOUGH_TERMS) / ENOUGH_TERMS,
    unknown: unknownShare(query, library),
  };
}

function signalsOf(features: Features): Signals {
  const { expected, coverage, cosine, context } = features;
  return { ...features, expectedAndCovered: expected * coverage, nearAndCovered: cosine * context };
}

function confidenceOf(evidence: Evidence): number {
  return 1 / (1 + Math.exp(-CONFIDENCE_BIAS - weigh(CONFIDENCE_WEIGHTS, evidence)));
}

function unknownShare({ terms }: Query, { vocabulary }: Pick<LibraryReader, 'vocabulary'>): number {
  let [unknown, total] = [0, 0];
  for (const { word, stem } of terms) {
    const weight = rarityInEnglish(stem);
    total += weight;
    if (![stem, ...aliasesOf(word).map(stemOf)].some((known) => vocabulary.has(known))) unknown += weight;
  }
  return total > 0 ? unknown / total : 0;
}

/** The sum of the values, each times its weight. */
export function weigh<K extends string>(weights: Record<K, number>, values: Record<K, number>): number {
  return (Object.keys(weights) as K[]).reduce((sum, key) => sum + weights[key] * values[key], 0);
}
