import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { audit } from '../../../scripts/quiz/audit.ts';
import type { Card } from '../../../src/model.ts';
import { areEquivalent } from '../../../src/quiz/equivalent.ts';
import { articlesIn, cardsMadeOf, dated } from '../../support/cards.ts';

const CORPUS = join(import.meta.dirname, '../../../corpus');
const corpus = await articlesIn(
  Object.fromEntries(
    globSync('**/*.md', { cwd: CORPUS }).map((path) => [path, readFileSync(join(CORPUS, path), 'utf8')]),
  ),
);
const made = cardsMadeOf(corpus);
const byId = new Map(corpus.map(({ article }) => [article.id, article]));

async function cardsIn(...texts: string[]): Promise<Card[]> {
  return cardsMadeOf(
    await articlesIn(
      Object.fromEntries(texts.map((text, i) => [`a${i}.md`, dated(`Notes number ${i}`, text)])),
    ),
  ).cards;
}

async function reasonsFor(text: string): Promise<string[]> {
  const found = cardsMadeOf(await articlesIn({ 'a.md': dated('Notes', text) }));
  expect(found.cards).toEqual([]);
  return [...new Set(found.refused.map(({ reason }) => reason))];
}

test('the articles of the project make many cards of all kinds, and every card keeps every rule', () => {
  expect(made.cards.length).toBeGreaterThanOrEqual(120);
  expect(new Set(made.cards.map(({ kind }) => kind))).toEqual(
    new Set(['choice', 'gap', 'trueFalse', 'article', 'acronym', 'order']),
  );
  for (const { article } of corpus) {
    expect(
      made.cards.filter(({ articleId }) => articleId === article.id).length,
      article.id,
    ).toBeGreaterThanOrEqual(5);
  }
  expect(audit(made.cards, byId).map(({ rule, why, card }) => `${rule}: ${why}: ${card.question}`)).toEqual(
    [],
  );
});

test('the same articles make the same cards, in whatever order they come', () => {
  const ids = (cards: readonly Card[]) => cards.map(({ id }) => id).sort();
  expect(ids(cardsMadeOf(corpus.toReversed()).cards)).toEqual(ids(made.cards));
});

test('a changed sentence changes the cards that rest on it and no others', async () => {
  const [first, second] = [
    'Ines Dahl opened the Kalvik station on 4 March 2011.',
    'The Kalvik station cost 18 million euros in 2011.',
  ];
  const before = await cardsIn(`${first} ${second}`);
  const after = await cardsIn(`${first.replace('4 March', '5 March')} ${second}`);
  const resting = (cards: Card[], on: string) =>
    cards.filter(({ proof }) => proof[0]?.quote === on).map(({ id }) => id);
  expect(resting(before, second).length).toBeGreaterThan(0);
  expect(resting(after, second)).toEqual(resting(before, second));
  expect(resting(before, first).length).toBeGreaterThan(0);
  expect(resting(after, first)).toEqual([]);
});

test('questions are well formed', async () => {
  const asked = (
    await cardsIn(
      'Norway joined the Arctic Ice Council in March 2011 as its ninth member. The Arctic Ice Council was founded in 1996. The Arctic Ice Council has 12 members.',
    )
  ).map(({ question }) => question);
  expect(asked).toEqual(
    expect.arrayContaining([
      'In which month and year did Norway join the Arctic Ice Council as its ninth member?',
      'In which year was the Arctic Ice Council founded?',
      'As of 6 May 2024, how many members does the Arctic Ice Council have?',
    ]),
  );
});

test.each([
  ['refersBack', 'It signed the treaty with Norway in March 2011 in Oslo.'],
  ['refersBack', 'The agreement was signed in Oslo by Norway in March 2011.'],
  ['quotation', '“Norway joined the Arctic Ice Council in March 2011,” she said.'],
  ['opinion', 'Norway should probably leave the Arctic Ice Council in March 2031.'],
  ['furniture', 'Readers can find more about Norway at https://example.org in 2011.'],
  ['overtaken', 'Norway joined the Arctic Ice Council a week ago with 12 members.'],
])('refuses what is no question for a student (%s): %s', async (reason, sentence) => {
  expect(await reasonsFor(sentence)).toContain(reason);
});

test('a statement about now says as of when, and one without any date says whose it is', async () => {
  const questions = (
    await cardsIn(
      'The Arctic Ice Council has 12 members and 3 observers. The Arctic Ice Council met Ines Dahl in the town of Tromso.',
    )
  ).map(({ question }) => question);
  expect(questions.length).toBeGreaterThan(1);
  for (const question of questions) expect(question).toMatch(/[Aa]s of 6 May 2024|[Aa]ccording to/);
});

test('nothing is offered that another article makes true, and nothing asked that another answers otherwise', async () => {
  const fact = 'Norway joined the Arctic Ice Council in March 2011 with a fleet of ships.';
  const asked = (card: Card) => card.asks === 'country' && card.proof[0]?.quote === fact;
  expect((await cardsIn(fact)).some(asked)).toBe(true);
  expect(
    (await cardsIn(fact, 'Finland joined the Arctic Ice Council in March 2011 with a fleet of ships.')).some(
      asked,
    ),
  ).toBe(false);
});

test.each([
  ['UK', 'United Kingdom'],
  ['the United States', 'U.S.'],
  ['Modi', 'Narendra Modi'],
  ['France', 'French'],
])('%s and %s are one answer', (one, other) => {
  expect(areEquivalent(one, other, 'country')).toBe(true);
  expect(areEquivalent(other, one, 'country')).toBe(true);
});

test('a date that lies in another is no wrong answer beside it', () => {
  expect(areEquivalent('2008', 'September 2008', 'year')).toBe(true);
  expect(areEquivalent('2008', 'September 2009', 'year')).toBe(false);
  expect(areEquivalent('five', '5', 'number')).toBe(true);
});

test('what the day of the article tells is asked as of that day', async () => {
  const [card] = await cardsIn('The Arctic Ice Council bought 12 ships in Norway this year.');
  expect(card?.question).toContain('as of 6 May 2024');
});

test('a thing that only the title explains is asked about with the title', async () => {
  const articles = await articlesIn({
    'a.md': dated(
      'Norway buys the Kalvik ships',
      'The Arctic Ice Council sold the ships to Norway in March 2011.',
    ),
  });
  const { cards } = cardsMadeOf(articles);
  const asked = cards.filter(({ kind }) => kind !== 'article');
  expect(asked.length).toBeGreaterThan(0);
  for (const { question } of asked) expect(question).toContain('“Norway buys the Kalvik ships”');
});

test('what joins a sentence to the one before it is left out, and the rest is quoted', async () => {
  const cards = await cardsIn(
    'The Kalvik station is old. But Norway joined the Arctic Ice Council in March 2011.',
  );
  expect(cards.map(({ proof }) => proof[0]?.quote)).toContain(
    'Norway joined the Arctic Ice Council in March 2011.',
  );
});

test('a limit is not called wrong by what it includes', async () => {
  const cards = await cardsIn(
    'Work on the Kalvik station by Norway had not begun by the end of 2024. Norway sent more than 14 ships to the Kalvik station in March 2011.',
  );
  expect(cards.filter(({ asks }) => asks === 'year')).toEqual([]);
  for (const { kind, question } of cards)
    if (kind === 'trueFalse') expect(question).toMatch(/by the end of 2024|more than 14/);
});

test('a lone article has wrong answers of the sort of the right one', async () => {
  const cards = await cardsIn(
    'Boeing sold 12 ships to Norway in March 2011 at a loss. Ines Dahl opened the Kalvik station near Oslo on 4 March 2011.',
  );
  const optionsFor = (key: string) => cards.find((card) => card.key === key && card.options)?.options ?? [];
  expect(optionsFor('Boeing')).toHaveLength(4);
  expect(optionsFor('Boeing')).not.toContain('World Bank');
});

test('events are put in order wherever their sentences have the date', async () => {
  const cards = await cardsIn(
    'The Kalvik station was opened on 4 March 2011 when winter was over. In 1998 Norway joined the Arctic Ice Council. The Kalvik Harbour Office sold its ships in June 2015, making Denmark rich. Norway has a council which was set up in 1962.',
  );
  const order = cards.find(({ kind }) => kind === 'order');
  expect(order?.question).toMatch(/^Put these events in order, the earliest first:\nA\. /);
  expect(order?.question).toContain('The Kalvik station was opened when winter was over.');
  expect(order?.question).toContain('The Kalvik Harbour Office sold its ships, making Denmark rich.');
  expect(order?.question).not.toContain('set up');
});

test('a short form in the furniture of a page is not asked for', async () => {
  const text =
    'The Kalvik Harbour Office (KHO) sells ships. Subscribe to the newsletter of the Arctic Ice Council (AIC).';
  const keys = (await cardsIn(text)).filter(({ kind }) => kind === 'acronym').map(({ key }) => key);
  expect(keys).toContain('KHO');
  expect(keys).not.toContain('AIC');
});

test('the class of an organisation is not its name, and one example is as good as another', async () => {
  const cards = await cardsIn(
    'Ines Dahl of Norway taught physics at the University in March 2011. Norway trades with countries like Denmark in March 2012 by ship.',
  );
  expect(cards.map(({ key }) => key)).not.toContain('University');
  expect(cards.filter(({ asks }) => asks === 'country').map(({ key }) => key)).not.toContain('Denmark');
});

test('what somebody has not done is not called wrong of somebody else', async () => {
  const cards = await cardsIn(
    'Boeing is not opening any new plants in Norway in March 2031. Airbus sold 12 ships in Oslo in March 2011.',
  );
  expect(cards.filter(({ key, asks }) => asks === 'organisation' && key === 'Boeing')).toEqual([]);
  for (const { kind, key, question } of cards)
    if (kind === 'trueFalse' && key === 'False') expect(question).not.toMatch(/Airbus is not opening/);
});

test('no wrong number reads as a year', async () => {
  const numbers = Array.from({ length: 20 }, (_, i) => 790 + i);
  const bodies = numbers.map(
    (number) => `In Dane County there were ${number} fewer bushes than in the garden of Brahmapur.`,
  );
  const read = await Promise.all(bodies.map((body) => articlesIn({ 'tea.md': `# Tea\n\n${body}` })));
  const offered = read.flatMap((articles) =>
    cardsMadeOf(articles).cards.flatMap(({ options = [] }) => options),
  );
  expect(offered.filter((option) => numbers.includes(Number(option))).length).toBeGreaterThan(5);
  for (const option of offered) expect(option).not.toMatch(/^(?:1\d|20)\d\d$/);
});
