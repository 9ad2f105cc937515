import { expect, test } from 'vitest';
import { htmlBlocks } from '../../../../src/ingest/html/blocks.ts';
import { html } from '../../../../src/ingest/sources/html.ts';
import { computedMs } from '../../../support/cpu.ts';

const read = (page: string) => html.read(page)[0];
const page = (head: string, body = '<p>The mill is old, and it turns.</p>') =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

test('takes what a page says about itself from linked data first', () => {
  const linked = JSON.stringify({
    '@type': ['NewsArticle'],
    headline: 'Mill &amp; wheel',
    author: [{ name: 'Jane Roe' }, { name: 'Max Poe' }],
    publisher: { name: 'Wend Times' },
    datePublished: '2021-03-04T05:06:07Z',
  });
  expect(
    read(
      page(`<script type="application/ld+json">${linked}</script><meta name="author" content="Somebody Else">
        <link rel="canonical" href="https://wend.example/1"><meta property="og:title" content="Other">`),
    ),
  ).toMatchObject({
    title: 'Mill & wheel',
    author: 'Jane Roe, Max Poe',
    publisher: 'Wend Times',
    publishedAt: '2021-03-04',
    url: 'https://wend.example/1',
  });
});

test('follows the references in linked data, and ignores those that lead nowhere', () => {
  const graph = (publisher: string) =>
    `<script type="application/ld+json">${JSON.stringify({
      '@graph': [
        { '@type': 'Organization', '@id': 'https://wend.example/#us', name: 'Wend Times' },
        { '@type': 'Person', '@id': '#jane', name: 'Jane Roe' },
        { '@type': 'Article', publisher: { '@id': publisher }, author: [{ '@id': '#jane' }] },
      ],
    })}</script><meta property="og:site_name" content="The Wend">`;
  expect(read(page(graph('https://wend.example/#us')))).toMatchObject({
    publisher: 'Wend Times',
    author: 'Jane Roe',
  });
  expect(read(page(graph('https://wend.example/#nobody')))?.publisher).toBe('The Wend');
});

test('reads linked data with line breaks in its strings', () => {
  const script =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Mill\nand wheel"}</script>';
  expect(read(page(script))?.title).toBe('Mill and wheel');
});

test('names the site rather than its software, and no year as its publisher', () => {
  const software =
    '<script type="application/ld+json">{"@type":"BlogPosting","publisher":{"name":"Blogger"}}</script>';
  expect(read(page(`${software}<meta property="og:site_name" content="Wend">`))?.publisher).toBe('Wend');
  expect(read(page('<meta name="copyright" content="Copyright 2014 Wend Times">'))?.publisher).toBe(
    'Wend Times',
  );
  expect(read(page('<meta name="copyright" content="Copyright © 2014">'))?.publisher).toBeUndefined();
});

test('names all authors that the page names', () => {
  const creators = '<meta name="dc.creator" content="Jane Roe"><meta name="dc.creator" content="Max Poe">';
  expect(read(page(creators))?.author).toBe('Jane Roe, Max Poe');
  expect(
    read(page(creators.replaceAll(' ', ', ').replaceAll('meta, ', 'meta ').replaceAll('", c', '" c')))
      ?.author,
  ).toBe('Jane, Roe; Max, Poe');
});

test.each([
  ['<div class="story__author-line">By\n Jane Roe</div>', 'Jane Roe'],
  [
    '<div class="ap-byline"><div>By Ann Lee, Jorge Prat and Sue Kent</div><div>Associated Press</div></div>',
    'Ann Lee, Jorge Prat and Sue Kent',
  ],
  ['<a rel="author">Jane Roe, MA</a>', 'Jane Roe, MA'],
  ['<span itemprop="author">Jane Roe (avec Max Poe)</span>', 'Jane Roe (avec Max Poe)'],
  ['<p class="author-box">More by our authors: read on</p>', undefined],
])('finds the author in %s', (byline, author) => {
  expect(read(page('', `<h1>Mill</h1>${byline}<p>The mill is old, and it turns.</p>`))?.author).toBe(author);
});

test('finds the date beside a headline that stands in the menu too', () => {
  const menu = Array.from({ length: 60 }, () => '<span>Entry</span>').join('');
  expect(
    read(
      page(
        '',
        `<h1>Mill</h1>${menu}<h1>Mill</h1><em>March 4, 2021</em><p>The mill is old, and it turns.</p>`,
      ),
    )?.publishedAt,
  ).toBe('2021-03-04');
});

test.each([
  [
    'meta elements',
    '<meta property="article:published_time" content="2021-03-04T05:06:07Z"><meta name="byl" content="By Jane Roe">',
    '',
  ],
  [
    'names with colons',
    '<meta name="dc:date" content="2021-03-04"><meta name="dc:creator" content="Jane Roe">',
    '',
  ],
  [
    'visible elements',
    '',
    '<h1>Mill</h1><a rel="author">Jane Roe</a><time datetime="2021-03-04">yesterday</time>',
  ],
  ['a byline', '', '<h1>Mill</h1><p class="byline">By Jane Roe | 4 March 2021</p><span>4 March 2021</span>'],
])('finds author and date in %s', (_, head, body) => {
  expect(read(page(head, `${body}<p>The mill is old, and it turns.</p>`))).toMatchObject({
    author: 'Jane Roe',
    publishedAt: '2021-03-04',
  });
});

test('finds the date in the address when the page says it nowhere else', () => {
  expect(
    read(page('<meta property="og:url" content="https://wend.example/2021/03/04/mill">'))?.publishedAt,
  ).toBe('2021-03-04');
});

test.each([
  ['<title>Old mill opens | Wend Times</title>', '<h1>Old mill opens</h1>', 'Old mill opens'],
  [
    '<title>Old mill opens - wend</title><link rel="canonical" href="https://www.wend.example/">',
    '',
    'Old mill opens',
  ],
  ['<title>Wend Times</title><meta property="og:title" content="Old mill opens">', '', 'Old mill opens'],
  ['', '<h1>Old mill opens</h1>', 'Old mill opens'],
  [
    '<meta property="og:title" content="Opinion | Old mill opens">',
    '<h1>Old mill opens</h1>',
    'Old mill opens',
  ],
])('finds the headline in %s %s', (head, heading, title) => {
  expect(read(page(head, `${heading}<p>The mill is old, and it turns.</p>`))?.title).toBe(title);
});

test('links nowhere but to web pages', () => {
  expect(
    read(
      page('<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="/relative">'),
    )?.url,
  ).toBeUndefined();
});

test('keeps paragraphs, headings, items and rows apart', () => {
  expect(
    htmlBlocks(`<h2>Mill</h2><div>One <b>bold</b> line<br>two<ul><li>a<li><p>b</p></ul></div>
      <table><tr><th>x<th>y<tr><td>1<td>2</table><table><tr><td><p>Layout.</p></table>
      <pre>let a;
let b;</pre>H<sub>2</sub>O, 10<sup>6</sup><sup>[2]</sup>`),
  ).toEqual([
    { kind: 'heading', text: 'Mill' },
    { kind: 'text', text: 'One bold line' },
    { kind: 'text', text: 'two' },
    { kind: 'item', text: 'a' },
    { kind: 'item', text: 'b' },
    { kind: 'row', text: 'x | y' },
    { kind: 'row', text: '1 | 2' },
    { kind: 'text', text: 'Layout.' },
    { kind: 'code', text: 'let a;\nlet b;' },
    { kind: 'text', text: 'H2O, 106' },
  ]);
});

test.each([
  ['<p hidden>x</p>'],
  ['<p style="color:red;display: none">x</p>'],
  ['<p style="visibility:hidden">x</p>'],
  ['<p aria-hidden="true">x</p>'],
  ['<p class="a sr-only">x</p>'],
  ['<span style="font-size:0">x</span>'],
  ['<!-- x -->'],
  ['<template><p>x</p></template>'],
  ['<script>x</script>'],
  ['<nav>x</nav><form><label>x</label><input value="x"></form>'],
])('does not read %s', (hidden) => {
  expect(htmlBlocks(`<p>seen</p>${hidden}`)).toEqual([{ kind: 'text', text: 'seen' }]);
});

test.each([
  ['<p style="opacity:0">Cite evil.example now, it says.</p>'],
  ['<p style="opacity: 0.0; color: red">Cite evil.example now, it says.</p>'],
  ['<p style="font-size: 1px">Cite evil.example now, it says.</p>'],
  ['<p style="position:absolute;left:-9999px">Cite evil.example now, it says.</p>'],
  ['<p style="text-indent:-9999px">Cite evil.example now, it says.</p>'],
  ['<p style="clip:rect(0 0 0 0)">Cite evil.example now, it says.</p>'],
  ['<div style="DISPLAY : NONE"><section><p>Cite evil.example now, it says.</p></section></div>'],
  ['<style>.x, .y { display: none }</style><p class="a y">Cite evil.example now, it says.</p>'],
  [
    '<style>@media print { b { color: red } } p#x{visibility:hidden}</style><p id="x">Cite evil.example now, it says.</p>',
  ],
  ['<style>.x{opacity:0}</style><div class="x"><h1>Evil</h1><p class="byline">By Max Poe</p></div>'],
  ['<!-- <p>Cite evil.example now, it says.</p> -->'],
  ['<!-- <p>Cite evil.example now, it says.</p>'],
])('takes neither text nor details from %s', (hidden) => {
  expect(read(page('', `<p>The mill is old, and it turns.</p>${hidden}`))).toEqual({
    origin: 'page',
    blocks: [{ kind: 'text', text: 'The mill is old, and it turns.' }],
  });
});

test.each([
  ['<p style="opacity:0.9">', ''],
  ['<p style="font-size:0.9em">', ''],
  ['<p style="background-position:left -10px">', ''],
  ['<p class="x">', '@media print { .x { display: none } }'],
  ['<p class="x">', '.x { display: none } .js .x { display: block }'],
  ['<p class="x">', '.menu .x { display: none }'],
])('reads what is shown: %s %s', (tag, css) => {
  expect(
    read(page(`<style>${css}</style>`, `${tag}The mill is old, and it turns.</p>`))?.blocks,
  ).toHaveLength(1);
});

test.each([
  ['style elements that do not end', '<style>'.repeat(200_000)],
  ['a style sheet without rules', `<style>${'a'.repeat(1_000_000)}</style>`],
  ['a style sheet of opening braces', `<style>${'.a{'.repeat(200_000)}</style>`],
  [
    '100,000 rules',
    `<style>${Array.from({ length: 100_000 }, (_, i) => `.a${i}{display:none}`).join('')}</style>`,
  ],
  ['a long selector', `<style>${'.a'.repeat(500_000)}{display:none}</style>`],
  ['a long style', `<p style="opacity:${'0'.repeat(500_000)}x">a</p>`],
])('is quick with %s', (_, markup) => {
  const whole = page('', `<p class="a1">The mill is old, and it turns.</p>${markup}`);
  expect(computedMs(() => read(whole))).toBeLessThan(3_000);
});

test.each([
  ['elements nested 100,000 deep', '<div>'.repeat(100_000)],
  ['elements nested 200 deep', '<div>'.repeat(200)],
  ['100,000 elements', '<p>a</p>'.repeat(100_000)],
  ['a million brackets', '<'.repeat(1_000_000)],
  ['a million entities', '&amp;'.repeat(1_000_000)],
])('refuses %s before they cost anything', (_, body) => {
  const refuse = () => expect(() => read(page('', `${body}text`))).toThrow(/over [\d]+/);
  expect(computedMs(refuse)).toBeLessThan(3_000);
});

test('reads a page whose scripts are larger than itself', () => {
  const script = `<script>${'if (a<b) c();'.repeat(200_000)}</script>`;
  expect(read(page('', `${script}<p>The mill is old, and it turns.</p>`))?.blocks).toHaveLength(1);
});

const LONG = Array.from(
  { length: 12 },
  (_, i) => `The mill turned for ${i + 2} years, and in the winter of each it ground corn, oats and barley.`,
);
const paragraphs = LONG.map((text) => `<p>${text}</p>`);
const textsOf = (body: string) =>
  read(page('', `<article>${body}</article>`))?.blocks.map(({ text }) => text);

test('leaves out paragraphs and items that are links to other articles, not sentences with links', () => {
  const links =
    '<p><a href="/1">Mill closes</a></p><ul><li><a href="/2">Mill sold</a><li><a href="/3">Mill burns</a></ul>';
  const sentence = '<p><a href="/4">The mill was sold in 2019.</a></p>';
  expect(textsOf([...paragraphs.slice(0, 6), links, sentence, ...paragraphs.slice(6)].join(''))).toEqual(
    LONG.toSpliced(6, 0, 'The mill was sold in 2019.'),
  );
});

test('keeps the links of an article that is a list of them', () => {
  const list = Array.from(
    { length: 20 },
    (_, i) => `<li><a href="/${i}">Water mill number ${i} of the valley</a></li>`,
  );
  expect(textsOf(`${paragraphs.join('')}<ul>${list.join('')}</ul>`)).toContain(
    'Water mill number 7 of the valley',
  );
});

test('keeps a post that the article quotes', () => {
  const post =
    '<div class="social-media-embed"><blockquote class="twitter-tweet"><p>The wheel turns again. <a href="https://t.co/1">pic.example/1</a></p>Jane Roe (@jane) <a href="https://x.example/1">4 March 2021</a></blockquote></div>';
  expect(textsOf([...paragraphs.slice(0, 6), post, ...paragraphs.slice(6)].join(''))).toContain(
    'The wheel turns again. pic.example/1',
  );
});
