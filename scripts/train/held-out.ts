import type { Example } from './examples.ts';
import { balance, fitModel, type Prediction, predict } from './model.ts';

const byNumber = new Intl.Collator('en', { numeric: true }).compare;

/** Every example as a model judges it that was fitted on the other half of each set's articles. */
export function heldOut(examples: readonly Example[], without: readonly string[] = []): Prediction[] {
  const isSecond = secondHalf(examples);
  return [true, false].flatMap((half) => {
    const model = fitModel(
      examples.filter((example) => isSecond(example) !== half),
      without,
    );
    return examples.filter((example) => isSecond(example) === half).map((each) => predict(model, each));
  });
}

/** Every example as a model judges it that was fitted on the other sources alone. */
export function fromOtherSources(
  examples: readonly Example[],
  without: readonly string[] = [],
): Prediction[] {
  const sources = Map.groupBy(examples, ({ set }) => set.source);
  return [...sources].flatMap(([source, own]) => {
    const others = examples.filter(({ set }) => set.source !== source);
    if (others.length === 0) return [];
    const model = fitModel(others, without);
    return own.map((example) => predict(model, example));
  });
}

/** The articles of each set in order of id, neighbours together, cut where half of the questions have passed. */
function secondHalf(examples: readonly Example[]): (example: Example) => boolean {
  const second = new Set<string>();
  const keyOf = ({ set, articleId }: Example) => `${set.name} ${articleId}`;
  for (const set of Map.groupBy(examples, (example) => example.set.name).values()) {
    const groups = Map.groupBy(set, keyOf);
    let before = 0;
    for (const key of [...groups.keys()].sort(byNumber)) {
      if (before >= set.length / 2) second.add(key);
      before += groups.get(key)?.length ?? 0;
    }
  }
  return (example) => second.has(keyOf(example));
}

/** Thresholds this near to the best gain are as good as it: the middle of them is the steadiest. */
const TOLERANCE = 0.01;

/** The confidence (in hundredths) that best tells answerable from unanswerable: by the mean of both shares. */
export function bestThreshold(predictions: readonly Prediction[]): number {
  const weightOf = balance(predictions.map(({ example }) => example));
  const weighted = predictions.map(({ example, confidence }) => ({
    confidence,
    answerable: example.question.label !== undefined,
    weight: weightOf(example),
  }));
  const gains = Array.from({ length: 99 }, (_, i) => {
    const threshold = (i + 1) / 100;
    const right = weighted.filter(({ confidence, answerable }) => confidence >= threshold === answerable);
    return { threshold, gain: right.reduce((sum, { weight }) => sum + weight, 0) };
  });
  const best = Math.max(...gains.map(({ gain }) => gain));
  const good = gains.filter(({ gain }) => gain >= (1 - TOLERANCE) * best);
  return good[good.length >> 1]?.threshold ?? 0.5;
}
