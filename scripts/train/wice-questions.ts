import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../src/errors.ts';
import type { WiceLine } from '../eval/wording/wice.ts';

/** A question that we asked of a page of WiCE. */
export interface WiceQuestion {
  question: string;
  /** Numbers of the page's sentences, in `texts`. */
  page: readonly number[];
  /** Those of them that answer it; at least one. */
  right: readonly number[];
}

interface QuestionLine {
  question: string;
  /** Number of a line of WiCE. */
  page: number;
  /** Numbers of its evidence. */
  sentences: number[];
}

/** Fewer words are a heading or a piece of a sentence, more are a list or a menu. */
const WORDS = { least: 5, most: 90 };

/**
 * Our questions about pages of WiCE, and the sentences of these pages. Questions whose answers are no sentences (but a
 * heading or a list) are left out; those about one page share its `page`.
 * @throws {UserError} when the lines are not those that were asked about
 */
export function wiceQuestions(lines: readonly WiceLine[]): { questions: WiceQuestion[]; texts: string[] } {
  const texts: string[] = [];
  const asked = Map.groupBy(readQuestions(), ({ page }) => page);
  const questions = [...asked].flatMap(([number, some]) => {
    const { evidence } = lines[number] ?? {};
    if (!evidence)
      throw new UserError(`--support: there is no line ${number + 1}; take the set as it was published.`);
    const numbers = new Map<number, number>();
    for (const [i, text] of evidence.entries()) {
      if (isSentence(text)) numbers.set(i, texts.push(text) - 1);
    }
    const page = [...numbers.values()];
    return some.map(({ question, sentences }) => ({
      ...{ question, page },
      right: sentences.flatMap((i) => numbers.get(i) ?? []),
    }));
  });
  return { questions: questions.filter(({ right }) => right.length > 0), texts };
}

function readQuestions(): QuestionLine[] {
  return readFileSync(join(import.meta.dirname, 'wice-questions.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as QuestionLine);
}

function isSentence(text: string): boolean {
  const words = text.split(/\s+/).filter(Boolean).length;
  return words >= WORDS.least && words <= WORDS.most;
}
