import type { ArticleHead } from '../model.ts';
import type { StoredPassage } from '../ports.ts';
import { dotProducts } from './dot-products.ts';
import type { NearnessReading } from './nearness.ts';
import { isPublishedIn, type Timing } from './of-time.ts';
import { type Query, timeWords } from './query.ts';
import { stemsOf } from './stems.ts';
import { type Word, wordsOf } from './words.ts';

/** How a sentence of a candidate meets the question. */
export interface SentenceMatch {
  text: string;
  words: readonly Word[];
  /** All that it can be found by: see `stemsOf`. */
  stems: ReadonlySet<string>;
  /** Share of the question's terms that it holds, weighted by how rare they are; 0 to 1. */
  coverage: number;
  /** Cosine of its vector with the question's turned towards answers, as `NearnessReading` reads it. */
  cosine: number;
  /** Copies of its article that were found and have it too. */
  alsoIn?: readonly ArticleHead[];
  /** It is told already by an article that this one is a copy of. */
  repeated?: true;
  /** How it stands to the time asked about. */
  timing: Timing;
}

/** How rare each stem of the question is in the library. */
export type Rarity = ReadonlyMap<string, number>;

type ReadSentence = Pick<SentenceMatch, 'text' | 'words' | 'stems'>;

/** Passages are kept by the library, and so is what was read of them. */
const read = new WeakMap<StoredPassage, ReadSentence[]>();

/** The sentences of a passage with their words, read once while the library keeps it. */
export function readSentences(passage: StoredPassage): ReadSentence[] {
  let sentences = read.get(passage);
  if (!sentences) {
    sentences = passage.sentences.map(({ start, end }) => {
      const text = passage.text.slice(start - passage.start, end - passage.start);
      const words = wordsOf(text);
      return { text, words, stems: stemsOf(words, text) };
    });
    read.set(passage, sentences);
  }
  return sentences;
}

/** What sentences are held against. */
interface Sought {
  query: Query;
  nearness: NearnessReading;
  rarity: Rarity;
}

/** How each sentence of a passage meets a question. @param timings of the sentences, in order. */
export function matchSentences(
  passage: StoredPassage,
  { query, nearness, rarity }: Sought,
  timings: readonly Timing[],
): SentenceMatch[] {
  const total = [...rarity.values()].reduce((sum, weight) => sum + weight, 0) || 1;
  const { time } = query;
  const said = timeWords(query);
  const published = time !== undefined && isPublishedIn(time.asked, passage.article);
  const cosines = dotProducts(
    nearness.vector,
    passage.sentences.map((sentence) => sentence.vector),
  );
  return readSentences(passage).map(({ text, words, stems }, i) => {
    const timing = timings[i] ?? 'free';
    // An article of April 2022 reads as if each sentence said "April 2022". For "since 2019" everything reads as if
    // it said "2019", so that only the rest is compared: the timing tells what is of the time.
    const dated = published || (time?.strict && time.isRange) ? said : [];
    const sentence = {
      text,
      words: dated.length > 0 ? [...words, ...dated] : words,
      stems: dated.length > 0 ? new Set([...stems, ...dated.map(({ stem }) => stem)]) : stems,
      timing,
    };
    let covered = 0;
    for (const [stem, weight] of rarity) if (sentence.stems.has(stem)) covered += weight;
    const cosine = nearness.read(cosines[i] ?? 0);
    return { ...sentence, coverage: covered / total, cosine };
  });
}
