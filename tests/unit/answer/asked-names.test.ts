import { expect, test } from 'vitest';
import { missingNames } from '../../../src/answer/asked-names.ts';
import { readQuery } from '../../../src/retrieve/query.ts';
import { stemsOf } from '../../../src/retrieve/stems.ts';
import { wordsOf } from '../../../src/retrieve/words.ts';

function missing(question: string, sentence: string): string[] {
  const words = wordsOf(sentence);
  return missingNames(readQuery({ text: question }), { title: '' }, [
    { words, stems: stemsOf(words, sentence) },
  ]);
}

test.each([
  ['When did the Indian Prime Minister speak?', 'The Prime Minister of India spoke in May.'],
  ['Who signed the UN Convention?', 'Ada Berg signed the United Nations Convention.'],
  ['Who met the Fjord League?', 'Ada Berg met the Fjord League.'],
])('%s names what is there', (question, sentence) => {
  expect(missing(question, sentence)).toEqual([]);
});

test.each([
  ['When did Ada Berg speak?', 'Berg spoke, and so did Ada Holm.', ['Ada Berg']],
  [
    'When did the Peruvian Prime Minister speak?',
    'The Prime Minister of India spoke.',
    ['Peruvian Prime Minister'],
  ],
])('%s names what is not there', (question, sentence, names) => {
  expect(missing(question, sentence)).toEqual(names);
});
