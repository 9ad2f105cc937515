import { expect, test } from 'vitest';
import { places, properNames } from '../../../src/answer/names.ts';

test.each([
  ['ISRO belongs to the Department of Space of the Indian government.', ['ISRO', 'Department of Space']],
  ['It was the Bank of the French who came.', ['Bank of the French']],
  ['The Ministry of Defence and Indian officials met.', ['Ministry of Defence']],
  ['Critics of the Salt League met Ada Berg.', ['Salt League', 'Ada Berg']],
  ['Members of Parliament came.', ['Parliament']],
  ['James of Lysen came.', ['James of Lysen']],
  ['In Assam the tea of Lakshmi Barua grows.', ['Assam', 'Lakshmi Barua']],
])('the names in "%s"', (sentence, names) => {
  expect(properNames(sentence).map(({ start, end }) => sentence.slice(start, end))).toEqual(names);
});

test('the adjective that a name opens with is no place', () => {
  const sentence = 'The Indian Space Research Organisation launched it from India for French schools.';
  expect(places(sentence).map(({ start, end }) => sentence.slice(start, end))).toEqual(['India', 'French']);
});
