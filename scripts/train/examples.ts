import type { BundledEmbeddings } from '../../src/adapters/embeddings/bundled.ts';
import { SqliteLibraryReader } from '../../src/adapters/library/index.ts';
import { expectedOf } from '../../src/answer/expect.ts';
import { type Candidate, candidatesOf } from '../../src/answer/judge.ts';
import { UserError } from '../../src/errors.ts';
import type { LibraryReader } from '../../src/ports.ts';
import type { Query } from '../../src/retrieve/query.ts';
import { rank } from '../../src/retrieve/rank.ts';
import { correctSpelling } from '../../src/retrieve/spelling.ts';
import { understand } from '../../src/retrieve/understand.ts';
import { holds } from '../eval/judge.ts';
import type { Label, LabelledQuestion } from '../eval/sets/question-set.ts';
import type { TrainingSet } from './sets.ts';

/** A question with the sentences that may answer it. */
export interface Example {
  set: Pick<TrainingSet, 'name' | 'source'>;
  question: LabelledQuestion;
  query: Query;
  library: Pick<LibraryReader, 'vocabulary'>;
  candidates: Candidate[];
  /** The candidates that answer the question. */
  right: ReadonlySet<Candidate>;
  /** The article it is about, or for an unanswerable one the nearest: examples of one article stay together. */
  articleId: string;
}

/**
 * Asks the questions of a set of its library, just as an answer is made, up to where sentences are weighed.
 * @param dataDir folder of the library that was made of the set's articles
 * @throws {UserError} when a label names an article that is not in the library
 */
export async function examplesOf(
  { name, source, questions }: TrainingSet,
  dataDir: string,
  embeddings: BundledEmbeddings,
): Promise<Example[]> {
  const reader = new SqliteLibraryReader(dataDir);
  const library = { vocabulary: reader.vocabulary };
  try {
    checkLabels(name, questions, reader);
    const asked = questions.map(({ text }) => understand({ text }, reader));
    const vectors = await embeddings.embedDocuments(asked.map(({ text, embedded = text }) => embedded));
    return questions.map((question, i): Example => {
      const query = correctSpelling(asked[i] as Query, reader);
      const ranking = rank(reader, query, unit(vectors[i] ?? []));
      const candidates = candidatesOf(query, expectedOf(query), ranking);
      return {
        set: { name, source },
        ...{ question, query, library, candidates },
        right: rightOf(candidates, question.label),
        articleId: question.label?.articleIds[0] ?? ranking.passages[0]?.passage.articleId ?? '',
      };
    });
  } finally {
    reader.close();
  }
}

function checkLabels(set: string, questions: readonly LabelledQuestion[], library: LibraryReader): void {
  const known = new Set(library.articles().map(({ id }) => id));
  for (const { text, label } of questions) {
    const unknown = label?.articleIds.find((id) => !known.has(id));
    if (unknown === undefined) continue;
    throw new UserError(
      `${set}: the question "${text}" is labelled with the article ${unknown}, which is not among its articles; correct its articleId.`,
    );
  }
}

/** The sentences of labelled articles that hold the words that answer; of a list, those that hold the most. */
function rightOf(candidates: readonly Candidate[], label: Label | undefined): Set<Candidate> {
  const held = new Map<Candidate, number>();
  for (const candidate of candidates) {
    if (!label?.articleIds.includes(candidate.ranked.passage.articleId)) continue;
    const count = label.strings.filter((string) => holds(candidate.match.text, string)).length;
    if (count > 0) held.set(candidate, label.all ? count : 1);
  }
  const most = Math.max(...held.values());
  return new Set([...held].filter(([, count]) => count === most).map(([candidate]) => candidate));
}

function unit(vector: readonly number[]): Float32Array {
  const norm = Math.hypot(...vector);
  return Float32Array.from(vector, (value) => value / norm);
}
