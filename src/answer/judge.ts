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
  EXPECTED_AND_COVERED,
  NEAR_AND_COVERED,
  SENTENCE_WEIGHTS,
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
  features: Features;
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
export function judge(query: Query, { passages, rarity }: Ranking, library: LibraryReader): Judgement {
  const expected = expectedOf(query);
  const candidates = passages
    .slice(0, PASSAGES)
    .flatMap((ranked) => {
      const features = featuresOf(query, expected, rarity, ranked);
      return ranked.sentences.map(
        (match, sentence): Candidate => ({
          ranked,
          sentence,
          match,
          features: features[sentence] as Features,
          score: scoreOf(features[sentence] as Features),
        }),
      );
    })
    .sort((a, b) => b.score - a.score);
  return { expected, candidates, confidence: confidenceOf(query, candidates, library) };
}

function scoreOf(features: Features): number {
  const { expected, coverage, cosine, context } = features;
  return (
    weigh(SENTENCE_WEIGHTS, features) +
    EXPECTED_AND_COVERED * expected * coverage +
    NEAR_AND_COVERED * cosine * context
  );
}

function confidenceOf(query: Query, candidates: readonly Candidate[], library: LibraryReader): number {
  const best = candidates[0]?.features;
  if (!best) return 0;
  const evidence: Evidence = {
    ...best,
    anyMissing: best.missingNames > 0 ? 1 : 0,
    nearest: Math.max(...candidates.map(({ match }) => match.cosine)),
    terms: Math.min(query.terms.length, ENOUGH_TERMS) / ENOUGH_TERMS,
    unknown: unknownShare(query, library),
  };
  return 1 / (1 + Math.exp(-CONFIDENCE_BIAS - weigh(CONFIDENCE_WEIGHTS, evidence)));
}

function unknownShare({ terms }: Query, { vocabulary }: LibraryReader): number {
  let [unknown, total] = [0, 0];
  for (const { word, stem } of terms) {
    const weight = rarityInEnglish(stem);
    total += weight;
    if (![stem, ...aliasesOf(word).map(stemOf)].some((known) => vocabulary.has(known))) unknown += weight;
  }
  return total > 0 ? unknown / total : 0;
}

function weigh<K extends string>(weights: Record<K, number>, values: Record<K, number>): number {
  return (Object.keys(weights) as K[]).reduce((sum, key) => sum + weights[key] * values[key], 0);
}
