import type { Floor } from '../floors.ts';

/** One set of labelled pages, read, measured and held against its floors. */
export interface ReadingResult {
  name: string;
  about: string;
  pages: number;
  /** Shares, 0 to 1. */
  figures: Record<string, number>;
  floors: Floor<string>[];
  /** A few lines on each page that came out worst, the worst first, or on each that is not as expected. */
  worst: string[];
}
