import { expect, test } from 'vitest';
import { answer } from '../../../../src/answer/answer.ts';
import { standaloneOf } from '../../../../src/answer/follow-up/standalone.ts';
import { turnOf } from '../../../../src/answer/turn.ts';
import { readQuery } from '../../../../src/retrieve/query.ts';
import { libraryOf, split } from '../../../support/library.ts';
import { wordVector } from '../../../support/vectors.ts';

const ARTICLES = [
  split(
    'pact',
    'The leaders of Norland and Sudland meet in Lysen in May. Norland and Sudland were the last to join the KTCR.',
    { title: 'Norland and Sudland' },
  ),
  split('ktcr', 'The KTCR has 35 partners. The KTCR was formed in 1987 in Orrin.', { title: 'The KTCR' }),
];
const FIRST = 'When will the leaders of Norland and Sudland meet?';

async function followed(text: string) {
  const library = await libraryOf(ARTICLES);
  const first = answer(readQuery({ text: FIRST }), wordVector(FIRST), library);
  const history = [turnOf({ ...first, question: FIRST })];
  return standaloneOf({ text, history }, '2026-11-22', library);
}

test('a question of its own in few words carries nothing over', async () => {
  expect(await followed('KTCR members count')).toMatchObject({
    text: 'KTCR members count',
    isCarried: false,
  });
  expect(await followed('ktcr founding year')).toMatchObject({ isCarried: false });
});

test('a whole question of something else carries nothing over', async () => {
  const text = 'Who won the football world cup?';
  expect(await followed(text)).toMatchObject({ text, isCarried: false });
  expect((await followed('Who joined the regime last?')).isCarried).toBe(true);
});

test('a place, or a name in the place of another, is put into the question before', async () => {
  expect((await followed('and in Lysen?')).isCarried).toBe(true);
  expect((await followed('and the KTCR?')).isCarried).toBe(true);
});
