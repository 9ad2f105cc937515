import { expect, test } from 'vitest';
import { readArticles } from '../../../../src/ingest/article.ts';
import { readDocx } from '../../../../src/ingest/docx/read.ts';
import { docxOf, paragraph } from '../../../support/docx.ts';
import { zipOf } from '../../../support/zip.ts';

const blocksOf = async (body: string) => (await readDocx(docxOf(body))).blocks;
const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

test('reads title, headings, paragraphs, lists and tables', async () => {
  const item = (text: string) =>
    `<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>${run(text)}</w:p>`;
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
  const draft = await readDocx(
    docxOf(
      paragraph('The mill &amp; its wheel', 'Titel') +
        paragraph('Contents 1', 'Verzeichnis1') +
        paragraph('How it was built', 'Mine') +
        `<w:p>${run('It was ')}${run('built')}<w:r><w:tab/><w:t>in</w:t><w:br/><w:t>1788.</w:t></w:r></w:p>` +
        item('a wheel') +
        item('a stone') +
        `<w:tbl><w:tr>${cell('Year')}${cell('Sacks')}</w:tr><w:tr>${cell('1788')}${cell('40')}</w:tr></w:tbl>`,
    ),
  );
  expect(draft).toEqual({
    title: 'The mill & its wheel',
    origin: 'page',
    blocks: [
      { kind: 'heading', text: 'How it was built' },
      { kind: 'text', text: 'It was built in 1788.' },
      { kind: 'item', text: 'a wheel' },
      { kind: 'item', text: 'a stone' },
      { kind: 'row', text: 'Year | Sacks' },
      { kind: 'row', text: '1788 | 40' },
    ],
  });
});

test('reads the document as it stands after all changes, without what is hidden and without doubles', async () => {
  const box = `<w:txbxContent>${paragraph('In a box.')}</w:txbxContent>`;
  expect(
    await blocksOf(
      `<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr></w:pPrChange></w:pPr>` +
        `<w:ins>${run('It is ')}</w:ins><w:del><w:r><w:delText>not </w:delText></w:r></w:del>` +
        `<w:moveFrom>${run('moved ')}</w:moveFrom>${run('secret ', '<w:vanish/>')}${run('old.')}</w:p>` +
        `<w:p><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:p>`,
    ),
  ).toEqual([
    { kind: 'text', text: 'It is old.' },
    { kind: 'text', text: 'In a box.' },
  ]);
});

test('a table of paragraphs is only there for the layout', async () => {
  const long = 'The mill of Upper Wend was built in 1788. '.repeat(6).trim();
  const cells = `<w:tc>${paragraph(long)}</w:tc><w:tc>${paragraph('Beside it.')}</w:tc>`;
  expect(await blocksOf(`<w:tbl><w:tr>${cells}</w:tr></w:tbl>`)).toEqual([
    { kind: 'text', text: long },
    { kind: 'text', text: 'Beside it.' },
  ]);
});

test('takes author and day from its properties when they can be true and the text does not tell', async () => {
  const properties = {
    'dc:title': 'How the mill was built',
    'dc:creator': 'Jane Roe',
    'dcterms:created': '2021-03-04',
  };
  const body = paragraph('The mill of Upper Wend is old.');
  expect(await readDocx(docxOf(body, properties))).toMatchObject({
    title: 'How the mill was built',
    author: 'Jane Roe',
    publishedAt: '2021-03-04',
  });
  const told = await readDocx(docxOf(paragraph('By Max Poe, 5 May 2020') + body, properties));
  expect([told.author, told.publishedAt]).toEqual([undefined, undefined]);
  const { title, author, publishedAt } = await readDocx(
    docxOf(body, {
      'dc:title': 'final_v2.docx',
      'dc:creator': 'Windows User',
      'dcterms:created': '2013-12-23T23:15:00Z',
    }),
  );
  expect([title, author, publishedAt]).toEqual([undefined, undefined, undefined]);
});

test('nesting costs nothing', async () => {
  const deep = `${'<w:x>'.repeat(20_000)}${paragraph('Deep down.')}${'</w:x>'.repeat(20_000)}`;
  expect(await blocksOf(deep)).toEqual([{ kind: 'text', text: 'Deep down.' }]);
});

test.each([
  ['without text', docxOf(''), '0 words'],
  ['cut off', zipOf({ 'word/document.xml': '<w:document><w:body><w:p>' }), 'cut off'],
  ['no document', zipOf({ 'a.md': 'The mill is old.' }), 'no text of Word'],
  ['locked', Buffer.from('\xd0\xcf\x11\xe0 and so on', 'latin1'), 'locked with a password'],
  ['text', new TextEncoder().encode('The mill of Upper Wend was built in 1788.'), 'its name says Word'],
])('a document that is %s is refused with the reason', async (_, bytes, reason) => {
  const { articles, refused } = await readArticles('a.docx', bytes);
  expect(articles).toEqual([]);
  expect(refused).toEqual([{ path: 'a.docx', reason: expect.stringContaining(reason) }]);
});
