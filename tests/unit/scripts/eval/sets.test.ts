import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { holds } from '../../../../scripts/eval/judge.ts';
import {
  builtInSet,
  followUpsSet,
  heldOutFollowUpsSet,
  otherLanguagesSet,
} from '../../../../scripts/eval/sets/built-in.ts';
import { squadSets } from '../../../../scripts/eval/sets/squad.ts';
import { UserError } from '../../../../src/errors.ts';
import { readArticles } from '../../../../src/ingest/article.ts';
import { temporaryFolder } from '../../../support/temporary.ts';

const PARAGRAPHS = [
  { pid: 0, title: 'Tea', context: 'Tea grows in Assam.' },
  { pid: 1, title: 'Ice', context: 'Ice drifts south in spring.' },
  { pid: 2, title: 'Oak', context: 'Oaks grow slowly.' },
];
const QUESTIONS = [
  {
    id: 'q0',
    pid: 0,
    question: 'Where does tea grow?',
    is_impossible: false,
    answers: ['Assam', 'Assam', 'in Assam'],
  },
  { id: 'q1', pid: 1, question: 'To whom does ice drift?', is_impossible: true, answers: [] },
  { id: 'q2', pid: 1, question: 'When does ice drift?', is_impossible: false, answers: ['spring'] },
  { id: 'q3', pid: 2, question: 'How many oaks grow?', is_impossible: false, answers: ['slowly'] },
].map((question) => ({ ...question, answers: question.answers.map((text) => ({ text, start: 0 })) }));

function squadFolder(
  paragraphs: readonly object[] = PARAGRAPHS,
  questions: readonly object[] = QUESTIONS,
): string {
  const folder = temporaryFolder();
  const write = (name: string, values: readonly object[]) =>
    writeFileSync(
      join(folder, name),
      gzipSync(`${values.map((value) => JSON.stringify(value)).join('\n')}\n`),
    );
  write('paragraphs.jsonl.gz', paragraphs);
  write('questions.jsonl.gz', questions);
  return folder;
}

test('there are enough questions with and without an answer', () => {
  const { questions } = builtInSet();
  expect(questions.filter(({ label }) => label).length).toBeGreaterThanOrEqual(150);
  expect(questions.filter(({ label }) => !label).length).toBeGreaterThanOrEqual(60);
});

test.each([builtInSet(), otherLanguagesSet(), followUpsSet(), heldOutFollowUpsSet()])(
  'every label of $name stands in its article',
  async (set) => {
    const { questions, corpusDir } = set;
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    for (const { label, id } of questions) {
      if (!label) continue;
      const files = label.articleIds.map((article) => `${article}.md`);
      const read = await Promise.all(
        files.map((file) => readArticles(file, readFileSync(join(corpusDir, file)))),
      );
      const texts = read.flatMap(({ articles }) => articles.map(({ text }) => text));
      const found = label.strings.filter((string) => texts.some((text) => holds(text, string)));
      expect(found.length, id).toBeGreaterThanOrEqual(label.all ? label.strings.length : 1);
    }
  },
);

test('SQuAD: each paragraph is an article, impossible questions are unanswerable', () => {
  const [all] = squadSets(squadFolder(), temporaryFolder());
  expect(readdirSync(all?.corpusDir ?? '').sort()).toEqual(['0.txt', '1.txt', '2.txt']);
  expect(readFileSync(join(all?.corpusDir ?? '', '0.txt'), 'utf8')).toBe('Tea grows in Assam.\n');
  expect(all?.questions).toEqual([
    {
      id: 'q0',
      text: 'Where does tea grow?',
      kind: 'where',
      label: { articleIds: ['0'], strings: ['Assam', 'in Assam'], all: false },
    },
    { id: 'q1', text: 'To whom does ice drift?', kind: 'impossible', label: undefined },
    expect.objectContaining({ id: 'q2', kind: 'when' }),
    expect.objectContaining({ id: 'q3', kind: 'how-many' }),
  ]);
});

test('SQuAD: half of the titles are asked about the other half', () => {
  const [, half] = squadSets(squadFolder(), temporaryFolder());
  // Ice and Tea of Ice, Oak, Tea.
  expect(readdirSync(half?.corpusDir ?? '').sort()).toEqual(['0.txt', '1.txt']);
  expect(half?.questions.map(({ id, kind, label }) => [id, kind, label?.articleIds])).toEqual([
    ['q0', 'where', ['0']],
    ['q2', 'when', ['1']],
    ['q3', 'other-titles', undefined],
  ]);
});

test('SQuAD: what is wrong with a folder is said with the name of the file', () => {
  const empty = temporaryFolder();
  expect(() => squadSets(empty, temporaryFolder())).toThrow(UserError);
  expect(() => squadSets(empty, temporaryFolder())).toThrow(join(empty, 'paragraphs.jsonl.gz'));
  const broken = squadFolder();
  writeFileSync(join(broken, 'questions.jsonl.gz'), 'no gzip');
  expect(() => squadSets(broken, temporaryFolder())).toThrow(UserError);
  expect(() => squadSets(broken, temporaryFolder())).toThrow('questions.jsonl.gz');
  const gaps = squadFolder([{ pid: 0, title: 'Tea' }]);
  expect(() => squadSets(gaps, temporaryFolder())).toThrow('object 1 has no context');
});

test('there are follow-ups enough, all after something, and some that nothing answers', () => {
  const questions = [...followUpsSet().questions, ...heldOutFollowUpsSet().questions];
  expect(questions.length).toBeGreaterThanOrEqual(140);
  expect(questions.every(({ after = [] }) => after.length > 0 && after.length < 4)).toBe(true);
  expect(questions.filter(({ label }) => label === undefined).length).toBeGreaterThanOrEqual(10);
  expect(questions.filter(({ kind }) => kind === 'new-topic').length).toBeGreaterThanOrEqual(5);
});
