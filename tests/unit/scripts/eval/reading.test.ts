import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { measureBodies } from '../../../../scripts/eval/reading/bodies.ts';
import { copiedText } from '../../../../scripts/eval/reading/copied-text.ts';
import { measureMetadata } from '../../../../scripts/eval/reading/metadata.ts';
import { readPages } from '../../../../scripts/eval/reading/pages.ts';
import { readingJson, renderReading } from '../../../../scripts/eval/reading/report.ts';
import { UserError } from '../../../../src/errors.ts';
import { temporaryFolder } from '../../../support/temporary.ts';

const BODY = [
  'The water mill of Upper Wend was built in 1788 by Karl Roth.',
  'It opens as a public library on Saturday.',
];
const PAGE = `<html><head><title>Old mill opens | Wend Times</title>
  <meta property="og:site_name" content="Wend Times"><meta property="article:published_time" content="2021-03-04T23:00:00Z">
  <style>p { color: red }</style></head>
  <body><nav><a href="/">Home</a></nav><h1>Old mill opens</h1><p class="byline">By Jane Roe</p><div hidden>Secret</div>
  ${BODY.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}<ul><li>One<li>Two</ul></body></html>`;
const page = (articleBody: string) => ({
  id: 'a',
  url: 'https://wend.example/1',
  html: PAGE,
  articleBody,
});

function folderOf(files: Record<string, readonly object[]>): string {
  const folder = temporaryFolder();
  for (const [name, values] of Object.entries(files)) {
    const lines = values.map((value) => JSON.stringify(value)).join('\n');
    writeFileSync(join(folder, name), gzipSync(`${lines}\n`));
  }
  return folder;
}

test('reads the pages that a folder holds, of either kind', () => {
  expect(readPages(folderOf({ 'pages.jsonl.gz': [page('x')] }))).toEqual({
    bodies: [page('x')],
    metadata: [],
  });
  const known = { name: 'b', source_html: PAGE, expected_metadata: { title: 'x' } };
  expect(readPages(folderOf({ 'test-pages.jsonl.gz': [known] })).metadata).toEqual([known]);
});

test('says what is wrong with a folder', () => {
  expect(() => readPages(temporaryFolder())).toThrow(UserError);
  expect(() => readPages(folderOf({ 'pages.jsonl.gz': [{ id: 'a' }] }))).toThrow('has no url');
});

test('measures the text that the reader finds, and shows what it lost and added', async () => {
  const right = page([...BODY, 'One', 'Two'].join('\n'));
  const other = page(`${BODY.join(' ')} One Two. The wheel still turns at night.`);
  const floors = { extraction: { atLeast: { f1: 0.99 } } };
  const perfect = await measureBodies([right], 'extraction', floors, () => {});
  expect(perfect.figures).toEqual({ f1: 1, precision: 1, recall: 1 });
  expect(perfect.floors).toMatchObject([{ figure: 'f1', kept: true }]);
  const result = await measureBodies([right, other], 'extraction', floors, () => {});
  expect(result.figures.precision).toBe(1);
  expect(result.floors).toMatchObject([{ figure: 'f1', kept: false }]);
  expect(result.worst[0]).toContain('lost 23.1 %: The wheel still turns at night');
  expect(renderReading(result)).toContain('>= 0.990 MISSED');
  expect(readingJson(result)).toMatchObject({ set: 'extraction', pages: 2, figures: { precision: 1 } });
});

test('reads the copied text of a page as a text file', async () => {
  const copied = await measureBodies(
    [page([...BODY, 'One', 'Two'].join('\n'))],
    'copied-pages',
    {},
    () => {},
  );
  expect(copied.figures.recall).toBe(1);
});

test('copies what a page shows, a line for a line', () => {
  expect(copiedText(PAGE)).toBe(['Home', 'Old mill opens', 'By Jane Roe', ...BODY, 'One\nTwo'].join('\n\n'));
});

test('compares what is known of a page with what was read', async () => {
  const known = (expected_metadata: object) => ({ name: 'mill', source_html: PAGE, expected_metadata });
  const { figures, worst } = await measureMetadata(
    [
      known({ title: 'Old mill opens - Wend Times', byline: 'By Jane Roe', publishedTime: '2021-03-04' }),
      known({ title: 'Mill', byline: null, siteName: 'WEND TIMES' }),
    ],
    {},
    () => {},
  );
  expect(figures).toEqual({ title: 0.5, author: 1, date: 1, publisher: 1 });
  expect(worst).toEqual(['mill: title is "Old mill opens", not "Mill"']);
});
