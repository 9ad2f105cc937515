import { expect, test } from 'vitest';
import {
  authorOf,
  httpUrl,
  metadataOf,
  publisherOf,
  titleOf,
  withoutSite,
} from '../../../src/ingest/metadata.ts';

test('knows the usual names of each field', () => {
  expect(
    metadataOf({
      Headline: 'A  title\n',
      source: { name: 'Wend Times' },
      byline: 'By Jane Roe',
      'date-published': '2021-03-04T10:00:00Z',
      source_url: 'https://wend.example/a b',
    }),
  ).toEqual({
    title: 'A title',
    publisher: 'Wend Times',
    author: 'Jane Roe',
    publishedAt: '2021-03-04',
    url: 'https://wend.example/a%20b',
  });
  expect(metadataOf({ title: '', author: [], url: null, date: {} })).toEqual({});
});

test('joins several authors, each once', () => {
  expect(metadataOf({ authors: [{ name: 'Jane Roe' }, 'Max Poe', 'Jane Roe'] })).toEqual({
    author: 'Jane Roe, Max Poe',
  });
});

test('takes an address as source for the address and its host', () => {
  expect(metadataOf({ source: 'https://www.wend.example/x' })).toEqual({
    publisher: 'wend.example',
    url: 'https://wend.example/x'.replace('wend', 'www.wend'),
  });
});

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'ftp://wend.example/',
  'https://good.example@evil.example/',
  'https://user:secret@wend.example/',
  'wend.example/x',
  'https://',
  `https://wend.example/${'x'.repeat(2_000)}`,
])('gives no link to %s', (address) => {
  expect(httpUrl(address)).toBeUndefined();
});

test('shows names as names', () => {
  expect(authorOf('Written by: Jane Roe | 3 May')).toBe('Jane Roe');
  expect(authorOf('https://social.example/jane')).toBeUndefined();
  expect(authorOf('admin')).toBeUndefined();
  expect(publisherOf('Wend Times | News of the valley')).toBe('Wend Times');
  expect(titleOf(`\u202e${'word '.repeat(100)}`)?.length).toBeLessThanOrEqual(301);
});

test('knows the name of the site behind a headline', () => {
  expect(withoutSite('Mill opens - Wend Times', 'Wend Times')).toBe('Mill opens');
  expect(withoutSite('Mill opens | Wend', 'wend.example')).toBe('Mill opens');
  expect(withoutSite('Storm warnings shared - Anand', 'Wend Times')).toBe('Storm warnings shared - Anand');
  expect(withoutSite('Storm warnings shared - Anand', undefined)).toBe('Storm warnings shared - Anand');
});
