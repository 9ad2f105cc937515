import { createHash } from 'node:crypto';
import type { Nearness } from '../model.ts';
import type { LibraryReader } from '../ports.ts';
import { withNearness } from '../retrieve/nearness.ts';
import { readQuery } from '../retrieve/query.ts';
import { rank, type Searched } from '../retrieve/rank.ts';
import { namesIn } from '../retrieve/stems.ts';
import { isStopWord, type Word, wordsOf } from '../retrieve/words.ts';
import { ELSEWHERE } from './elsewhere.ts';
import { type Judgement, judge } from './judge.ts';
import { LEAST_SAID, TOPIC_THRESHOLD } from './weights.ts';

/** A sentence of the library. */
interface Sampled {
  text: string;
  articleId: string;
}

/** A question made of words of a sentence. */
export interface Probe extends Sampled {
  /**
   * `with`: asked of all articles, and naming what its own is about; `without`: asked with its article left out, for
   * `fitNearness`; `elsewhere`: about something else than any article.
   */
  asked: 'with' | 'without' | 'elsewhere';
  /** The whole sentence; empty for a question about something else, and so is its article. */
  sentence: string;
}

/** Sentences to choose from for as many probes of each kind. */
export const SENTENCES_PER_PROBE = 3;
export const PROBES = 150;
/** Words of a sentence that make a question; it has to have a few more. */
const WORDS = { without: 5, with: 2 };
const FEWEST_WORDS = 6;
/** Share of the questions about something else that find the most by chance, */
const BY_CHANCE = 0.2;
/** and what is made of their mean log-odds, with the least and most that comes of it. */
const TOPIC = { bias: 0.84, slope: 0.8, least: 0.1, most: 0.46 };
/** Share of the questions with their article whose best sentence is doubtful, */
const DOUBTFUL = 0.1;
/** and what is made of its chance: people's questions fare worse than these, and no answer is as sure as all that. */
const SAID = { least: 0.36, slope: 1.3, most: 0.45 };
/** A calibration holds until the library has grown or shrunk by this share. */
const HOLDS_WITHIN = 0.1;

/**
 * Questions made of some words of each sentence, the same ones every time, and questions about something else.
 * @param textOf the text of an article
 */
export function probesOf(sentences: readonly Sampled[], textOf: (articleId: string) => string): Probe[] {
  const names = new Map<string, string>();
  const nameOf = (id: string) => {
    const name = names.get(id) ?? mainName(textOf(id));
    names.set(id, name);
    return name;
  };
  const made = sentences
    .flatMap(({ text, articleId }) => {
      const words = wordsOf(text).filter(({ word }) => !isStopWord(word));
      if (words.length < FEWEST_WORDS) return [];
      const some = someOf(words, text, WORDS.with);
      const name = nameOf(articleId);
      const named = some.includes(name) ? some : `${name} ${some}`;
      return [{ articleId, sentence: text, without: someOf(words, text, WORDS.without), with: named }];
    })
    .slice(0, PROBES)
    .flatMap(({ articleId, sentence, ...texts }) =>
      (['with', 'without'] as const).map(
        (asked): Probe => ({ text: texts[asked], articleId, asked, sentence }),
      ),
    );
  // As many of either kind: a small library is soon measured.
  const elsewhere = ELSEWHERE.slice(0, made.length / 2);
  return [
    ...made,
    ...elsewhere.map((text): Probe => ({ text, articleId: '', asked: 'elsewhere', sentence: '' })),
  ];
}

/**
 * How likely the topic of a question has to be, and that the best sentences say what is asked, for it to be answered
 * from this library; both 0 to 1.
 *
 * The more articles there are, the more a question about something else finds by chance: that is measured by asking
 * such questions. And where sentences name what they speak of, an answer can be held to that; where they mostly say "it",
 * right answers would be lost. That is measured by asking for sentences by the name that their article is about.
 * @param vectors of the probes, in their order
 * @param nearness how their cosines are read, when they are not those of the bundled model
 */
export function calibrate(
  library: LibraryReader,
  probes: readonly Probe[],
  vectors: readonly Float32Array[],
  nearness?: Nearness,
): { topic: number; said: number } {
  // Words and letters alone find what is made of an article's own words, and opening the index for vectors takes time.
  const searched: Searched = {
    ...{
      generation: nearness ? withNearness(library.generation, nearness) : library.generation,
      vocabulary: library.vocabulary,
      trigrams: library.trigrams,
      copies: library.copies,
    },
    matchWords: (...terms) => library.matchWords(...terms),
    matchTrigrams: (...trigrams) => library.matchTrigrams(...trigrams),
    matchVector: () => [],
    passages: (rows) => library.passages(rows),
  };
  const of = (kind: Probe['asked']) =>
    probes.flatMap(({ text, asked }, i): Judgement[] => {
      if (asked !== kind) return [];
      const query = readQuery({ text });
      return [judge(query, rank(searched, query, vectors[i] ?? new Float32Array()))];
    });
  const elsewhere = of('elsewhere').map(({ topic }) => topic);
  const said = quantile(
    of('with').map((each) => each.said),
    DOUBTFUL,
  );
  return {
    topic: elsewhere.length === 0 ? TOPIC_THRESHOLD : topicBeyond(elsewhere),
    said: Math.min(SAID.most, Math.max(LEAST_SAID, SAID.slope * ((said ?? 0) - SAID.least))),
  };
}

/** How likely a topic has to be for it not to be found by chance, as these were. */
function topicBeyond(chances: readonly number[]): number {
  const most = chances.toSorted((a, b) => b - a).slice(0, Math.ceil(BY_CHANCE * chances.length));
  const mean = most.reduce((sum, chance) => sum + Math.log(chance / (1 - chance)), 0) / most.length;
  const topic = 1 / (1 + Math.exp(-TOPIC.bias - TOPIC.slope * mean));
  return Math.min(TOPIC.most, Math.max(TOPIC.least, topic));
}

/** The least chances with which a question is answered from this library. */
export function thresholdsOf({ generation }: Pick<LibraryReader, 'generation'>): {
  topic: number;
  said: number;
} {
  return generation?.calibration ?? { topic: TOPIC_THRESHOLD, said: LEAST_SAID };
}

/** Whether the library is still about as large as when it was calibrated. */
export function isCalibrated({ generation }: Pick<LibraryReader, 'generation'>): boolean {
  if (!generation?.calibration) return false;
  const { passages } = generation.calibration;
  return Math.abs(generation.passages - passages) <= HOLDS_WITHIN * passages;
}

/** The name that a text has most often; empty when it has none. */
function mainName(text: string): string {
  const counts = new Map<string, number>();
  for (const { start, end } of namesIn(text)) {
    const name = text.slice(start, end);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

/** So many of the words, chosen by chance, in their order. */
function someOf(words: readonly Word[], text: string, count: number): string {
  return words
    .map((word) => ({ word, order: hash(`${word.start} ${text}`) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, count)
    .map(({ word }) => word)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => text.slice(start, end))
    .join(' ');
}

function quantile(values: readonly number[], share: number): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(share * values.length)];
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
