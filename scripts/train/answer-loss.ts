import { dotProducts } from '../../src/retrieve/dot-products.ts';
import { type QueryAdapter, turn } from '../../src/retrieve/query-adapter.ts';

/** The vector of a question, with the sentences that answer it. */
export interface AnsweredQuestion {
  /** Of unit length. */
  vector: Float32Array;
  /** Numbers of the sentences of the page that it is about. */
  page: readonly number[];
  /** Those of them that answer it; at least one. */
  right: readonly number[];
  /** What it is about: questions about one thing stay together. */
  about: string;
  /** How much it counts beside others; above 0. */
  weight: number;
}

export interface LossOptions {
  /** What cosines are multiplied with: the more, the less does it count how far behind a sentence is. */
  sharpness: number;
  /** What the squares of the adapter's numbers cost, beside the mean loss of the questions. */
  penalty: number;
}

/** The loss at one adapter, and its slope along each number of it. */
export interface Expansion {
  loss: number;
  slopes: QueryAdapter;
}

/** A sentence that a question is compared with. */
interface Rival {
  vector: Float32Array;
  isRight: boolean;
  /** How many sentences it stands for. */
  count: number;
}

/** Sentences that would be drawn more seldom move a question by next to nothing, and are passed over. */
const NEGLIGIBLE = 1e-6;

/**
 * How surely the right sentences would be drawn, each sentence being drawn with odds of e to the power of its sharpened
 * cosine: the weighted mean of the negative logarithms, with
 * the penalty.
 * @param sentences unit vectors, by number
 * @param drawn numbers of sentences that stand for those of other pages; a page of its own is compared with in whole
 */
export function expandLoss(
  adapter: QueryAdapter,
  questions: readonly AnsweredQuestion[],
  sentences: readonly Float32Array[],
  drawn: readonly number[],
  { sharpness, penalty }: LossOptions,
): Expansion {
  const { dimensions, matrix, bias } = adapter;
  const slopes = {
    dimensions,
    matrix: matrix.map((value) => 2 * penalty * value),
    bias: bias.map((value) => 2 * penalty * value),
  };
  let loss = penalty * (squared(matrix) + squared(bias));
  const weights = questions.reduce((sum, { weight }) => sum + weight, 0);
  for (const question of questions) {
    const one = lossOf(turn(question.vector, adapter), rivalsOf(question, sentences, drawn), sharpness);
    const share = question.weight / weights;
    loss += one.loss * share;
    addTo(slopes.bias, one.slope, share);
    for (const [from, value] of question.vector.entries()) {
      addTo(slopes.matrix, one.slope, value * share, from * dimensions);
    }
  }
  return { loss, slopes };
}

function rivalsOf(
  { page, right }: AnsweredQuestion,
  sentences: readonly Float32Array[],
  drawn: readonly number[],
): Rival[] {
  const own = new Set(page);
  const others = drawn.filter((number) => !own.has(number));
  const count = (sentences.length - own.size) / others.length;
  const vectorOf = (number: number) => sentences[number] as Float32Array;
  return [
    ...page.map((number) => ({ vector: vectorOf(number), isRight: right.includes(number), count: 1 })),
    ...others.map((number) => ({ vector: vectorOf(number), isRight: false, count })),
  ];
}

/** @param turned what the adapter makes of a question, before it is brought to length 1; the slope is along its numbers. */
function lossOf(
  turned: Float32Array,
  rivals: readonly Rival[],
  sharpness: number,
): { loss: number; slope: Float32Array } {
  const norm = Math.sqrt(squared(turned));
  const unit = turned.map((value) => value / norm);
  const cosines = dotProducts(
    unit,
    rivals.map(({ vector }) => vector),
  );
  const odds = rivals.map(({ count }, i) => count * Math.exp(sharpness * ((cosines[i] as number) - 1)));
  const all = odds.reduce((sum, value) => sum + value, 0);
  const good = odds.reduce((sum, value, i) => (rivals[i]?.isRight ? sum + value : sum), 0);
  const slope = new Float32Array(turned.length);
  let along = 0;
  for (const [i, { vector, isRight }] of rivals.entries()) {
    const value = odds[i] as number;
    const share = value / all - (isRight ? value / good : 0);
    if (Math.abs(share) < NEGLIGIBLE) continue;
    addTo(slope, vector, (sharpness / norm) * share);
    along += (sharpness / norm) * share * (cosines[i] as number);
  }
  // What would only lengthen or shorten the vector changes nothing.
  addTo(slope, unit, -along);
  return { loss: Math.log(all / good), slope };
}

function squared(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

/** Adds a multiple of some numbers to those of `target` from `start` on. */
function addTo(target: Float32Array, values: Float32Array, factor: number, start = 0): void {
  for (let i = 0; i < values.length; i++) {
    target[start + i] = (target[start + i] as number) + factor * (values[i] as number);
  }
}
