import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hang, wrap } from '../../../src/terminal/screen.ts';
import { inert, inertLine } from '../../../src/terminal/text.ts';

const screen = { columns: 24, colour: false };

test.each([
  ['a colour', '\x1b[31mred\x1b[0m', 'red'],
  ['a window title', '\x1b]0;owned\x07title', 'title'],
  ['a clipboard write', '\x1b]52;c;cm0gLXJm\x07text', 'text'],
  ['a one-byte control sequence', '\x9b2Jtext', 'text'],
  ['backspaces', 'safe\b\b\b\bevil', 'safeevil'],
  ['a bell and a NUL', 'a\x07b\0c', 'abc'],
  ['a change of writing direction', 'abc\u202Efed\u2066', 'abcfed'],
  ['half a character', 'a\ud800b', 'a\ufffdb'],
])('%s does not reach the terminal', (_, text, shown) => {
  expect(inert(text)).toBe(shown);
});

test('paragraphs stay apart and other white space is one space', () => {
  expect(inert('one\r\ntwo\t three\n \n\n four')).toBe('one two three\n\nfour');
  expect(inertLine(' one\n\ntwo ')).toBe('one two');
});

test('no text whatever brings a control character to the terminal', () => {
  const pieces = fc.oneof(
    fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
    fc.constantFrom('\x1b', '\x1b[', '\x1b]8;;', '\x9b', '\x07', '\r', '\n\n', '31m', '\u202e'),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      expect(inert(parts.join(''))).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
    }),
  );
});

test('lines break at words and keep their indentation', () => {
  expect(hang('[1] ', 'one two three four five six seven', screen)).toBe(
    ['[1] one two three four', '    five six seven'].join('\n'),
  );
});

test('no line of words is wider than the screen', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 });
  fc.assert(
    fc.property(words, fc.integer({ min: 24, max: 120 }), (parts, columns) => {
      const lines = hang('[1] ', parts.join(' '), { ...screen, columns }).split('\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
      expect(lines.join(' ').replace('[1] ', '').split(/ +/)).toEqual(parts);
    }),
  );
});

test('an address longer than the line stays whole', () => {
  const address = 'https://example.org/a/long/path/to/an/article';
  expect(wrap(`see ${address} there`, screen)).toBe(`see\n${address}\nthere`);
});

test('nothing is wrapped where there are no columns', () => {
  const long = 'word '.repeat(100).trim();
  expect(wrap(long, { columns: Number.POSITIVE_INFINITY, colour: false })).toBe(long);
});
