import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabelledQuestion, QuestionSet } from './question-set.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'tests/fixtures/eval');

/** A line of a file: with one of each pair of optional fields when it is answerable, else with none. */
interface Line {
  id: string;
  question: string;
  after?: string[];
  kind: string;
  articleId?: string;
  articleIds?: string[];
  answers?: string[];
  all?: string[];
}

/** The questions that come with Footnote, about the articles that come with it. */
export function builtInSet(): QuestionSet {
  return {
    name: 'built-in',
    about: 'the articles and questions that come with Footnote',
    corpusDir: join(root, 'corpus'),
    questions: [...readLines('answerable.jsonl'), ...readLines('unanswerable.jsonl')].map(questionOf),
  };
}

/** Questions in other languages about the same articles, carried by names and numbers or not to be answered. */
export function otherLanguagesSet(): QuestionSet {
  return {
    name: 'other-languages',
    about: 'questions in other languages about the articles that come with Footnote',
    corpusDir: join(root, 'corpus'),
    questions: readLines('other-languages.jsonl').map(questionOf),
  };
}

/** What is asked after other questions about the same articles, and leaves out what these have said. */
export function followUpsSet(): QuestionSet {
  return {
    name: 'follow-ups',
    about: 'follow-up questions about the articles that come with Footnote',
    corpusDir: join(root, 'corpus'),
    questions: readLines('follow-ups.jsonl').map(questionOf),
  };
}

/** Follow-ups that nothing was developed on. */
export function heldOutFollowUpsSet(): QuestionSet {
  return {
    name: 'follow-ups-held-out',
    about: 'follow-up questions that nothing was developed on',
    corpusDir: join(root, 'corpus'),
    questions: readLines('follow-ups-held-out.jsonl').map(questionOf),
  };
}

function readLines(file: string): Line[] {
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line);
}

function questionOf({
  id,
  question,
  after,
  kind,
  articleId,
  articleIds,
  answers,
  all,
}: Line): LabelledQuestion {
  const ids = articleIds ?? (articleId === undefined ? [] : [articleId]);
  const label =
    ids.length === 0 ? undefined : { articleIds: ids, strings: all ?? answers ?? [], all: all !== undefined };
  return { id, text: question, ...(after && { after }), kind, label };
}
