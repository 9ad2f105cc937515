import { workerData } from 'node:worker_threads';
import { SqliteLibraryReader } from '../adapters/library/index.ts';
import { answer, type Draft } from '../answer/answer.ts';
import { answerSides } from '../answer/compare.ts';
import { excerptOf } from '../answer/excerpt.ts';
import type { Article, ArticleHead, Citation, Excerpt, Hit, Question, Status } from '../model.ts';
import { readQuery } from '../retrieve/query.ts';
import { hitsOf, rank } from '../retrieve/rank.ts';
import { correctSpelling } from '../retrieve/spelling.ts';

const library = new SqliteLibraryReader((workerData as { dataDir: string }).dataDir);

/** A question and its vector. */
interface Asked {
  question: Question;
  vector: Float32Array;
}

/** @param sides one for each thing that the question sets side by side. */
export function ask({ question, vector, sides }: Asked & { sides: (Asked & { label: string })[] }): Draft {
  if (sides.length === 0) return answer(readQuery(question), vector, library);
  const whole = { label: '', query: readQuery(question), vector };
  const each = sides.map((side) => ({ ...side, query: readQuery(side.question) }));
  return answerSides(whole, each, library);
}

export function search({ question, vector, k }: Asked & { k: number }): Hit[] {
  return hitsOf(rank(library, correctSpelling(readQuery(question), library), vector), k);
}

export function excerpts(citations: readonly Citation[]): (Excerpt | undefined)[] {
  return citations.map((citation) => excerptOf(citation, library));
}

export function article(id: string): Article | undefined {
  return library.article(id);
}

export function articles(): ArticleHead[] {
  return library.articles();
}

export function status(): Pick<Status, 'generation' | 'index'> {
  return { generation: library.generation, index: library.indexStatus };
}

/** Moves to the newest generation and its index; true when there was a newer generation. */
export function refresh(): boolean {
  const { stale } = library;
  library.refresh();
  return stale;
}

/** Whether another process or thread has published since. */
export function stale(): boolean {
  return library.stale;
}
