import { expect, test } from 'vitest';
import { consider } from '../../../src/answer/answer.ts';
import { readQuery } from '../../../src/retrieve/query.ts';
import { libraryOf, split } from '../../support/library.ts';
import { wordVector } from '../../support/vectors.ts';

const ARTICLES = [
  split(
    'harbour',
    'The harbour of Lysen has had a lighthouse since 1998. In 2012 nine ferries were sold there.',
    {
      title: 'Harbour report',
      publishedAt: '2019-05-02',
    },
  ),
  split('tea', 'Tea grows in the hills of Assam. Its harvest begins in April.', { title: 'Tea' }),
];

async function topicOf(text: string): Promise<number> {
  return consider(readQuery({ text }, '2026-11-22'), wordVector(text), await libraryOf(ARTICLES)).topic;
}

test('a span of years proves no topic, though everything of these years is of the time asked about', async () => {
  expect(await topicOf('Which mayor won between 1994 and 2015?')).toBeLessThan(0.1);
  expect(await topicOf('Which ferries won a prize since 1990?')).toBeLessThan(0.2);
});

test('what the articles speak of stays on topic with a span of years', async () => {
  expect(await topicOf('How many ferries were sold in the harbour of Lysen since 1990?')).toBeGreaterThan(
    0.5,
  );
});
