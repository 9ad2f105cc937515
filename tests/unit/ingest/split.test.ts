import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitArticle } from '../../../src/ingest/split.ts';

const splitText = (text: string) => splitArticle({ text, body: 0 });
const sentence = (words: number) => `The ${'mill '.repeat(words - 2)}turns.`;
const paragraph = (...lengths: number[]) => lengths.map(sentence).join(' ');
const lengths = (text: string) =>
  splitText(text).map(({ start, end }) => text.slice(start, end).split(/\s+/).length);

test('an article of up to 170 words is one passage', () => {
  expect(lengths(paragraph(20, 30, 40))).toEqual([90]);
  expect(lengths([paragraph(50), paragraph(60), paragraph(60)].join('\n\n'))).toEqual([170]);
});

test('longer articles make passages of like size', () => {
  expect(lengths(paragraph(...Array<number>(10).fill(25)))).toEqual([125, 125]);
  expect(lengths(paragraph(...Array<number>(60).fill(20)))).toEqual(Array<number>(10).fill(120));
});

test('passages end with paragraphs where that is possible', () => {
  const text = [paragraph(20, 20, 20, 20, 25), paragraph(20, 30), paragraph(20, 20, 20, 20, 20, 25)].join(
    '\n\n',
  );
  expect(lengths(text)).toEqual([155, 125]);
});

test('no passage ends with a heading', () => {
  const text = [paragraph(30, 30, 30, 30), 'What it cost', paragraph(30, 30, 30, 30)].join('\n\n');
  const [first, second] = splitText(text);
  expect(text.slice(first?.start, first?.end)).not.toContain('What it cost');
  expect(text.slice(second?.start, second?.end)).toMatch(/^What it cost/);
});

test('a sentence longer than a passage is one', () => {
  expect(lengths(paragraph(250))).toEqual([250]);
});

test('text without spaces between words is split, too', () => {
  const text = '水車は川の近くにあります。'.repeat(100);
  const passages = splitText(text);
  expect(passages.length).toBeGreaterThan(3);
  expect(passages.every(({ sentences }) => sentences.length > 1)).toBe(true);
});

test('an empty text has no passages', () => {
  expect(splitText('')).toEqual([]);
  expect(splitText(' \n\n ')).toEqual([]);
});

const pieces = fc.constantFrom(
  'The mill turns.',
  ' ',
  '\n',
  '\n\n',
  '“Why?” he asked. ',
  'U.S. ',
  'No. 5',
  '...',
  '1. ',
  '- a',
  '水車。',
  '😀',
  'e.g. ',
  '"',
  ')',
  'word '.repeat(70),
  '[3]',
  '.The',
  '\t',
  '\u00a0',
  '\u2028',
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

test('sentences are trimmed, in order, apart, within lines, and hold all that is not space', () => {
  fc.assert(
    fc.property(texts, (text) => {
      let end = 0;
      for (const span of splitText(text).flatMap(({ sentences }) => sentences)) {
        expect(text.slice(end, span.start).trim()).toBe('');
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThan(span.start);
        const own = text.slice(span.start, span.end);
        expect(own).toBe(own.trim());
        expect(own).not.toContain('\n');
        end = span.end;
      }
      expect(text.slice(end).trim()).toBe('');
    }),
    { numRuns: 500 },
  );
});

test('passages are whole sentences, in order, none empty and none much too long', () => {
  fc.assert(
    fc.property(texts, (text) => {
      let end = 0;
      for (const passage of splitText(text)) {
        expect(passage.start).toBeGreaterThanOrEqual(end);
        expect(passage.start).toBe(passage.sentences[0]?.start);
        expect(passage.end).toBe(passage.sentences.at(-1)?.end);
        const words = text.slice(passage.start, passage.end).split(/\s+/).length;
        if (passage.sentences.length > 1) expect(words).toBeLessThanOrEqual(360);
        end = passage.end;
      }
    }),
    { numRuns: 500 },
  );
});
