import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnswerKind } from '../../../src/model.ts';
import { isRight } from '../../../src/quiz/grade.ts';
import { card } from '../../support/cards.ts';

const typed = (asks: AnswerKind, key: string, given: string, also: string[] = []) =>
  isRight(card({ asks, key, also }), given);

test.each<[AnswerKind, string, string]>([
  ['name', 'Nuclear Suppliers Group', 'the nuclear suppliers group'],
  ['name', 'Nuclear Suppliers Group', 'Nuclear Supliers Gruop'],
  ['name', 'Centre national d’études spatiales', 'centre national detudes spatiales'],
  ['person', 'François Hollande', 'Francois Holande'],
  ['name', 'Group of Four', 'group of 4'],
  ['place', 'Sriharikota', 'Sriharikotta'],
  ['name', 'Chandrayaan-3', 'chandrayaan 3'],
  ['number', '9,900', '9900'],
  ['number', 'seven', '7'],
  ['number', '42', 'forty-two'],
  ['number', '42', '42 states'],
  ['money', '$4.5 million', '4.5 million dollars'],
  ['money', '18 million euros', '€18m'],
  ['money', '18 million euros', '18 million'],
  ['percentage', '74 percent', '74%'],
  ['percentage', '74 percent', '74'],
  ['day', '12 May 2020', 'May 12, 2020'],
  ['day', '12 May 2020', '2020-05-12'],
  ['month', 'September 2008', 'septembre 2008'],
  ['month', 'September 2008', 'Sept 2008'],
  ['shortForm', 'NSG', 'n.s.g.'],
])('forgives how %s "%s" is written: "%s"', (asks, key, given) => {
  expect(typed(asks, key, given)).toBe(true);
});

test.each<[AnswerKind, string, string]>([
  ['number', '5', '8'],
  ['number', '42', '24'],
  ['number', '42', '42 or 43'],
  ['number', '9,900', '990'],
  ['year', '1998', '1999'],
  ['month', 'September 2008', '2008'],
  ['month', 'September 2008', 'December 2008'],
  ['day', '12 May 2020', '13 May 2020'],
  ['day', '12 May 2020', 'May 2020'],
  ['money', '$4.5 million', '€4.5 million'],
  ['money', '$4.5 million', '$4.5 billion'],
  ['percentage', '74 percent', '47 percent'],
  ['country', 'Iran', 'Iraq'],
  ['country', 'Austria', 'Australia'],
  ['country', 'Niger', 'Nigeria'],
  ['name', 'Chandrayaan-3', 'Chandrayaan-1'],
  ['name', 'Group of Four', 'Group of Five'],
  ['place', 'North Korea', 'South Korea'],
  ['shortForm', 'NSG', 'NSC'],
  ['name', 'Paris', ''],
  ['name', 'Paris', '   '],
])('does not take another fact for %s "%s": "%s"', (asks, key, given) => {
  expect(typed(asks, key, given)).toBe(false);
});

test('other names that the card knows are right', () => {
  expect(typed('person', 'Narendra Modi', 'modi', ['Modi'])).toBe(true);
});

test('an option is chosen by its letter or its words, and a wrong one is never a slip of the right one', () => {
  const choice = card({
    kind: 'choice',
    asks: 'country',
    key: 'Iran',
    options: ['Iraq', 'Iran', 'Oman', 'Ivan'],
  });
  expect(['b', 'B)', 'Iran', ' iran '].map((given) => isRight(choice, given))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['a', 'Iraq', 'Ivan', 'e', '2'].map((given) => isRight(choice, given))).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('a statement is judged in any of the usual words', () => {
  const statement = card({
    kind: 'trueFalse',
    asks: 'truth',
    key: 'False',
    also: ['no', 'wrong'],
    options: ['True', 'False'],
  });
  expect(['False', 'f', 'no', 'WRONG'].every((given) => isRight(statement, given))).toBe(true);
  expect(['True', 't', 'yes', 'maybe', 'a', 'b'].some((given) => isRight(statement, given))).toBe(false);
});

test('an order is read with or without marks between its letters', () => {
  const order = card({ kind: 'order', asks: 'order', key: 'B A C' });
  expect(['bac', 'B, A, C', 'b-a-c'].every((given) => isRight(order, given))).toBe(true);
  expect(['abc', 'ba', 'bacc'].some((given) => isRight(order, given))).toBe(false);
});

test('a number is right only when it is the same number', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 2_000_000 }),
      fc.integer({ min: 2, max: 2_000_000 }),
      (key, given) => {
        const written = given.toLocaleString('en-US');
        expect(typed('number', String(key), written)).toBe(key === given);
        expect(typed('year', String(1500 + (key % 500)), String(1500 + (given % 500)))).toBe(
          key % 500 === given % 500,
        );
      },
    ),
  );
});

test('one letter left out of a long name is forgiven, wherever it is', () => {
  const name = 'Thiruvananthapuram';
  fc.assert(
    fc.property(fc.nat({ max: name.length - 1 }), (at) => {
      expect(typed('place', name, name.slice(0, at) + name.slice(at + 1))).toBe(true);
    }),
  );
});

test('whatever is typed is graded', () => {
  const asks: AnswerKind[] = ['name', 'number', 'money', 'day', 'year', 'shortForm', 'order'];
  fc.assert(
    fc.property(fc.constantFrom(...asks), fc.string(), fc.string({ minLength: 1 }), (kind, key, given) => {
      expect(typeof typed(kind, key, given)).toBe('boolean');
    }),
  );
});
