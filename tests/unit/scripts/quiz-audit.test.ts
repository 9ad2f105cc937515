import { expect, test } from 'vitest';
import { audit } from '../../../scripts/quiz/audit.ts';
import type { Article, Card } from '../../../src/model.ts';
import { card } from '../../support/cards.ts';

const SAID = '“We should have built the second harbour at Kalvik long ago,” Ines Dahl said.';
const NOW = 'Norway bought 12 ships for the Kalvik station this year.';
const article: Article = {
  ...{ id: 'a', title: 'Ice', text: `${SAID} ${NOW}`, body: 0, contentHash: 'c', stated: {} },
};

function rulesFor(quote: string, parts: Partial<Card>): string[] {
  const start = article.text.indexOf(quote);
  const proof = [{ n: 1, articleId: 'a', title: 'Ice', start, end: start + quote.length, quote }];
  const found = audit([card({ articleId: 'a', proof, ...parts })], new Map([['a', article]]));
  return found.map(({ rule }) => rule);
}

const ASKED: Partial<Card> = {
  ...{ kind: 'choice', asks: 'person', key: 'Ines Dahl' },
  options: ['Ines Dahl', 'Erik Lund', 'Sofia Berg', 'Karl Holm'],
};

test('who said an opinion may be asked, with the words as they are quoted', () => {
  const words = 'We should have built the second harbour at Kalvik long ago';
  const question = `According to The Daily Test (6 May 2024), who said: “${words}”?`;
  expect(rulesFor(SAID, { ...ASKED, question })).toEqual([]);
  expect(rulesFor(SAID, { ...ASKED, question: question.replace('second', 'third') })).toContain('speaker');
  expect(rulesFor(SAID, { ...ASKED, key: 'Erik Lund', question })).toContain('speaker');
  expect(rulesFor(SAID, { ...ASKED, question: 'Who built the harbour at Kalvik?' })).toContain('opinion');
});

test('a time that passes needs the day that it is told of', () => {
  const gap: Partial<Card> = { kind: 'gap', asks: 'country', key: 'Norway' };
  const question = (lead: string) => `Fill the gap (a country)${lead}:\n${NOW.replace('Norway', '_____')}`;
  expect(rulesFor(NOW, { ...gap, question: question(', as of 6 May 2024') })).toEqual([]);
  expect(rulesFor(NOW, { ...gap, question: question('') })).toContain('overtaken');
});
