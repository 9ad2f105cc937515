import { expect, test } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import { markdown } from '../../../../src/ingest/sources/markdown.ts';
import { computedMs } from '../../../support/cpu.ts';

const read = (text: string) => markdown.read(text)[0];
const texts = (text: string) => read(text)?.blocks.map((block) => block.text);

test('reads front matter in its usual spellings', () => {
  const draft = read(`---
title: "Mills: a history"
source: Wend Times
authors: [Jane Roe, Max Poe]
published: 2021-03-04
source_url: https://wend.example/mills_(history)
tags: [mills]
---

The first mill was built in 1788.
`);
  expect(draft).toEqual({
    title: 'Mills: a history',
    publisher: 'Wend Times',
    author: 'Jane Roe, Max Poe',
    publishedAt: '2021-03-04',
    url: 'https://wend.example/mills_(history)',
    origin: 'authored',
    blocks: [{ kind: 'text', text: 'The first mill was built in 1788.' }],
  });
});

test.each([
  ['---\ntitle: a: b\n---\nText', 'line 2'],
  ['---\ntitle: a\nauthor: "b\n---\nText', 'line 3'],
  ['---\ntitle: a\nText without an end', 'never closed'],
  [`---\ntitle: ${'x'.repeat(60_000)}\n---\nText`, 'longer than'],
])('refuses front matter that cannot be read: %s', (text, reason) => {
  expect(() => read(text)).toThrow(UserError);
  expect(() => read(text)).toThrow(reason);
});

test('takes two rules with prose between them for what they are', () => {
  expect(texts('---\n\nProse that is no field.\n\n---\n\nMore.')).toEqual([
    'Prose that is no field.',
    'More.',
  ]);
});

test('takes the first heading for the title, and keeps the others apart from sentences', () => {
  expect(
    read('# The mill\n\nIt is old.\n\nHours\n-----\nFrom ten to four.\n\n## Way ##\nBy tram.'),
  ).toMatchObject({
    title: 'The mill',
    blocks: [
      { kind: 'text', text: 'It is old.' },
      { kind: 'heading', text: 'Hours' },
      { kind: 'text', text: 'From ten to four.' },
      { kind: 'heading', text: 'Way' },
      { kind: 'text', text: 'By tram.' },
    ],
  });
});

test.each([
  ['joins wrapped lines', 'one\ntwo\n\nthree', ['one two', 'three']],
  ['parts at a hard break', 'one  \ntwo\\\nthree', ['one', 'two', 'three']],
  [
    'keeps the text of links',
    'See [the *mill*](https://a.example/b_(c) "t") and [map][1].\n\n[1]: https://a.example',
    ['See the mill and map.'],
  ],
  ['drops images', 'A ![mill](a.png) and [![logo](b.png)](https://a.example)wheel.', ['A and wheel.']],
  ['keeps addresses', 'At <https://a.example/x> today.', ['At https://a.example/x today.']],
  ['drops emphasis', '**bold** *it* ***both*** __b__ _i_ ~~no~~ ==yes==', ['bold it both b i no yes']],
  ['leaves other stars and lines', '2 * 3 * 4 and snake_case_name', ['2 * 3 * 4 and snake_case_name']],
  ['keeps code as it is', 'Type `a_b_c *x*` now', ['Type a_b_c *x* now']],
  ['reads escapes and entities', '\\*no\\* 5 &lt; 6 &mdash; &#8217;', ['*no* 5 < 6 — ’']],
  ["drops notes' marks, keeps notes", 'It turns[^1].\n\n[^1]: Since 1788.', ['It turns.', 'Since 1788.']],
  ['reads quotations', '> one\n> two', ['one two']],
  [
    'keeps numbers that begin a wrapped line',
    'It opened in\n1998. It closed.',
    ['It opened in 1998. It closed.'],
  ],
  ['drops rules', 'one\n\n***\n\ntwo', ['one', 'two']],
])('%s', (_, source, expected) => {
  expect(texts(source)).toEqual(expected);
});

test('reads lists, tables and code blocks', () => {
  expect(
    read(
      'Intro:\n- one\n  more\n- [x] two\n  1. three\n\n| a | b |\n|---|:-:|\n| 1 | 2<br>3 |\n\n```js\nlet a;\n\nlet b;\n```\nend',
    )?.blocks,
  ).toEqual([
    { kind: 'text', text: 'Intro:' },
    { kind: 'item', text: 'one more' },
    { kind: 'item', text: 'two' },
    { kind: 'item', text: 'three' },
    { kind: 'row', text: 'a | b' },
    { kind: 'row', text: '1 | 2 3' },
    { kind: 'code', text: 'let a;\n\nlet b;' },
    { kind: 'text', text: 'end' },
  ]);
});

test('drops HTML, and what HTML hides', () => {
  expect(
    texts(
      'Seen <b>bold</b> <!-- a\n\ncomment --> text\n\n<div style="display:none">hidden\n\n<div>deeper</div> hidden</div>\n\n<span hidden>gone</span>left <script>alert(1)</script>',
    ),
  ).toEqual(['Seen bold text', 'left']);
  expect(texts('A `<div hidden>` stays, and so does Vec<String> or 1 < 2.')).toEqual([
    'A <div hidden> stays, and so does Vec<String> or 1 < 2.',
  ]);
});

test.each([
  '[',
  '![',
  '[a',
  '*a ',
  '**a ',
  '`',
  '` `` ',
  '<a ',
  '[x](',
  '_a ',
  '<p hidden>',
  '~~~\n',
  '- a\n',
  '&amp;',
])('reads a long run of %j in reasonable time', (piece) => {
  expect(computedMs(() => markdown.read(piece.repeat(50_000)))).toBeLessThan(2_000);
});
