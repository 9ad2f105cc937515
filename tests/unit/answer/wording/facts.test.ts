import { expect, test } from 'vitest';
import { unfoundFacts } from '../../../../src/answer/wording/facts.ts';

const SENTENCE =
  'On 22 August, India’s Prime Minister Narendra Modi paid €1.2 million for four ships of the United Kingdom.';
const evidence = {
  sentences: [SENTENCE],
  passages: [`Emmanuel Macron left in 2019. ${SENTENCE}`],
  articles: [{ title: 'A purchase in Brest', publishedAt: '2022-08-23' }],
};

test.each([
  'On August 22, Modi paid 1,200,000 euros for 4 British ships.',
  'Mr Modi, the Indian Prime Minister, bought four ships from the UK.',
  'Four ships were bought in August 2022.',
  'Officials say that it paid for one of the ships.',
])('%s has everything from its source', (claim) => {
  expect(unfoundFacts(claim, evidence)).toEqual([]);
});

test.each([
  ['Modi paid on 23 August.', ['23 August']],
  ['Modi paid on 22 September.', ['22 September']],
  ['Modi paid on 22 August 2021.', ['22 August 2021']],
  ['Modi paid €1.3 million.', ['1.3 million']],
  ['Modi paid $1.2 million.', ['1.2 million']],
  ['Modi bought 5 ships at 04:10 am.', ['04:10 am', '5']],
  ['Rajiv Modi bought four ships.', ['Rajiv Modi']],
  ['Emmanuel Macron paid for four ships.', ['Emmanuel Macron']],
  ['The ships took part in G20.', ['G20']],
])('%s does not: %j', (claim, unfound) => {
  expect(unfoundFacts(claim, evidence)).toEqual(unfound);
});

test('a name may be told by the rest of the passage where the quoted words only point', () => {
  const pointing = { ...evidence, sentences: ['He left in 2019.'] };
  expect(unfoundFacts('Emmanuel Macron left in 2019.', pointing)).toEqual([]);
  expect(unfoundFacts('Boris Johnson left in 2019.', pointing)).toEqual(['Boris Johnson']);
});

test.each([
  ['The US left.', 'Norway left.', ['US']],
  ['Three US ships left.', 'Three ships left.', ['US']],
  ['It is a tenth of its GDP.', 'It is a tenth of its gross domestic product.', []],
  ['It begins after 40 countries have joined.', 'It begins after the fortieth country has joined.', []],
  ['The two countries signed it.', 'Norway and Chile signed it.', []],
  ['The two countries signed it.', 'They signed it.', ['two']],
])('"%s" from "%s" is left with %j', (claim, sentence, unfound) => {
  expect(unfoundFacts(claim, { sentences: [sentence], passages: [sentence], articles: [] })).toEqual(unfound);
});
