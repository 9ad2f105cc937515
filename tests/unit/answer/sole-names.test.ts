import { expect, test } from 'vitest';
import { namesOnlyIn } from '../../../src/answer/sole-names.ts';
import type { Article } from '../../../src/model.ts';
import { stemOf } from '../../../src/retrieve/words.ts';

const text =
  'Apart from that the clock was built by Oda Krog in Lysen.\n\nIn Bergen, Oda Krog met Jens Holt of Oslo.';
const article: Article = {
  ...{ id: 'clock', title: 'The clock of Bergen', text, body: 0, stated: {}, contentHash: 'x' },
};
const passages = text.split('\n\n').map((passage) => {
  const start = text.indexOf(passage);
  return { start, end: start + passage.length };
});

/** A library in which so many passages hold each word. */
function library(counts: Record<string, number>) {
  return {
    vocabulary: new Map(Object.entries(counts).map(([word, n]) => [stemOf(word), n])),
    passageAt: (_: string, at: number) => passages.find(({ start, end }) => start <= at && at < end),
  };
}

test('names are told of which no other article has a word, each once', () => {
  const counts = { apart: 1, oda: 2, krog: 2, lysen: 5, bergen: 2, jens: 7, holt: 1, oslo: 3 };
  expect(namesOnlyIn(article, library(counts))).toEqual(['Oda Krog', 'Bergen', 'Jens Holt of Oslo']);
});

test('nothing is told of an article whose names are all elsewhere too', () => {
  const counts = { oda: 3, krog: 3, lysen: 5, bergen: 9, jens: 7, holt: 2, oslo: 3 };
  expect(namesOnlyIn(article, library(counts))).toEqual([]);
});
