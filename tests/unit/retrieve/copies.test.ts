import { describe, expect, test } from 'vitest';
import { readQuery } from '../../../src/retrieve/query.ts';
import { type RankedPassage, rank } from '../../../src/retrieve/rank.ts';
import { libraryOf, split } from '../../support/library.ts';
import { wordVector } from '../../support/vectors.ts';

const FILLER = Array.from(
  { length: 8 },
  (_, i) => `Boat${i} of the north${i} fleet${i} went past${i} the pier${i} of Marsk${i} at dawn${i}.`,
);

/** An article of one paragraph for every sentence, long enough to be compared. */
function article(id: string, publishedAt: string | undefined, ...sentences: string[]) {
  const head = { title: `Title of ${id}`, publisher: id.toUpperCase(), ...(publishedAt && { publishedAt }) };
  return split(id, [...sentences, ...FILLER].join('\n\n'), head);
}

const LEAD = 'The lighthouse keepers of Marsk ended their long strike on Friday evening.';
const PAY = 'The port authority will pay the keepers more for every night of the winter.';

async function ranked(articles: ReturnType<typeof article>[], filter: object = {}): Promise<RankedPassage[]> {
  const reader = await libraryOf(articles);
  const text = 'When did the lighthouse keepers end the strike, and will the port authority pay them?';
  return rank(reader, readQuery({ text, ...filter }), wordVector(text)).passages;
}

const saying = (passages: RankedPassage[], text: string) =>
  passages
    .filter(({ passage }) => passage.text.includes(text))
    .map(({ passage, sentences }) => ({
      id: passage.articleId,
      alsoIn: sentences[0]?.alsoIn?.map(({ id }) => id),
    }));

const wire = article('wire', '2031-05-02', LEAD, PAY);
const paper = article('paper', '2031-05-03', LEAD, PAY);
const radio = article('radio', undefined, LEAD, PAY.replace('for every night', 'for each night'));

describe('a sentence that copies share', () => {
  test('is left to the earliest, which names the others', async () => {
    const passages = await ranked([radio, paper, wire]);
    expect(saying(passages, LEAD)).toEqual([{ id: 'wire', alsoIn: ['paper', 'radio'] }]);
    expect(saying(passages, 'The port authority will pay')).toEqual([
      { id: 'wire', alsoIn: ['paper', 'radio'] },
    ]);
  });

  test('does not take places among the passages twice', async () => {
    const passages = await ranked([radio, paper, wire]);
    expect(new Set(passages.map(({ passage }) => passage.text)).size).toBe(passages.length);
  });

  test('is shown from, and named in, only what a filter lets through', async () => {
    expect(saying(await ranked([radio, paper, wire], { publishers: ['paper'] }), LEAD)).toEqual([
      { id: 'paper', alsoIn: undefined },
    ]);
    expect(saying(await ranked([radio, paper, wire], { since: '2031-05-03' }), LEAD)).toEqual([
      { id: 'paper', alsoIn: undefined },
    ]);
  });
});

test.each([
  ['another number', 'The port authority will pay the keepers 30 crowns more for every night of the winter.'],
  ['a denial', 'The port authority will not pay the keepers more for every night of the winter.'],
  ['another name', 'The harbour board of Vell will pay the keepers more for every night of the winter.'],
])('a sentence with %s stays', async (_, changed) => {
  const passages = await ranked([wire, article('paper', '2031-05-03', LEAD, changed)]);
  expect(saying(passages, changed)).toEqual([{ id: 'paper', alsoIn: [] }]);
  expect(saying(passages, PAY)).toEqual([{ id: 'wire', alsoIn: [] }]);
});

test('what only a copy says is kept', async () => {
  const own = 'The keepers of Vell did not join the strike of the lighthouse keepers.';
  const passages = await ranked([wire, article('paper', '2031-05-03', LEAD, PAY, own)]);
  expect(saying(passages, own)).toEqual([{ id: 'paper', alsoIn: [] }]);
});

test('articles that are no copies keep the sentences that they share', async () => {
  const apart = split('apart', `${LEAD}\n\nTea is drunk hot in Assam.`);
  const passages = await ranked([wire, apart]);
  expect(
    saying(passages, LEAD)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['apart', 'wire']);
});
