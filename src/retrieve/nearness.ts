import type { Generation, Nearness } from '../model.ts';
import { towardsAnswers } from './query-adapter.ts';

/** The embedding model that the weights of rankers and sentences were measured with. */
export const MEASURED_MODEL = 'universal-sentence-encoder-lite';

/** Its cosines, measured as those of any other (`fitNearness`) on the articles and questions that come with Footnote. */
const MEASURED = { mean: 0.18, spread: 0.105 };

/** How the vectors of a library are used for a question. */
export interface NearnessReading {
  /** How much nearness counts beside what was measured: 0 to 1. */
  share: number;
  /** What the vectors of sentences are compared with: that of the question, where its model was measured turned towards answers. */
  vector: Float32Array;
  /** A cosine as the measured model would have given it; -1 to 1. */
  read(cosine: number): number;
}

/**
 * How the cosines of a question are read in a generation. One whose model was not fitted is taken as it is.
 * @param vector of the question; empty when there is none.
 */
export function nearnessIn(
  generation: Pick<Generation, 'calibration' | 'model'> | undefined,
  vector: Float32Array,
): NearnessReading {
  if (vector.length === 0) return nothing(vector);
  const nearness = generation?.calibration?.nearness;
  if (nearness) return fitted(nearness, vector);
  const turned = generation?.model === MEASURED_MODEL ? towardsAnswers(vector) : vector;
  return { share: 1, vector: turned, read: (cosine) => cosine };
}

/** A generation as if this had been measured of its cosines, or nothing. */
export function withNearness(
  generation: Generation | undefined,
  nearness: Nearness | undefined,
): Generation | undefined {
  if (!generation) return undefined;
  const { calibration, ...bare } = generation;
  const { topic = 0, said = 0, questions = 0, passages = 0 } = calibration ?? {};
  return nearness ? { ...bare, calibration: { topic, said, questions, passages, nearness } } : bare;
}

/** What weighs nothing: all sentences are equally near. */
function nothing(vector: Float32Array): NearnessReading {
  return { share: 0, vector, read: () => MEASURED.mean };
}

function fitted({ mean, spread, share }: Nearness, vector: Float32Array): NearnessReading {
  if (share === 0 || spread === 0) return nothing(vector);
  const slope = (share * MEASURED.spread) / spread;
  return {
    ...{ share, vector },
    read: (cosine) => Math.max(-1, Math.min(1, MEASURED.mean + slope * (cosine - mean))),
  };
}
