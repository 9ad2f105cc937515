import { expect, test } from 'vitest';
import { answer } from '../../../src/answer/answer.ts';
import { timeNote } from '../../../src/answer/as-of.ts';
import { readQuery } from '../../../src/retrieve/query.ts';
import { libraryOf, split } from '../../support/library.ts';
import { wordVector } from '../../support/vectors.ts';

const TODAY = '2026-11-22';

const ARTICLES = [
  split('old', 'The harbour of Lysen is run by Oda Krog. The harbour of Lysen sold nine ferries.', {
    title: 'Harbour report',
    publishedAt: '2019-05-02',
  }),
  split('new', 'The harbour of Lysen is run by Nils Berg. The harbour of Lysen bought two cranes.', {
    title: 'Harbour report',
    publishedAt: '2026-06-12',
  }),
  split('undated', 'The harbour of Lysen is run by nobody. Its tower fell in 1987.', {
    title: 'Harbour tales',
  }),
  split(
    'history',
    'The lighthouse of Lysen was built in 1961 by Ada Holm. In 1998 the lighthouse of Lysen was painted red. The lighthouse of Lysen will be moved in 2030.',
    { title: 'The lighthouse', publishedAt: '2024-03-01' },
  ),
  split(
    'mayor',
    'The mayor of Orrin was elected by Ada Holm and the guild from 1994 to 1996. Since 1990 the mayor of Orrin had been elected by the council.',
    { title: 'Town hall' },
  ),
  split(
    'tower',
    'In 1980 the tower of Sund was known as the Lantern. Today the tower of Sund is known to all its guests as the Needle.',
    { title: 'The tower' },
  ),
  split('tea', 'Tea grows in the hills of Assam. Its harvest begins in April.', { title: 'Tea' }),
];

async function ask(text: string, filter: { since?: string; before?: string } = {}) {
  const reader = await libraryOf(ARTICLES);
  const given = answer(readQuery({ text, ...filter }, TODAY), wordVector(text), reader);
  return { ...given, sources: given.citations.map(({ articleId }) => articleId) };
}

test('the newest of articles that answer alike comes first when that is asked for, with its date', async () => {
  const { sources, asOf, text, time } = await ask('Who runs the harbour of Lysen now?');
  expect(sources.slice(0, 2)).toEqual(['new', 'old']);
  expect(asOf).toBe('2026-06-12');
  expect(text).toContain('As of 12 June 2026.');
  expect(time).toEqual({ words: 'now', order: 'newest' });
});

test('what an undated article says is so today is newer than any day it names', async () => {
  const { claims } = await ask('What is the tower of Sund known as today?');
  expect(claims[0]?.text).toContain('the Needle');
});

test('a sentence that bounds the time as the question does comes first', async () => {
  const { claims } = await ask('Who has elected the mayor of Orrin since 1990?');
  expect(claims[0]?.text).toMatch(/^Since 1990/);
});

test('the oldest comes first when that is asked for', async () => {
  const { sources } = await ask('What is the first report of who runs the harbour of Lysen?');
  expect(sources[0]).toBe('old');
});

test('a question that says nothing of time gets no date', async () => {
  const { time, asOf, text } = await ask('Who runs the harbour of Lysen?');
  expect([time, asOf]).toEqual([undefined, undefined]);
  expect(text).not.toContain('As of');
});

test.each([
  ['since April', ['new'], 'From articles since 1 April 2026.'],
  ['before 2020', ['old'], 'From articles before 2020.'],
  ['in 2019', ['old'], 'From articles of 2019.'],
  ['in May 2019', ['old'], 'From articles of May 2019.'],
  ['between 2018 and 2020', ['old'], 'From articles of 2018 to 2020.'],
])('%s only articles of that time are cited', async (when, expected, note) => {
  const { sources, text } = await ask(`Who ran the harbour of Lysen ${when}?`);
  expect([...new Set(sources)]).toEqual(expected);
  expect(text).toContain(note);
});

test('a time that no article has or tells of is not answered from another, and the filter is shown', async () => {
  for (const when of ['in 2015', 'in March 2019', 'since 1 August', 'before 1950', 'last week']) {
    const { status, text, closest, asOf } = await ask(`Who ran the harbour of Lysen ${when}?`);
    expect([when, status]).toEqual([when, 'notInCorpus']);
    expect(text).toContain(`Because of "${when}", only articles`);
    expect(closest[0]?.title).toContain('Harbour');
    expect(asOf).toBeUndefined();
  }
});

test('an article tells of other years than its own', async () => {
  const built = await ask('Who built the lighthouse of Lysen in 1961?');
  expect(built.claims[0]?.text).toContain('Ada Holm');
  expect(built.text).toContain('As of 1 March 2024.');
  expect(built.text).not.toContain('From articles');
  const painted = await ask('What happened to the lighthouse of Lysen before 2000?');
  expect(painted.sources[0]).toBe('history');
});

test('what is put at another time is not said to be of the time of the article', async () => {
  const { claims } = await ask('Was the lighthouse of Lysen painted in 2024?');
  expect(claims.map(({ text }) => text).join()).not.toContain('1998');
  const since = await ask('What happened to the lighthouse of Lysen since 2025?');
  expect(since.status).toBe('notInCorpus');
});

test('filters that are set are narrowed, never widened', async () => {
  const { status } = await ask('Who ran the harbour of Lysen in 2019?', { since: '2020-01-01' });
  expect(status).toBe('notInCorpus');
});

test('an undated source says so when the newest was asked for', () => {
  const citation = { n: 1, articleId: 'a', title: 'A', start: 0, end: 1, quote: 'x' };
  expect(timeNote({ time: { words: 'now', order: 'newest' }, citations: [citation] })).toBe(
    'The cited article does not state its date.',
  );
});

test.each([
  [{ since: '2025-07-24', before: '2025-07-25' }, 'of 24 July 2025'],
  [{ since: '2026-11-09', before: '2026-11-16' }, 'of 9 November 2026 to 15 November 2026'],
  [{ since: '2026-04-01' }, 'since 1 April 2026'],
  [{ before: '2020-01-01' }, 'before 2020'],
])('a period in words: %o', (period, words) => {
  expect(timeNote({ time: { words: 'then', ...period }, citations: [] })).toBe(
    `Because of "then", only articles ${words} and passages that tell of that time were searched.`,
  );
});
