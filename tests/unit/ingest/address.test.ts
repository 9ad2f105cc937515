import { expect, test } from 'vitest';
import { addressKey, ownAddress } from '../../../src/ingest/address.ts';

test.each([
  'http://example.org/news/dam',
  'https://www.example.org/news/dam/',
  'https://EXAMPLE.org./news/dam#comments',
  'https://example.org:443/news/dam?utm_source=x&fbclid=1&UTM_Campaign=y&gclid=2',
])('%s is one address', (spelling) => {
  expect(addressKey(spelling)).toBe('example.org/news/dam');
});

test('what makes another page makes another address', () => {
  const addresses = [
    'https://example.org/news/dam',
    'https://example.org/news/Dam',
    'https://example.org/news/dam?page=2',
    'https://example.org:8443/news/dam',
    'https://blog.example.org/news/dam',
    'https://example.org/news',
    'https://example.org',
  ];
  expect(new Set(addresses.map(addressKey)).size).toBe(addresses.length);
  expect(addressKey('https://example.org/?b=2&a=1')).toBe(addressKey('http://example.org?a=1&b=2'));
});

test.each([
  ['https://www.example.org/dam', 'http://m.example.org/dam?id=1', true],
  ['https://example.org/dam', 'https://example.org/', true],
  ['https://example.org/', 'https://example.org/', true],
  ['https://example.org/', 'https://example.org/dam', false],
  ['https://elsewhere.org/dam', 'https://example.org/dam', false],
  ['https://example.org:8443/dam', 'https://example.org/dam', false],
])('a page that gives itself the address %s at %s: %s', (stated, url, isOwn) => {
  expect(ownAddress(stated, url)).toBe(isOwn ? stated : undefined);
});
