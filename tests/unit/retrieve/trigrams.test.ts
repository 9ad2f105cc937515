import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoredPassage } from '../../../src/ports.ts';
import { trigramScores } from '../../../src/retrieve/trigrams.ts';

function passage(text: string): StoredPassage {
  const article = { id: 'a', title: 'A' };
  return { row: 1, articleId: 'a', ordinal: 0, start: 0, end: text.length, text, article, sentences: [] };
}

function scores(texts: readonly string[], trigrams: readonly string[], counts: Record<string, number> = {}) {
  return trigramScores(texts.map(passage), trigrams, (trigram) => counts[trigram] ?? 1, 100);
}

test('a passage scores by the pieces that it holds, in any case and with or without accents', () => {
  const [whole, half, none] = scores(
    ['The TÉLÉMÉTRIE station', 'a telegram to all', 'Boats in a bay'],
    [' te', 'tel', 'met', 'tri'],
  );
  expect(whole).toBeGreaterThan(half ?? 0);
  expect(half).toBeGreaterThan(0);
  expect(none).toBe(0);
});

test('a rare piece counts for more than one that half of the passages hold', () => {
  const [rare, common] = scores(['kal kal xx', 'ing ing xx'], ['kal', 'ing'], { kal: 2, ing: 50 });
  expect(rare).toBeGreaterThan(10 * (common ?? 0));
});

test('of two passages that hold a piece once the shorter scores more', () => {
  const [short, long] = scores(['kalvik', `kalvik ${'and other words '.repeat(20)}`], ['kal']);
  expect(short).toBeGreaterThan(long ?? 0);
});

test('whatever is asked of whatever passages: one number for each, never negative', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }),
      fc.array(fc.string({ unit: 'grapheme', minLength: 3, maxLength: 3 }), { maxLength: 9 }),
      fc.nat(200),
      (texts, trigrams, count) => {
        const found = trigramScores(texts.map(passage), [...new Set(trigrams)], () => count, 100);
        expect(found).toHaveLength(texts.length);
        expect(found.every((score) => score >= 0)).toBe(true);
      },
    ),
  );
});
