import { expect, test } from 'vitest';
import { consider } from '../../../src/answer/answer.ts';
import { readQuery } from '../../../src/retrieve/query.ts';
import { libraryOf, split } from '../../support/library.ts';
import { wordVector } from '../../support/vectors.ts';

async function featuresIn(text: string, question: string) {
  const reader = await libraryOf([split('a', text), split('tea', 'Tea grows in the hills of Assam.')]);
  const { candidates } = consider(readQuery({ text: question }), wordVector(question), reader);
  return (opening: string) =>
    candidates.find(({ match }) => match.text.startsWith(opening))?.features ?? expect.fail(opening);
}

test('another word for what was asked counts for a sentence that lacks the word itself', async () => {
  const of = await featuresIn(
    'Gunmen abducted the two teachers at night. The school was painted green.',
    'Who kidnapped the teachers?',
  );
  expect(of('Gunmen').meant).toBeGreaterThan(0);
  expect(of('The school').meantInPassage).toBeGreaterThan(0);
  expect(of('The school').meant).toBe(0);
});

test('words asked in a row count where they stand in a row', async () => {
  const of = await featuresIn(
    'The harbour crane fell into the sea. A crane nests far from any noisy harbour.',
    'What happened to the harbour crane?',
  );
  expect(of('The harbour').pairs).toBe(1);
  expect(of('A crane').pairs).toBe(0);
});

test('what is expected counts for the words asked that stand near it', async () => {
  const of = await featuresIn(
    'The lighthouse opened in 1961. The lighthouse opened late, for nobody in all of the town and of the islands around it could find the key to it until 1962.',
    'When was the lighthouse opened?',
  );
  expect(of('The lighthouse opened in').nearExpected).toBe(1);
  expect(of('The lighthouse opened late').nearExpected).toBe(0);
});

test('a sentence that refers back has the words of the one before it', async () => {
  const of = await featuresIn(
    'The ferry serves two islands. It was built in Lysen. Lysen is small.',
    'Where was the ferry built?',
  );
  expect(of('It was built').referred).toBeGreaterThan(0);
  expect(of('Lysen is').referred).toBe(0);
});
