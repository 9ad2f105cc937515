import { dotProducts } from '../../src/retrieve/dot-products.ts';
import { adapt, type QueryAdapter } from '../../src/retrieve/query-adapter.ts';
import { seeded, shuffled } from '../eval/wording/random.ts';
import { Adam } from './adam.ts';
import { type AnsweredQuestion, expandLoss, type LossOptions } from './answer-loss.ts';

/** How an adapter is fitted. */
export interface FitSettings extends LossOptions {
  /** How many times all questions are seen. */
  epochs: number;
  /** Questions of a step. */
  batch: number;
  /** Sentences of any page that a step compares them with. */
  drawn: number;
  /** How far a number of the adapter goes in the first step; from step to step it goes less far. */
  pace: number;
  seed: number;
}

/** On sets that it is not fitted to, a third of the penalty, twice the epochs or more sharpness did as well within chance. */
const SETTINGS: FitSettings = {
  ...{ sharpness: 30, penalty: 0.01 },
  ...{ epochs: 6, batch: 256, drawn: 1500, pace: 0.002, seed: 1 },
};

/** One of so many things that are asked about is held out. */
const PARTS = 5;

/** Shares of the questions with a right sentence as the nearest of all, and among the nearest three; 0 to 1. */
export interface Hits {
  first: number;
  firstThree: number;
}

/**
 * Fits an adapter that brings questions near to the sentences that answer them and away from all others. The same
 * questions and sentences give the same adapter.
 * @param sentences unit vectors, by number
 * @param onEpoch told how many times all questions were seen, of how many, and the mean loss
 */
export function fitQueryAdapter(
  questions: readonly AnsweredQuestion[],
  sentences: readonly Float32Array[],
  onEpoch: (done: number, of: number, loss: number) => void = () => {},
  settings: FitSettings = SETTINGS,
): QueryAdapter {
  const { epochs, batch } = settings;
  const dimensions = sentences[0]?.length ?? 0;
  const matrix = new Float32Array(dimensions ** 2);
  const bias = new Float32Array(dimensions);
  const adapter = { dimensions, matrix, bias };
  const [matrixSteps, biasSteps] = [new Adam(matrix), new Adam(bias)];
  const random = seeded(settings.seed);
  const steps = Math.ceil(questions.length / batch);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffled(questions, random);
    let total = 0;
    for (let step = 0; step < steps; step++) {
      const some = order.slice(step * batch, (step + 1) * batch);
      const others = drawnOf(sentences.length, settings.drawn, random);
      const { loss, slopes } = expandLoss(adapter, some, sentences, others, settings);
      const pace = settings.pace * (1 - (epoch + step / steps) / epochs);
      matrixSteps.step(slopes.matrix, pace);
      biasSteps.step(slopes.bias, pace);
      total += loss;
    }
    onEpoch(epoch + 1, epochs, total / steps);
  }
  return adapter;
}

/** How well the vectors of the questions alone find what answers them, among all sentences. */
export function hitsOf(
  questions: readonly AnsweredQuestion[],
  sentences: readonly Float32Array[],
  adapter?: QueryAdapter,
): Hits {
  const ranks = questions.map(({ vector, right }) => {
    const cosines = dotProducts(adapter ? adapt(vector, adapter) : vector, sentences);
    const best = Math.max(...right.map((number) => cosines[number] as number));
    return cosines.filter((cosine) => cosine > best).length;
  });
  const share = (most: number) => ranks.filter((rank) => rank < most).length / ranks.length;
  return { first: share(1), firstThree: share(3) };
}

/** The questions about every fifth thing, and those about the others. */
export function parted<Q extends AnsweredQuestion>(questions: readonly Q[]): { heldOut: Q[]; others: Q[] } {
  const things = [...new Set(questions.map(({ about }) => about))];
  const out = new Set(things.filter((_, i) => i % PARTS === 0));
  const isHeldOut = ({ about }: Q) => out.has(about);
  return { heldOut: questions.filter(isHeldOut), others: questions.filter((each) => !isHeldOut(each)) };
}

/** Numbers below `size`, each once: so many, or somewhat fewer. */
function drawnOf(size: number, most: number, random: () => number): number[] {
  return [...new Set(Array.from({ length: most }, () => Math.floor(random() * size)))];
}
