import { expect, test } from 'vitest';
import { isOfPart, sayingLess, sayingTheSame } from '../../../src/answer/thesaurus.ts';
import { stemOf } from '../../../src/retrieve/words.ts';

test.each([
  ['bought', 'purchase'],
  ['agreement', 'agree'],
  ['decisions', 'decide'],
  ['biggest', 'large'],
  ['quickly', 'rapidly'],
])('%s says the same as %s', (word, other) => {
  expect([...sayingTheSame(word)]).toContain(stemOf(other));
});

test('a wider word says less, and a narrower one does not', () => {
  expect([...sayingLess('frigate')]).toContain(stemOf('warship'));
  expect([...sayingLess('warship')]).not.toContain(stemOf('frigate'));
});

test('a word that no dictionary has says nothing else', () => {
  expect([...sayingTheSame('qwrtzx')]).toEqual([]);
  expect(isOfPart('qwrtzx', 'verb')).toBe(false);
});

test('tells verbs from others', () => {
  expect(isOfPart('signed', 'verb')).toBe(true);
  expect(isOfPart('treaty', 'verb')).toBe(false);
});
