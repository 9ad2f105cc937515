import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findQuoted } from '../../../../src/answer/wording/quoted-words.ts';

const TEXT = 'The mayor said: “It’s open\nagain – at last.” Lorries of up to 40 tonnes may cross in 2010.';

function found(quoted: string): string[] | undefined {
  return findQuoted(quoted, TEXT)?.map(({ start, end }) => TEXT.slice(start, end));
}

test.each([
  ['the mayor said: "it\'s open again - at last."', ['The mayor said: “It’s open\nagain – at last']],
  ['  Lorries   of up to 40 tonnes ', ['Lorries of up to 40 tonnes']],
  ['The mayor said … 40 tonnes may cross', ['The mayor said', '40 tonnes may cross']],
  ['"open again"', ['open\nagain']],
])('%s is found whatever the shape of its spaces, marks and letters', (quoted, spans) => {
  expect(found(quoted)).toEqual(spans);
});

test.each([
  'Lorries of up to 4',
  'cross in 201',
  'the',
  '',
  '…',
  'may cross … The mayor said',
  'of up to 50 tonnes',
])('%s is not found: as whole words, in this order, long enough', (quoted) =>
  expect(found(quoted)).toBeUndefined(),
);

test('any stretch of words is found where it stands', () => {
  const words = [...TEXT.matchAll(/\S+/g)];
  const at = fc.nat(words.length - 1);
  fc.assert(
    fc.property(at, at, (a, b) => {
      const [first, last] = [words[Math.min(a, b)], words[Math.max(a, b)]];
      const stretch = TEXT.slice(first?.index, (last?.index ?? 0) + (last?.[0].length ?? 0));
      const [span, ...others] = findQuoted(stretch.replace(/\s+/g, '  '), TEXT) ?? [];
      if (!span) {
        expect(stretch.replace(/[^\p{L}\p{N}]/gu, '').length).toBeLessThan(8);
        return;
      }
      expect(others).toEqual([]);
      expect(stretch).toContain(TEXT.slice(span.start, span.end));
    }),
  );
});

test('a letter whose small form is longer moves nothing', () => {
  const text = 'İİİ the harbour of Izmir İİİ';
  const [span] = findQuoted('the harbour of Izmir', text) ?? [];
  expect(text.slice(span?.start, span?.end)).toBe('the harbour of Izmir');
});
