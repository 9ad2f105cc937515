import { isRefused } from './figures.ts';
import type { Outcome } from './run.ts';

/** What went wrong with a question. */
export type Fault = 'wrong words' | 'incomplete' | 'wrongly refused' | 'wrongly answered';

export interface Failure {
  outcome: Outcome;
  fault: Fault;
  /** How far the confidence was from what it should have been, 0 to 1. */
  loss: number;
}

/** The questions that went wrong with the most conviction, worst first. */
export function worst(outcomes: readonly Outcome[], count: number): Failure[] {
  const failures = outcomes.flatMap((outcome) => failureOf(outcome) ?? []);
  return failures.sort((a, b) => b.loss - a.loss).slice(0, count);
}

function failureOf(outcome: Outcome): Failure | undefined {
  const { verdict, answer } = outcome;
  if (isRefused(outcome)) {
    return verdict && { outcome, fault: 'wrongly refused', loss: 1 - answer.confidence };
  }
  if (!verdict) {
    if (answer.status === 'partial') return undefined;
    return { outcome, fault: 'wrongly answered', loss: answer.confidence };
  }
  if (verdict.any === 1) return undefined;
  const fault = verdict.any > 0 ? 'incomplete' : 'wrong words';
  return { outcome, fault, loss: answer.confidence * (1 - verdict.any) };
}
