import { join } from 'node:path';
import { UserError } from '../../../src/errors.ts';
import { readWice, type WiceLine } from '../../eval/wording/wice.ts';
import { type AnsweredSet, linesOf } from './answered-set.ts';

/** A question of ours about a page of WiCE. */
export interface WiceQuestion {
  question: string;
  /** Number of a line of WiCE. */
  page: number;
  /** Numbers of its evidence. */
  sentences: number[];
}

/** Fewer words are a heading or a piece of a sentence, more are a list or a menu. */
const WORDS = { least: 5, most: 90 };

/** The weights of sentences are fitted to the questions about one of so many pages: an adapter must not have seen these. */
const KEPT = 3;

/**
 * Our questions about the web pages of WiCE (ODC-BY), but for those kept for the weights.
 * @param dir holds `claim-dev.jsonl.gz`
 * @throws {UserError} when it does not, or its lines are not those that were asked about
 */
export function wiceSet(dir: string): AnsweredSet {
  return answeredBy(
    readWice(dir),
    wiceQuestions().filter((question) => !isKept(question)),
  );
}

/** All of our questions about pages of WiCE. */
export function wiceQuestions(): WiceQuestion[] {
  return linesOf(join(import.meta.dirname, 'wice-questions.jsonl')).map(
    (line) => JSON.parse(line) as WiceQuestion,
  );
}

/** Whether a question is kept for fitting weights. */
export function isKept({ page }: WiceQuestion): boolean {
  return page % KEPT === 0;
}

/**
 * Questions with the sentences of their pages. Those whose answers are no sentences (but a heading or a list) are left
 * out.
 * @throws {UserError} when the lines are not those that were asked about
 */
export function answeredBy(lines: readonly WiceLine[], all: readonly WiceQuestion[]): AnsweredSet {
  const texts: string[] = [];
  const asked = Map.groupBy(all, ({ page }) => page);
  const questions = [...asked].flatMap(([number, some]) => {
    const { evidence } = lines[number] ?? {};
    if (!evidence)
      throw new UserError(`WiCE: there is no line ${number + 1}; take the set as it was published.`);
    const numbers = new Map<number, number>();
    for (const [i, text] of evidence.entries()) {
      if (isSentence(text)) numbers.set(i, texts.push(text) - 1);
    }
    const page = [...numbers.values()];
    return some.map(({ question, sentences }) => ({
      ...{ question, page, about: String(number) },
      right: sentences.flatMap((i) => numbers.get(i) ?? []),
    }));
  });
  return { questions: questions.filter(({ right }) => right.length > 0), texts };
}

/** Whether it is long enough to say something, and no list. */
export function isSentence(text: string): boolean {
  const words = text.split(/\s+/).filter(Boolean).length;
  return words >= WORDS.least && words <= WORDS.most;
}
