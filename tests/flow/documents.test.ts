import { expect, test } from 'vitest';
import { appOf } from '../support/app.ts';
import { docxOf, paragraph } from '../support/docx.ts';
import { linesFrom, pdfBomb, pdfOf } from '../support/pdf.ts';
import { zipOf } from '../support/zip.ts';

const LINES = [
  'The weather mast of Trollvik was raised on 12 May 2033 by the sur-',
  'veyor Asta Lund. It measures the wind at 120 metres.',
];

test('answers from documents of every type, cites their exact words, and names what was refused', async () => {
  const { app, report } = await appOf({
    'mast.pdf': pdfOf([linesFrom(700, LINES)], { Title: 'A mast for the weather' }),
    'ferry.docx': docxOf(
      paragraph('The ferry of Osund', 'Titel') +
        paragraph('The ferry of Osund carries 80 cars to the island of Lisle.'),
    ),
    'archive.zip': zipOf({
      'school.md': '# The school\n\nThe school of Vannes was founded in 1911 by Ines Morel.',
      'broken.pdf': '%PDF-1.7 and nothing more',
    }),
    'bomb.pdf': pdfBomb(),
    'picture.md': Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  });
  expect(report.articles).toBe(3);
  expect(report.refused).toEqual([
    { path: 'archive.zip/broken.pdf', reason: expect.stringContaining('cut off before its end') },
    { path: 'bomb.pdf', reason: expect.stringContaining('with 256 MB of memory') },
    { path: 'picture.md', reason: expect.stringContaining('a PNG image') },
  ]);

  for (const [question, id, words] of [
    ['Who raised the weather mast of Trollvik?', 'mast', 'by the surveyor Asta Lund'],
    ['How many cars does the ferry of Osund carry?', 'ferry', '80 cars'],
    ['Who founded the school of Vannes?', 'archive.zip/school', 'Ines Morel'],
  ] as const) {
    const answer = await app.ask({ text: question });
    const [citation] = answer.citations;
    expect(citation?.articleId, question).toBe(id);
    expect(citation?.quote).toContain(words);
    const article = await app.article(id);
    expect(article?.text.slice(citation?.start, citation?.end)).toBe(citation?.quote);
  }
});
