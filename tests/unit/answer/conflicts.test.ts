import { describe, expect, test } from 'vitest';
import { answer, type Draft } from '../../../src/answer/answer.ts';
import { readQuery } from '../../../src/retrieve/query.ts';
import { split, testLibrary } from '../../support/library.ts';
import { wordVector } from '../../support/vectors.ts';

/** Asks of articles that are one text each, the first published on the first day, and so on. */
async function ask(question: string, ...texts: string[]): Promise<Draft> {
  const { reader, publish } = testLibrary();
  const put = texts.map((text, i) =>
    split(`day-${i + 1}`, text, { title: 'News of the day', publishedAt: `2031-06-0${i + 1}` }),
  );
  await publish({ put: [...put, split('tea', 'Tea grows in the hills of Assam. It is drunk hot.')] });
  reader.refresh();
  return answer(readQuery({ text: question }), wordVector(question), reader);
}

describe('articles differ', () => {
  test.each([
    [
      'in a number',
      'How many people were killed by the flood in Varenne?',
      'The flood in Varenne killed 12 people on Sunday.',
      'The flood in Varenne killed 19 people, the mayor says.',
    ],
    [
      'in a number that is spelled out',
      'How many ships were sunk in the storm off Vell?',
      'Two ships were sunk in the storm off Vell on Sunday.',
      'In the storm off Vell 5 ships were sunk, divers found.',
    ],
    [
      'in a date',
      'When will the bridge of Varenne reopen?',
      'The bridge of Varenne will reopen on 12 September.',
      'The bridge of Varenne will reopen on 3 October, the mayor says.',
    ],
    [
      'in an amount of money',
      'How much will the new stadium of Brell cost?',
      'The new stadium of Brell will cost 120 million euros.',
      'The new stadium of Brell will cost €160 million, a report says.',
    ],
  ])('%s: both are said, the newer first', async (_, question, older, newer) => {
    const { conflict, claims, citations, text } = await ask(question, older, newer);
    expect(conflict).toBeDefined();
    expect(claims.map((claim) => claim.text)).toEqual([newer, older]);
    expect(citations.map(({ n, publishedAt }) => [n, publishedAt])).toEqual([
      [1, '2031-06-02'],
      [2, '2031-06-01'],
    ]);
    expect(text).toBe(
      `The articles give different ${conflict}s, the newest first: 2031-06-02: ${newer} [1] 2031-06-01: ${older} [2]`,
    );
  });
});

test('of articles that agree the newest stands for them', async () => {
  const { claims, citations } = await ask(
    'How many people were killed by the flood in Varenne?',
    'The flood in Varenne killed 12 people on Sunday.',
    'The flood in Varenne killed 19 people, the mayor says.',
    'The flood in Varenne killed twelve people, and not more.',
  );
  expect(claims[0]?.text).toContain('twelve');
  expect(claims[1]?.text).toContain('19');
  expect(citations.map(({ articleId }) => articleId)).toEqual(['day-3', 'day-2']);
});

describe('articles do not differ', () => {
  test.each([
    [
      'when a number is written in another way',
      'How many bands from Peru came to the Lund festival?',
      'The Lund festival drew five bands from Peru.',
      'Some 5 bands from Peru came to the Lund festival.',
    ],
    [
      'when a date is less exact',
      'When was the Gorm ferry line founded?',
      'The Gorm ferry line was founded on 12 June 1923.',
      'The Gorm ferry line was founded in June 1923 by two brothers.',
    ],
    [
      'when a date is written in another way',
      'When was the Falk bank opened?',
      'The Falk bank was opened on June 12, 1923.',
      'The Falk bank was opened on 12 June 1923 by the mayor.',
    ],
    [
      'when a number is rounded',
      'How many containers did the port of Dresk handle?',
      'The port of Dresk handled 1.2 million containers.',
      'The port of Dresk handled 1,187,300 containers, a record.',
    ],
    [
      'when they speak of other places',
      'How many houses did the flood destroy?',
      'A flood in Ambel destroyed 40 houses on Monday.',
      'A flood in Corvo destroyed 75 houses on Monday.',
    ],
    [
      'when they speak of other years',
      'How many tonnes of tea was the harvest of Tezpur?',
      'In 2019 the harvest of Tezpur was 300 tonnes of tea.',
      'In 2022 the harvest of Tezpur was 410 tonnes of tea.',
    ],
    [
      'when they speak of namesakes',
      'How many member states does the club have?',
      'The Ostra Club has 48 member states.',
      'The Westra Club has 43 member states.',
    ],
    [
      'when one thing began and ended',
      'When were the Geneva talks on the Lake treaty?',
      'The Geneva talks on the Lake treaty began on 3 June.',
      'The Geneva talks on the Lake treaty ended on 9 June.',
    ],
    [
      'when another thing is counted',
      'How many people were killed by the storm in Helm?',
      'A storm in Helm killed 4 people on Monday.',
      'A storm in Helm injured 31 people on Monday.',
    ],
    [
      'when one number is the sum of others',
      'How many people were killed by the Ravn train crash?',
      'The Ravn train crash killed 12 people.',
      'The Ravn train crash killed 9 people at once and 3 people later.',
    ],
    [
      'when the newer one tells the older number too',
      'How many people were killed by the Yarl landslide?',
      'The Yarl landslide killed 19 people.',
      'The people killed by the Yarl landslide rose from 12 to 19.',
    ],
    [
      'about what was not asked',
      'Who leads the Orlen plant?',
      'Ida Falk leads the Orlen plant with 40 workers.',
      'Ida Falk leads the Orlen plant with 55 workers.',
    ],
  ])('%s', async (_, question, first, second) => {
    const { status, conflict, text } = await ask(question, first, second);
    expect(status).not.toBe('notInCorpus');
    expect(conflict).toBeUndefined();
    expect(text).not.toContain('different');
  });
});
