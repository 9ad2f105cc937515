import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../../src/errors.ts';
import { readJsonLines } from './json-lines.ts';
import type { LabelledQuestion, QuestionSet } from './question-set.ts';

interface Paragraph {
  pid: number | string;
  title: string;
  context: string;
}

interface SquadQuestion {
  id: string;
  pid: number | string;
  question: string;
  is_impossible: boolean;
  answers: { text: string }[];
}

/** Files of a set in the manner of SQuAD 2.0: gzip of one JSON object a line. */
const FILES = ['paragraphs.jsonl.gz', 'questions.jsonl.gz'] as const;

/**
 * Two sets out of one: every question asked of all paragraphs, each an article, the impossible ones being
 * unanswerable; and the answerable questions asked of the paragraphs of every second title only, so that those of
 * the other titles are unanswerable.
 * @param dir holds `paragraphs.jsonl.gz` and `questions.jsonl.gz`
 * @param corporaDir an empty folder to write the articles into
 * @throws {UserError} when a file is missing or is not what it should be
 */
export function squadSets(dir: string, corporaDir: string): QuestionSet[] {
  const [paragraphs, questions] = [
    readFile<Paragraph>(join(dir, FILES[0]), ['pid', 'title', 'context']),
    readFile<SquadQuestion>(join(dir, FILES[1]), ['id', 'pid', 'question', 'is_impossible', 'answers']),
  ];
  const titles = [...new Set(paragraphs.map(({ title }) => title))].sort();
  const kept = new Set(titles.filter((_, i) => i % 2 === 0));
  const half = paragraphs.filter(({ title }) => kept.has(title));
  const isIn = new Set(half.map(({ pid }) => pid));
  return [
    {
      name: 'squad',
      about: 'paragraphs as articles; impossible questions must be refused',
      corpusDir: writeArticles(paragraphs, join(corporaDir, 'all')),
      questions: questions.map((question) => labelled(question, !question.is_impossible, 'impossible')),
    },
    {
      name: 'squad-off-corpus',
      about: 'half of the titles as articles; questions about the others must be refused',
      corpusDir: writeArticles(half, join(corporaDir, 'half')),
      questions: questions
        .filter((question) => !question.is_impossible)
        .map((question) => labelled(question, isIn.has(question.pid), 'other-titles')),
    },
  ];
}

function labelled(
  { id, pid, question, answers }: SquadQuestion,
  isAnswerable: boolean,
  otherwise: string,
): LabelledQuestion {
  const strings = [...new Set(answers.map(({ text }) => text))];
  return {
    id,
    text: question,
    kind: isAnswerable ? kindOf(question) : otherwise,
    label: isAnswerable ? { articleIds: [String(pid)], strings, all: false } : undefined,
  };
}

/** The word that asks. */
function kindOf(question: string): string {
  const [word = 'other'] =
    /\b(?:how many|how much|when|where|who|why|which|how|what)\b/.exec(
      question.toLowerCase().replace(/\bwho(?:m|se)\b/g, 'who'),
    ) ?? [];
  return word.replace(' ', '-');
}

function writeArticles(paragraphs: readonly Paragraph[], folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const { pid, context } of paragraphs) writeFileSync(join(folder, `${pid}.txt`), `${context}\n`);
  return folder;
}

function readFile<T extends object>(path: string, fields: readonly (keyof T & string)[]): T[] {
  if (!existsSync(path)) {
    throw new UserError(`There is no ${path}: --squad must name a folder with ${FILES.join(' and ')}.`);
  }
  return readJsonLines<T>(path, fields);
}
