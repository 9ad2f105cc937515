import { expect, test } from 'vitest';
import { answerReading } from '../../../src/answer/answer-reading.ts';
import { articlesAsked } from '../../../src/answer/articles-asked.ts';
import { askedAs } from '../../support/asked.ts';
import { split, testLibrary } from '../../support/library.ts';

test.each([
  ['What do both articles say about cyber crime?', { each: 'answers', text: 'cyber crime' }],
  ['Do the two articles agree on the cost?', { each: 'answers', text: 'the cost' }],
  ['where do both reports differ on trade', { each: 'answers', text: 'trade' }],
  ['According to both articles, who pays?', { each: 'answers', text: 'who pays?' }],
  ['Who is the mayor in both articles?', { each: 'answers', text: 'Who is the mayor?' }],
  ['Which articles mention the harbour?', { each: 'mentions', text: 'the harbour' }],
  ['what articles are about tea', { each: 'mentions', text: 'tea' }],
  ['In which articles is Oda Krog mentioned?', { each: 'mentions', text: 'Oda Krog' }],
  ['show me all articles on tea', { each: 'mentions', text: 'tea' }],
])('"%s" is put to articles', (question, asked) => {
  expect(articlesAsked(question)).toMatchObject(asked);
});

test.each([
  'What do both countries want?',
  'Who wrote the article?',
  'Which article of the treaty bans mines?',
  'What do the articles of the treaty say?',
  'Both articles were late',
])('"%s" is not', (question) => {
  expect(articlesAsked(question)).toBeUndefined();
});

async function ask(question: string) {
  const { reader, publish } = testLibrary();
  await publish({
    put: [
      split('post', 'The harbour of Lysen opens in May. Gulls are loud.', { title: 'A', publisher: 'Post' }),
      split('echo', 'The harbour of Lysen opens in June. The mayor is proud.', {
        title: 'B',
        publisher: 'Echo',
      }),
      split('tea', 'Tea grows in Assam. Pickers rest at noon.', { title: 'C', publisher: 'Leaf' }),
    ],
  });
  reader.refresh();
  return answerReading(askedAs(question), reader).draft;
}

test('each article answers under the name of its publisher', async () => {
  const { status, claims } = await ask('According to both articles, when does the harbour of Lysen open?');
  expect(status).toBe('answered');
  expect(claims.map(({ label, text }) => `${label}: ${text}`).toSorted()).toEqual([
    'Echo: The harbour of Lysen opens in June.',
    'Post: The harbour of Lysen opens in May.',
  ]);
});

test('where only one article answers, that is said', async () => {
  const { status, claims, text } = await ask('In both articles, where does tea grow?');
  expect(status).toBe('partial');
  expect(claims).toMatchObject([{ label: 'C', text: 'Tea grows in Assam.' }]);
  expect(text).toContain('No other article says so.');
});

test('articles that mention something are listed with the sentence that does', async () => {
  const { claims } = await ask('Which articles mention the harbour of Lysen?');
  expect(claims.map(({ label }) => label).toSorted()).toEqual(['A', 'B']);
  expect(await ask('Which articles mention pancakes?')).toMatchObject({ status: 'notInCorpus', claims: [] });
});
