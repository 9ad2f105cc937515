import { expect, test } from 'vitest';
import { readQuery, trigramsOf } from '../../../src/retrieve/query.ts';
import { correctSpelling } from '../../../src/retrieve/spelling.ts';
import { stemsOf } from '../../../src/retrieve/stems.ts';
import { wordsOf } from '../../../src/retrieve/words.ts';
import { libraryOf, split, testLibrary } from '../../support/library.ts';

const terms = (text: string) => readQuery({ text }).terms.map(({ word }) => word);

test('terms are the words that tell articles apart', () => {
  expect(terms('Which of the four regimes does France support?')).toEqual([
    'four',
    'regimes',
    'france',
    'support',
  ]);
  expect(terms('What does MTCR stand for?')).toEqual(['mtcr']);
  expect(terms("France's satellites and a satellite")).toEqual(['france', 'satellite']);
  expect(terms('Does the US help us?')).toEqual(['us', 'help']);
});

test('a word that only asks how many is no term', () => {
  expect(terms('league members count')).toEqual(['league', 'members']);
  expect(terms('total number of boats')).toEqual(['total', 'boats']);
  expect(terms('number of boats')).toEqual(['boats']);
  expect(terms('number')).toEqual(['number']);
  expect(terms('Did the count of Apulia count')).toEqual(['count', 'apulia']);
});

test('a question of common words only keeps them', () => {
  expect(terms('who are you')).toEqual(['who', 'are', 'you']);
});

test('words are folded and stemmed as the full-text index does, and know where they stand', () => {
  expect(wordsOf('Études of ORGANISATIONS')).toEqual([
    { word: 'etudes', stem: 'etud', start: 0, end: 6 },
    { word: 'of', stem: 'of', start: 7, end: 9 },
    { word: 'organisations', stem: 'organis', start: 10, end: 23 },
  ]);
});

test('trigrams begin at the space before a word and are told once', () => {
  expect(trigramsOf(['isro', 'is'])).toEqual([' is', 'isr', 'sro']);
});

test('a text is found by initials and by other names of its countries', () => {
  const text = 'British members of the Nuclear Suppliers Group met in the United Kingdom';
  const stems = stemsOf(wordsOf(text), text);
  for (const stem of ['nsg', 'uk', 'british', 'nuclear']) expect(stems).toContain(stem);
  expect(stems).not.toContain('french');
});

test.each([
  ['satelites', 'satellites'],
  ['wassenar', 'wassenaar'],
  ['headquaters', 'headquarters'],
  ['Wasenar', 'wassenaar'],
  ['Arangemet', 'arrangement'],
  ['kourou', 'kourou'],
  ['lourou', 'kourou'],
  ['Idia', 'india'],
  ['Frnace', 'france'],
  ['MTRC', 'mtcr'],
])('%s is read as %s', async (typed, meant) => {
  const { reader, publish } = testLibrary();
  await publish({
    put: [
      split(
        'a',
        `The headquarters of the Wassenaar Arrangement track satellites. India, France and the MTCR met in Kourou.`,
      ),
    ],
  });
  reader.refresh();
  const [stem] = wordsOf(meant).map((word) => word.stem);
  expect(correctSpelling(readQuery({ text: typed }), reader).terms.map((term) => term.stem)).toEqual([stem]);
});

test('a name that was parted or run together is read as the articles have it', async () => {
  const reader = await libraryOf([split('a', 'Aryabhata flew. Atmanirbhar Bharat is a campaign.')]);
  const stems = (text: string) => correctSpelling(readQuery({ text }), reader).terms.map(({ stem }) => stem);
  expect(stems('Who built Arya bhata')).toEqual(['built', 'aryabhata']);
  expect(stems('AtmanirbharBharat campaign')).toEqual(['atmanirbhar', 'bharat', 'campaign']);
});

test.each(['russia', 'mtcx', 'germany', '2019', 'Kali'])(
  '%s is not mistaken for a word of the articles',
  async (word) => {
    const { reader, publish } = testLibrary();
    await publish({
      put: [split('a', 'Prussia and the MTCR met in 2018, says a German, not a man of Bali.')],
    });
    reader.refresh();
    const query = readQuery({ text: word });
    expect(correctSpelling(query, reader)).toEqual(query);
  },
);
