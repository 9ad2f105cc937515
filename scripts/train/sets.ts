import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { UserError } from '../../src/errors.ts';
import { builtInSet } from '../eval/sets/built-in.ts';
import type { LabelledQuestion, QuestionSet } from '../eval/sets/question-set.ts';
import { squadSets } from '../eval/sets/squad.ts';
import { wiceSets } from './wice-sets.ts';

/** Questions to learn from. */
export interface TrainingSet extends QuestionSet {
  /** Where it comes from: sets of one source count as one. */
  source: string;
}

/** A folder of articles and a file of questions. */
export interface SetPaths {
  articles: string;
  questions: string;
}

/** A line of a file of questions: with an article and answers, or unanswerable. */
interface Line {
  question?: unknown;
  articleId?: unknown;
  answers?: unknown;
  unanswerable?: unknown;
  kind?: unknown;
}

/** Folders of public sets. */
export interface PublicSets {
  squad?: string | undefined;
  wice?: string | undefined;
}

/**
 * The sets to learn from: the built-in one, both that are made of SQuAD, both that are made of WiCE, and further ones.
 * @param corporaDir an empty folder for the articles of public sets
 * @throws {UserError} when a folder or file is missing or is not what it should be
 */
export function trainingSets(
  { squad, wice }: PublicSets,
  further: readonly SetPaths[],
  corporaDir: string,
): TrainingSet[] {
  const ownSource = (set: QuestionSet): TrainingSet => ({ ...set, source: set.name });
  const of = (source: string, sets: readonly QuestionSet[]) => sets.map((set) => ({ ...set, source }));
  return [
    ownSource(builtInSet()),
    ...(squad === undefined ? [] : of('squad', squadSets(squad, corporaDir))),
    ...(wice === undefined ? [] : of('wice', wiceSets(wice, corporaDir))),
    ...further.map(readSet).map(ownSource),
  ];
}

/**
 * A set of a folder and a file, named after the file.
 * @throws {UserError} naming the file and line that cannot be used
 */
export function readSet({ articles, questions }: SetPaths): QuestionSet {
  if (!existsSync(articles) || !statSync(articles).isDirectory()) {
    throw new UserError(`--articles: ${articles} is not a folder; name one that holds the articles.`);
  }
  if (!existsSync(questions)) {
    throw new UserError(`--questions: there is no ${questions}; name a file of one JSON object a line.`);
  }
  const lines = readFileSync(questions, 'utf8').split('\n');
  return {
    name: basename(questions, extname(questions)),
    about: `${questions} about ${articles}`,
    corpusDir: resolve(articles),
    questions: lines.flatMap((line, i) =>
      line.trim() === '' ? [] : [readLine(line, `${questions}, line ${i + 1}`)],
    ),
  };
}

function readLine(line: string, where: string): LabelledQuestion {
  const wrong = () =>
    new UserError(
      `${where} is neither {"question", "articleId", "answers": [...]} nor {"question", "unanswerable": true}.`,
    );
  let value: Line | null;
  try {
    value = JSON.parse(line) as Line | null;
  } catch {
    throw wrong();
  }
  const { question, articleId, answers, unanswerable, kind } = value ?? {};
  if (typeof question !== 'string') throw wrong();
  const read = { id: where, text: question, kind: typeof kind === 'string' ? kind : 'plain' };
  if (unanswerable === true) return { ...read, label: undefined };
  if (typeof articleId !== 'string' || !isStrings(answers)) throw wrong();
  return { ...read, label: { articleIds: [articleId], strings: answers, all: false } };
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string');
}
