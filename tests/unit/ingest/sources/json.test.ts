import { expect, test } from 'vitest';
import { json } from '../../../../src/ingest/sources/json.ts';

const read = (value: unknown) => json.read(JSON.stringify(value));

test('reads one article', () => {
  expect(
    read({
      headline: 'Mill &amp; wheel',
      articleBody: 'It is old.\n\nIt turns.',
      datePublished: '2021-03-04',
      author: { name: 'Jane Roe' },
      publisher: { name: 'Wend Times' },
      link: 'https://wend.example/1',
    }),
  ).toEqual([
    {
      title: 'Mill & wheel',
      publisher: 'Wend Times',
      author: 'Jane Roe',
      publishedAt: '2021-03-04',
      url: 'https://wend.example/1',
      origin: 'page',
      blocks: [
        { kind: 'text', text: 'It is old.' },
        { kind: 'text', text: 'It turns.' },
      ],
    },
  ]);
});

test.each([
  [
    'a list',
    [
      { title: 'A', text: 'x' },
      { title: 'B', text: 'y' },
    ],
  ],
  [
    'a list in an object',
    {
      status: 'ok',
      articles: [
        { title: 'A', text: 'x' },
        { title: 'B', text: 'y' },
      ],
    },
  ],
  [
    'a list in an answer',
    {
      response: {
        results: [
          { title: 'A', body: 'x' },
          { title: 'B', content: 'y' },
        ],
      },
    },
  ],
  [
    'hits of a search',
    { hits: { hits: [{ _source: { title: 'A', text: 'x' } }, { _source: { title: 'B', text: 'y' } }] } },
  ],
])('reads %s', (_, value) => {
  expect(read(value).map(({ title, key, blocks }) => [title, key, blocks[0]?.text])).toEqual([
    ['A', 'a', 'x'],
    ['B', 'b', 'y'],
  ]);
});

test('reads an object a line', () => {
  const drafts = json.read('{"title":"A","text":"x"}\n\n{"title":"B","text":"y"}\n');
  expect(drafts.map(({ title }) => title)).toEqual(['A', 'B']);
});

test('reads a JSON feed and the texts of its items as HTML', () => {
  const [draft] = read({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Wend Times',
    items: [
      {
        title: 'Mill',
        url: 'https://wend.example/1',
        date_published: '2021-03-04',
        content_html: '<p>Old<br>mill.</p><p hidden>x</p>',
      },
    ],
  });
  expect(draft).toMatchObject({ title: 'Mill', publisher: 'Wend Times', publishedAt: '2021-03-04' });
  expect(draft?.blocks.map(({ text }) => text)).toEqual(['Old', 'mill.']);
});

test('reads paragraphs in a list', () => {
  const [draft] = read({ title: 'A', paragraphs: ['One.', { text: 'Two.' }] });
  expect(draft?.blocks.map(({ text }) => text)).toEqual(['One.', 'Two.']);
});

test('tells articles of one title apart, and names those without one by number', () => {
  const keys = read([
    { title: 'Tide & time!', text: 'x' },
    { title: 'Tide, time', text: 'y' },
    { text: 'z' },
    { title: 'Крепость', text: 'q' },
    { title: 'x', slug: 'own-slug', text: 'r' },
  ]).map(({ key }) => key);
  expect(keys).toEqual(['tide-time', 'tide-time-2', '3', 'крепость', 'own-slug']);
});

test('gives entries without text to be refused, not forgotten', () => {
  expect(read([{ title: 'A' }, { title: 'B', text: 'y' }]).map(({ blocks }) => blocks.length)).toEqual([
    0, 1,
  ]);
});

test.each([
  ['{"title": "A",', 'not valid JSON'],
  ['{"title":"A","text":"x"}\n{"title":', 'line 2'],
  ['{"a": 1}', 'no article in it'],
  ['[1, 2]', 'no article in it'],
  ['"text"', 'no article in it'],
])('refuses %s', (text, reason) => {
  expect(() => json.read(text)).toThrow(reason);
});
