import { expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { readArticles } from '../../../src/ingest/article.ts';
import { planEdit } from '../../../src/ingest/edit.ts';
import type { AddedFile } from '../../../src/model.ts';
import { testLibrary } from '../../support/library.ts';

const TEA = 'The Brahmapur tea garden\n\nThe garden lies in the hills. Its bushes were planted in 1907.\n';

function file(name: string, content: string | Uint8Array, details: AddedFile['details'] = {}): AddedFile {
  return { name, bytes: typeof content === 'string' ? Buffer.from(content) : content, details };
}

/** A library that files can be added to as the app does it. */
function edited() {
  const library = testLibrary();
  const plan = (...files: AddedFile[]) => planEdit({ kind: 'add', files }, library.writer, readArticles);
  const add = async (origin: 'folder' | 'added', ...files: AddedFile[]) => {
    const { publication } = await plan(...files);
    if ('put' in publication) await library.publish({ ...publication, origin });
  };
  return { ...library, plan, add };
}

test('a preview tells what was read: head, opening, size and what was left out', async () => {
  const { plan } = edited();
  const page = `<html><head><title>Old bridge reopens | Valley News</title>
    <meta property="og:site_name" content="Valley News"><meta property="article:published_time" content="2029-09-12">
    </head><body><article><h1>Old bridge reopens</h1><p>Advertisement</p>
    <p>The stone bridge of Varenne was reopened on Saturday after repairs that took three years.</p>
    <p>The mayor, Paul Lenoir, said that the bridge can carry lorries of up to 40 tonnes again.</p>
    </article></body></html>`;
  const { preview, publication } = await plan(file('bridge.html', page));
  expect(preview).toMatchObject({
    changes: [{ kind: 'added', id: 'bridge', title: 'Old bridge reopens' }],
    articles: [
      {
        ...{ id: 'bridge', title: 'Old bridge reopens', publisher: 'Valley News', publishedAt: '2029-09-12' },
        ...{ passages: 1, sentences: 2, copies: [] },
        opening: expect.stringMatching(/^The stone bridge of Varenne/),
        dropped: expect.arrayContaining([{ kind: 'advertisement', pieces: 1, example: 'Advertisement' }]),
      },
    ],
    refused: [],
  });
  expect(publication).toMatchObject({ remove: [], origin: 'added' });
});

test('what a moderator knows better is what the article says of itself', async () => {
  const { plan } = edited();
  const details = {
    title: 'Tea',
    author: 'By Ann Lee',
    publishedAt: '4 March 2031',
    url: 'https://example.org/tea',
  };
  const { preview, publication } = await plan(file('tea.txt', TEA, { ...details, publisher: ' ' }));
  expect(preview.articles).toMatchObject([
    { title: 'Tea', author: 'Ann Lee', publishedAt: '2031-03-04', url: 'https://example.org/tea' },
  ]);
  const [put] = 'put' in publication ? publication.put : [];
  expect(put?.article.text).toMatch(/^Tea\nBy Ann Lee\nPublished on 4 March 2031\n\n/);
  expect((await plan(file('tea.txt', TEA, { url: 'ftp://x' }))).preview.refused[0]?.reason).toContain(
    'http://',
  );
  expect((await plan(file('tea.txt', TEA, { publishedAt: 'soon' }))).preview.refused[0]?.reason).toContain(
    '2031-03-04',
  );
  const dump = file(
    'two.jsonl',
    [1, 2].map((n) => `{"title":"T${n}","text":"${n} is a number of some sort."}`).join('\n'),
    details,
  );
  expect((await plan(dump)).preview.refused[0]?.reason).toContain('2 articles');
});

test('what a moderator empties is said nowhere, unless the file comes to say something else', async () => {
  const { plan } = edited();
  const page = (author: string) =>
    `<meta name="author" content="${author}"><h1>The garden</h1><p>By ${author} | 4 March 2031</p>
    <p>The garden lies in the hills, and its bushes were planted in 1907 by the first owner of the land.</p>`;
  const emptied = { author: { without: 'Jane Roe' }, publishedAt: { without: '' } };
  const { preview, publication } = await plan(file('tea.html', page('Jane Roe'), emptied));
  expect(preview.articles[0]).not.toHaveProperty('author');
  expect(preview.articles[0]).not.toHaveProperty('publishedAt');
  const [put] = 'put' in publication ? publication.put : [];
  expect(put?.article.text).toMatch(/^The garden\n\nThe garden lies/);
  expect(put?.article.stated).toEqual({ headline: { start: 0, end: 10 } });
  const later = await plan(file('tea.html', page('Max Poe'), emptied));
  expect(later.preview.articles).toMatchObject([{ author: 'Max Poe' }]);
  expect(later.preview.articles[0]).not.toHaveProperty('publishedAt');
  const untitled = await plan(file('tea.txt', TEA, { title: { without: '' } }));
  expect(untitled.preview.refused).toMatchObject([
    { reason: expect.stringContaining('has to have a title') },
  ]);
});

test.each([
  ['another spelling', ['tea.txt', 'TEA.md'], 'same article as tea.txt'],
  ['another name for the same text', ['tea.txt', 'garden.txt'], 'same article as tea.txt'],
])('two files for one article at once, by %s: the first is it', async (_, names, reason) => {
  const { plan } = edited();
  const { preview } = await plan(...names.map((name) => file(name, TEA)));
  expect(preview.changes).toHaveLength(1);
  expect(preview.refused).toMatchObject([{ path: names[1], reason: expect.stringContaining(reason) }]);
});

test('the same bytes again change nothing, under whatever name', async () => {
  const { plan, add } = edited();
  await add('added', file('tea.txt', TEA));
  const { preview } = await plan(file('tea.txt', TEA), file('C:\\texts\\garden.txt', TEA));
  expect(preview.changes).toEqual([]);
  expect(preview.refused).toEqual([
    { path: 'tea.txt', reason: expect.stringContaining('word for word, as "tea"') },
    { path: 'garden.txt', reason: expect.stringContaining('word for word, as "tea"') },
  ]);
});

test('the same name with other bytes, in any spelling, is a new version of the article', async () => {
  const { plan, add, reader } = edited();
  await add('added', file('tea.txt', TEA));
  const newer = file('TEA.TXT', `${TEA}A shed was built in 2030.\n`);
  expect((await plan(newer)).preview.changes).toEqual([
    { kind: 'changed', id: 'tea', title: 'The Brahmapur tea garden', words: { added: 6, removed: 0 } },
  ]);
  await add('added', newer);
  reader.refresh();
  expect(reader.articles().map(({ id }) => id)).toEqual(['tea']);
  expect(reader.article('tea')?.text).toContain('shed');
});

test('an article of the corpus folder is not replaced by a file of its name', async () => {
  const { plan, add } = edited();
  await add('folder', file('tea.txt', TEA));
  const { preview } = await plan(file('Tea.md', '# Other tea\n\nThis is about quite another tea garden.'));
  expect(preview.changes).toEqual([]);
  expect(preview.refused[0]?.reason).toContain('the corpus folder gives an article "tea"');
});

test('articles that say nearly the same are named', async () => {
  const { plan, add } = edited();
  const story = Array.from(
    { length: 9 },
    (_, i) => `The harbour number${i} was seen by${i} people${i} near${i} hill${i}.`,
  );
  await add('added', file('wire.txt', `A headline\n\n${story.join('\n\n')}\n`));
  const { preview } = await plan(
    file('paper.txt', `Another\n\n${story.join('\n\n')}\n\nThe paper adds this to it.\n`),
  );
  expect(preview.articles[0]?.copies).toMatchObject([{ id: 'wire' }]);
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\x\\CON.txt', 'file-CON'],
  ['a\0b\u202etxt.md', 'abtxt'],
  ['...md', 'md'],
  ['', 'article'],
  [`${'x'.repeat(300)}.md`, 'x'.repeat(97)],
])('the name %j gives the id %j', async (name, id) => {
  expect((await edited().plan(file(name, TEA))).preview.changes).toMatchObject([{ id }]);
});

test.each([
  ['no bytes', 'a.md', ''],
  ['a byte-order mark', 'a.md', '\ufeff'],
  ['a picture', 'a.md', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['an unknown type', 'a.exe', TEA],
])('%s is refused with the reason', async (_, name, content) => {
  const { preview } = await edited().plan(file(name, content));
  expect(preview.changes).toEqual([]);
  expect(preview.refused).toHaveLength(1);
  expect(preview.refused[0]?.reason.length).toBeGreaterThan(10);
  expect(preview.refused[0]?.path.length).toBeLessThanOrEqual(201);
});

test('a removal names what goes, and says of an article of the folder what becomes of its file', async () => {
  const { add, writer } = edited();
  await add('folder', file('tea.txt', TEA));
  const { preview, publication } = await planEdit(
    { kind: 'remove', ids: ['tea', 'tea'] },
    writer,
    readArticles,
  );
  expect(preview.changes).toEqual([{ kind: 'removed', id: 'tea', title: 'The Brahmapur tea garden' }]);
  expect(preview.notes).toEqual([expect.stringContaining('comes from a file')]);
  expect(publication).toMatchObject({ remove: ['tea'] });
  await expect(planEdit({ kind: 'remove', ids: ['tee'] }, writer, readArticles)).rejects.toThrow(UserError);
});

test('another title takes the place of the headline, and nothing else moves', async () => {
  const { add, writer } = edited();
  await add('added', file('tea.txt', TEA, { author: 'Ann Lee', publishedAt: '2031-03-04' }));
  const before = writer.liveArticle('tea');
  const { preview, publication } = await planEdit(
    { kind: 'rename', id: 'tea', title: ' Tea\n again ' },
    writer,
    readArticles,
  );
  expect(preview.changes).toEqual([
    { kind: 'changed', id: 'tea', title: 'Tea again', words: { added: 0, removed: 0 }, details: ['title'] },
  ]);
  const [put] = 'put' in publication ? publication.put : [];
  const { article } = put ?? {};
  expect(article?.text.slice(article.body)).toBe(before?.text.slice(before.body));
  const said = Object.entries(article?.stated ?? {}).map(([fact, { start, end }]) => [
    fact,
    article?.text.slice(start, end),
  ]);
  expect(Object.fromEntries(said)).toEqual({
    headline: 'Tea again',
    author: 'Ann Lee',
    publishedAt: '4 March 2031',
  });
  for (const title of [' ', 'The Brahmapur tea garden']) {
    await expect(planEdit({ kind: 'rename', id: 'tea', title }, writer, readArticles)).rejects.toThrow(
      UserError,
    );
  }
});

test('only a generation that was, and that is different, can be brought back', async () => {
  const { add, writer } = edited();
  await expect(planEdit({ kind: 'rollback', generation: 1 }, writer, readArticles)).rejects.toThrow(
    'nothing was published yet',
  );
  await add('added', file('tea.txt', TEA));
  for (const generation of [0, 2, 1.5]) {
    await expect(planEdit({ kind: 'rollback', generation }, writer, readArticles)).rejects.toThrow(
      'generations 1 to 1',
    );
  }
  await expect(planEdit({ kind: 'rollback', generation: 1 }, writer, readArticles)).rejects.toThrow(
    'nothing to bring back',
  );
});

/** A page at an address, as the app reads it. */
function pageAt(url: string, text: string, head = '', asked?: string): AddedFile {
  const page = `<html><head><title>Tea</title>${head}</head><body><p>${text}</p></body></html>`;
  return { ...file('tea.html', page), source: { url, ...(asked !== undefined && { asked }), etag: '"1"' } };
}

test('one address is one article, however it is written and whatever its text', async () => {
  const { plan, add, writer } = edited();
  const canonical = '<link rel="canonical" href="https://example.org/tea">';
  await add('added', pageAt('https://www.example.org/tea?utm_source=x', TEA));
  expect(writer.live()).toMatchObject([{ id: 'tea', url: 'https://www.example.org/tea?utm_source=x' }]);

  const same = [
    pageAt('http://example.org/tea/', `${TEA} It was sold.`),
    pageAt('https://example.org/node/17', `${TEA} It was sold.`, canonical),
    pageAt('https://example.org/node/18', `${TEA} It was sold.`, '', 'https://example.org/tea#news'),
  ];
  for (const page of same) {
    expect((await plan(page)).preview.changes).toMatchObject([{ kind: 'changed', id: 'tea' }]);
  }
  await add('added', ...same.slice(1, 2));
  expect(writer.live()).toMatchObject([{ id: 'tea', url: 'https://example.org/tea' }]);
  expect(writer.addresses()).toMatchObject([
    { url: 'https://example.org/node/17', keys: ['example.org/node/17', 'example.org/tea'], etag: '"1"' },
  ]);

  const other = pageAt(
    'https://example.net/tea',
    'Another garden lies in the plains, they say, and sells nothing.',
  );
  expect((await plan(other)).preview.changes).toMatchObject([{ kind: 'added', id: 'tea-2' }]);
  const twin = pageAt('https://example.net/tea', `${TEA} It was sold.`);
  expect((await plan(twin)).preview).toMatchObject({
    changes: [],
    refused: [{ path: 'https://example.net/tea', reason: expect.stringContaining('as "tea"') }],
  });
  const both = await plan(other, { ...other, name: 'x.html' });
  expect(both.preview).toMatchObject({ changes: [{ id: 'tea-2' }], refused: [{ path: other.source?.url }] });
});

test('a page leads its readers to its address, unless it names a better one of its site or a moderator does', async () => {
  const { plan } = edited();
  const urlOf = async (page: AddedFile) => (await plan(page)).preview.articles[0]?.url;
  const at = 'https://example.org/tea';
  const naming = (url: string) => pageAt(at, TEA, `<link rel="canonical" href="${url}">`);
  expect(await urlOf(pageAt(at, TEA))).toBe(at);
  expect(await urlOf(naming('https://www.example.org/garden/tea'))).toBe(
    'https://www.example.org/garden/tea',
  );
  expect(await urlOf(naming('https://bank.example/login'))).toBe(at);
  expect(await urlOf({ ...naming(`${at}/2`), details: { url: 'https://example.net/' } })).toBe(
    'https://example.net/',
  );
});

test('several articles at an address are refused, and a file takes an article from its address', async () => {
  const { plan, add, writer } = edited();
  const dump =
    '{"title":"One","text":"One two three four five six."}\n{"title":"Two","text":"Six five four three two one."}';
  const several = { ...file('two.jsonl', dump), source: { url: 'https://example.org/two.jsonl' } };
  expect((await plan(several)).preview.refused).toMatchObject([
    { path: 'https://example.org/two.jsonl', reason: expect.stringContaining('an address is one article') },
  ]);
  await add('added', pageAt('https://example.org/tea', TEA));
  const { publication } = await planEdit(
    { kind: 'rename', id: 'tea', title: 'Leaves' },
    writer,
    readArticles,
  );
  expect(publication).toMatchObject({ addresses: [{ articleId: 'tea', details: { title: 'Leaves' } }] });
  await add('added', file('tea.txt', `${TEA} It was sold.`));
  expect(writer.addresses()).toEqual([]);
});
