import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSet, trainingSets } from '../../../scripts/train/sets.ts';
import { UserError } from '../../../src/errors.ts';
import { temporaryFolder } from '../../support/temporary.ts';

function setOf(...lines: string[]) {
  const folder = temporaryFolder();
  const [articles, questions] = [join(folder, 'articles'), join(folder, 'harbour.jsonl')];
  mkdirSync(articles);
  writeFileSync(questions, `${lines.join('\n')}\n`);
  return { articles, questions };
}

const ANSWERABLE =
  '{"question": "When does the ferry sail?", "articleId": "ferry", "answers": ["noon", "12:00"]}';
const UNANSWERABLE = '{"question": "What does the ferry cost?", "unanswerable": true, "kind": "near-miss"}';

test('a set is read from a folder of articles and a file of questions, and named after the file', () => {
  const paths = setOf(ANSWERABLE, '', UNANSWERABLE);
  const { name, corpusDir, questions } = readSet(paths);
  expect({ name, corpusDir }).toEqual({ name: 'harbour', corpusDir: paths.articles });
  expect(questions.map(({ text, kind, label }) => ({ text, kind, label }))).toEqual([
    {
      text: 'When does the ferry sail?',
      kind: 'plain',
      label: { articleIds: ['ferry'], strings: ['noon', '12:00'], all: false },
    },
    { text: 'What does the ferry cost?', kind: 'near-miss', label: undefined },
  ]);
});

test.each([
  ['not JSON', 'When?'],
  ['no object', 'null'],
  ['no question', '{"unanswerable": true}'],
  ['no answers', '{"question": "When?", "articleId": "ferry"}'],
  ['empty answers', '{"question": "When?", "articleId": "ferry", "answers": []}'],
  ['no article', '{"question": "When?", "answers": ["noon"]}'],
])('a line with %s is named', (_, line) => {
  const paths = setOf(ANSWERABLE, line);
  expect(() => readSet(paths)).toThrow(UserError);
  expect(() => readSet(paths)).toThrow(`${paths.questions}, line 2 is neither`);
});

test('a folder or file that is not there is named', () => {
  const paths = setOf(ANSWERABLE);
  expect(() => readSet({ ...paths, articles: paths.questions })).toThrow(
    `${paths.questions} is not a folder`,
  );
  expect(() => readSet({ ...paths, questions: `${paths.questions}x` })).toThrow(
    `there is no ${paths.questions}x`,
  );
});

test('the built-in set is always learned from, and each further one is a source of its own', () => {
  const sets = trainingSets({}, [setOf(ANSWERABLE)], temporaryFolder());
  expect(sets.map(({ name, source }) => [name, source])).toEqual([
    ['built-in', 'built-in'],
    ['harbour', 'harbour'],
  ]);
});
