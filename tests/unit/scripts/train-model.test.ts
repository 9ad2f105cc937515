import { expect, test } from 'vitest';
import type { Example } from '../../../scripts/train/examples.ts';
import { figuresOf, renderBlocks } from '../../../scripts/train/figures.ts';
import { fromOtherSources, heldOut, topicThreshold } from '../../../scripts/train/held-out.ts';
import { aboutTopic, balance, fitModel, type Prediction, predict } from '../../../scripts/train/model.ts';
import { expectedOf } from '../../../src/answer/expect.ts';
import { candidatesOf } from '../../../src/answer/judge.ts';
import type { LibraryReader } from '../../../src/ports.ts';
import { readQuery } from '../../../src/retrieve/query.ts';
import { rank } from '../../../src/retrieve/rank.ts';
import { split, testLibrary } from '../../support/library.ts';
import { wordVector } from '../../support/vectors.ts';

const GOODS = ['tea', 'salt', 'wool', 'iron', 'rice', 'jute', 'corn', 'silk'];

/** Asks of every good when its ship sails, which its article says, and what it costs, which no article says. */
function examplesOf(reader: LibraryReader, set: Example['set']): Example[] {
  return GOODS.flatMap((good): Example[] => {
    const ask = (text: string, answer?: string): Example => {
      const query = readQuery({ text });
      const candidates = candidatesOf(query, expectedOf(query), rank(reader, query, wordVector(text)));
      return {
        set,
        question: {
          ...{ id: text, text, kind: 'plain' },
          label: answer === undefined ? undefined : { articleIds: [good], strings: [answer], all: false },
        },
        query,
        library: reader,
        candidates,
        right: new Set(candidates.filter(({ match }) => answer && match.text.includes(answer))),
        articleId: good,
      };
    };
    return [
      ask(`When does the ${good} ship sail?`, `The ${good} ship will sail`),
      ask(`How much does a sack of ${good} cost in Lisbon?`),
    ];
  });
}

async function allExamples(): Promise<Example[]> {
  const { reader, publish } = testLibrary();
  const put = GOODS.map((good, i) =>
    split(
      good,
      `A ship for ${good} was built. The ${good} ship will sail on ${i + 2} May 2031. Sailors like ${good}.`,
    ),
  );
  await publish({ put });
  reader.refresh();
  return [
    ...examplesOf(reader, { name: 'docks', source: 'docks' }),
    ...examplesOf(reader, { name: 'quays', source: 'quays' }),
  ];
}

test('a model learns what answers, and judges articles that it has not seen', async () => {
  const examples = await allExamples();
  const model = fitModel(examples);
  expect(model.sentence.expected).toBeGreaterThan(0);
  for (const predictions of [
    examples.map((example) => predict(model, example)),
    heldOut(examples),
    fromOtherSources(examples),
  ]) {
    expect(predictions).toHaveLength(examples.length);
    for (const figures of figuresOf(predictions, topicThreshold(predictions))) {
      expect(figures).toMatchObject({ answerable: 8, unanswerable: 8, first: 1, firstThree: 1, auroc: 1 });
    }
  }
});

test('what is said is not learned from a set without near misses', async () => {
  const examples = await allExamples();
  const far = examples
    .filter(({ question }) => !question.label)
    .map((example) => ({
      ...example,
      set: { name: 'far', source: 'far' },
      question: { ...example.question, kind: 'off-topic' },
    }));
  const [model, withFar] = [fitModel(examples), fitModel([...examples, ...far])];
  expect(withFar.said).toEqual(model.said);
  const near = far.map((example) => ({ ...example, question: { ...example.question, kind: 'near-miss' } }));
  expect(fitModel([...examples, ...near]).said).not.toEqual(model.said);
});

test('fitting gives the same model every time', async () => {
  const examples = await allExamples();
  expect(fitModel(examples)).toEqual(fitModel(examples));
});

test('what is to have no weight has none', async () => {
  const examples = await allExamples();
  const full = fitModel(examples);
  const { sentence, said } = fitModel(examples, ['sentence.coverage', 'said.cosine']);
  expect([sentence.coverage, said.weights.cosine]).toEqual([0, 0]);
  for (const weight of [full.sentence.coverage, full.said.weights.cosine, sentence.cosine]) {
    expect(weight).not.toBe(0);
  }
});

test('what an article is held out from knows none of its questions', async () => {
  const examples = await allExamples();
  // Wrong labels for the second half of the articles must not change how that half is judged.
  const late = new Set(GOODS.toSorted().slice(4));
  const mislabelled = examples.map((example) =>
    late.has(example.articleId)
      ? { ...example, question: { ...example.question, label: undefined } }
      : example,
  );
  const confidences = (predictions: readonly Prediction[]) =>
    predictions
      .filter(({ example }) => late.has(example.articleId))
      .map(({ confidence }) => Number(confidence.toFixed(6)));
  expect(confidences(heldOut(mislabelled))).toEqual(confidences(heldOut(examples)));
});

function exampleOf(source: string, answerable: boolean, kind = 'plain'): Example {
  const label = answerable ? { articleIds: ['a'], strings: ['b'], all: false } : undefined;
  return {
    set: { name: source, source },
    question: { id: '', text: '', kind, label },
    query: readQuery({ text: 'tea' }),
    library: { vocabulary: new Map() },
    candidates: [],
    right: new Set(),
    articleId: 'a',
  };
}

test('every source counts alike, and its classes, but for questions altered to be impossible', () => {
  const few = [exampleOf('few', true), exampleOf('few', false)];
  const many = [exampleOf('many', true), exampleOf('many', true), exampleOf('many', false, 'impossible')];
  const weightOf = balance([...few, ...many]);
  expect([...few, ...many].map(weightOf)).toEqual([1, 1, 0.5, 0.5, 0.3]);
});

function predictionOf(answerable: boolean, topic: number): Prediction {
  const example = exampleOf('docks', answerable);
  return { example, first: false, firstThree: answerable, topic, said: 1, confidence: topic };
}

test('a set with hardly any question off topic does not tell what is off topic', async () => {
  const examples = (await allExamples()).filter(({ set }) => set.name === 'docks');
  const offTopic = examples
    .filter(({ question: { label } }) => label === undefined)
    .map((example): Example => ({ ...example, question: { ...example.question, kind: 'off-topic' } }));
  const answerable = examples.filter(({ question: { label } }) => label !== undefined);
  const counted = (some: Example[]) => {
    const tells = aboutTopic(some);
    return some.filter((example) => tells({ example })).length;
  };
  expect(counted([...answerable, ...offTopic])).toBe(2 * GOODS.length);
  expect(counted([...answerable, ...offTopic.slice(1)])).toBe(0);
});

test('the threshold refuses hardly any question that the articles answer', () => {
  const answerable = Array.from({ length: 100 }, (_, i) => predictionOf(true, 0.305 + i / 200));
  expect(topicThreshold([...answerable, predictionOf(false, 0.9)])).toBeCloseTo(0.32, 6);
});

test('figures are shares of a set, and a dash where nothing could be measured', () => {
  const predictions = [predictionOf(true, 0.9), predictionOf(true, 0.2)];
  const [figures] = figuresOf(predictions, 0.5);
  expect(figures).toMatchObject({ answerable: 2, unanswerable: 0, first: 0, firstThree: 1 });
  expect(figures).toMatchObject({ onTopic: 0.5, answered: 0.5 });
  const table = renderBlocks([{ title: 'held out', figures: figures ? [figures] : [] }]);
  expect(table.split('\n').slice(1)).toEqual([
    expect.stringMatching(/^held out/),
    expect.stringMatching(/^ {2}docks +2 +0 +0\.0 % +100\.0 % +– +50\.0 % +50\.0 % +–$/),
  ]);
});
