import { expect, test } from 'vitest';
import { measure } from '../../../../scripts/eval/figures.ts';
import { checkFloors, committedFloors } from '../../../../scripts/eval/floors.ts';
import { UserError } from '../../../../src/errors.ts';
import { outcomeOf } from './outcomes.ts';

const { figures: measured } = measure({ outcomes: [outcomeOf()], times: [5] });
const figures = { ...measured, hit1: 0.9, wronglyRefused: 0.1, completeness: Number.NaN };

test('a floor is kept at its very value and missed below, a ceiling the other way round', () => {
  const check = (limit: number) =>
    checkFloors('set', figures, { set: { atLeast: { hit1: limit }, atMost: { wronglyRefused: limit } } });
  expect(check(0.9).map(({ kept }) => kept)).toEqual([true, true]);
  expect(check(0.1).map(({ kept }) => kept)).toEqual([true, true]);
  expect(check(0.91)).toEqual([
    { figure: 'hit1', bound: 'atLeast', limit: 0.91, kept: false },
    { figure: 'wronglyRefused', bound: 'atMost', limit: 0.91, kept: true },
  ]);
  expect(check(0.09).map(({ kept }) => kept)).toEqual([true, false]);
});

test('what could not be measured keeps no floor', () => {
  const floors = { set: { atLeast: { completeness: 0 }, atMost: { completeness: 1 } } };
  expect(checkFloors('set', figures, floors).map(({ kept }) => kept)).toEqual([false, false]);
});

test('a floor of a figure that does not exist is an error, not a floor that always holds', () => {
  const floors = JSON.parse('{"set": {"atLeast": {"hit@1": 0.5}}}');
  expect(() => checkFloors('set', figures, floors)).toThrow(UserError);
  expect(() => checkFloors('set', figures, floors)).toThrow('"hit@1"');
});

test('other sets have no say', () => {
  expect(checkFloors('set', figures, { other: { atLeast: { hit1: 1 } } })).toEqual([]);
});

test('the committed floors are of sets and figures that exist', () => {
  const floors = committedFloors();
  const asked = [
    'built-in',
    'other-languages',
    'follow-ups',
    'follow-ups-held-out',
    'squad',
    'squad-off-corpus',
  ];
  expect(Object.keys(floors)).toEqual([
    ...asked,
    'built-in, wording',
    'squad, wording',
    'by hand, fit',
    'by hand, measure',
    'extraction',
    'copied-pages',
    'metadata',
  ]);
  for (const set of asked) {
    const bounds = checkFloors(set, measured, floors);
    expect(bounds.length).toBeGreaterThan(5);
    expect(bounds).toContainEqual(
      expect.objectContaining({ figure: 'citations', bound: 'atLeast', limit: 1 }),
    );
  }
});
