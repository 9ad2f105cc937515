import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countTrigrams } from '../../../src/retrieve/trigram-counts.ts';

const characters = fc.constantFrom('a', 'b', ' ', 'é', 'я', '\u{1F680}');

test('counts a trigram at every place where it begins', () => {
  const text = fc.string({ unit: characters, maxLength: 40 });
  const trigram = fc.string({ unit: characters, minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 3 }),
      fc.uniqueArray(trigram, { maxLength: 12 }),
      (texts, trigrams) => {
        const expected = texts.map((text) =>
          trigrams.map(
            (trigram) => Array.from(text, (_, i) => i).filter((at) => text.startsWith(trigram, at)).length,
          ),
        );
        expect(countTrigrams(texts, trigrams).map((counts) => [...counts])).toEqual(expected);
      },
    ),
  );
});

test('what was counted before is not counted again', () => {
  countTrigrams(['abc'], ['abc', 'bca']);
  expect(countTrigrams(['abcabc'], ['cab'])).toEqual([Uint32Array.of(1)]);
});
