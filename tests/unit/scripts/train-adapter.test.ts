import { expect, test } from 'vitest';
import { seeded } from '../../../scripts/eval/wording/random.ts';
import { type AnsweredQuestion, expandLoss } from '../../../scripts/train/answer-loss.ts';
import { fitQueryAdapter, hitsOf, parted } from '../../../scripts/train/query-adapter.ts';
import { adapt, type QueryAdapter } from '../../../src/retrieve/query-adapter.ts';

const random = seeded(7);

function drawnVector(dimensions: number): Float32Array {
  return unit(Float32Array.from({ length: dimensions }, () => random() - 0.5));
}

function unit(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
}

function sumOf(...vectors: Float32Array[]): Float32Array {
  return unit(
    (vectors[0] as Float32Array).map((_, i) => vectors.reduce((sum, each) => sum + (each[i] ?? 0), 0)),
  );
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}

const SMALL = 4;
const SENTENCES = Array.from({ length: 10 }, () => drawnVector(SMALL));
const EVERY = SENTENCES.keys().toArray();
const QUESTIONS: AnsweredQuestion[] = [
  { vector: drawnVector(SMALL), page: [0, 1, 2], right: [1], about: 'a ferry', weight: 1 },
  { vector: drawnVector(SMALL), page: [3, 4, 5], right: [3, 5], about: 'a bridge', weight: 3 },
];
const ADAPTER: QueryAdapter = {
  dimensions: SMALL,
  matrix: Float32Array.from({ length: SMALL ** 2 }, () => random() - 0.5),
  bias: Float32Array.from({ length: SMALL }, () => random() - 0.5),
};
const OPTIONS = { sharpness: 3, penalty: 0.2 };

test('the loss is how unlikely a right sentence is to be drawn, with the penalty', () => {
  const { loss } = expandLoss(ADAPTER, QUESTIONS, SENTENCES, EVERY, OPTIONS);
  const losses = QUESTIONS.map(({ vector, right, weight }) => {
    const odds = SENTENCES.map((sentence) => Math.exp(3 * cosine(adapt(vector, ADAPTER), sentence)));
    const good = right.reduce((sum, number) => sum + (odds[number] as number), 0);
    return (weight / 4) * Math.log(odds.reduce((sum, each) => sum + each, 0) / good);
  });
  const squares = [...ADAPTER.matrix, ...ADAPTER.bias].map((value) => value ** 2);
  const penalty = 0.2 * squares.reduce((sum, each) => sum + each, 0);
  expect(loss).toBeCloseTo(penalty + (losses[0] as number) + (losses[1] as number), 5);
});

test('drawn sentences stand for all of other pages: drawn as alike they give the loss of all', () => {
  const [own, other] = [SENTENCES.slice(0, 3), drawnVector(SMALL)];
  const sentences = [...own, ...Array.from({ length: 20 }, () => other)];
  const lossWith = (drawn: number[]) =>
    expandLoss(ADAPTER, QUESTIONS.slice(0, 1), sentences, drawn, OPTIONS).loss;
  expect(lossWith([1, 5, 9])).toBeCloseTo(lossWith(sentences.keys().toArray()), 9);
});

test.each([
  ['all sentences', EVERY],
  ['those drawn', [0, 4, 7, 8]],
])('the slopes are those of the loss over %s', (_, drawn) => {
  const STEP = 2 ** -6;
  const { slopes } = expandLoss(ADAPTER, QUESTIONS, SENTENCES, drawn, OPTIONS);
  for (const part of ['matrix', 'bias'] as const) {
    for (const i of ADAPTER[part].keys()) {
      const [more, less] = [STEP, -STEP].map((step) => {
        const moved = ADAPTER[part].with(i, (ADAPTER[part][i] as number) + step);
        return expandLoss({ ...ADAPTER, [part]: moved }, QUESTIONS, SENTENCES, drawn, OPTIONS).loss;
      });
      expect(slopes[part][i]).toBeCloseTo(((more as number) - (less as number)) / (2 * STEP), 3);
    }
  }
});

test('questions that are nearest to what asks the same are turned to what answers them, also on pages unseen', () => {
  const DIMENSIONS = 24;
  const [asking, telling] = [drawnVector(DIMENSIONS), drawnVector(DIMENSIONS)];
  const sentences: Float32Array[] = [];
  const questions = Array.from({ length: 100 }, (_, i): AnsweredQuestion => {
    const topic = drawnVector(DIMENSIONS);
    const asks = sentences.push(sumOf(topic, asking)) - 1;
    const tells = sentences.push(sumOf(topic, telling)) - 1;
    const vector = sumOf(
      topic,
      topic,
      asking,
      drawnVector(DIMENSIONS).map((value) => value / 5),
    );
    return { vector, page: [asks, tells], right: [tells], about: `topic ${i}`, weight: 1 };
  });
  const { heldOut, others } = parted(questions);
  const told: number[] = [];
  const settings = { sharpness: 30, penalty: 0.001, epochs: 20, batch: 20, drawn: 100, pace: 0.05, seed: 1 };
  const adapter = fitQueryAdapter(others, sentences, (_done, _of, loss) => told.push(loss), settings);
  expect(hitsOf(heldOut, sentences).first).toBeLessThan(0.2);
  expect(hitsOf(heldOut, sentences, adapter).first).toBeGreaterThan(0.8);
  expect(told.at(-1)).toBeLessThan(told[0] as number);
  expect(fitQueryAdapter(others, sentences, undefined, settings)).toEqual(adapter);
});

test('hits count the best of the right sentences', () => {
  const sentences = [1, 0.9, 0.8, 0.7, 0.6].map((x) => Float32Array.of(x, Math.sqrt(1 - x * x)));
  const asking = (...right: number[]) => ({
    ...{ vector: Float32Array.of(1, 0), page: right, right },
    ...{ about: '', weight: 1 },
  });
  expect(hitsOf([asking(0), asking(2, 4), asking(3), asking(4, 1)], sentences)).toEqual({
    first: 0.25,
    firstThree: 0.75,
  });
});

test('a fifth of what is asked about is held out, each with all of its questions', () => {
  const things = Array.from({ length: 10 }, (_, i) => String(i));
  const questions = [...things, ...things].map((about) => ({
    ...{ vector: new Float32Array(1), page: [0], right: [0] },
    ...{ about, weight: 1 },
  }));
  const { heldOut, others } = parted(questions);
  expect(heldOut.map(({ about }) => about)).toEqual(['0', '5', '0', '5']);
  expect(others).toHaveLength(16);
});
