import { expect, test } from 'vitest';
import { expectedOf, findExpected } from '../../../src/answer/expect.ts';
import { readQuery } from '../../../src/retrieve/query.ts';

test.each([
  ['When did India join?', 'date'],
  ['what year was it founded', 'date'],
  ['How many satellites are planned?', 'number'],
  ['satelites india france how many', 'number'],
  ['How much will it cost?', 'money'],
  ['Who wrote the piece?', 'name'],
  ['Where is the headquarters?', 'place'],
  ['isro hq', 'place'],
  ['Why was the plant delayed?', 'reason'],
  ['What did they sign?', 'anything'],
])('%s expects a %s', (text, expected) => {
  expect(expectedOf(readQuery({ text }))).toBe(expected);
});

test.each([
  ['When did they meet?', 'They met in Paris on 22 August.', ['22 August']],
  [
    'When did they meet?',
    'They met on April 3, 2021 and again in June 2016.',
    ['April 3, 2021', 'June 2016'],
  ],
  ['When was it?', 'It started on Friday in the 19th century.', ['Friday', '19th century']],
  ['When was it?', 'Nothing is dated here, said 12 people.', []],
  ['How many satellites?', 'A constellation of 8-10 satellites was planned in 1998.', ['8-10']],
  ['How many pillars?', 'They are the three principal pillars.', ['three']],
  ['How much will it cost?', 'It costs $3.5 million for 20 sites.', ['$3.5 million']],
  ['Who opened it?', 'It was opened at Kalvik on 4 March 2031 by the engineer Ines Dahl.', ['Ines Dahl']],
  ['How many rockets?', 'On 26 November 1965 it launched two rockets.', ['two']],
  ['Who signed?', 'The pact was signed by Boris Johnson.', ['Boris Johnson']],
  ['Where do they meet?', 'They meet in New Delhi on Monday.', ['New Delhi']],
  ['Where is the garden?', 'It lies in the hills east of Tezpur.', ['hills', 'Tezpur']],
])('%s is answered in "%s"', (text, sentence, answers) => {
  const query = readQuery({ text });
  const spans = findExpected(expectedOf(query), sentence, query);
  expect(spans.map(({ start, end }) => sentence.slice(start, end))).toEqual(answers);
});
