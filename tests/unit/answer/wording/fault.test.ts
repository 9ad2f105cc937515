import { expect, test } from 'vitest';
import { faultOf } from '../../../../src/answer/wording/check.ts';

function fault(claim: string, ...sentences: string[]): string | undefined {
  return faultOf(claim, { sentences, passages: sentences, articles: [] });
}

test.each([
  ['India opened the harbour in May.', 'India inherited the harbour in May.'],
  ['The board designed a new hall.', 'The board financed a new hall.'],
  ['The lake feeds forty villages.', 'The lake feeds forty villages after a long dispute.'],
  ['The court hired the engineers.', 'The court hired the violins.'],
])('"%s" does not say all of "%s"', (sentence, claim) => {
  expect(fault(claim, sentence)).toMatch(/does not say/);
});

test.each([
  ['India plans to sign the treaty.', 'India signed the treaty.'],
  ['India signed the treaty.', 'India plans to sign the treaty.'],
  ['The bridge may collapse.', 'The bridge will collapse.'],
  ['The museum was built in stone.', 'The museum will be built in stone.'],
  ['The crew tried to reach the pole.', 'The crew reached the pole.'],
])('"%s" is told in another mode by "%s"', (sentence, claim) => {
  expect(fault(claim, sentence)).toBeDefined();
});

test.each([
  ['Some members voted.', 'All members voted.'],
  ['The trains often stop here.', 'The trains always stop here.'],
  ['At least 20 ships sailed.', 'At most 20 ships sailed.'],
  ['The price rose and the mill closed.', 'The price rose because the mill closed.'],
  ['Each station has a guard.', 'One station has a guard.'],
  ['The trip takes ninety days.', 'The trip takes ninety hours.'],
])('"%s" is told in another quantity or cause by "%s"', (sentence, claim) => {
  expect(fault(claim, sentence)).toBeDefined();
});

test.each([
  ['The council sued the company.', 'The company sued the council.'],
  ['The bridge was built by the monks.', 'The bridge built the monks.'],
  ['Of 900 houses 300 were sold.', 'Of 300 houses 900 were sold.'],
  ['Rao came in 1990 and left in 1995.', 'Rao came in 1995 and left in 1990.'],
  ['Rao met farmers in Goa.', 'Rao said that he met farmers in Goa.'],
])('"%s" is turned around by "%s"', (sentence, claim) => {
  expect(fault(claim, sentence)).toBeDefined();
});

test.each([
  ['India bought two frigates.', 'India purchased two frigates.'],
  ['The two sides agreed on a text in May.', 'The two sides reached an agreement on a text in May.'],
  ['The monks built the bridge.', 'The bridge was built by the monks.'],
  ['India plans to sign the treaty.', 'India intends to sign the treaty.'],
  ['Rao said that it rained in Goa.', 'According to Rao, it rained in Goa.'],
  ['It rained in May.', 'The article says that it rained in May.'],
  ['The road is 20 km long.', 'The road is 20 kilometres long.'],
  ['It closed since nobody came.', 'It closed because nobody came.'],
])('"%s" may be told as "%s"', (sentence, claim) => {
  expect(fault(claim, sentence)).toBeUndefined();
});

test.each([
  ['The mill was founded in 1961, when Rao was mayor.', 'The mill was founded by Rao in 1961.'],
  ['Many boats often anchor here in winter.', 'Most boats often anchor here in winter.'],
  ['The society is an informal club of sailors.', 'The society is a secret club of sailors.'],
  ['It was the third boat to cross the strait.', 'It was the first boat to cross the strait.'],
  ['They set the goal of doubling the harvest.', 'They doubled the harvest.'],
])('"%s" is made more of by "%s"', (sentence, claim) => {
  expect(fault(claim, sentence)).toBeDefined();
});

test.each([
  ['Supporters stress that the plan is cheap.', 'Supporters insist that the plan is cheap.'],
  ['The two towns first met in Goa in 1990.', 'The first meeting of the two towns was held in Goa in 1990.'],
  [
    'The boat was launched in 1990 to study fish.',
    'The boat was designed to study fish and launched in 1990.',
  ],
  ['Police killed one man in April.', 'One man died in April.'],
  ['The harbour has no crane of its own.', 'The harbour lacks a crane of its own.'],
  ['Rao and Basu signed the pact in Goa.', 'Both leaders signed the pact in Goa.'],
  ['The firm became a member in 1998.', 'The firm has been a member since 1998.'],
])('"%s" may be told in other words: "%s"', (sentence, claim) => {
  expect(fault(claim, sentence)).toBeUndefined();
});

test('two sentences may be told as one', () => {
  expect(
    fault('India joined in 2016, and France left in 2019.', 'India joined in 2016.', 'France left in 2019.'),
  ).toBeUndefined();
});
