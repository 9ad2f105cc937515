import { expect, test } from 'vitest';
import { leftOpen } from '../../../src/answer/left-open.ts';
import { PHRASES, phrase } from '../../../src/answer/phrases.ts';
import type { Language } from '../../../src/model.ts';

const LANGUAGES = Object.keys(PHRASES) as Language[];

test.each(LANGUAGES)('all phrases of %s say what is put into them', (language) => {
  expect(Intl.getCanonicalLocales(language)).toEqual([language]);
  const phrases = Object.values(PHRASES[language]);
  expect(new Set(phrases).size).toBe(phrases.length);
  // Direction is the renderer's business.
  for (const text of phrases) expect(text).toMatch(/^[^\p{Bidi_Control}\n]+$/u);
  const read = phrase(language, 'readAs', { typed: 'Macorn', meant: 'Macron' });
  expect(read).toContain('Macorn');
  expect(read).toContain('Macron');
  const open = leftOpen({ missing: ['Spain', '2019'], language, claims: [] });
  expect(open).toContain('Spain');
  expect(open).toContain('2019');
});

test('what a question holds cannot name another slot', () => {
  expect(phrase('en', 'readAs', { typed: '{meant}', meant: '$&' })).toBe('"{meant}" was read as "$&".');
});
