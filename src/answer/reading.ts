import type { Question } from '../model.ts';
import type { Query } from '../retrieve/query.ts';
import { type ArticlesAsked, articlesAsked } from './articles-asked.ts';
import { type Part, type Parts, partsOf } from './parts.ts';

/** How a question is understood: as a whole, in parts, or as one that several articles are to answer. */
export interface Reading extends Parts {
  /** The whole question, as it is put to the library. */
  text: string;
  /** Present when it is put to articles, each for itself; there are no parts then. */
  articles?: ArticlesAsked;
}

/** What the library is asked. */
export interface Asked {
  query: Query;
  vector: Float32Array;
}

/** A reading with all that is needed to answer it. */
export interface AskedReading {
  whole: Asked;
  parts: (Asked & { part: Part })[];
  mayBeOne: boolean;
  articles?: ArticlesAsked;
}

/** Reads a question, as one line. */
export function readingOf({ text }: Pick<Question, 'text'>): Reading {
  const line = text.replace(/\s+/g, ' ').trim();
  const articles = articlesAsked(line);
  if (articles) return { text: articles.text, articles, parts: [], mayBeOne: false };
  return { text, ...partsOf(line) };
}
