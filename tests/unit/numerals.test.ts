import { expect, test } from 'vitest';
import { numeralsIn } from '../../src/numerals.ts';

const read = (text: string) =>
  numeralsIn(text).map(({ start, end, value }) => [text.slice(start, end), value] as const);

test.each([
  ['1,200 tonnes', 1_200],
  ['12,00,000 voters', 1_200_000],
  ['1.2 million people', 1_200_000],
  ['3,5 percent', 3.5],
  ['£3bn', 3_000_000_000],
  ['$5m', 5_000_000],
  ['12 crore rupees', 120_000_000],
  ['twenty-five ships', 25],
  ['Twenty five ships', 25],
  ['two hundred and five', 205],
  ['three hundred and five thousand', 305_000],
  ['a dozen eggs', 12],
  ['two dozen', 24],
  ['zero', 0],
])('%s is one number', (text, value) => {
  expect(read(text).map(([, worth]) => worth)).toEqual([value]);
});

test.each(['the 12th of the month', 'someone', 'the 1990s', 'A380', 'dozens of them', 'nothing'])(
  '%s holds no number',
  (text) => {
    expect(read(text)).toEqual([]);
  },
);

test('numbers side by side stay apart', () => {
  expect(read('between two and three, 2-3, five six, in 20 m depth. It cost 100.')).toEqual([
    ['two', 2],
    ['three', 3],
    ['2', 2],
    ['3', 3],
    ['five', 5],
    ['six', 6],
    ['20', 20],
    ['100', 100],
  ]);
});
