import type { Generation, Nearness } from '../model.ts';

/** The embedding model that the weights of rankers and sentences were measured with. */
export const MEASURED_MODEL = 'universal-sentence-encoder-lite';

/** Its cosines, measured as those of any other (`fitNearness`) on the articles and questions that come with Footnote. */
const MEASURED = { mean: 0.27, spread: 0.115 };

/** How the vectors of a library are used for a question. */
export interface NearnessReading {
  /** How much nearness counts beside what was measured: 0 to 1. */
  share: number;
  /** A cosine as the measured model would have given it; -1 to 1. */
  read(cosine: number): number;
}

/** What weighs nothing: all sentences are equally near. */
const NOTHING: NearnessReading = { share: 0, read: () => MEASURED.mean };
const AS_MEASURED: NearnessReading = { share: 1, read: (cosine) => cosine };

/**
 * How the cosines of a question are read in a generation. One whose model was not fitted is taken as it is.
 * @param vector of the question; empty when there is none.
 */
export function nearnessIn(
  generation: Pick<Generation, 'calibration'> | undefined,
  vector: Float32Array,
): NearnessReading {
  if (vector.length === 0) return NOTHING;
  const nearness = generation?.calibration?.nearness;
  return nearness ? fitted(nearness) : AS_MEASURED;
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

function fitted({ mean, spread, share }: Nearness): NearnessReading {
  if (share === 0 || spread === 0) return NOTHING;
  const slope = (share * MEASURED.spread) / spread;
  return {
    share,
    read: (cosine) => Math.max(-1, Math.min(1, MEASURED.mean + slope * (cosine - mean))),
  };
}
