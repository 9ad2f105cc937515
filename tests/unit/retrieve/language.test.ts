import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInSet, otherLanguagesSet } from '../../../scripts/eval/sets/built-in.ts';
import { languageOf } from '../../../src/retrieve/language.ts';

const QUESTIONS = readFileSync(
  join(import.meta.dirname, '../../fixtures/questions-by-language.jsonl'),
  'utf8',
)
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { language: string; question: string });

test('no English question is taken for another language, whatever names are in it', () => {
  const english = [
    ...QUESTIONS.filter(({ language }) => language === 'en').map(({ question }) => question),
    ...builtInSet().questions.map(({ text }) => text),
  ];
  expect(english.length).toBeGreaterThan(300);
  expect(english.filter((question) => languageOf(question) !== 'en')).toEqual([]);
});

test('short questions in other languages are told from English and from each other', () => {
  const others = QUESTIONS.filter(({ language }) => language !== 'en');
  const wrong = others.filter(({ language, question }) => languageOf(question) !== language);
  expect(wrong.length / others.length).toBeLessThan(0.05);
  // The few that are not known are taken to be English.
  expect(wrong.filter(({ question }) => languageOf(question) !== 'en')).toEqual([]);
  expect(otherLanguagesSet().questions.filter(({ text }) => languageOf(text) === 'en')).toEqual([]);
});

test('any text has a language, and words of no language are English', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(languageOf(text)).toMatch(/^[a-z]{2}(-Latn)?$/);
    }),
  );
  expect(['', '?', '1987', 'MTCR NSG', 'Ελλάδα'].map(languageOf)).toEqual(['en', 'en', 'en', 'en', 'en']);
});
