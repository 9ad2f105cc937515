import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkable, linkToQuotes, quotesToMark } from '../../../src/answer/text-fragment.ts';
import { hostileText } from '../discord/markup.ts';

describe('a link to quotes', () => {
  test('names a short quote whole', () => {
    expect(linkToQuotes('https://example.com/a', ['in Paris on 22 August'])).toBe(
      'https://example.com/a#:~:text=in%20Paris%20on%2022%20August',
    );
  });

  test('names a long quote by its first and last words', () => {
    const quote =
      'The French Space Agency (CNES) will work with its partner to set up a centre in the country.';
    expect(linkToQuotes('https://example.com/a', [quote])).toBe(
      'https://example.com/a#:~:text=The%20French%20Space%20Agency,centre%20in%20the%20country',
    );
  });

  test('encodes what separates the parts of a directive', () => {
    expect(linkToQuotes('https://example.com/', ['8-10, R&D'])).toBe(
      'https://example.com/#:~:text=8%2D10%2C%20R%26D',
    );
  });

  test('marks several quotes of one page', () => {
    expect(linkToQuotes('https://example.com/', ['one', 'two'])).toBe(
      'https://example.com/#:~:text=one&text=two',
    );
  });

  test('leaves out what stands in the head of an article', () => {
    expect(quotesToMark([{ quote: 'one' }, { quote: 'By Jane Roe', inHead: true }])).toEqual(['one']);
  });

  test('keeps the anchor of the address and replaces its text directives', () => {
    expect(linkToQuotes('https://example.com/#part:~:text=old', ['new'])).toBe(
      'https://example.com/#part:~:text=new',
    );
  });

  test('reads back as the words of the quote', () => {
    fc.assert(
      fc.property(hostileText(), (quote) => {
        const link = linkToQuotes('https://example.com/a', [quote]) ?? '';
        const directive = link.slice(link.indexOf('text=') + 'text='.length);
        const text = quote.toWellFormed().replace(/\s+/g, ' ').trim();
        const [start = '', end = '', ...more] = directive.split(',').map(decodeURIComponent);
        expect(more).toEqual([]);
        expect(text.startsWith(start)).toBe(true);
        expect(text.slice(start.length)).toContain(end);
        expect(directive).not.toMatch(/[-&()<>\s]/);
      }),
    );
  });
});

describe('an address', () => {
  test.each(['javascript:alert(1)', 'ftp://example.com', '/relative', '', 'https://user:pw@example.com/'])(
    'that is %j is not linked',
    (url) => {
      expect(linkable(url)).toBeUndefined();
      expect(linkToQuotes(url, ['quote'])).toBeUndefined();
    },
  );

  test('cannot end its link early', () => {
    fc.assert(
      fc.property(hostileText(), (path) => {
        expect(linkable(`https://example.com/${path}`) ?? '').not.toMatch(/[()<>\\\s"`|]/);
      }),
    );
    expect(linkable('https://example.com/a_(b)')).toBe('https://example.com/a_%28b%29');
  });
});
