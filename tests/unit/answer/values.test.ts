import { describe, expect, test } from 'vitest';
import { datesFit, datesIn, numbersFit, numbersIn } from '../../../src/answer/values.ts';
import { readQuery } from '../../../src/retrieve/query.ts';

const query = readQuery({ text: 'What was it?' });
const dates = (text: string) => datesIn(text, query);
const numbers = (text: string) => numbersIn(text, query);

describe('dates', () => {
  test.each([
    ['It opened on 12 June 2023.', { years: [2023, 2023], month: 6, day: 12 }],
    ['It opened on June 12th, 2023.', { years: [2023, 2023], month: 6, day: 12 }],
    ['It opened on 2023-06-12.', { years: [2023, 2023], month: 6, day: 12 }],
    ['It opened in Sept. 2023.', { years: [2023, 2023], month: 9 }],
    ['It opened on 3 May.', { month: 5, day: 3 }],
    ['It opened in 1923.', { years: [1923, 1923] }],
    ['It opened in the 1920s.', { years: [1920, 1929] }],
    ['It was open in 2016-17.', { years: [2016, 2017] }],
    ['It opened in the 19th century.', { years: [1801, 1900] }],
  ])('%s', (text, date) => {
    expect(dates(text)).toEqual([date]);
  });

  test('a day of the week alone is none', () => {
    expect(dates('It opened on Friday.')).toEqual([]);
  });

  test.each([
    ['on 12 June 2023', 'on June 12, 2023', true],
    ['on 12 June 2023', 'in June 2023', true],
    ['on 12 June', 'in 2023', true],
    ['in 1924', 'in the 1920s', true],
    ['on 12 June 2023', 'on 14 June 2023', false],
    ['on 12 June', 'on 12 July', false],
    ['in 1931', 'in the 1920s', false],
  ])('%s and %s: can be one is %s', (a, b, fit) => {
    const [first, second] = [dates(`It was ${a}.`)[0], dates(`It was ${b}.`)[0]];
    expect(first && second && datesFit(first, second)).toBe(fit);
  });
});

describe('numbers', () => {
  test.each([
    ['five ships', '5 ships', true],
    ['15,000 ships', '15000 ships', true],
    ['1.2 million ships', '1,200,000 ships', true],
    ['1.2 million ships', '1,187,430 ships', true],
    ['about 300 ships', '312 ships', true],
    ['more than 40 ships', '44 ships', true],
    ['10 to 15 ships', '12 ships', true],
    ['at least 12 ships', 'at least 19 ships', false],
    ['40 ships', '42 ships', false],
    ['300 ships', '410 ships', false],
    ['about 300 ships', '500 ships', false],
  ])('%s and %s: can be one is %s', (a, b, fit) => {
    const [first, second] = [numbers(`They saw ${a}.`)[0], numbers(`They saw ${b}.`)[0]];
    expect(first && second && numbersFit(first, second)).toBe(fit);
  });

  test('a number that held before is left out', () => {
    expect(numbers('The toll rose from 12 to 19.').map(({ range }) => range)).toEqual([[19, 19]]);
    expect(numbers('There were not 12 but 19 dead.').map(({ range }) => range)).toEqual([[19, 19]]);
  });

  test('dates are no numbers', () => {
    expect(numbers('On 12 June 2023 they saw 7 ships.').map(({ range }) => range)).toEqual([[7, 7]]);
  });

  test.each([
    ['They paid $5 million.', '$'],
    ['They paid 5 million euros.', '€'],
    ['They paid Rs 300 crore.', '₹'],
    ['It was 5 per cent.', '%'],
    ['They saw 5 ships.', ''],
  ])('%s has the unit "%s"', (text, unit) => {
    expect(numbers(text).map((number) => number.unit)).toEqual([unit]);
  });

  test('what is counted stands behind it', () => {
    const counted = (text: string) => numbers(text)[0]?.counted;
    expect(counted('They saw 12 of the passengers on deck.')).toEqual(['passeng']);
    expect(counted('The toll rose to 23, the guard said.')).toEqual([]);
    expect(counted('The toll rose to 23 on Monday.')).toEqual([]);
  });
});
