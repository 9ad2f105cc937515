import { expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { decode } from '../../../src/ingest/decode.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));
/** Russian for "The bridge opened on Saturday." in windows-1251. */
const RUSSIAN = [
  0xcc, 0xee, 0xf1, 0xf2, 0x20, 0xee, 0xf2, 0xea, 0xf0, 0xfb, 0xeb, 0xe8, 0x20, 0xe2, 0x20, 0xf1, 0xf3, 0xe1,
  0xe1, 0xee, 0xf2, 0xf3, 0x2e,
];

test.each([
  ['UTF-8', utf8('Żółw – turtle'), undefined],
  ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('Żółw – turtle')]), undefined],
  ['UTF-16 with a mark', Uint8Array.from([0xff, 0xfe, ...utf16('Żółw – turtle')]), 'read as UTF-16'],
  [
    'UTF-16 the other way round',
    Uint8Array.from([0xff, 0xfe, ...utf16('Żółw – turtle')]).map((_, i, all) => all[i ^ 1] ?? 0),
    'read as UTF-16',
  ],
])('reads %s', (_, content, note) => {
  const decoded = decode(content, false);
  expect(decoded.text).toBe('Żółw – turtle');
  expect(decoded.note).toBe(note);
});

test('reads UTF-16 without a mark by its NULs', () => {
  expect(decode(utf16('plain English text'), false).text).toBe('plain English text');
});

test('reads the Western and the Cyrillic code page', () => {
  expect(decode(latin1('Le café du château a fermé en été.'), false)).toEqual({
    text: 'Le café du château a fermé en été.',
    note: 'read as windows-1252',
  });
  expect(decode(bytes(...RUSSIAN), false)).toEqual({
    text: 'Мост открыли в субботу.',
    note: 'read as windows-1251',
  });
});

test('reads a page in the encoding that it declares', () => {
  const page = Uint8Array.from([
    ...utf8('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>'),
    0xaf,
    0xf3,
    0xb3,
    0x77,
  ]);
  expect(decode(page, true)).toMatchObject({ note: 'read as iso-8859-2' });
  expect(decode(page, true).text).toContain('Żółw');
});

test('keeps damaged UTF-8, with a note', () => {
  const content = utf8('Żółw i żaba nad rzeką – turtle and frog');
  const damaged = Uint8Array.from([...content.slice(0, 20), 0xc5, 0x20, ...content.slice(20)]);
  expect(decode(damaged, false).note).toContain('damaged UTF-8');
});

test.each([
  ['no bytes', bytes(), 'empty'],
  ['a byte-order mark', bytes(0xef, 0xbb, 0xbf), 'no text'],
  ['a UTF-16 mark', bytes(0xff, 0xfe), 'no text'],
  ['spaces', utf8(' \n\t '), 'no text'],
  ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), 'a PNG image'],
  ['a PDF', utf8('%PDF-1.7 and more'), 'a PDF document'],
  ['a ZIP', bytes(0x50, 0x4b, 3, 4, 20, 0, 0, 0), 'a ZIP archive'],
  ['other bytes', bytes(...Array.from({ length: 64 }, (_, i) => (i * 37) % 32)), 'binary'],
])('refuses %s', (_, content, reason) => {
  expect(() => decode(content, false)).toThrow(UserError);
  expect(() => decode(content, false)).toThrow(reason);
});

test('refuses an encoding that it cannot tell', () => {
  const chinese = bytes(...Array.from({ length: 400 }, (_, i) => 0xa1 + ((i * 41) % 0x5d)));
  expect(() => decode(chinese, false)).toThrow('save it as UTF-8');
});
