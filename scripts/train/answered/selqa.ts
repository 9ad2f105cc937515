import { readFileSync } from 'node:fs';
import { UserError } from '../../../src/errors.ts';
import { type AnsweredSet, filesIn, type PageQuestion, readEach, Sentences } from './answered-set.ts';

interface Item {
  question: string;
  article: string;
  /** The sentences of a section. */
  candidates: string[];
  /** Numbers of those that answer. */
  answers: number[];
}

const FILES = ['train', 'dev', 'test'].map((part) => `selqa-ass-${part}.json`);

/**
 * Questions that people asked, and then said in other words, about sections of Wikipedia: SelQA (emorynlp/selqa,
 * Apache-2.0).
 * @param dir holds one of `selqa-ass-train.json`, `selqa-ass-dev.json` and `selqa-ass-test.json`, or several
 * @throws {UserError} when it holds none, or one that is not as published
 */
export function selqaSet(dir: string): AnsweredSet {
  const paths = filesIn(dir, FILES, '--selqa');
  const sentences = new Sentences();
  const questions = paths.flatMap((path) =>
    readEach(itemsOf(path), path, (item) => readItem(item, sentences)),
  );
  return { questions: questions.filter(({ right }) => right.length > 0), texts: sentences.texts };
}

function itemsOf(path: string): Item[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Item[];
  } catch {
    throw new UserError(`${path} is not JSON; take the set as it was published.`);
  }
}

function readItem({ question, article, candidates, answers }: Item, sentences: Sentences): PageQuestion {
  const page = candidates.map((text) => sentences.numberOf(text));
  return { question, about: article, page, right: answers.map((i) => page[i] as number) };
}
