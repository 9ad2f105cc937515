import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readArticles } from '../../../../src/ingest/article.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/articles');
const read = (name: string) => readArticles(name, readFileSync(join(FOLDER, name)));

test.each([
  [
    'portal',
    {
      title: 'Velania, Norland To Link Ferry Ports With Shared Tide Gauges',
      publisher: 'Harbour News Today',
      author: 'Coastline Wire',
      publishedAt: undefined,
    },
  ],
  [
    'wire',
    {
      title: 'Norland, Velania Agree To Share Storm Warnings, Buoys - Anand',
      publisher: 'TidePoint.com',
      author: 'Lena Q',
      publishedAt: '2021-06-08',
    },
  ],
  [
    'daily',
    {
      title: 'Tram line 4 reopens after ten months of works',
      publisher: 'Ostrow Daily Media',
      author: 'Ida Holm',
      publishedAt: '2024-06-05',
    },
  ],
  [
    'broadcaster',
    {
      title: 'Lighthouse town votes to keep its foghorn',
      publisher: undefined,
      author: 'Mara Whitfield',
      publishedAt: '2023-03-03',
    },
  ],
  [
    'agency',
    {
      title: 'Exclusive: Norland weighs tax on ferries',
      publisher: undefined,
      author: 'Ann Lee and Jorge Prat',
      publishedAt: '2023-04-04',
    },
  ],
  [
    'newspaper',
    {
      title: 'Union Cabinet of Velania approves coastal rail plan',
      publisher: undefined,
      author: undefined,
      publishedAt: '2022-04-23',
    },
  ],
  [
    'blog',
    {
      title: 'Counting waders in winter',
      publisher: undefined,
      author: undefined,
      publishedAt: '2021-01-09',
    },
  ],
])('the capture "%s" comes out clean', async (name, metadata) => {
  const { articles, refused } = await read(`${name}.txt`);
  expect(refused).toEqual([]);
  expect(articles).toHaveLength(1);
  const { title, publisher, author, publishedAt, text, body } = articles[0] ?? {};
  expect({ title, publisher, author, publishedAt }).toEqual(metadata);
  expect(text?.slice(body)).toBe(readFileSync(join(FOLDER, `${name}.expected.txt`), 'utf8').trim());
});

test.each([
  [
    'portal',
    [
      'Velania, Norland To Link Ferry Ports With Shared Tide Gauges',
      'Coastline Wire',
      'Published by Harbour News Today',
    ],
  ],
  [
    'wire',
    [
      'Norland, Velania Agree To Share Storm Warnings, Buoys - Anand',
      'date 2021-06-08 TidePoint.com',
      'Lena Q Published June 08, 2021 | 11:20 PM',
      'ASTER (TidePoint News / Coastnik - 8th June, 2021)',
    ],
  ],
  [
    'daily',
    [
      'Tram line 4 reopens after ten months of works',
      'By Ida Holm, Transport Reporter',
      'Published: Jun 5, 2024, 07:45 CET | Updated: Jun 5, 2024, 09:10 CET',
      'OSTROW',
      '(With inputs from agencies)',
      'Published by Ostrow Daily Media',
    ],
  ],
  [
    'broadcaster',
    [
      'Lighthouse town votes to keep its foghorn',
      'By Mara Whitfield',
      'Example News, Port Aldous',
      '3 March 2023',
    ],
  ],
  [
    'agency',
    [
      'Exclusive: Norland weighs tax on ferries',
      'By Ann Lee and Jorge Prat',
      'April 4, 2023 5:40 PM GMT+1 Updated 2 years ago',
      'ASTER, April 4 (Reuters)',
      'Reporting by Ann Lee in Aster and Jorge Prat in Madrid; Editing by Sue Kent',
    ],
  ],
  [
    'newspaper',
    [
      'Union Cabinet of Velania approves coastal rail plan',
      'Published - April 23, 2022 01:10 am IST - NEW VELA',
      'SPECIAL CORRESPONDENT',
    ],
  ],
  ['blog', ['Counting waders in winter', 'Posted on January 9, 2021 by admin']],
])('the capture "%s" opens with a head that says who wrote it, when and where', async (name, lines) => {
  const { text, body } = (await read(`${name}.txt`)).articles[0] ?? {};
  expect(text?.slice(0, body)).toBe(`${lines.join('\n')}\n\n`);
});

test('every line of a capture is in the article, its metadata or what was left out', async () => {
  for (const name of ['portal', 'wire', 'daily', 'broadcaster', 'agency', 'newspaper', 'blog']) {
    const { articles, dropped } = await read(`${name}.txt`);
    const { text, body } = articles[0] ?? {};
    const rest = [text?.slice(body), ...dropped.map((piece) => piece.text)].join('\n');
    const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.sort();
    expect(words(rest), name).toEqual(words(readFileSync(join(FOLDER, `${name}.txt`), 'utf8')));
  }
});

test('a page in HTML comes out clean', async () => {
  const { articles } = await read('page.html');
  expect(articles[0]).toMatchObject({
    id: 'page',
    title: 'Old mill becomes a library',
    publisher: 'Wend Valley Times',
    author: 'Clara Voss',
    publishedAt: '2023-04-18',
    url: 'https://wendvalley.example/2023/04/18/old-mill-library',
  });
  const { text, body } = articles[0] ?? {};
  expect(text?.slice(0, body)).toBe(
    'Old mill becomes a library\nBy Clara Voss\nPublished 18 April 2023\nUPPER WEND\nPublished by Wend Valley Times\n\n',
  );
  expect(text?.slice(body)).toBe(
    [
      'The water mill of Upper Wend, built in 1788, opens as a public library on Saturday. It holds 14,000 books, two reading rooms and a small hall for eighty guests.',
      'The town council voted for the plan in 2019 by eleven votes to four. Building took three years, and it cost 2.3 million euros, of which the district paid half.',
      'What the rooms hold',
      "Ground floor: children's books\nFirst floor: local history",
      'Day | Hours\nSaturday | 10 to 16',
      '“The wheel still turns,” said the librarian, Ruth Amsel, “and it lights the lamps of the reading room.” Mill owner Karl Roth gave the wheel.',
      'The library will lend tools as well as books, and it stays open until ten on Thursdays, so that people who work can come.',
    ].join('\n\n'),
  );
});
