import type { SupportFeatures } from '../../src/answer/wording/support.ts';
import type { WordingOutcome } from '../eval/wording/run.ts';
import type { SupportCase } from '../eval/wording/support-case.ts';
import { round } from '../support/print.ts';
import { type Case, fitLogistic } from './regression.ts';

/** Weight of the claims that people judged, beside that of the scripted ones: they are few, and seldom close to their source. */
const JUDGED_SHARE = 0.1;
const PENALTY = 0.001;

const FEATURES: readonly (keyof SupportFeatures)[] = ['quoted', 'passage', 'run', 'outside', 'cosine'];

export interface SupportModel {
  bias: number;
  weights: Record<string, number>;
}

/**
 * Fits the score that says whether a claim is said by what it rests on.
 * @param scripted claims of the scripted model; those that mix things up are left out, for some of them are right
 */
export function fitSupport(
  judged: readonly SupportCase[],
  scripted: readonly WordingOutcome[],
): SupportModel {
  const known = scripted.flatMap(({ kind, features }) =>
    features && kind !== 'mixed up'
      ? [{ features, supported: kind === 'paraphrased' || kind === 'copied' }]
      : [],
  );
  const { bias, coefficients } = fitLogistic(
    [...casesOf(judged, JUDGED_SHARE), ...casesOf(known, 1 - JUDGED_SHARE)],
    PENALTY,
  );
  const weights = FEATURES.map((name, i) => [name, round(coefficients[i] ?? 0, 3)]);
  return { bias: round(bias, 3), weights: Object.fromEntries(weights) };
}

function casesOf(some: readonly Pick<SupportCase, 'features' | 'supported'>[], share: number): Case[] {
  return some.map(({ features, supported }) => ({
    row: FEATURES.map((name) => features[name]),
    positive: supported,
    weight: share / some.length,
  }));
}
