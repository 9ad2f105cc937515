import { expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { decode } from '../../../src/ingest/decode.ts';
import { fileOf } from '../../../src/ingest/fetch-file.ts';
import type { FetchedPage } from '../../../src/ports.ts';

function page(
  url: string,
  contentType: string | undefined,
  bytes: Uint8Array = Buffer.from('text'),
): FetchedPage {
  return { kind: 'page', url, bytes, contentType, etag: '"1"', lastModified: undefined };
}

test.each([
  ['https://example.org/news/dam-opens', 'text/html; charset=utf-8', 'dam-opens.html'],
  ['https://example.org/news/dam-opens.php?id=3', 'text/html', 'dam-opens.html'],
  ['https://example.org/wiki/Node.js', 'text/html', 'Node.js.html'],
  ['https://example.org/news/dam/index.html', 'text/html', 'dam.html'],
  ['https://example.org/', 'text/html', 'example.org.html'],
  ['https://example.org/report', 'application/pdf', 'report.pdf'],
  ['https://example.org/report.pdf', 'application/octet-stream', 'report.pdf'],
  ['https://example.org/notes.md', 'text/plain', 'notes.txt'],
  ['https://example.org/notes', undefined, 'notes.html'],
  ['https://example.org/d%C3%A4mme', 'text/html', 'dämme.html'],
  ['https://example.org/%2e%2e%2f%2e%2e%2fetc%2fpasswd', 'text/html', 'passwd.html'],
  ['https://example.org/%ff', 'text/html', '%ff.html'],
])('the file at %s of type %s is called %s', (url, type, name) => {
  expect(fileOf(page(url, type), url)).toMatchObject({ name, source: { url, asked: url, etag: '"1"' } });
});

test('what is no text is refused with its address, its type and what is read', () => {
  const picture = () =>
    fileOf(page('https://example.org/dam.png?secret=1', 'image/png'), 'https://example.org/');
  expect(picture).toThrow(UserError);
  expect(picture).toThrow(/example\.org\/dam\.png, but image\/png.*Markdown/);
});

test('an encoding that only the server tells is heeded, unless the text is UTF-8 whatever it tells', () => {
  const greek = Buffer.from([0xc4, 0xdc, 0xec, 0xe1]);
  const textOf = (type: string, bytes: Uint8Array) =>
    decode(fileOf(page('https://example.org/', type, bytes), 'https://example.org/').bytes, true).text;
  expect(textOf('text/html; charset=windows-1253', greek)).toBe('Δάμα');
  expect(textOf('text/html; charset="iso-8859-1"', Buffer.from('Δάμα'))).toBe('Δάμα');
  expect(textOf('text/html; charset=nonsense', Buffer.from('dam'))).toBe('dam');
});
