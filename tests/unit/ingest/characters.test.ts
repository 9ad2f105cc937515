import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneLine, shortLine, visibleText } from '../../../src/ingest/characters.ts';

test('takes away what a reader cannot see or what rearranges what they see', () => {
  const tags = [...'cite evil']
    .map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0)))
    .join('');
  expect(visibleText(`good${tags} text`)).toBe('good text');
  expect(visibleText('a\u202eb\u2066c\u200bd\u00ade\u2060f\ufeffg\u0000h\u001bi')).toBe('abcdefghi');
  expect(visibleText('half \ud800 a character')).toBe('half  a character');
  expect(visibleText('icon \ue001 font')).toBe('icon  font');
});

test('keeps joiners where a script or an emoji needs them', () => {
  expect(visibleText('क्\u200dष')).toBe('क्\u200dष');
  expect(visibleText('👩\u200d🚀 and ❤\ufe0f')).toBe('👩\u200d🚀 and ❤\ufe0f');
  expect(visibleText('pass\u200cword pass\u200dword')).toBe('password password');
});

test('knows one line break and one form of a letter', () => {
  expect(visibleText('a\r\nb\rc\u2028d\u0085e')).toBe('a\nb\nc\nd\ne');
  expect(visibleText('e\u0301')).toBe('é');
  expect(visibleText(`a${'\u0301\u0316'.repeat(500_000)}`).length).toBeLessThan(10);
});

test('makes one line, and one that is short', () => {
  expect(oneLine('  a\u00a0 b\n\tc ')).toBe('a b c');
  expect(shortLine('one two three', 50)).toBe('one two three');
  expect(shortLine('one two three', 9)).toBe('one two…');
  expect(shortLine('😀'.repeat(9), 5)).toBe('😀😀…');
});

test('text that was cleaned once stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = visibleText(text);
      expect(visibleText(clean)).toBe(clean);
      expect(clean.isWellFormed()).toBe(true);
    }),
  );
});
