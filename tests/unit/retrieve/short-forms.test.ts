import { expect, test } from 'vitest';
import { missingNames } from '../../../src/answer/asked-names.ts';
import { rank } from '../../../src/retrieve/rank.ts';
import { understand } from '../../../src/retrieve/understand.ts';
import { libraryOf, split } from '../../support/library.ts';
import { wordVector } from '../../support/vectors.ts';

const articles = [
  split(
    'regime',
    'The Fjord Fishing Control Regime, FFCR for short, is old. The Fjord Fishing Control Regime has 35 partners. ' +
      'The Fjord Fishing Control Regime meets in Lysen. See www.ffcr.info for more.',
  ),
  split('office', 'The Office on Drugs of Lysen (OODOL) is small. OODOL has a budget. OODOL met the ECB.'),
  split(
    'virus',
    'The virus, known as CFV, is spread by ticks. CFV (crab fever virus) was found in Aid. An aid came.',
  ),
  split(
    'other',
    'The Salt League has 15 members. Members of the Salt League meet. Ada is 12, an age to read AG news.',
  ),
];
const read = async (text: string) => understand({ text }, await libraryOf(articles));

test('a short form is the name that the articles mostly have in full, in words and in meaning', async () => {
  const library = await libraryOf(articles);
  const query = understand({ text: 'ffcr members count' }, library);
  expect(query.text).toBe('FFCR members count');
  expect(query.terms.map(({ word, stem }) => [word, stem])).toEqual([
    ['fjord fishing control regime', 'ffcr'],
    ['members', 'member'],
  ]);
  expect(query.embedded).toBe('fjord fishing control regime members count');
  const [best] = rank(library, query, wordVector(query.embedded ?? '')).passages;
  expect(best?.passage.articleId).toBe('regime');
});

test('a short form that is missing from what is found is told as in capitals', async () => {
  const query = await read('has the ffcr members');
  expect(missingNames(query, { title: '' }, [])).toEqual(['FFCR']);
});

test.each([
  ['oodol budget', 'OODOL budget'],
  ['when did the ecb meet oodol', 'when did the ECB meet OODOL'],
  ['how is cfv spread', 'how is CFV spread'],
])('%s keeps a short form that the articles use', async (text, written) => {
  const query = await read(text);
  expect(query.text).toBe(written);
  expect(query.embedded).toBe(written);
});

test.each(['what aid came', 'lysen boats', 'salt league', 'nato members'])(
  '%s has no short form',
  async (text) => {
    const query = await read(text);
    expect(query.text).toBe(text);
    expect(query.embedded).toBeUndefined();
  },
);

test('another generation has other short forms', async () => {
  const reader = await libraryOf([split('a', 'The Salt League (SL) met.')]);
  expect(understand({ text: 'who leads sl' }, reader).text).toBe('who leads SL');
  const other = await libraryOf([split('a', 'The salt, or sl, was sold.')]);
  expect(understand({ text: 'who leads sl' }, other).text).toBe('who leads sl');
});
