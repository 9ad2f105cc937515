import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, cleanLine, inert, inertLabel, inertLine } from '../../../src/discord/inert.ts';
import { hostileText, read } from './markup.ts';

const withoutPings = (text: string) => text.replace(/(?<=<)@|@(?=everyone|here)/gi, '＠');

describe('inert text', () => {
  test.each([
    ['a mention', '<@123456789012345678>', '\\<＠123456789012345678>'],
    ['everyone', 'ask @everyone', 'ask ＠everyone'],
    ['a masked link', '[https://good](https://evil)', '\\[https\\://good\\]\\(https\\://evil)'],
    ['an invitation', 'discord.gg/abc', 'discord\\.gg/abc'],
    ['bold, spoiler and strikethrough', '**a** ||b|| ~~c~~', '\\*\\*a\\*\\* \\|\\|b\\|\\| \\~\\~c\\~\\~'],
    ['a heading and a quote', '# a\n> b', '\\# a\n\\> b'],
    ['subtext and lists', '-# a\n- b\n1. c', '\\-# a\n\\- b\n1\\. c'],
    ['an emoji', 'well :smile:', 'well \\:smile:'],
  ])('disarms %s', (_what, text, expected) => {
    expect(inert(text)).toBe(expected);
  });

  test.each([
    '8-10 satellites (CNES), ~100 km, 24/7',
    'At 12:30:45, A|B = 3 > 2 & 50 %',
    '“Quoted”, it’s – well – fine… #1 in 2022.',
    'write to a@b.example',
    'यह क्‍षमा है, می‌خواهم, 👩‍🚀 ❤️',
  ])('leaves %s as it is', (text) => {
    expect(inert(text)).toBe(text);
  });

  test('nothing in it acts or formats, and the words stay the same', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const shown = read(inert(text));
        expect({ ...shown, text: '' }).toEqual({
          text: '',
          bold: [],
          code: [],
          links: [],
          blocks: [],
          active: [],
        });
        expect(shown.text).toBe(withoutPings(clean(text)));
      }),
      { numRuns: 500 },
    );
  });

  test('a line stays one line and can be joined to its neighbours', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(inertLine(text)).not.toMatch(/[\n\r]/);
        expect(read(`${inertLine(text)}x`).text).toBe(withoutPings(`${cleanLine(text)}x`));
      }),
    );
  });

  test('as the text of a link it leaves the link whole', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const shown = read(`[${inertLabel(text)}](<https://example.com/a>)`);
        expect(shown.links.map(({ url }) => url)).toEqual(['https://example.com/a']);
        expect(shown.links[0]?.label).not.toBe('');
        expect(shown.active).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('clean text', () => {
  test.each([
    ['zero-width characters', 'ever\u200by\u2060one\ufeff', 'everyone'],
    ['direction marks', 'a\u202eb\u2066c\u200f', 'abc'],
    ['tag characters', 'a\u{e0049}\u{e0067}b', 'ab'],
    ['joiners outside the scripts that need them', 'a\u200db\u200cc', 'abc'],
    ['control characters', 'a\0b\x1bc\x7f', 'abc'],
    ['lone surrogates', 'a\ud800b', 'a\ufffdb'],
    ['piles of accents', `e${'\u0301'.repeat(50)}`, `e${'\u0301'.repeat(8)}`],
    ['empty lines', 'a\r\n\r\n\n \n b', 'a\n\nb'],
  ])('is free of %s', (_what, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  test('holds nothing invisible', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(clean(text)).not.toMatch(
          /[\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u,
        );
        expect(clean(text).isWellFormed()).toBe(true);
      }),
    );
  });
});
