import { expect, test } from 'vitest';
import { answerReading } from '../../../src/answer/answer-reading.ts';
import { asksForList, itemsIn, numberIn } from '../../../src/answer/list-words.ts';
import { splitArticle } from '../../../src/ingest/split.ts';
import { askedAs } from '../../support/asked.ts';
import { split, testLibrary } from '../../support/library.ts';

const TEXT = `The council of Lysen met on Monday. The harbour plan has three pillars:
a breakwater against storms
a ferry terminal
shore power for ships

The mayor named four steps for the coming year. First, the old pier is taken down. Second, divers survey the bed. Third, bids are asked for. Finally, work begins in October. Gulls are loud.

Residents raised two concerns with the council. One is noise from the site. The other is the loss of parking. The council will reply in May.

The ferry company has to meet several conditions. It must run six trips a day. It must keep fares low. It must carry bicycles. Other companies had asked for more.

Three towns of the fjord share the bill. The towns are Lysen, Varde and Holm. Tea was served.

The school honours two poets. Ada Lunde was born in 1901. Per Holt wrote of eels.

What the harbour costs

Breakwater: 40 million
Terminal: 25 million

Tea grows in Assam and elsewhere.`;

async function ask(question: string, text = TEXT) {
  const { reader, publish } = testLibrary();
  const { article } = split('plan', text, { title: 'Harbour' });
  await publish({ put: [{ article, passages: splitArticle(article) }] });
  reader.refresh();
  const { claims, citations } = answerReading(askedAs(question), reader).draft;
  for (const { start, end, quote } of citations) expect(text.slice(start, end)).toBe(quote);
  return claims[0];
}

test.each([
  [
    'What are the three pillars of the harbour plan?',
    'The harbour plan has three pillars: a breakwater against storms; a ferry terminal; shore power for ships',
  ],
  [
    'Which four steps did the mayor name?',
    'The mayor named four steps for the coming year. First, the old pier is taken down. Second, divers survey the bed. Third, bids are asked for. Finally, work begins in October.',
  ],
  [
    'What concerns did residents raise?',
    'Residents raised two concerns with the council. One is noise from the site. The other is the loss of parking.',
  ],
  [
    'Which conditions does the ferry company have to meet?',
    'The ferry company has to meet several conditions. It must run six trips a day. It must keep fares low. It must carry bicycles.',
  ],
  [
    'Which three towns of the fjord share the bill?',
    'Three towns of the fjord share the bill. The towns are Lysen, Varde and Holm.',
  ],
  [
    'Which two poets does the school honour?',
    'The school honours two poets. Ada Lunde was born in 1901. Per Holt wrote of eels.',
  ],
  ['What costs has the harbour?', 'What the harbour costs: Breakwater: 40 million; Terminal: 25 million'],
])('%s', async (question, text) => {
  expect((await ask(question))?.text).toBe(text);
});

test('a sentence that only happens to begin with "One" opens no list', async () => {
  const text =
    'Fishers protested at the plant. One man was hurt. Another question is the cost. Tea was served.';
  expect((await ask('Which fishers protested at the plant?', text))?.text).toBe(
    'Fishers protested at the plant.',
  );
});

test.each([
  ['How many pillars has the harbour plan?', 'The harbour plan has three pillars:'],
  ['When does work begin?', 'Finally, work begins in October.'],
  ['Where does tea grow?', 'Tea grows in Assam and elsewhere.'],
])('"%s" needs no list', async (question, text) => {
  expect((await ask(question))?.text).toBe(text);
});

test('of a long list the first items are shown, and how many more there are', async () => {
  const items = Array.from({ length: 20 }, (_, i) => `item number ${i + 1}`).join('\n');
  const claim = await ask('What has to be packed?', `What has to be packed are these things:\n${items}`);
  expect(claim?.text).toContain('item number 12 … and 8 more');
  expect(claim?.text).not.toContain('item number 13');
});

test('counts and questions for several are told from others', () => {
  expect(
    ['four regimes', 'both sides', 'the 3 pillars', 'in 3 years', '2.5 percent', '5 pm'].map(numberIn),
  ).toEqual([4, 2, 3, undefined, undefined, undefined]);
  expect(
    [
      'Which four regimes are there?',
      'what are the aims',
      'name the members',
      'Which countries joined?',
    ].every(asksForList),
  ).toBe(true);
  expect(
    [
      'What does ISRO do?',
      'Which is older?',
      'What is the focus?',
      'When did it end?',
      'What time do the members meet?',
    ].some(asksForList),
  ).toBe(false);
  expect(
    ['tea', 'tea, milk and sugar', 'salt; oil; tea', 'salt and oil', 'In May, it rained.'].map(itemsIn),
  ).toEqual([0, 3, 3, 2, 0]);
});
