import { expect, test } from 'vitest';
import { answer, consider } from '../../../src/answer/answer.ts';
import { type Event, eventIn, limitedBy } from '../../../src/answer/event.ts';
import { readQuery } from '../../../src/retrieve/query.ts';
import { libraryOf, split } from '../../support/library.ts';
import { wordVector } from '../../support/vectors.ts';

const TODAY = '2026-11-22';

const ARTICLES = [
  split('first', 'Lysen promised Norway two ferries. The harbour of Lysen sold its old crane.', {
    title: 'Lysen and Norway',
    publishedAt: '2024-03-02',
  }),
  split('second', 'Lysen promised Norway nine ferries. The harbour of Lysen was closed for a day.', {
    title: 'Lysen and Norway again',
    publishedAt: '2025-09-20',
  }),
  split(
    'visit',
    'The visit of the queen of Norway to Lysen took place on 4 May 2025. Crowds lined the quay.',
    {
      title: 'A queen on the quay',
      publishedAt: '2025-05-06',
    },
  ),
  split('flood', 'The flood in Lysen ruined three warehouses.', {
    title: 'Water',
    publishedAt: '2024-11-08',
  }),
  split('undated', 'The parade through Lysen was long.', { title: 'A parade' }),
];

const library = () => libraryOf(ARTICLES);

async function ask(text: string) {
  const given = answer(readQuery({ text }, TODAY), wordVector(text), await library());
  return { ...given, sources: given.citations.map(({ articleId }) => articleId) };
}

test.each([
  ['before the visit of the queen', 'first', { before: '2025-05-04' }],
  ['after the visit of the queen', 'second', { since: '2025-05-05' }],
  ['since the visit of the queen', 'second', { since: '2025-05-04' }],
])(
  '"%s" is kept to the date that the articles tell, and the answer says which',
  async (limit, source, bounds) => {
    const { sources, text, time } = await ask(`How many ferries did Lysen promise Norway ${limit}?`);
    expect(sources).toEqual([source]);
    expect(text).toContain('"the visit of the queen" was taken to be of 4 May 2025.');
    expect(time).toEqual({
      words: limit,
      event: { words: 'the visit of the queen', date: '2025-05-04' },
      ...bounds,
    });
  },
);

test('an event without a date of its own is of the day when an article told of it', async () => {
  const { sources, text } = await ask('Before the flood, how many ferries did Lysen promise Norway?');
  expect(sources).toEqual(['first']);
  expect(text).toContain('"the flood" was taken to be of 8 November 2024.');
});

test('an event that the articles tell no date of limits nothing, and the answer says so', async () => {
  for (const event of ['the parade', 'the eclipse']) {
    const { sources, text } = await ask(`How many ferries did Lysen promise Norway before ${event}?`);
    expect(sources).toContain('second');
    expect(text).toContain(`No date of "${event}" was found, so this may be of any time.`);
  }
});

test('where nothing is of the time asked about, the answer says that it may not be', async () => {
  const { text } = await ask('What ruined three warehouses in Lysen after the visit of the queen?');
  expect(text).toContain('nothing was found that is surely of the time asked about');
});

test('what tells of the event itself needs no date for it', async () => {
  const query = readQuery({ text: 'Who lined the quay after the visit of the queen to Lysen?' }, TODAY);
  expect(consider(query, wordVector(query.text), await library()).query.time).toBeUndefined();
});

test.each(['What happened before 2019?', 'Who came before?', 'Before the visit', 'What is the visit?'])(
  '"%s" is limited by no event',
  (text) => {
    expect(eventIn(readQuery({ text }, TODAY))).toBeUndefined();
  },
);

test('a word that the question has beside the event too is still looked for', () => {
  const query = readQuery({
    text: 'How many ferries did Lysen promise Norway before the visit of the queen to Lysen?',
  });
  const limited = limitedBy(query, eventIn(query) as Event, { since: '2025-05-04', before: '2025-05-05' });
  expect(limited.terms.map(({ word }) => word)).toEqual(['ferries', 'lysen', 'promise', 'norway']);
});
