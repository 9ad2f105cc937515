import type { ArticleHead, Citation, Passage, Place, Span } from '../../model.ts';
import type { LibraryReader } from '../../ports.ts';
import { MEASURED_MODEL } from '../../retrieve/nearness.ts';
import type { RankedPassage } from '../../retrieve/rank.ts';
import { placesOverlap } from '../../spans.ts';
import { consider } from '../answer.ts';
import type { Answered } from '../answer-reading.ts';

/** Passages that are shown to the chat model: those that are cited, and the next best. */
const MOST_PASSAGES = 6;
/** Sentences of each thing asked, best first, one of which a worded answer has to rest on. */
const LIKELIEST = 5;

/** What a chat model may word an answer from. */
export interface Material {
  /** Their numbers are their places, from 1. */
  passages: MaterialPassage[];
  /** For each thing asked, what answers it most likely: a worded answer rests on something of each. */
  likeliest: Place[][];
}

/** A passage with its sentences. */
export interface MaterialPassage extends Passage {
  article: ArticleHead;
  sentences: MaterialSentence[];
}

/**
 * A span of the article, its unit vector of the bundled model (empty when the library has vectors of another one), and
 * the copies of the article that have it too.
 */
export interface MaterialSentence extends Span {
  vector: Float32Array;
  alsoIn?: ArticleHead[];
}

/**
 * The passages that an extractive answer rests on and those that come next; `undefined` when there is nothing to word:
 * no claims, articles that differ, or lines of an article's head.
 */
export function materialOf({ draft, asked }: Answered, library: LibraryReader): Material | undefined {
  const { claims, citations, conflict } = draft;
  if (claims.length === 0 || conflict !== undefined || citations.some(({ inHead }) => inHead))
    return undefined;

  const considered = asked.map(({ query, vector }) => consider(query, vector, library));
  const ranked = considered.map(({ ranking }) => ranking.passages);
  const isCited = ({ passage }: RankedPassage) =>
    citations.some((citation) => placesOverlap(citation, passage));
  const cited = ranked.flat().filter(isCited);
  const next = Array.from({ length: MOST_PASSAGES }, (_, i) =>
    ranked.flatMap((passages) => passages[i] ?? []),
  );
  const chosen = new Map([...cited, ...next.flat()].map((one) => [one.passage.row, one]));
  const isMeasured = library.generation?.model === MEASURED_MODEL;
  const passages = [...chosen.values()]
    .slice(0, Math.max(MOST_PASSAGES, cited.length))
    .map((one) => passageOf(one, isMeasured));

  const likeliest = asked.flatMap(({ citations: numbers }, i) => {
    const own = citations.filter(({ n }) => numbers.includes(n));
    if (own.length === 0) return [];
    const best = considered[i]?.candidates.slice(0, LIKELIEST) ?? [];
    const places = best.map(({ ranked: { passage }, sentence }) =>
      placeOf(passage, passage.sentences[sentence] as Span),
    );
    return [[...own.map((citation) => placeOf(citation, citation)), ...places]];
  });
  return { passages, likeliest };
}

function passageOf({ passage, sentences }: RankedPassage, isMeasured: boolean): MaterialPassage {
  const { articleId, ordinal, start, end, text, article } = passage;
  return {
    ...{ articleId, ordinal, start, end, text, article },
    sentences: passage.sentences.map(({ start, end, ...sentence }, i) => {
      const vector = isMeasured ? sentence.vector : new Float32Array();
      const alsoIn = sentences[i]?.alsoIn ?? [];
      return { start, end, vector, ...(alsoIn.length === 0 ? {} : { alsoIn: [...alsoIn] }) };
    }),
  };
}

function placeOf({ articleId }: Pick<Citation, 'articleId'>, { start, end }: Span): Place {
  return { articleId, start, end };
}
