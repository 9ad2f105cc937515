import { expect, test } from 'vitest';
import { questionsFor } from '../../../src/answer/question-making.ts';

test.each([
  ['The Kalvik station was opened on 4 March 2031 by the king.', 'When was the Kalvik station opened?'],
  ['The Kalvik Pact was opened for signature in May 2001.', 'When was the Kalvik Pact opened for signature?'],
  [
    'Norway joined the Kalvik Pact in January 2018 as its last member.',
    'When did Norway join the Kalvik Pact?',
  ],
  ['The headquarters of the Kalvik Group are in Oslo.', 'Where are the headquarters of the Kalvik Group?'],
  [
    'The Kalvik Group has 43 members, one of which is Norway.',
    'How many members does the Kalvik Group have?',
  ],
  ['Ines Dahl designed the Kalvik station in two years.', 'Who designed the Kalvik station?'],
  ['Norway is expected to sign a pact on fishing.', 'What is Norway expected to sign?'],
])('"%s" answers "%s"', (sentence, question) => {
  expect(questionsFor(sentence)).toContain(question);
});

test.each([
  'It was opened on 4 March 2031.',
  'The launch base near Kourou is called the Space Centre and has been in use since 1968.',
  'They joined the Kalvik Pact in 2018.',
  'The harvest begins in April.',
  'Neither Norway nor Sweden takes part.',
  '"We joined the Kalvik Pact in 2018," said the minister.',
  'United Nations investigators had found traces in 1984.',
  '',
])('"%s" makes no question that could be crooked', (sentence) => {
  expect(questionsFor(sentence)).toEqual([]);
});
