import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeSentences, sentencesIn, varied, wordsIn } from '../../../../scripts/bench/articles.ts';
import { numbers } from '../../../../scripts/bench/numbers.ts';
import { temporaryFolder } from '../../../support/temporary.ts';

function folder(): string {
  const path = temporaryFolder();
  mkdirSync(join(path, 'news'));
  writeFileSync(
    join(path, 'news', 'a.md'),
    '---\ntitle: Left out of it, as all of the front matter is.\n---\nFour tall ships sailed from Lisbon that morning. No.\n',
  );
  writeFileSync(join(path, 'b.txt'), 'Nobody on the quay knew where they were bound.\n');
  return path;
}

test('sentences come from Markdown and text, without front matter and scraps', () => {
  expect(sentencesIn(folder())).toEqual([
    'Nobody on the quay knew where they were bound.',
    'Four tall ships sailed from Lisbon that morning.',
  ]);
});

test('made sentences are real ones with one word of the others', () => {
  const from = folder();
  const words = new Set(wordsIn(sentencesIn(from)));
  for (const sentence of makeSentences(from, 20)) {
    expect(wordsIn([sentence]).every((word) => words.has(word))).toBe(true);
  }
  expect(makeSentences(from, 5)).toEqual(makeSentences(from, 5));
});

test('every long word is replaced when one in one is, and no short one', () => {
  expect(varied('The old harbour was quiet.', ['stone'], 1, numbers(3))).toBe('The old stone was stone.');
});
