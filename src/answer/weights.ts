import type { SaidEvidence, TopicEvidence } from './evidence.ts';
import type { Features } from './features.ts';
import weights from './weights.json' with { type: 'json' };

/** What ranks a sentence: its features, and a product of two that says more than either. */
export interface Signals extends Features {
  /** `cosine` times `context`. */
  nearAndCovered: number;
}

/** A logistic model: log-odds of the bias and of each piece of evidence times its weight. */
export interface Logistic<K extends string> {
  bias: number;
  weights: Record<K, number>;
}

/**
 * Coefficients fitted by logistic regression, listwise for the sentence and plain for the others. `npm run train`
 * writes them, and what they were fitted on and how well they do on held-out articles, into `weights.json`.
 */
export const SENTENCE_WEIGHTS: Record<keyof Signals, number> = weights.sentence;

/** Whether the articles speak of what is asked. */
export const TOPIC: Logistic<keyof TopicEvidence> = weights.topic;

/** Whether the best sentences say it. */
export const SAID: Logistic<keyof SaidEvidence> = weights.said;

/** How likely the topic has to be, for a library that was not calibrated. */
export const TOPIC_THRESHOLD: number = weights.threshold;

/** Below this chance the best sentences are taken not to say what is asked. */
export const LEAST_SAID = 0.03;
