import { expect, test } from 'vitest';
import { consider } from '../../../src/answer/answer.ts';
import { arrangeByOccasion, occasionIn } from '../../../src/answer/occasion.ts';
import { readQuery } from '../../../src/retrieve/query.ts';
import { libraryOf, split } from '../../support/library.ts';
import { wordVector } from '../../support/vectors.ts';

test.each([
  ['What happened at COP21 with the league?', 'COP21'],
  ['What did Ada Berg announce at the Salt Fair?', 'Salt Fair'],
  ['what was agreed during the Fjord War?', 'Fjord War'],
  ['What happened at the fair?', undefined],
  ['How many boats are planned at Lysen?', undefined],
  ['Who spoke at the Salt Fair?', undefined],
  ['What happened at Lysen in April 2011?', undefined],
])('the occasion of "%s" is %s', (text, occasion) => {
  expect(occasionIn(readQuery({ text }, '2024-05-06'))).toBe(occasion);
});

test('what names the occasion comes first, unless it is much less likely', async () => {
  const text = 'What happened at COP9?';
  const library = await libraryOf([split('a', 'It met at COP9. It met. It sold salt at COP9.')]);
  const query = readQuery({ text });
  const { candidates } = consider(query, wordVector(text), library);
  const scores: Record<string, number> = { 'It met.': 9, 'It met at COP9.': 8, 'It sold salt at COP9.': 5 };
  const scored = candidates
    .map((candidate) => ({ ...candidate, score: scores[candidate.match.text] ?? 0 }))
    .sort((a, b) => b.score - a.score);
  const told = (asked: string) =>
    arrangeByOccasion(readQuery({ text: asked }), scored).map(({ match }) => match.text);
  expect(told(text)).toEqual(['It met at COP9.', 'It met.', 'It sold salt at COP9.']);
  expect(told('What happened with COP9?')).toEqual(['It met.', 'It met at COP9.', 'It sold salt at COP9.']);
});
