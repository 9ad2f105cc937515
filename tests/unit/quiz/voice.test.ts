import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOpinionated, isQuotedAt } from '../../../src/quiz/voice.ts';
import { articlesIn, cardsMadeOf, dated } from '../../support/cards.ts';

const NEWS = Array.from(
  { length: 9 },
  (_, i) => `Norway sold ship number ${i} to the Kalvik Harbour Office.`,
);
const VIEWS = [
  'We should never have sold the ships to Denmark.',
  'Of course it was simply wrong of Norway.',
  'Why did you let it happen to Kalvik?',
];
const own = (texts: string[]) => texts.map((text) => ({ text, isSpoken: false }));

test('an opinion piece is told from news by how often its writer judges', () => {
  expect(isOpinionated(own(NEWS))).toBe(false);
  expect(isOpinionated(own([...NEWS, ...VIEWS.slice(0, 2)]))).toBe(false);
  expect(isOpinionated(own([...NEWS.slice(0, 6), ...VIEWS]))).toBe(true);
});

test('what others are quoted with, and a few sentences, say nothing of the writer', () => {
  const quoted = VIEWS.map((text) => ({ text, isSpoken: true }));
  expect(isOpinionated([...own(NEWS), ...quoted, ...quoted])).toBe(false);
  expect(isOpinionated(own(VIEWS))).toBe(false);
});

test('of an opinion piece only dates and figures are asked about, and nothing is called true or false', async () => {
  const facts =
    'Norway sold 14 ships to the Kalvik Harbour Office in March 2011. The Kalvik Harbour Office was led by Ines Dahl of Norway.';
  const text = `${facts} ${VIEWS.join(' ')} ${VIEWS.join(' ')}`;
  const { cards } = cardsMadeOf(
    await articlesIn({ 'a.md': dated('Notes', `${text} ${NEWS.slice(0, 4).join(' ')}`) }),
  );
  expect(cards.length).toBeGreaterThan(0);
  for (const { kind, proof } of cards) {
    expect(kind).not.toBe('trueFalse');
    expect(proof[0]?.quote).toMatch(/\d/);
  }
});

test('a sentence in the middle of a quotation is nobody’s fact', async () => {
  const text =
    '“Kalvik is far away. Norway joined the Arctic Ice Council in March 2011. It was cold,” Ines Dahl said.';
  const { cards, refused } = cardsMadeOf(await articlesIn({ 'a.md': dated('Notes', text) }));
  expect(cards).toEqual([]);
  expect(refused.map(({ reason }) => reason)).toContain('quotation');
});

test('a quotation is open until it is closed or its paragraph ends', () => {
  const part = fc.constantFrom('He left.', '“Go on.', 'Stay.”', '"So."', '“Yes.”');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = `“Open.\n${parts.join(' ')}`;
      const count = (mark: string) => parts.join(' ').split(mark).length - 1;
      expect(isQuotedAt(text, text.length)).toBe(count('“') > count('”') || count('"') % 2 === 1);
    }),
  );
});
