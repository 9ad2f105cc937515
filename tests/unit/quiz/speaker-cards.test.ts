import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audit } from '../../../scripts/quiz/audit.ts';
import type { Card } from '../../../src/model.ts';
import { articlesIn, cardsMadeOf, dated } from '../../support/cards.ts';

const WORDS = 'Norway will build a second harbour at Kalvik before winter comes';
const PEOPLE =
  'Erik Lund repaired boats in Bergen in 2011. Sofia Berg taught physics in Tromso in 2012. Karl Holm baked bread in Oslo in 2013.';

async function speakersIn(text: string): Promise<Card[]> {
  const articles = await articlesIn({ 'a.md': dated('Notes from the north', `${text}\n\n${PEOPLE}`) });
  const { cards } = cardsMadeOf(articles);
  expect(audit(cards, new Map(articles.map(({ article }) => [article.id, article])))).toEqual([]);
  return cards.filter(
    ({ question, proof }) => proof[0]?.quote.includes(WORDS) && /“Norway will/.test(question),
  );
}

test.each([
  `“${WORDS},” Anna Dahl said.`,
  `“${WORDS},” said engineer Anna Dahl in Bergen.`,
  `“${WORDS},” Anna Dahl, the chief engineer of Kalvik, told nobody but wrote.`.replace(
    'told nobody but wrote',
    'said',
  ),
  `Anna Dahl said: “${WORDS}.”`,
])('who said it is asked when the sentence names a person: %s', async (text) => {
  const [card, ...more] = await speakersIn(text);
  expect(more).toEqual([]);
  expect(card).toMatchObject({ asks: 'person', key: 'Anna Dahl', kind: 'choice' });
  expect(card?.question).toMatch(/^According to .*, who said: “Norway will .* comes”\?$/);
  expect(card?.options).toHaveLength(4);
});

test('what somebody wrote is asked for as written', async () => {
  const [card] = await speakersIn(`“${WORDS},” Anna Dahl wrote.`);
  expect(card?.question).toContain('who wrote: “');
});

test.each([
  `“${WORDS},” she said.`,
  `“${WORDS},” the Kalvik Harbour Office said.`,
  `“${WORDS},” said a friend of Anna Dahl and Erik Lund.`,
  `“${WORDS}, says Anna Dahl,” Anna Dahl said.`,
  `“${WORDS} [and] goes,” Anna Dahl said.`,
])('nobody is asked who said it when that is not told: %s', async (text) => {
  expect(await speakersIn(text)).toEqual([]);
});

test('what two people say is not asked for', async () => {
  expect(await speakersIn(`“${WORDS},” Anna Dahl said. “${WORDS},” Erik Lund said.`)).toEqual([]);
});

test('with too few people to choose from the name is typed', async () => {
  const { cards } = cardsMadeOf(await articlesIn({ 'a.md': dated('Notes', `“${WORDS},” Anna Dahl said.`) }));
  expect(cards).toMatchObject([{ kind: 'gap', key: 'Anna Dahl', also: ['Dahl'] }]);
  expect(cards[0]?.question).toContain(`“${WORDS},” _____ said.`);
});

test('whatever is quoted, every card about it keeps every rule', async () => {
  const word = fc.constantFrom(
    ...[
      'harbour',
      'Norway',
      'I',
      'we',
      'today',
      '“',
      '”',
      'said',
      'Anna',
      'Dahl',
      'should',
      '.',
      '(',
      '$',
      '*',
      '?',
      'ships',
      'seven',
      'Oslo',
    ],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (words) => {
      await speakersIn(`“${WORDS} ${words.join(' ')},” Anna Dahl said.`);
    }),
    { numRuns: 30 },
  );
});
