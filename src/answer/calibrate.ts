import { createHash } from 'node:crypto';
import type { LibraryReader } from '../ports.ts';
import { readQuery } from '../retrieve/query.ts';
import { rank, type Searched } from '../retrieve/rank.ts';
import { isStopWord, wordsOf } from '../retrieve/words.ts';
import { judge } from './judge.ts';
import { TOPIC_THRESHOLD } from './weights.ts';

/** A question made of the words of a sentence, and the article that it must not be answered from. */
export interface Probe {
  text: string;
  articleId: string;
}

/** Sentences to choose from for as many probes. */
export const SENTENCES_PER_PROBE = 3;
export const PROBES = 150;
/** Words of a sentence that make a question, as many as people use; it has to have a few more. */
const WORDS = 5;
const FEWEST_WORDS = 6;
/** Share of the questions without their article that the library should take to be about something else. */
const OFF_TOPIC = 0.55;
/** What the measurement counts for beside what holds elsewhere: other probes move it by a tenth. */
const MEASURED = 0.25;
/** A calibration holds until the library has grown or shrunk by this share. */
const HOLDS_WITHIN = 0.1;

/** Questions made of some words of each sentence, the same ones every time. */
export function probesOf(sentences: readonly Probe[]): Probe[] {
  return sentences
    .flatMap(({ text, articleId }) => {
      const words = wordsOf(text).filter(({ word }) => !isStopWord(word));
      if (words.length < FEWEST_WORDS) return [];
      const chosen = words
        .map((word) => ({ word, order: hash(`${word.start} ${text}`) }))
        .sort((a, b) => (a.order < b.order ? -1 : 1))
        .slice(0, WORDS)
        .map(({ word }) => word)
        .sort((a, b) => a.start - b.start);
      return { text: chosen.map(({ start, end }) => text.slice(start, end)).join(' '), articleId };
    })
    .slice(0, PROBES);
}

/**
 * How likely its topic has to be for a question to be answered from this library. The more articles there are, and
 * the more alike, the more a question about something else finds by chance: that is measured by asking about
 * articles that are left out for it. What holds elsewhere counts for more, because the probes are few.
 * @param vectors of the probes, in their order
 * @returns 0 to 1
 */
export function calibrate(
  library: LibraryReader,
  probes: readonly Probe[],
  vectors: readonly Float32Array[],
): number {
  // Words and letters alone find what is made of an article's own words, and opening the index for vectors takes time.
  const searched: Searched = {
    ...{ generation: library.generation, vocabulary: library.vocabulary, copies: library.copies },
    matchWords: (...terms) => library.matchWords(...terms),
    matchTrigrams: (...trigrams) => library.matchTrigrams(...trigrams),
    matchVector: () => [],
    passages: (rows) => library.passages(rows),
  };
  const chances = probes.map(({ text, articleId }, i) => {
    const query = readQuery({ text });
    const ranking = rank(searched, query, vectors[i] ?? new Float32Array());
    const others = ranking.passages.filter(({ passage }) => passage.articleId !== articleId);
    return judge(query, { ...ranking, passages: others }).topic;
  });
  const measured = chances.sort((a, b) => a - b)[Math.floor(OFF_TOPIC * chances.length)];
  return measured === undefined ? TOPIC_THRESHOLD : MEASURED * measured + (1 - MEASURED) * TOPIC_THRESHOLD;
}

/** The least chance of its topic with which a question is answered from this library. */
export function topicThresholdOf({ generation }: Pick<LibraryReader, 'generation'>): number {
  return generation?.calibration?.threshold ?? TOPIC_THRESHOLD;
}

/** Whether the library is still about as large as when it was calibrated. */
export function isCalibrated({ generation }: Pick<LibraryReader, 'generation'>): boolean {
  if (!generation?.calibration) return false;
  const { passages } = generation.calibration;
  return Math.abs(generation.passages - passages) <= HOLDS_WITHIN * passages;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
