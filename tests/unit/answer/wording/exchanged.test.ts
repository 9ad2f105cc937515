import { expect, test } from 'vitest';
import { exchangedName } from '../../../../src/answer/wording/exchanged.ts';

test.each([
  ['Norway bought the ferry in 1990.', 'Chile bought the ferry in 1990.', 'Chile'],
  ['Rao opened the mill in May 1990.', 'Rao opened the mill in May 1994.', 'May 1994'],
  ['The ferry takes 40 cars across the lake.', 'The ferry takes 60 cars across the lake.', '60'],
  ['Class I holds the largest boats of all.', 'Class II holds the largest boats of all.', 'Class II'],
])('in "%s" something has come in the place of another in "%s"', (sentence, claim, found) => {
  expect(exchangedName(claim, [sentence])).toBe(found);
});

test.each([
  ['Norway and Chile signed the pact in Oslo.', 'Chile and Norway signed the pact in Oslo.'],
  ['The United Kingdom bought the ferry in 1990.', 'The UK bought the ferry in 1990.'],
  ['He opened the mill in May 1990.', 'Rao opened the mill in May 1990.'],
  ['Rao opened the mill on 4 May 1990.', 'Rao opened the mill in May 1990.'],
  ['Rao opened the mill, and Basu closed it.', 'Basu closed the mill that Rao had opened.'],
])('"%s" has all names in their places in "%s"', (sentence, claim) => {
  expect(exchangedName(claim, [sentence])).toBeUndefined();
});
