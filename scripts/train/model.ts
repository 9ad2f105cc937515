import { saidEvidenceOf, topicEvidenceOf } from '../../src/answer/evidence.ts';
import { type Candidate, confidenceOf, isSome, probabilityOf, weigh } from '../../src/answer/judge.ts';
import type { Example } from './examples.ts';
import { type Case, fitListwise, fitLogistic } from './regression.ts';

/** A weight by the name of what it weighs. */
export type Weights = Record<string, number>;

interface Logistic {
  bias: number;
  weights: Weights;
}

/** What ranks sentences, and what says whether the articles speak of a question and whether the best sentences answer it. */
export interface Model {
  sentence: Weights;
  topic: Logistic;
  said: Logistic;
}

/** How a model judges one example. */
export interface Prediction {
  example: Example;
  /** Whether the best sentence answers, and one of the best three. */
  first: boolean;
  firstThree: boolean;
  /** Each 0 to 1. */
  topic: number;
  said: number;
  confidence: number;
}

/** What did best on held-out articles; half or double as much hardly differs. */
const PENALTIES = { sentence: 0.001, topic: 0.0001, said: 0.002 };
/** What a question counts that its authors altered on purpose to have no answer: few members ask so. */
const IMPOSSIBLE = 0.3;
/** Kinds of unanswerable questions of which the articles do not speak at all. */
const OFF_TOPIC = new Set(['off-topic', 'other-titles']);
/** Each set counts as much as any other: fewer questions off topic than these are too few to speak for one. */
const FEWEST_OFF_TOPIC = 8;
const DECIMALS = 3;

/**
 * Fits the ranker, then what is made of the sentences it ranks best. All sources count alike, and both classes in each.
 * @param without what is given no weight, such as "sentence.pointer" or "said.gap"
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
  const seen = examples.flatMap((example): Seen[] => {
    const ranked = rankedBy(sentence, example);
    if (!isSome(ranked)) return [];
    const topic = { ...topicEvidenceOf(example.query, ranked) };
    return [{ example, topic, said: { ...saidEvidenceOf(example.query, ranked) } }];
  });
  return {
    sentence,
    topic: fitEvidence('topic', seen.filter(aboutTopic(examples)), without),
    said: fitEvidence('said', seen.filter(aboutSaid(examples)), without),
  };
}

interface Seen {
  example: Example;
  topic: Weights;
  said: Weights;
}

function fitEvidence(part: 'topic' | 'said', seen: readonly Seen[], without: readonly string[]): Logistic {
  const weightOf = balance(seen.map(({ example }) => example));
  const names = Object.keys(seen[0]?.[part] ?? {});
  const cases = seen.map(
    (each): Case => ({
      row: valuesOf(names, each[part], without, part),
      positive: each.example.question.label !== undefined,
      weight: weightOf(each.example),
    }),
  );
  const { bias, coefficients } = fitLogistic(cases, PENALTIES[part]);
  return { bias: rounded(bias), weights: named(names, coefficients) };
}

/** Whether a question is answerable or off topic, in a set that has more than a few questions off topic. */
export function aboutTopic(examples: readonly Example[]): (seen: { example: Example }) => boolean {
  const counts = Map.groupBy(examples.filter(isOffTopic), ({ set }) => set.name);
  return ({ example }) => {
    const count = counts.get(example.set.name)?.length ?? 0;
    return count >= FEWEST_OFF_TOPIC && (example.question.label !== undefined || isOffTopic(example));
  };
}

/** Whether a question is of a set that has near misses: others cannot tell what is said from what is not. */
function aboutSaid(examples: readonly Example[]): (seen: { example: Example }) => boolean {
  const isNearMiss = (example: Example) => !example.question.label && !isOffTopic(example);
  const sets = new Set(examples.filter(isNearMiss).map(({ set }) => set.name));
  return ({ example }) => sets.has(example.set.name);
}

function isOffTopic({ question: { label, kind } }: Example): boolean {
  return label === undefined && OFF_TOPIC.has(kind);
}

/** What a model makes of an example. */
export function predict({ sentence, topic, said }: Model, example: Example): Prediction {
  const ranked = rankedBy(sentence, example);
  const right = new Set([...example.right].map(({ match }) => match));
  const isRight = ({ match }: Candidate) => right.has(match);
  const chances = isSome(ranked)
    ? {
        topic: probabilityOf(topic, { ...topicEvidenceOf(example.query, ranked) }),
        said: probabilityOf(said, { ...saidEvidenceOf(example.query, ranked) }),
      }
    : { topic: 0, said: 0 };
  return {
    example,
    first: ranked.slice(0, 1).some(isRight),
    firstThree: ranked.slice(0, 3).some(isRight),
    ...chances,
    confidence: confidenceOf(chances.topic, chances.said),
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

/** The candidates as these weights rank them, with the scores that these weights give. */
function rankedBy(weights: Weights, { candidates }: Example): Candidate[] {
  return candidates
    .map((candidate) => ({ ...candidate, score: weigh(weights, { ...candidate.features }) }))
    .sort((a, b) => b.score - a.score);
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
