import type { LibraryReader } from '../ports.ts';
import { thresholdsOf } from './calibrate.ts';
import type { Judgement } from './judge.ts';

/** Whether a question is answered at all: the articles speak of it, and the best sentences may say it. */
export function isAnswered(
  { topic, said }: Pick<Judgement, 'topic' | 'said'>,
  library: Pick<LibraryReader, 'generation'>,
): boolean {
  const least = thresholdsOf(library);
  return topic >= least.topic && said >= least.said;
}
