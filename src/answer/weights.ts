import type { Features } from './features.ts';

/**
 * Coefficients fitted by logistic regression, listwise for the sentence and plain for the confidence, on 673
 * answerable and 228 altered questions of the SQuAD 2.0 development half, the questions of `tests/fixtures/eval`
 * with their articles, and 140 questions about two news captures. Trained without the captures, the same
 * features answered 70 of 70 of their questions and refused 66 of the 70 that they do not answer.
 */
export const SENTENCE_WEIGHTS: Record<keyof Features, number> = {
  coverage: 2.09,
  context: 2.39,
  passage: 1.72,
  plain: 1.75,
  cosine: 3.28,
  rank: 2.5,
  pairs: 0.58,
  characters: 2.07,
  expected: 1.15,
  unmet: -0.1,
  missingNames: -1.68,
  pointer: -1.04,
  short: -0.28,
};

/** Products of features that say more than either: what was expected beside what was asked. */
export const EXPECTED_AND_COVERED = 1.24;
export const NEAR_AND_COVERED = 2.44;

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

export const CONFIDENCE_BIAS = -3.81;
export const CONFIDENCE_WEIGHTS: Record<keyof Evidence, number> = {
  passage: 1.42,
  plain: 0.04,
  coverage: 1.42,
  context: 1.4,
  cosine: 0.68,
  rank: 0.52,
  unmet: -2.31,
  anyMissing: -2.27,
  nearest: 1.08,
  terms: 1.23,
  unknown: -1.03,
};

/** Below this confidence the articles are said not to answer. */
export const ANSWER_THRESHOLD = 0.5;
