import { namesNothing, type Query } from '../retrieve/query.ts';
import type { RankedPassage, Ranking } from '../retrieve/rank.ts';
import type { SentenceMatch } from '../retrieve/sentence-match.ts';
import { saidEvidenceOf, topicEvidenceOf } from './evidence.ts';
import { type Expected, expectedOf } from './expect.ts';
import { type Features, featuresOf } from './features.ts';
import type { ListRest } from './lists.ts';
import { arrangeByOccasion } from './occasion.ts';
import { arrangeByTime } from './recency.ts';
import { soughtBy } from './sought.ts';
import { type Logistic, SAID, SENTENCE_WEIGHTS, type Signals, TOPIC } from './weights.ts';

/** Passages whose sentences may answer. */
const PASSAGES = 12;
/** What remains of the confidence when a sentence is on topic and does not say what is asked. */
const ON_TOPIC = 0.6;

/** A sentence that may answer the question. */
export interface Candidate {
  ranked: RankedPassage;
  /** Index of the sentence in its passage. */
  sentence: number;
  match: SentenceMatch;
  features: Signals;
  /** Log-odds: e to the power of a difference says how many times likelier one sentence answers than another. */
  score: number;
  /** The list that it opens, when that is to be quoted with it. */
  rest?: ListRest;
}

export interface Judgement {
  expected: Expected;
  /** Best first. */
  candidates: Candidate[];
  /** 0 to 1: how likely the articles speak of what is asked. */
  topic: number;
  /** 0 to 1: if they do, how likely the best sentences say it. */
  said: number;
  /** 0 to 1: both together. */
  confidence: number;
}

/** Ranks the sentences of the best passages and says how likely the question is answered by them. */
export function judge(query: Query, ranking: Ranking): Judgement {
  const expected = expectedOf(query);
  const scored = candidatesOf(query, expected, ranking).sort((a, b) => b.score - a.score);
  const candidates = arrangeByOccasion(query, arrangeByTime(query.time, scored));
  if (!isSome(candidates) || namesNothing(query)) {
    return { expected, candidates, topic: 0, said: 0, confidence: 0 };
  }
  const topic = probabilityOf(TOPIC, { ...topicEvidenceOf(query, candidates) });
  const said = probabilityOf(SAID, { ...saidEvidenceOf(query, candidates) });
  return { expected, candidates, topic, said, confidence: confidenceOf(topic, said) };
}

/** The sentences of the best passages, in the order of passages and text. */
export function candidatesOf(query: Query, expected: Expected, { passages, rarity }: Ranking): Candidate[] {
  const sought = soughtBy(query, expected, rarity);
  return passages.slice(0, PASSAGES).flatMap((ranked) => {
    const features = featuresOf(sought, ranked).map(signalsOf);
    return ranked.sentences.flatMap((match, sentence): Candidate[] => {
      if (match.repeated) return [];
      const signals = features[sentence] as Signals;
      return [{ ranked, sentence, match, features: signals, score: weigh(SENTENCE_WEIGHTS, signals) }];
    });
  });
}

/**
 * How sure an answer is whose question is on topic, and whose sentences say what is asked, with these chances. The
 * square brings it near the share of answers that are right; the order is the same without it.
 */
export function confidenceOf(topic: number, said: number): number {
  return (topic * (ON_TOPIC + (1 - ON_TOPIC) * said)) ** 2;
}

/** What a logistic model makes of evidence: 0 to 1. */
export function probabilityOf<K extends string>(
  { bias, weights }: Logistic<K>,
  evidence: Record<K, number>,
): number {
  return 1 / (1 + Math.exp(-bias - weigh(weights, evidence)));
}

/** The sum of the values, each times its weight. */
export function weigh<K extends string>(weights: Record<K, number>, values: Record<K, number>): number {
  return (Object.keys(weights) as K[]).reduce((sum, key) => sum + weights[key] * values[key], 0);
}

export function isSome<T>(items: readonly T[]): items is readonly [T, ...T[]] {
  return items.length > 0;
}

function signalsOf(features: Features): Signals {
  const { cosine, context } = features;
  return { ...features, nearAndCovered: cosine * context };
}
