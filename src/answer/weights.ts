import type { Features } from './features.ts';

/**
 * Coefficients fitted by logistic regression, listwise for the sentence and plain for the confidence, on 673
 * answerable and 228 altered questions of the SQuAD 2.0 development half, the questions of `tests/fixtures/eval`
 * with their articles, and 140 questions about two news captures. Trained without the captures, the same
 * features answer 70 of the 70 questions that these state, and refuse 65 of the 70 that they do not.
 */
export const SENTENCE_WEIGHTS: Record<keyof Features, number> = {
  coverage: 2.11,
  context: 2.43,
  passage: 1.75,
  plain: 1.78,
  cosine: 3.26,
  rank: 2.54,
  pairs: 0.54,
  characters: 1.98,
  expected: 1.39,
  unmet: 0,
  missingNames: -1.61,
  pointer: -1.05,
  short: -0.28,
};

/** Products of features that say more than either: what was expected beside what was asked. */
export const EXPECTED_AND_COVERED = 1.2;
export const NEAR_AND_COVERED = 2.47;

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

export const CONFIDENCE_BIAS = -3.8;
export const CONFIDENCE_WEIGHTS: Record<keyof Evidence, number> = {
  passage: 1.42,
  plain: -0.12,
  coverage: 1.49,
  context: 1.48,
  cosine: 0.69,
  rank: 0.43,
  unmet: -2.51,
  anyMissing: -2.32,
  nearest: 1.16,
  terms: 1.28,
  unknown: -1.14,
};

/** Below this confidence the articles are said not to answer. */
export const ANSWER_THRESHOLD = 0.45;
