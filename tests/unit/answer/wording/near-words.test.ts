import { expect, test } from 'vitest';
import { areNear, packed } from '../../../../src/answer/wording/near-words.ts';

test.each([
  ['insist', 'stress'],
  ['complete', 'conclude'],
  ['caution', 'warn'],
])('%s is near to %s, whichever comes first', (a, b) => {
  expect(areNear(a, b)).toBe(true);
  expect(areNear(b, a)).toBe(true);
});

test.each([
  ['violin', 'engineer'],
  ['propose', 'approve'],
  ['unheardofword', 'stress'],
])('%s is not near to %s', (a, b) => {
  expect(areNear(a, b)).toBe(false);
});

test('a thesaurus is packed with its own words alone', () => {
  const bytes = packed(
    new Map([
      ['b', new Set(['a', 'x'])],
      ['a', new Set(['b'])],
    ]),
  );
  expect([...bytes]).toEqual([...Buffer.from('a\nb\0'), 2, 0, 1, 0]);
});
