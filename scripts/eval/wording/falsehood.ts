import type { Vocabulary } from './vocabulary.ts';

/** What a falsehood is made from. */
export interface Source {
  sentence: string;
  /** Other sentences of the same passage. */
  beside: readonly string[];
  /** Sentences of other articles. */
  elsewhere: readonly string[];
}

export type Lie = (source: Source, words: Vocabulary, random: () => number) => string | undefined;
