import { expect, test } from 'vitest';
import { readQuery } from '../../../src/retrieve/query.ts';
import { hitsOf, rank, readAhead } from '../../../src/retrieve/rank.ts';
import { libraryOf, split, testLibrary } from '../../support/library.ts';
import { wordVector } from '../../support/vectors.ts';

async function search(texts: Record<string, string>, question: string) {
  const reader = await libraryOf(Object.entries(texts).map(([id, text]) => split(id, text)));
  return hitsOf(rank(reader, readQuery({ text: question }), wordVector(question)), 10);
}

const texts = {
  rockets: 'Rockets carry satellites into orbit. The launch site is in Kourou.',
  tea: 'Tea grows in Assam. It is drunk hot.',
  trade: 'Both countries want more trade. A treaty is under discussion.',
};

test('the passage that speaks of the question comes first, with every ranker between 0 and 1', async () => {
  const hits = await search(texts, 'Where are rockets launched?');
  expect(hits[0]?.passage.articleId).toBe('rockets');
  for (const { score, rankers } of hits) {
    for (const value of [score, ...Object.values(rankers)]) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
  }
  expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a));
});

test('words without a place in the articles still give an order', async () => {
  expect((await search(texts, 'xyzzy plugh')).length).toBeGreaterThan(0);
});

test('what was read ahead is ranked the same, also when articles were published in between', async () => {
  const { reader, publish } = testLibrary();
  const query = readQuery({ text: 'Where are rokcets launched?' });
  const ranked = () => hitsOf(rank(reader, query, wordVector(query.text)), 10);
  for (const [id, text] of Object.entries(texts)) {
    readAhead(reader, query);
    await publish({ put: [split(id, text)] });
    reader.refresh();
    const before = ranked();
    readAhead(reader, query);
    expect(ranked()).toEqual(before);
    expect(before.map(({ passage }) => passage.articleId)).toContain('rockets');
  }
});

test('an empty library has no hits', async () => {
  expect(await search({}, 'rockets')).toEqual([]);
});

test('one article stuffed with keywords does not push the others off the first places', async () => {
  const stuffed = Array.from({ length: 8 }, () => 'Rockets launch rockets launch site rockets orbit.').join(
    '\n\n',
  );
  const hits = await search({ stuffed, ...texts }, 'Where is the rocket launch site?');
  const first = hits.slice(0, 4).map(({ passage }) => passage.articleId);
  expect(first.filter((id) => id === 'stuffed').length).toBeLessThanOrEqual(2);
  expect(first).toContain('rockets');
});
