import { expect, test } from 'vitest';
import { findDate, parseDate } from '../../../src/ingest/dates.ts';

test.each([
  ['2022-04-23', '2022-04-23'],
  ['2022-04-23T22:15:00Z', '2022-04-23'],
  ['2022-04-23T01:10:00+05:00', '2022-04-23'],
  ['20220423', '2022-04-23'],
  ['2022/4/3', '2022-04-03'],
  ['April 3, 2022', '2022-04-03'],
  ['Apr. 3 2022', '2022-04-03'],
  ['3rd April, 2022', '2022-04-03'],
  ['Sat, 23 Apr 2022 01:10:00 GMT', '2022-04-23'],
  ['23-Apr-2022', '2022-04-23'],
  ['3. März 2022', '2022-03-03'],
  ['22 de abril de 2022', '2022-04-22'],
  ['21 декабря 2018', '2018-12-21'],
  ['2019年11月20日', '2019-11-20'],
  ['03.04.2022', '2022-04-03'],
  ['23/04/2022', '2022-04-23'],
  ['04/23/2022', '2022-04-23'],
  ['March 2021', '2021-03'],
  ['2021-03', '2021-03'],
  ['2021', '2021'],
])('reads %s', (text, date) => {
  expect(parseDate(text)).toBe(date);
});

test('says no more than a date does', () => {
  expect(parseDate('03/04/2022')).toBe('2022');
  expect(parseDate('February 30, 2021')).toBeUndefined();
  expect(parseDate('2022-13-01')).toBeUndefined();
  expect(parseDate('soon')).toBeUndefined();
  expect(parseDate(undefined)).toBeUndefined();
});

test('reads years, seconds and milliseconds', () => {
  expect(parseDate(2022)).toBe('2022');
  expect(parseDate(1_650_672_600)).toBe('2022-04-23');
  expect(parseDate('1650672600000')).toBe('2022-04-23');
  expect(parseDate(new Date(Date.UTC(2022, 3, 23)))).toBe('2022-04-23');
  expect(parseDate(new Date(Number.NaN))).toBeUndefined();
});

test('finds a date and where it stands', () => {
  const line = 'Lena Q Published April 23, 2022 | 01:10 AM';
  const found = findDate(line);
  expect(found?.date).toBe('2022-04-23');
  expect(line.slice(found?.start, found?.end)).toBe('April 23, 2022');
  expect(findDate('the 4 days of 2021 and covid 19')).toBeUndefined();
});
