import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArticles } from '../../../src/ingest/article.ts';
import { readUpload } from '../../../src/ingest/upload.ts';
import { docxOf, paragraph } from '../../support/docx.ts';
import { linesFrom, pdfOf } from '../../support/pdf.ts';
import { zipOf } from '../../support/zip.ts';

const MILL = 'The mill of Upper Wend was built in 1788.';
const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));
/** "Мост открыли в субботу после ремонта." in windows-1251. */
const RUSSIAN = Uint8Array.from(
  [...'Мост открыли в субботу после ремонта.'].map((letter) =>
    /[А-я]/.test(letter) ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0),
  ),
);
const upload = (name: string, bytes: Uint8Array) => readUpload(name, bytes, readArticles);

test.each([
  ['no bytes', utf8(''), 'the file is empty'],
  ['a byte-order mark only', Uint8Array.from([0xef, 0xbb, 0xbf]), 'the file holds no text'],
  ['a mark of UTF-16 only', Uint8Array.from([0xff, 0xfe]), 'the file holds no text'],
  ['one line of 50 MB', new Uint8Array(50_000_000).fill(0x61), 'oversized: 47.7 MiB'],
  ['a PNG image', latin1('\x89PNG\r\n\x1a\n and so on'), 'it is a PNG image, not text'],
  ['NULs', new Uint8Array(5_000), 'it is a binary file'],
  ['a program', latin1('\x7fELF and so on'), 'it is a program'],
])('%s under the name of a text is refused with the reason', async (_, bytes, reason) => {
  const { articles, refused } = await upload('mill.md', bytes);
  expect(articles).toEqual([]);
  expect(refused).toEqual([{ path: 'mill.md', reason: expect.stringContaining(reason) }]);
});

test.each([
  ['UTF-16', utf16(`\ufeff${MILL}`), MILL, 'read as UTF-16'],
  ['UTF-16 without a mark', utf16(MILL), MILL, 'read as UTF-16'],
  ['windows-1251', RUSSIAN, 'Мост открыли в субботу после ремонта.', 'read as windows-1251'],
  ['windows-1252', latin1(`${MILL} Café.`), `${MILL} Café.`, 'read as windows-1252'],
  ['some NULs', utf8(`${MILL} ${MILL}\0 ${MILL}`), `${MILL} ${MILL} ${MILL}`, undefined],
  ['lone surrogates', utf16(`\ufeff${MILL}\ud800`), `${MILL}\ufffd`, 'read as UTF-16'],
])('text in %s is read, with a note', async (_, bytes, text, note) => {
  const read = await upload('mill.txt', bytes);
  expect(read).toMatchObject({ refused: [], articles: [{ text }] });
  expect(read.note).toBe(note);
});

test('half a character in plain text costs nothing else', async () => {
  const bytes = Buffer.concat([utf8(`${MILL} `), Buffer.from([0xed, 0xa0, 0x80])]);
  const { articles, note } = await upload('mill.txt', new Uint8Array(bytes));
  expect(articles[0]?.text).toBe(`${MILL} \ufffd\ufffd\ufffd`);
  expect(note).toContain('damaged UTF-8');
});

test('surrogates written as UTF-8, and other bytes that are none, are read with a note and lose no word', async () => {
  const bytes = Buffer.concat([
    utf8(`Żółw: ${MILL} żaba `),
    Buffer.from([0xed, 0xa0, 0x80]),
    utf8(` ${MILL} żółć`),
  ]);
  const { articles, note } = await upload('mill.txt', new Uint8Array(bytes));
  expect(articles[0]?.text.replace(/[\s\ufffd]+/g, ' ')).toBe(`Żółw: ${MILL} żaba ${MILL} żółć`);
  expect(note).toContain('damaged UTF-8');
});

test.each([
  ['../../etc/passwd', 'passwd.txt'],
  ['C:\\x', 'x.txt'],
  ['\0', 'article.txt'],
  ['CON', 'file-CON.txt'],
  ['a'.repeat(300), `${'a'.repeat(100)}.txt`],
])('under the name %j it is kept as %s', async (name, safe) => {
  const read = await upload(name, utf8(MILL));
  expect(read.name).toBe(safe);
  expect(read.articles.map(({ id }) => id)).toEqual([safe.replace('.txt', '')]);
});

test('what is too large is not even looked at', async () => {
  const never = () => Promise.reject(new Error('it was read'));
  const { refused } = await readUpload('mill.pdf', new Uint8Array(100_000_000), never);
  expect(refused).toEqual([{ path: 'mill.pdf', reason: expect.stringContaining('16 MiB at most') }]);
});

test('reads every type, also under a name without an ending', async () => {
  const pdf = pdfOf([linesFrom(700, [MILL])]);
  const docx = docxOf(paragraph(MILL));
  for (const [name, bytes, id] of [
    ['mill', pdf, 'mill'],
    ['mill.pdf', pdf, 'mill'],
    ['mill', docx, 'mill'],
    ['mill.docx', docx, 'mill'],
    ['mill', zipOf({ 'a.md': MILL }), 'mill.zip/a'],
    ['mill.zip', zipOf({ '../x/a.docx': docx, 'b.pdf': pdf }), 'mill.zip/b,mill.zip/x/a'],
  ] as const) {
    const { articles, refused } = await upload(name, bytes);
    expect(refused).toEqual([]);
    expect(articles.map((article) => article.id).join()).toBe(id);
    expect(articles[0]?.text).toBe(MILL);
  }
});

test('a document with any of its bytes damaged gives articles or reasons, and never anything else', async () => {
  const page = linesFrom(700, [MILL, 'It ground corn for two hundred years.']);
  const documents = [
    ['mill.pdf', pdfOf([page, page])],
    ['mill.docx', docxOf(paragraph(MILL, 'Titel') + paragraph(MILL))],
    ['mill.zip', zipOf({ 'a.md': MILL, 'b.docx': docxOf(paragraph(MILL)) })],
  ] as const;
  const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...documents), damage, fc.nat(), async ([name, whole], bytes, end) => {
      const damaged = Uint8Array.from(end % 4 === 0 ? whole.slice(0, end % whole.length) : whole);
      for (const [at, byte] of bytes) if (damaged.length > 0) damaged[at % damaged.length] = byte;
      const { articles, refused } = await upload(name, damaged);
      expect(articles.length + refused.length).toBeGreaterThan(0);
    }),
    // Always the same: some damage may make a parser slow, which is for the process around it to end.
    { numRuns: 300, seed: 15 },
  );
});
