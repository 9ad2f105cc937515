import { expect, test } from 'vitest';
import { readArticles } from '../../../../src/ingest/article.ts';
import { readPdf } from '../../../../src/ingest/pdf/read.ts';
import { linesFrom, type Placed, pdfOf, pdfOfContents } from '../../../support/pdf.ts';

const textsOf = async (...pages: Placed[][]) => (await readPdf(pdfOf(pages))).blocks.map(({ text }) => text);
const WEND = [
  'The mill of Upper Wend was built in the year 1788 and',
  'ground corn for two hundred years, until the munici-',
  'pality closed it. Its long-term use is open.',
];

test('makes paragraphs of lines and words of their broken halves', async () => {
  const second = [
    'A second paragraph follows here, about the Franco-',
    'German mill and its well-',
    'known miller.',
  ];
  expect(
    await textsOf([...linesFrom(700, WEND), ...linesFrom(640, [...second, 'He was well-known.'])]),
  ).toEqual([
    'The mill of Upper Wend was built in the year 1788 and ground corn for two hundred years, until the municipality closed it. Its long-term use is open.',
    'A second paragraph follows here, about the Franco-German mill and its well-known miller.',
    'He was well-known.',
  ]);
});

test('a line that goes on on the next page is one sentence, and heads, feet and numbers are no part of it', async () => {
  const page = (number: number, lines: string[]): Placed[] => [
    ['Wend Valley Times', 72, 760, 9],
    ...linesFrom(700, lines),
    [`Page ${number} of 3`, 280, 40, 9],
    [String(number), 500, 30, 9],
  ];
  const texts = await textsOf(
    page(1, ['The mill of Upper Wend was built in the year 1788 and']),
    page(2, ['ground corn for two hundred years, until the town closed']),
    page(3, ['it in the spring.']),
  );
  expect(texts).toEqual([
    'The mill of Upper Wend was built in the year 1788 and ground corn for two hundred years, until the town closed it in the spring.',
  ]);
});

test('tells headings, lists and tables by size and place', async () => {
  const draft = await readPdf(
    pdfOf([
      [
        ['The mill of Upper Wend', 72, 740, 22],
        ...linesFrom(700, WEND),
        ['What it had', 72, 640, 14],
        ...linesFrom(610, ['\x95 a wheel', '\x95 a stone']),
        ['Year', 72, 560],
        ['Sacks', 200, 560],
        ['1788', 72, 546],
        ['40', 200, 546],
      ],
    ]),
  );
  expect(draft.title).toBe('The mill of Upper Wend');
  expect(draft.blocks.map(({ kind, text }) => [kind, text.slice(0, 20)])).toEqual([
    ['heading', 'The mill of Upper We'],
    ['text', 'The mill of Upper We'],
    ['heading', 'What it had'],
    ['item', 'a wheel'],
    ['item', 'a stone'],
    ['row', 'Year | Sacks'],
    ['row', '1788 | 40'],
  ]);
});

test('reads columns one below the other, also when the document has them line by line', async () => {
  const left = ['The mill of Upper Wend was', 'built in the year 1788 and', 'ground corn for two hundred'];
  const right = ['years, until the town of Up-', 'per Wend closed it because', 'nobody brought corn there.'];
  const lines = left.flatMap((text, i): Placed[] => [
    [text, 72, 700 - 14 * i],
    [right[i] ?? '', 320, 700 - 14 * i],
  ]);
  expect(await textsOf(lines)).toEqual([
    'The mill of Upper Wend was built in the year 1788 and ground corn for two hundred years, until the town of Upper Wend closed it because nobody brought corn there.',
  ]);
});

test('reads a page of one column from top to bottom, in whatever order the document draws it', async () => {
  const texts = await textsOf([...linesFrom(700, WEND), ['The mill of Upper Wend', 72, 740, 22]]);
  expect(texts[0]).toBe('The mill of Upper Wend');
});

test('leaves out text that is turned, and the time and address that a browser prints', async () => {
  const content = [
    ...linesFrom(700, WEND).map(([text, x, y]) => `BT /F 11 Tf ${x} ${y} Td (${text}) Tj ET`),
    'BT /F 9 Tf 72 770 Td (3/4/21, 5:06 PM) Tj ET',
    'BT /F 9 Tf 72 20 Td (https://wend.example/mill) Tj ET',
    'BT /F 9 Tf 560 20 Td (1/1) Tj ET',
    'BT /F 30 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (DRAFT) Tj ET',
  ].join('\n');
  const draft = await readPdf(pdfOfContents([content]));
  expect(draft.blocks).toHaveLength(1);
  expect(draft.url).toBe('https://wend.example/mill');
});

test('takes what it says about itself when that can be true', async () => {
  const page = [linesFrom(700, WEND)];
  const date = 'D:20210304050607+01';
  expect(
    await readPdf(pdfOf(page, { Title: 'How the mill was built', Author: 'Jane Roe', CreationDate: date })),
  ).toMatchObject({ title: 'How the mill was built', author: 'Jane Roe', publishedAt: '2021-03-04' });
  const { title, author, publishedAt } = await readPdf(
    pdfOf(page, {
      Title: 'Microsoft Word - x',
      Author: 'admin',
      CreationDate: date,
      Producer: 'Skia/PDF m120',
    }),
  );
  expect([title, author, publishedAt]).toEqual([undefined, undefined, undefined]);
});

const ENCRYPTED = `/ID [<01> <01>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`;
const WHOLE = pdfOf([linesFrom(700, WEND), linesFrom(700, ['It opened again in 2012.'])]);

test.each([
  ['locked', pdfOfContents(['BT /F 9 Tf (x) Tj ET'], {}, { trailer: ENCRYPTED }), 'locked with a password'],
  ['a scan', pdfOf([[], [['1', 72, 20]]]), 'pictures without text'],
  ['cut off', WHOLE.slice(0, -200), 'cut off before its end'],
  ['damaged', Buffer.concat([WHOLE.slice(0, 100), Buffer.from('%%EOF')]), 'damaged PDF document'],
  ['a picture', Buffer.from('\x89PNG and so on', 'latin1'), 'its name says PDF, but it is a PNG image'],
])('a document that is %s is refused with the reason', async (_, bytes, reason) => {
  const { articles, refused } = await readArticles('a.pdf', bytes);
  expect(articles).toEqual([]);
  expect(refused).toEqual([{ path: 'a.pdf', reason: expect.stringContaining(reason) }]);
});

test('a document is told by its bytes, whatever its name says', async () => {
  const { articles, note } = await readArticles('a.txt', WHOLE);
  expect(articles).toHaveLength(1);
  expect(note).toBe('read as PDF, which it is whatever its name says');
});
