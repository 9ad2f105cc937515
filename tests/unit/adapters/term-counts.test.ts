import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/adapters/library/index.ts';
import { rarest, TermCounts } from '../../../src/adapters/library/term-counts.ts';
import { split, testLibrary } from '../../support/library.ts';

test('terms are counted by passages, one by one and all at once alike', async () => {
  const { dataDir, publish } = testLibrary();
  await publish({ put: [split('green', 'Tea and tea.\n\nCold tea.'), split('black', 'Coffee.')] });
  const db = openDatabase(dataDir);
  const counts = new TermCounts(db, 'passage_words');
  const oneByOne = ['tea', 'cold', 'green', 'milk'].map((term) => counts.get(term));
  expect(oneByOne).toEqual([2, 1, 2, undefined]);
  expect(counts.has('milk')).toBe(false);
  expect([...counts]).toEqual([
    ['and', 1],
    ['black', 1],
    ['coffe', 1],
    ['cold', 1],
    ['green', 2],
    ['tea', 2],
  ]);
  expect([counts.size, counts.get('tea'), counts.get('milk')]).toEqual([6, 2, undefined]);
  db.close();
});

test('what was counted is forgotten when it is told to', async () => {
  const { dataDir, publish } = testLibrary();
  const db = openDatabase(dataDir);
  const counts = new TermCounts(db, 'passage_trigrams');
  expect(counts.get('tea')).toBeUndefined();
  await publish({ put: [split('a', 'Tea.')] });
  expect(counts.get('tea')).toBeUndefined();
  counts.forget();
  expect(counts.get('tea')).toBe(1);
  db.close();
});

test('the rarest terms are kept as far as they go', () => {
  const counts: Record<string, number> = { the: 900, moon: 30, crater: 2, qqq: 0 };
  const kept = (most: number) => rarest(Object.keys(counts), (term) => counts[term] ?? 0, most);
  expect(kept(1_000)).toEqual(['qqq', 'crater', 'moon', 'the']);
  expect(kept(100)).toEqual(['qqq', 'crater', 'moon']);
  expect(kept(1)).toEqual(['qqq', 'crater']);
});

test('one term is kept however common it is, and no rarer one is left out for a commoner one', () => {
  const counts = fc.array(fc.nat(50), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(counts, fc.nat(100), (numbers, most) => {
      const countOf = (term: string) => numbers[Number(term)] ?? 0;
      const kept = rarest([...numbers.keys()].map(String), countOf, most);
      const keptCounts = kept.map(countOf);
      const left = [...numbers.keys()].map(String).filter((term) => !kept.includes(term));
      expect(kept.length).toBeGreaterThan(0);
      expect(keptCounts.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(Math.max(most, ...keptCounts));
      for (const term of left) expect(countOf(term)).toBeGreaterThanOrEqual(Math.max(...keptCounts));
    }),
  );
});
