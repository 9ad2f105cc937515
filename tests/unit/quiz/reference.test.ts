import { expect, test } from 'vitest';
import { QuizCorpus } from '../../../src/quiz/corpus.ts';
import { referenceOf } from '../../../src/quiz/reference.ts';
import { articlesIn, dated } from '../../support/cards.ts';

const TITLE = 'Minister defends the harbour bill';

async function referenceIn(text: string): Promise<string> {
  const corpus = new QuizCorpus(
    await articlesIn({ 'a.md': dated(TITLE, `${text} Anna Dahl lives in Oslo.`) }),
  );
  const [sentence] = corpus.sentences;
  return sentence ? referenceOf(sentence.text, sentence.terms, TITLE) : '';
}

test.each([
  ['none', 'Anna Dahl said she opened the Kalvik station in Oslo.'],
  ['none', 'One of the ships of Norway sank near Oslo.'],
  ['none', 'Norway sold its ships to a firm in Oslo, and the firm sank them.'],
  ['none', 'In May, the Kalvik Harbour Office sold its ships.'],
  ['none', 'Norway is at the top of the world in the morning.'],
  ['title', 'Anna Dahl said Norway needs the bill.'],
  ['title', 'Anna Dahl voted for the extradition rules.'],
  ['text', 'Anna Dahl said they would oppose it.'],
  ['text', 'Kalvik shares rose after he left Norway.'],
  ['text', 'Anna Dahl left the hotel at night.'],
  ['text', 'Anna Dahl can influence the company through friends in Norway.'],
  ['none', 'Airbus sold ships to Oslo, and the company was proud of Norway.'],
  ['text', 'Anna Dahl voted for the new plan.'],
  ['text', 'Norway sent three more ships to Oslo.'],
  ['text', 'Staffers from the office of Anna Dahl took part.'],
  ['text', 'Norway reached the goal of that ambition three years early.'],
  ['text', 'The talks were held by Norway in Oslo.'],
  ['text', 'By contrast, Norway sold ships to Oslo.'],
])('what has to be read with a sentence (%s): %s', async (reference, text) => {
  expect(await referenceIn(text)).toBe(reference);
});
