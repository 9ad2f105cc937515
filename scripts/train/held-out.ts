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

/** Share of the questions that the articles answer which may be taken for questions of something else. */
const MOST_REFUSED = 0.03;

/** The highest chance of the topic (in hundredths) that hardly any answerable question falls short of; all sources count alike. */
export function topicThreshold(predictions: readonly Prediction[]): number {
  const weightOf = balance(predictions.map(({ example }) => example));
  const answerable = predictions.filter(({ example }) => example.question.label !== undefined);
  const total = answerable.reduce((sum, { example }) => sum + weightOf(example), 0);
  let refused = 0;
  for (const { example, topic } of answerable.toSorted((a, b) => a.topic - b.topic)) {
    refused += weightOf(example) / total;
    if (refused > MOST_REFUSED) return Math.floor(100 * topic) / 100;
  }
  return 1;
}
