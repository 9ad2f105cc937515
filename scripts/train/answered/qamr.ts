import { join } from 'node:path';
import { UserError } from '../../../src/errors.ts';
import { seeded, shuffled } from '../../eval/wording/random.ts';
import { type AnsweredSet, filesIn, linesOf, Sentences } from './answered-set.ts';
import { untokenized } from './untokenized.ts';

const SENTENCES_FILE = 'wiki-sentences.tsv';
const FILES = ['train', 'dev', 'test'].map((part) => join('filtered', `${part}.tsv`));
/** Columns of a file of questions. */
const SENTENCE_ID = 0;
const QUESTION = 5;
/** Questions that are taken of a sentence, and the fewest words that one has. */
const MOST = 12;
const LEAST_WORDS = 4;
/** Stands for what the people who asked could not say. */
const VAGUE = /\bsome(?:thing|one)\b/i;

/**
 * Short questions about single sentences of Wikinews and Wikipedia: QAMR (uwnlp/qamr, MIT).
 * @param dir holds `wiki-sentences.tsv` and, in `filtered`, one of `train.tsv`, `dev.tsv` and `test.tsv`, or several
 * @throws {UserError} when it does not, or a question is about a sentence that is not there
 */
export function qamrSet(dir: string): AnsweredSet {
  const paths = filesIn(dir, FILES, '--qamr');
  const { texts, numbers, pages } = readSentences(join(dir, SENTENCES_FILE));
  const random = seeded(1);
  const rows = paths.flatMap(linesOf).map((line) => line.split('\t'));
  const questions = [...Map.groupBy(rows, (row) => row[SENTENCE_ID] ?? '')].flatMap(([id, some]) => {
    const [number, about] = [numbers.get(id), pageOf(id)];
    const page = pages.get(about);
    if (number === undefined || !page)
      throw new UserError(`--qamr: ${SENTENCES_FILE} lacks ${id}; take the set as it was published.`);
    const asked = new Set(some.map((row) => row[QUESTION] ?? '').filter(isTelling));
    return shuffled([...asked], random)
      .slice(0, MOST)
      .map((question) => ({ question, about, page, right: [number] }));
  });
  return { questions, texts };
}

function readSentences(path: string) {
  const sentences = new Sentences();
  const numbers = new Map(
    linesOf(path).map((line) => {
      const [id = '', text = ''] = line.split('\t');
      return [id, sentences.numberOf(untokenized(text))];
    }),
  );
  const pages = new Map<string, number[]>();
  for (const [id, number] of numbers) pages.set(pageOf(id), [...(pages.get(pageOf(id)) ?? []), number]);
  return { texts: sentences.texts, numbers, pages };
}

/** Of `Wiki1k:wikinews:1039242:1:1`, which names a paragraph and a sentence, the page. */
function pageOf(id: string): string {
  return id.split(':').slice(0, 3).join(':');
}

function isTelling(question: string): boolean {
  return question.split(/\s+/).length >= LEAST_WORDS && !VAGUE.test(question);
}
