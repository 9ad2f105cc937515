import type { LibraryReader } from '../ports.ts';
import { topicThresholdOf } from './calibrate.ts';
import type { Judgement } from './judge.ts';
import { LEAST_SAID } from './weights.ts';

/** Whether a question is answered at all: the articles speak of it, and the best sentences may say it. */
export function isAnswered(
  { topic, said }: Pick<Judgement, 'topic' | 'said'>,
  library: Pick<LibraryReader, 'generation'>,
): boolean {
  return topic >= topicThresholdOf(library) && said >= LEAST_SAID;
}
