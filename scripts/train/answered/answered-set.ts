import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../../src/errors.ts';

/** A question about a page. */
export interface PageQuestion {
  question: string;
  /** What the page is about: questions about one thing stay together. */
  about: string;
  /** Numbers of the page's sentences, in `texts`. */
  page: readonly number[];
  /** Those of them that answer it; at least one. */
  right: readonly number[];
}

/** Questions, and the sentences of the pages that they are about. */
export interface AnsweredSet {
  questions: PageQuestion[];
  texts: string[];
}

/** Numbers sentences in the order in which they are first met. */
export class Sentences {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.push(text) - 1;
    this.#numbers.set(text, number);
    return number;
  }
}

/** Sets as one, the sentences of each numbered behind those before it. */
export function joined(sets: readonly AnsweredSet[]): AnsweredSet {
  const all: AnsweredSet = { questions: [], texts: [] };
  for (const { questions, texts } of sets) {
    const moved = (numbers: readonly number[]) => numbers.map((number) => number + all.texts.length);
    const pages = new Map<readonly number[], number[]>();
    for (const each of questions) {
      const page = pages.get(each.page) ?? moved(each.page);
      pages.set(each.page, page);
      all.questions.push({ ...each, page, right: moved(each.right) });
    }
    all.texts.push(...texts);
  }
  return all;
}

/**
 * Those of these files that a folder holds.
 * @param option what named the folder
 * @throws {UserError} when it holds none
 */
export function filesIn(dir: string, names: readonly string[], option: string): string[] {
  const paths = names.map((name) => join(dir, name)).filter((path) => existsSync(path));
  if (paths.length === 0) throw new UserError(`${option}: ${dir} has none of ${names.join(', ')}.`);
  return paths;
}

/**
 * The lines of a file that are not empty.
 * @throws {UserError} naming the file that is missing
 */
export function linesOf(path: string): string[] {
  if (!existsSync(path)) throw new UserError(`There is no ${path}; take the set as it was published.`);
  return readFileSync(path, 'utf8').split('\n').filter(Boolean);
}

/**
 * What a reading makes of each item.
 * @throws {UserError} naming the file and the number of the item that is not what it should be
 */
export function readEach<T, R>(items: readonly T[], path: string, read: (item: T) => R): R[] {
  return items.map((item, i) => {
    try {
      return read(item);
    } catch {
      throw new UserError(`${path}, item ${i + 1} is not as published; take the set as it was published.`);
    }
  });
}
