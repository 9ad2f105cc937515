import { expect, test } from 'vitest';
import { answerSides } from '../../../src/answer/compare.ts';
import { sidesOf } from '../../../src/answer/sides.ts';
import type { LibraryReader } from '../../../src/ports.ts';
import { readQuery } from '../../../src/retrieve/query.ts';
import { split, testLibrary } from '../../support/library.ts';
import { wordVector } from '../../support/vectors.ts';

test.each([
  [
    'What did India agree with France and with the UK on trade?',
    ['What did India agree with France on trade?', 'What did India agree with UK on trade?'],
  ],
  ['founding dates of CNES vs ISRO', ['founding dates of CNES', 'founding dates of ISRO']],
  [
    'Compare when India joined the MTCR and the Wassenaar Arrangement',
    ['Compare when India joined the MTCR', 'Compare when India joined the Wassenaar Arrangement'],
  ],
  [
    'Is China in the MTCR, in the NSG and in the AG?',
    ['Is China in the MTCR?', 'Is China in the NSG?', 'Is China in the AG?'],
  ],
])('%s has sides', (question, texts) => {
  expect(sidesOf(question).map(({ text }) => text)).toEqual(texts);
});

test.each([
  'What did India and France agree?',
  'When did Modi and Johnson meet?',
  'What is the Comprehensive Economic and Trade Agreement?',
  'Is it safe or not?',
  'who wrote it',
  '',
])('"%s" has none', (question) => {
  expect(sidesOf(question)).toEqual([]);
});

async function library(): Promise<LibraryReader> {
  const { reader, publish } = testLibrary();
  await publish({
    put: [
      split('isro', 'The headquarters of ISRO are in Bengaluru. ISRO launches satellites.', {
        title: 'ISRO',
      }),
      split('cnes', 'The headquarters of CNES are in Paris. CNES also launches satellites.', {
        title: 'CNES',
      }),
    ],
  });
  reader.refresh();
  return reader;
}

function asked(text: string, label = '') {
  return { label, query: readQuery({ text }), vector: wordVector(text) };
}

const compare = (question: string, reader: LibraryReader) =>
  answerSides(
    asked(question),
    sidesOf(question).map(({ label, text }) => asked(text, label)),
    reader,
  );

test('each side is answered under its name, with footnotes numbered through', async () => {
  const reader = await library();
  const { status, claims, citations, text } = compare(
    'Where are the headquarters of ISRO and of CNES?',
    reader,
  );
  expect(status).toBe('answered');
  expect(claims.map(({ label }) => label)).toEqual(expect.arrayContaining(['ISRO', 'CNES']));
  expect(text).toContain('ISRO: The headquarters of ISRO are in Bengaluru. [1]');
  expect(text).toContain('CNES: The headquarters of CNES are in Paris.');
  expect(citations.map(({ n }) => n)).toEqual(citations.map((_, i) => i + 1));
  for (const { articleId, start, end, quote } of citations) {
    expect(reader.article(articleId)?.text.slice(start, end)).toBe(quote);
  }
});

test('a side that the articles do not have is said to be missing', async () => {
  const { status, claims, missing } = compare(
    'Where are the headquarters of ISRO and of NASA?',
    await library(),
  );
  expect(status).toBe('partial');
  expect(claims.map(({ label }) => label)).toContain('ISRO');
  expect(claims.map(({ label }) => label)).not.toContain('NASA');
  expect(missing).toContain('NASA');
});

test('when no side is answered, nothing is', async () => {
  const { status, citations } = compare('Where are the stadiums of Ajax and of Milan?', await library());
  expect(status).toBe('notInCorpus');
  expect(citations).toEqual([]);
});
