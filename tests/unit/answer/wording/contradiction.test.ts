import { expect, test } from 'vitest';
import { contradiction } from '../../../../src/answer/wording/contradiction.ts';

test.each([
  ['India did not sign the treaty.', 'India signed the treaty.'],
  ['India signed the treaty.', 'India did not sign the treaty.'],
  ['India signed the treaty.', "India didn't sign the treaty."],
  ['The prices rose in March.', 'The prices fell in March.'],
  ['Exports began in 1990.', 'Exports ended in 1990.'],
  ['India joined in 2016, before China.', 'China joined in 2016, before India.'],
  ['Basu paid Rao ten rupees.', 'Rao paid Basu ten rupees.'],
  ['The station follows ships.', 'Your station follows ships.'],
])('"%s" is not "%s"', (sentence, claim) => {
  expect(contradiction(claim, [sentence])).toBeDefined();
});

test.each([
  ['India did not sign the treaty.', 'India never signed the treaty.'],
  ['India did not sign the treaty, but France did.', 'India did not sign the treaty.'],
  ['The prices rose in March and fell in May.', 'The prices climbed in March.'],
  ['India and France signed it in Paris.', 'France and India signed it in Paris.'],
  ['In 2016, India joined the group.', 'India joined the group in 2016.'],
  ['Modi visited Paris in May.', 'Paris was visited by Modi in May.'],
  [
    'The Dutch Republic, which led the war on Louis, was an attractive country.',
    'The Dutch Republic was an attractive country.',
  ],
  ['Not only India but France joined.', 'India and France joined.'],
])('"%s" may be told as "%s"', (sentence, claim) => {
  expect(contradiction(claim, [sentence])).toBeUndefined();
});
