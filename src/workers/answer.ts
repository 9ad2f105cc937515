import { workerData } from 'node:worker_threads';
import { SqliteLibraryReader } from '../adapters/library/index.ts';
import type { Draft } from '../answer/answer.ts';
import { answerSides } from '../answer/compare.ts';
import { excerptOf } from '../answer/excerpt.ts';
import { explain as explainSides } from '../answer/explain.ts';
import type {
  Article,
  ArticleHead,
  Citation,
  Excerpt,
  Explanation,
  Hit,
  Question,
  Status,
} from '../model.ts';
import { readQuery } from '../retrieve/query.ts';
import { hitsOf, rank } from '../retrieve/rank.ts';
import { correctSpelling } from '../retrieve/spelling.ts';

const library = new SqliteLibraryReader((workerData as { dataDir: string }).dataDir);

/** A question, its vector, and the day it is asked on (`YYYY-MM-DD`). */
interface Asked {
  today: string;
  question: Question;
  vector: Float32Array;
}

/** A question with one more for each thing that it sets side by side. */
interface AskedOfSides extends Asked {
  sides: (Omit<Asked, 'today'> & { label: string })[];
}

export function ask(asked: AskedOfSides): Draft {
  return answerSides(...queriesOf(asked), library);
}

export function explain(asked: AskedOfSides): Explanation {
  return explainSides(...queriesOf(asked), library);
}

function queriesOf({ question, vector, today, sides }: AskedOfSides) {
  const whole = { label: '', query: readQuery(question, today), vector };
  const each = sides.map((side) => ({ ...side, query: readQuery(side.question, today) }));
  return [whole, each] as const;
}

export function search({ question, vector, today, k }: Asked & { k: number }): Hit[] {
  return hitsOf(rank(library, correctSpelling(readQuery(question, today), library), vector), k);
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
  return { generation: library.generation, index: openIndex() };
}

/** Rather now than at the next question. */
function openIndex(): Status['index'] {
  return library.indexStatus;
}

/** Moves to the newest generation and its index; true when there was a newer generation. */
export function refresh(): boolean {
  const { stale } = library;
  library.refresh();
  openIndex();
  return stale;
}

/** Whether another process or thread has published since. */
export function stale(): boolean {
  return library.stale;
}
