import type { Measured } from './figures.ts';
import type { Floor } from './floors.ts';
import type { Outcome } from './run.ts';

/** One set, asked, measured and held against its floors. */
export interface SetResult {
  name: string;
  about: string;
  measured: Measured;
  floors: Floor[];
  outcomes: Outcome[];
}
