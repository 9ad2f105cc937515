import type { LibraryReader } from '../ports.ts';
import { answer, type Draft } from './answer.ts';
import { answerArticles } from './answer-articles.ts';
import { answerParts } from './answer-parts.ts';
import { answerFromHeads } from './from-heads.ts';
import type { Asked, AskedReading } from './reading.ts';

/** An answer, and what was asked of the library for it, each with the footnote numbers of its claims. */
export interface Answered {
  draft: Draft;
  asked: (Asked & { label?: string; citations: number[] })[];
}

/** Answers a question as it was read: about an article from its head, its parts one by one, from article to article, or as a whole. */
export function answerReading(reading: AskedReading, library: LibraryReader): Answered {
  const { whole, parts, articles } = reading;
  const fromHeads = answerFromHeads(whole, library);
  if (fromHeads)
    return { draft: fromHeads, asked: [{ ...whole, citations: fromHeads.citations.map(({ n }) => n) }] };
  if (parts.length > 0) return answerParts(reading, library);
  const draft = articles
    ? answerArticles(whole, articles, library)
    : answer(whole.query, whole.vector, library);
  return { draft, asked: [{ ...whole, citations: draft.citations.map(({ n }) => n) }] };
}
