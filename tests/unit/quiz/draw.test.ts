import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card } from '../../../src/model.ts';
import { type Deck, draw } from '../../../src/quiz/draw.ts';
import { card } from '../../support/cards.ts';

const NONE = new Set<string>();

/** Cards, each of the sentence it is given, and the ids that were read. */
function deckOf(sentences: readonly number[]): Deck & { read: string[] } {
  const cards = new Map(
    sentences.map((sentence, i): [string, Card] => [
      `c${i}`,
      card({
        id: `c${i}`,
        proof: [{ n: 1, articleId: 'a', title: 'A', start: 0, end: 1, quote: `${sentence}` }],
      }),
    ]),
  );
  const read: string[] = [];
  return {
    read,
    cardIds: async () => [...cards.keys()],
    async cardsById(ids) {
      read.push(...ids);
      return ids.map((id) => ({ card: cards.get(id) as Card, isLive: true }));
    },
  };
}

test('of many cards only as many are read as it takes', async () => {
  const deck = deckOf(Array.from({ length: 5000 }, (_, i) => i));
  const drawn = await draw(deck, { count: 5, chance: 'x', resting: NONE, known: NONE });
  expect(new Set(drawn).size).toBe(5);
  expect(deck.read.length).toBeLessThanOrEqual(20);
});

test('what is known comes last, what rests never, and only what is fit', async () => {
  const deck = deckOf([1, 2, 3, 4, 5]);
  const drawing = { count: 4, chance: 'x', resting: new Set(['c0']), known: new Set(['c1', 'c2']) };
  const drawn = await draw(deck, { ...drawing, isFit: ({ id }) => id !== 'c4' });
  expect(drawn[0]).toBe('c3');
  expect(drawn.slice(1).sort()).toEqual(['c1', 'c2']);
});

test('no two cards are of one sentence while there are others', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 12 }),
      fc.string(),
      async (sentences, count, chance) => {
        const drawn = await draw(deckOf(sentences), { count, chance, resting: NONE, known: NONE });
        expect(new Set(drawn).size).toBe(Math.min(count, sentences.length));
        if (count * 4 < sentences.length) return;
        const asked = new Set(drawn.map((id) => sentences[Number(id.slice(1))]));
        expect(asked.size).toBe(Math.min(count, new Set(sentences).size));
      },
    ),
  );
});
