import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArticles } from '../../../src/ingest/article.ts';
import type { Article } from '../../../src/model.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (path: string, text: string) => readArticles(path, utf8(text));
const bodyOf = (article: Article | undefined) => article?.text.slice(article.body);
const BODY = 'The mill of Upper Wend was built in 1788.\n\nIt ground corn for two hundred years.';

test('reads a file with all that it says', async () => {
  const { articles, refused, dropped } = await read(
    'news/2021/mill.md',
    `---\ntitle: The mill\npublisher: Wend Times\nauthor: Jane Roe\ndate: 2021-03-04\nurl: https://wend.example/1\n---\n# The mill\n\n${BODY}\n`,
  );
  expect(refused).toEqual([]);
  const head = 'The mill\nBy Jane Roe\nPublished by Wend Times\nPublished on 4 March 2021\n\n';
  const spanOf = (words: string) => ({ start: head.indexOf(words), end: head.indexOf(words) + words.length });
  expect(articles).toEqual([
    {
      id: 'news/2021/mill',
      title: 'The mill',
      publisher: 'Wend Times',
      author: 'Jane Roe',
      publishedAt: '2021-03-04',
      url: 'https://wend.example/1',
      language: 'en',
      text: `${head}${BODY}`,
      body: head.length,
      stated: {
        headline: spanOf('The mill'),
        author: spanOf('Jane Roe'),
        publisher: spanOf('Wend Times'),
        publishedAt: spanOf('4 March 2021'),
      },
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ]);
  expect(dropped).toEqual([{ articleId: 'news/2021/mill', kind: 'headline', text: 'The mill' }]);
});

test('a bare text keeps every word and is named after its file', async () => {
  const { articles } = await read('history/upper-wend_mill.txt', BODY);
  expect(articles[0]).toMatchObject({ id: 'history/upper-wend_mill', title: 'upper wend mill', text: BODY });
  expect(articles[0]).toMatchObject({ body: 0, stated: {} });
});

test('the items of a list and the rows of a table stay together, behind what introduces them', async () => {
  const { articles } = await read(
    'a.md',
    '# A\n\nThe mill has:\n- a wheel\n- a stone\n\n|x|y|\n|-|-|\n|1|2|\n\nIt is old.',
  );
  expect(bodyOf(articles[0])).toBe('The mill has:\na wheel\na stone\n\nx | y\n1 | 2\n\nIt is old.');
});

test('one file may hold several articles', async () => {
  const { articles, refused } = await read(
    'dump.jsonl',
    [
      '{"title":"One","text":"The mill was built in 1788."}',
      '{"title":"Two"}',
      '{"title":"One","text":"The bridge was built in 1801."}',
    ].join('\n'),
  );
  expect(articles.map(({ id }) => id)).toEqual(['dump/one', 'dump/one-2']);
  expect(refused).toEqual([
    { path: 'dump.jsonl', reason: 'its article "Two" holds only 0 words of text: add the article\'s text' },
  ]);
});

test('the hash changes with everything that is said, and with nothing else', async () => {
  const hash = async (path: string, text: string) => (await read(path, text)).articles[0]?.contentHash;
  const plain = await hash('a.md', `---\ntitle: A\n---\n${BODY}`);
  expect(await hash('a.md', `---\ntitle: A\nmood: good\n---\n\n${BODY}\n\n`)).toBe(plain);
  expect(await hash('a.txt', `A\n\n${BODY}`)).toBe(plain);
  expect(await hash('b.md', `---\ntitle: A\n---\n${BODY}`)).not.toBe(plain);
  expect(await hash('a.md', `---\ntitle: B\n---\n${BODY}`)).not.toBe(plain);
  expect(await hash('a.md', `---\ntitle: A\nauthor: Jane\n---\n${BODY}`)).not.toBe(plain);
  expect(await hash('a.md', `---\ntitle: A\n---\n${BODY} Yes.`)).not.toBe(plain);
});

test.each([
  ['a.odt', 'PK', 'files of type .odt are not read'],
  ['a.txt', '', 'the file is empty'],
  ['a.md', '---\ntitle: A\n---\n', 'it holds only 0 words'],
  ['a.txt', 'Home\n\nNews\n\nClick to comment', 'without the menus'],
  ['a.md', '---\na: [\n---\ntext', 'line 2'],
  ['a.json', '{', 'not valid JSON'],
  ['a.html', `<html><body>${'<div>'.repeat(3_000)}text`, 'over 150 deep'],
  ['a.txt', 'x\n'.repeat(250_000), 'paragraphs'],
])('refuses %s and says why', async (path, text, reason) => {
  const { articles, refused } = await read(path, text);
  expect(articles).toEqual([]);
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatchObject({ path, reason: expect.stringContaining(reason) });
});

test('refuses a file that is too large, naming the limit', async () => {
  const { refused } = await readArticles('a.txt', new Uint8Array(8 * 1024 * 1024 + 1));
  expect(refused[0]?.reason).toContain('8 MiB at most');
});

test('says in which encoding a file was read', async () => {
  const western = Uint8Array.from(Buffer.from('Le café du château a fermé en été.', 'latin1'));
  expect(await readArticles('a.txt', western)).toMatchObject({ note: 'read as windows-1252', refused: [] });
});

test('nothing that cannot be seen comes in by any door', async () => {
  const hidden = '\\u202e\\u200b\\ud800\\u0000';
  for (const [path, text] of [
    ['a.md', `---\ntitle: "A\\u202eB\\u200bC"\nauthor: "J\\u2066R"\n---\n${BODY} &#x202e;&#8203;&#0;`],
    [
      'a.json',
      `{"title":"A${hidden}B","author":"J${hidden}R","text":"${BODY.replaceAll('\n', '\\n')} ${hidden}"}`,
    ],
    [
      'a.html',
      `<html><head><title>A&#x202e;B</title><meta name="author" content="J&#x2066;R"></head><body><p>${BODY}&#x202e;&#x200b;</p></body></html>`,
    ],
    ['a\u202eb.txt', `${BODY}\u{e0041}`],
  ]) {
    const [article] = (await read(path ?? '', text ?? '')).articles;
    expect(Object.values(article ?? {}).join(''), path).not.toMatch(/[\p{Cf}\p{Cs}\p{Co}\0]/u);
  }
});

test('any bytes under any name give articles or reasons, and never anything else', async () => {
  const name = fc.constantFrom(
    'a.md',
    'b.txt',
    'c.html',
    'd.json',
    'e.jsonl',
    'README',
    'f.png',
    'g.pdf',
    'h.docx',
    'i.zip',
  );
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 300 }).map(utf8),
    fc.json().map(utf8),
    fc
      .array(
        fc.constantFrom(
          '---\n',
          'a: b\n',
          '<p>',
          '</div>',
          '{"text":"',
          '[',
          '\n\n',
          'The mill is old. ',
          '```',
          '- ',
          '|',
          '&amp;',
          '\\',
        ),
      )
      .map((parts) => utf8(parts.join(''))),
  );
  await fc.assert(
    fc.asyncProperty(name, content, async (path, bytes) => {
      const { articles, refused } = await readArticles(path, bytes);
      expect(articles.length + refused.length).toBeGreaterThan(0);
      for (const { text, title, id } of articles) {
        expect(text).toBe(text.normalize('NFC').trim());
        expect(text).not.toMatch(/\n{3,}|[^\S\n]{2,}/);
        expect(title.trim()).not.toBe('');
        expect(id.trim()).not.toBe('');
      }
    }),
    { numRuns: 300 },
  );
});
