import { expect, test } from 'vitest';
import { measuredIn, measureOf } from '../../../src/answer/measures.ts';
import { sidesOf } from '../../../src/answer/sides.ts';

test.each([
  ['has more boats', 'has how many boats'],
  ['has the most boats in Lysen', 'has how many boats in Lysen'],
  ['earned more in 2018', 'earned how much in 2018'],
  ['can carry more', 'can carry how much'],
  ['is worth less', 'is worth how much'],
  ['is the bigger', 'is how big'],
  ['is more famous', 'is how famous'],
  ['was cheaper', 'cost how much'],
  ['met first', 'met when'],
  ['has more in Lysen', undefined],
  ['met in Lysen', undefined],
  ['sold more than 30 boats', undefined],
  ['met at least twice', undefined],
])('"%s" asks "%s" of one', (said, asked) => {
  expect(measureOf(said)).toBe(asked);
});

test.each([
  [
    'Which has more boats, the Salt League or the Fjord Club?',
    ['how many boats does the Salt League have?', 'how many boats does the Fjord Club have?'],
  ],
  [
    'which has more boats, the sl or the fc',
    ['how many boats does the sl have?', 'how many boats does the fc have?'],
  ],
  [
    'Which order is worth more: the Lysen order or the Holm order?',
    ['how much is the Lysen order worth?', 'how much is the Holm order worth?'],
  ],
  [
    'Who earned more in 1901, Ada Berg, Emil Holm or Lysen?',
    [
      'Ada Berg earned how much in 1901?',
      'Emil Holm earned how much in 1901?',
      'Lysen earned how much in 1901?',
    ],
  ],
  [
    'Who has sold more boats, Lysen or Holm?',
    ['how many boats has Lysen sold?', 'how many boats has Holm sold?'],
  ],
  ['Which met first, Lysen or Holm?', ['Lysen met when?', 'Holm met when?']],
  ['What is taller, a mast or a tower?', ['how tall is a mast?', 'how tall is a tower?']],
  [
    'Which of the league and the club has more boats?',
    ['how many boats does league have?', 'how many boats does the club have?'],
  ],
  ['Are boats cheaper than cars?', ['what is the price of boats?', 'what is the price of cars?']],
  [
    'Does the league own more boats than the club?',
    ['how many boats does the league own?', 'how many boats does the club own?'],
  ],
  ['How much higher is the tower than the mast?', ['how high is the tower?', 'how high is the mast?']],
])('%s measures each', (question, texts) => {
  expect(measuredIn(question).map(({ text }) => text)).toEqual(texts);
});

test.each([
  'Which article mentions Lysen, or the Salt League?',
  'Who met first in Lysen?',
  'Which club has the most boats?',
  'Was the price higher in May than in June?',
  'What is the Salt League, a club or a party?',
  'Who sold more than 30 boats, Lysen or Holm?',
  'What is the most important aim, according to Lysen or its friends?',
  'Which club has the most boats, and why or when did it buy them?',
])('%s measures nothing by itself', (question) => {
  expect(measuredIn(question)).toEqual([]);
});

test.each([
  ['Did Lysen or Holm sail first?', 'when did Lysen sail?'],
  ['Do Lysen and Holm both want more boats?', 'Do Lysen want more boats?'],
  ['Does the Salt League have more boats than Lysen?', 'how many boats does the Salt League have?'],
  ['Was the price higher in May than in June?', 'how high was the price in May?'],
])('%s asks %s', (question, first) => {
  expect(sidesOf(question).sides[0]?.text).toBe(first);
});

test.each([
  [
    'How much did Lysen pay for salt boats compared to Holm?',
    ['How much did Lysen pay for salt boats?', 'How much did Holm pay for salt boats?'],
  ],
  [
    'How many boats did Lysen order from Holm compared to Berg?',
    ['How many boats did Lysen order from Holm?', 'How many boats did Lysen order from Berg?'],
  ],
  [
    'How many boats does Lysen own compared to cars?',
    ['How many boats does Lysen own?', 'How many cars does Lysen own?'],
  ],
  [
    'How much salt can Lysen carry compared to Holm?',
    ['How much salt can Lysen carry?', 'How much salt can Holm carry?'],
  ],
  ['How did Lysen react compared with Holm?', ['How did Lysen react?', 'How did Holm react?']],
  [
    'What is the difference between the Salt League and the 2030 Plan?',
    ['What is Salt League?', 'What is 2030 Plan?'],
  ],
])('%s asks the same of both', (question, texts) => {
  expect(sidesOf(question).sides.map(({ text }) => text)).toEqual(texts);
});
