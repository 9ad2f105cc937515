import { type Candidate, evidenceOf, weigh } from '../../src/answer/judge.ts';
import type { Example } from './examples.ts';
import { fitListwise, fitLogistic } from './regression.ts';

/** A weight by the name of what it weighs. */
export type Weights = Record<string, number>;

/** What ranks sentences and says how sure the best one is. */
export interface Model {
  sentence: Weights;
  confidence: { bias: number; weights: Weights };
}

/** How a model judges one example. */
export interface Prediction {
  example: Example;
  /** Whether the best sentence answers, and one of the best three. */
  first: boolean;
  firstThree: boolean;
  /** 0 to 1. */
  confidence: number;
}

/** What did best on held-out articles; half or double as much hardly differs. */
const PENALTIES = { sentence: 0.001, confidence: 0.002 };
/** What a question counts that its authors altered on purpose to have no answer: few members ask so. */
const IMPOSSIBLE = 0.3;
const DECIMALS = 3;

/**
 * Fits the ranker, then the confidence in what it ranks best. All sources count alike, and both classes in each.
 * @param without what is given no weight, such as "sentence.short" or "confidence.unknown"
 */
export function fitModel(examples: readonly Example[], without: readonly string[] = []): Model {
  const weightOf = balance(examples);
  const answerable = examples.filter(({ right }) => right.size > 0);
  const names = Object.keys(answerable[0]?.candidates[0]?.features ?? {});
  const coefficients = fitListwise(
    answerable.map((example) => ({
      rows: example.candidates.map(({ features }) => valuesOf(names, { ...features }, without, 'sentence')),
      right: example.candidates.map((candidate) => example.right.has(candidate)),
      weight: weightOf(example),
    })),
    PENALTIES.sentence,
  );
  const sentence = named(names, coefficients);

  const seen = examples.flatMap((example) => {
    const { query, library } = example;
    const evidence = evidenceOf(query, rankedBy(sentence, example), library);
    return evidence ? [{ example, evidence: { ...evidence } as Weights }] : [];
  });
  const kinds = Object.keys(seen[0]?.evidence ?? {});
  const fitted = fitLogistic(
    seen.map(({ example, evidence }) => ({
      row: valuesOf(kinds, evidence, without, 'confidence'),
      positive: example.question.label !== undefined,
      weight: weightOf(example),
    })),
    PENALTIES.confidence,
  );
  return {
    sentence,
    confidence: { bias: rounded(fitted.bias), weights: named(kinds, fitted.coefficients) },
  };
}

/** What a model makes of an example. */
export function predict({ sentence, confidence }: Model, example: Example): Prediction {
  const ranked = rankedBy(sentence, example);
  const evidence = evidenceOf(example.query, ranked, example.library);
  const isRight = (candidate: Candidate) => example.right.has(candidate);
  return {
    example,
    first: ranked.slice(0, 1).some(isRight),
    firstThree: ranked.slice(0, 3).some(isRight),
    confidence: evidence
      ? 1 / (1 + Math.exp(-confidence.bias - weigh(confidence.weights, { ...evidence })))
      : 0,
  };
}

/** A weight for each example, so that every source counts alike, and its answerable questions half of that. */
export function balance(examples: readonly Example[]): (example: Example) => number {
  const classOf = ({ set, question }: Example) => `${set.source} ${question.label !== undefined}`;
  const counts = new Map<string, number>();
  for (const example of examples) counts.set(classOf(example), (counts.get(classOf(example)) ?? 0) + 1);
  return (example) => {
    const kind = example.question.kind === 'impossible' ? IMPOSSIBLE : 1;
    return kind / (counts.get(classOf(example)) ?? 1);
  };
}

function rankedBy(weights: Weights, { candidates }: Example): Candidate[] {
  const scores = new Map(candidates.map((each) => [each, weigh(weights, { ...each.features })]));
  return candidates.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

/** What is always zero is given no weight. */
function valuesOf(
  names: readonly string[],
  values: Weights,
  without: readonly string[],
  part: keyof Model,
): number[] {
  return names.map((name) => (without.includes(`${part}.${name}`) ? 0 : (values[name] ?? 0)));
}

function named(names: readonly string[], values: readonly number[]): Weights {
  return Object.fromEntries(names.map((name, i) => [name, rounded(values[i] ?? 0)]));
}

function rounded(value: number): number {
  return Number(value.toFixed(DECIMALS));
}
