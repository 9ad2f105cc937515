import { expect, test } from 'vitest';
import { withAskingWords } from '../../../src/retrieve/asking-words.ts';

const read = (text: string, known: string[] = []) =>
  withAskingWords(text, { vocabulary: new Map(known.map((stem) => [stem, 1])) });

test.each([
  ['salt league founding yeer', 'salt league founding year'],
  ['wich city is it, and wen was it built', 'which city is it, and when was it built'],
  ['hwo met teh league', 'who met the league'],
  ['how meny boats', 'how many boats'],
  ['Wat is the numbr of boats?', 'what is the number of boats?'],
  ['what dose it mean', 'what does it mean'],
  ['whre does the leage meet', 'where does the leage meet'],
])('%s asks as %s', (typed, meant) => {
  expect(read(typed)).toBe(meant);
});

test.each([
  'When did Wen meet Whan?',
  'dave and mary met',
  'a dose of salt',
  'who sold the vat',
  'what is nmr',
  'two years of hew',
])('%s is left as it is', (text) => {
  expect(read(text)).toBe(text);
});

test('a word that the articles have is theirs', () => {
  expect(read('who is wen', ['wen'])).toBe('who is wen');
});
