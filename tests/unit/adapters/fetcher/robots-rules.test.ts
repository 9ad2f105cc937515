import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRobots } from '../../../../src/adapters/fetcher/robots-rules.ts';
import { computedMs } from '../../../support/cpu.ts';

const rules = (...lines: string[]) => parseRobots(lines.join('\n'), 'footnote');

test.each([
  ['/fish', '/fish', false],
  ['/fish', '/fish.html', false],
  ['/fish', '/Fish', true],
  ['/fish', '/catfish', true],
  ['/fish/', '/fish', true],
  ['/*.php', '/a/index.php?x', false],
  ['/*.php$', '/index.php', false],
  ['/*.php$', '/index.php?x', true],
  ['/fish*.php', '/fishheads/catfish.php', false],
  ['/$', '/', false],
  ['/$', '/a', true],
  ['*', '/', false],
  ['/*a*b*a$', '/aba', false],
  ['/*a*b*a$', '/ab', true],
  ['/ab*ba$', '/aba', true],
  ['/a%2fb', '/a%2Fb', false],
  ['/%7Ejoe', '/~joe', false],
  ['/käse', '/k%C3%A4se', false],
  ['', '/', true],
])('Disallow: %s lets %s be read: %s', (pattern, path, allowed) => {
  expect(rules('User-agent: *', `Disallow: ${pattern}`).allows(path)).toBe(allowed);
});

test('the longest rule decides, and of two alike the one that allows', () => {
  const site = rules('User-agent: *', 'Disallow: /news', 'Allow: /news/open', 'Disallow: /a', 'Allow: /a');
  expect(['/news/x', '/news/open/x', '/a', '/'].map(site.allows)).toEqual([false, true, true, true]);
});

test('the groups that name the program count, all of them, and only without one those for everybody', () => {
  const site = rules(
    '\uFEFFUser-agent: *',
    'Disallow: /',
    '',
    'user-AGENT: other',
    'User-agent: Footnote/1.0 (+https://example.org)',
    'Disallow: /private # not for programs',
    'Sitemap: https://example.org/sitemap.xml',
    'User-agent: someone',
    'Disallow: /',
    'User-agent: FOOTNOTE',
    'Disallow: /drafts',
    'Crawl-delay: 2.5',
  );
  expect(['/', '/private', '/drafts'].map(site.allows)).toEqual([true, false, false]);
  expect(site.crawlDelay).toBe(2.5);
  expect(rules('User-agent: footnotes', 'Disallow: /').allows('/')).toBe(true);
});

test('what is no robots.txt allows everything', () => {
  for (const text of [
    '',
    'Disallow: /',
    '<!doctype html>\n<p>User-agent: *',
    'User-agent: *\nDisallow /',
    '\0\xff',
  ])
    expect(parseRobots(text, 'footnote').allows('/page')).toBe(true);
  expect(rules('User-agent: *', 'Crawl-delay: soon').crawlDelay).toBe(0);
});

test('wildcards match as the same regular expression would', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '/', '*'), { maxLength: 8 })
    .map((parts) => `/${parts.join('')}`);
  const path = fc
    .array(fc.constantFrom('a', 'b', '/'), { maxLength: 12 })
    .map((parts) => `/${parts.join('')}`);
  fc.assert(
    fc.property(text, fc.constantFrom('', '$'), path, (pattern, end, asked) => {
      const same = new RegExp(`^${pattern.replaceAll('*', '.*')}${end}`).test(asked);
      expect(rules('User-agent: *', `Disallow: ${pattern}${end}`).allows(asked)).toBe(!same);
    }),
    { numRuns: 1000 },
  );
});

test('rules made of wildcards cost no time', () => {
  const line = `Disallow: ${'*a'.repeat(100)}b\n`;
  const site = parseRobots(`User-agent: *\n${line.repeat(2400)}`, 'footnote');
  const ask = () => expect(site.allows(`/${'a'.repeat(14_000)}`)).toBe(true);
  expect(computedMs(ask)).toBeLessThan(2000);
});
