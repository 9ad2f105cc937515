import { expect, test } from 'vitest';
import { cleanDraft } from '../../../../src/ingest/clean.ts';
import { textBlocks } from '../../../../src/ingest/sources/text.ts';

const BODY = [
  'The mill of Upper Wend was built in 1788 by Karl Roth, who had learned the trade in Ostrow and in Kalvik.',
  'It ground corn for two hundred years until the last miller left, and then it stood empty for thirty more.',
  'In 2019 the council voted for a library in the mill, and it voted for the money a year later.',
  'The library opens on Saturday with 14,000 books, two reading rooms and a small hall for eighty guests.',
];
const kept = (lines: readonly string[], author?: string) =>
  cleanDraft({
    origin: 'page',
    ...(author === undefined ? {} : { author }),
    blocks: textBlocks(lines.join('\n\n')),
  }).blocks.map(({ text }) => text);

test.each(['Jane Roe', 'JANE ROE', 'About Jane Roe', 'Written by Jane Roe'])(
  'leaves out what is said of the writer below "%s"',
  (name) => {
    expect(kept([...BODY, name, 'Jane joined the Wend Times in 2011.'], 'Jane Roe')).toEqual(BODY);
  },
);

test('keeps a section about somebody who did not write the article, and one that is not small', () => {
  const section = ['Karl Roth', 'Karl joined the mill in 1788.'];
  expect(kept([...BODY, ...section], 'Jane Roe')).toEqual([...BODY, ...section]);
  const interview = [BODY[0] ?? '', 'Jane Roe', ...BODY.slice(1)];
  expect(kept(interview, 'Jane Roe')).toEqual(expect.arrayContaining(BODY));
});

test('leaves out what stands below a headline that was cut off', () => {
  expect(kept([...BODY, 'Tram in Ostrow to ..', 'Ferry links', 'Weather'])).toEqual(BODY);
});
