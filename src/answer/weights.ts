import type { Features } from './features.ts';
import weights from './weights.json' with { type: 'json' };

/** What ranks a sentence: its features, and products of two that say more than either. */
export interface Signals extends Features {
  /** What was expected beside what was asked: `expected` times `coverage`. */
  expectedAndCovered: number;
  /** `cosine` times `context`. */
  nearAndCovered: number;
}

/** Evidence that the question is answered at all, from its best sentence and the library. */
export interface Evidence
  extends Pick<Features, 'passage' | 'plain' | 'coverage' | 'context' | 'cosine' | 'rank' | 'unmet'> {
  /** 1 when a name or number of the question is missing from the passage. */
  anyMissing: number;
  /** Cosine of the nearest sentence, which may be another one. */
  nearest: number;
  /** Terms of the question, up to eight, as a share of eight: more that agree prove more. */
  terms: number;
  /** Terms of the question that no article has, weighted by their rarity in everyday English. */
  unknown: number;
}

/**
 * Coefficients fitted by logistic regression, listwise for the sentence and plain for the confidence. `npm run
 * train` writes them, and what they were fitted on and how well they do on held-out articles, into `weights.json`.
 */
export const SENTENCE_WEIGHTS: Record<keyof Signals, number> = weights.sentence;

export const CONFIDENCE_BIAS: number = weights.confidence.bias;
export const CONFIDENCE_WEIGHTS: Record<keyof Evidence, number> = weights.confidence.weights;

/** Below this confidence the articles are said not to answer. */
export const ANSWER_THRESHOLD: number = weights.threshold;
