import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withHash } from '../../../src/ingest/article.ts';
import { snippetsOf } from '../../../src/ingest/snippets.ts';
import type { Article } from '../../../src/model.ts';

function article(text: string): Article {
  return withHash({ id: 'a', title: 'A', text, body: 0, stated: {} });
}

function between(before: string, after: string) {
  return snippetsOf(article(before), article(after));
}

test('a changed sentence is shown by the words that changed and their neighbours', () => {
  const tea = 'The garden sells about 300 tonnes of black tea in every good year.';
  expect(between(`${tea} It is old.`, `${tea.replace('300', '450')} It is old.`)).toEqual([
    {
      before: 'The garden sells about 300 tonnes of black tea …',
      after: 'The garden sells about 450 tonnes of black tea …',
    },
  ]);
});

test('new and removed sentences stand alone, the first three in all', () => {
  expect(between('Cats sleep. Dogs bark.', 'Cats sleep. Rain fell on Monday morning.')).toEqual([
    { before: '', after: 'Rain fell on Monday morning.' },
    { before: 'Dogs bark.', after: '' },
  ]);
  expect(between('One.', 'Two is two. Three is three. Four is four. Five is five.')).toHaveLength(3);
  expect(between('The same.', 'The same.')).toEqual([]);
});

test('whatever the texts are, what is shown is short and in them', () => {
  const word = fc.constantFrom('a', 'b', 'Rain', 'fell.', 'It', 'is', 'so.', '\n\n', 'x'.repeat(200));
  const text = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const plain = (of: string) => of.replace(/\s+/g, ' ').trim();
      for (const snippet of between(before, after)) {
        expect(snippet.before).not.toBe(snippet.after);
        for (const [shown, whole] of [
          [snippet.before, before],
          [snippet.after, after],
        ] as const) {
          expect(shown.length).toBeLessThanOrEqual(161);
          expect(plain(whole)).toContain(shown.replace(/^… |\s?…$/g, '').trim());
        }
      }
    }),
    { numRuns: 200 },
  );
});
