import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerReading } from '../../../src/answer/answer-reading.ts';
import { excerptOf } from '../../../src/answer/excerpt.ts';
import { explain } from '../../../src/answer/explain.ts';
import { withHead } from '../../../src/ingest/head.ts';
import type { ArticleHead } from '../../../src/model.ts';
import type { SplitArticle } from '../../../src/ports.ts';
import { askedAs } from '../../support/asked.ts';
import { split, testLibrary } from '../../support/library.ts';

function article(
  { id, place, ...head }: Pick<ArticleHead, 'id'> & Partial<ArticleHead> & { place?: string },
  lines: string[],
  body: string,
): SplitArticle {
  const { text, ...rest } = withHead({ ...head, ...(place && { place }) }, lines, body);
  return split(id, text, { ...head, ...rest });
}

const MILL = article(
  {
    id: 'mill',
    title: 'Old mill becomes a library',
    author: 'Clara Voss',
    publishedAt: '2023-04-18',
    place: 'UPPER WEND',
  },
  ['By Clara Voss | 18 April 2023', 'UPPER WEND —'],
  'The mill of Upper Wend, built in 1788, opens as a library.\n\nThe council paid half of the cost.',
);
const FERRY = article(
  { id: 'ferry', title: 'Ferries to carry tide gauges', publisher: 'Wend Times', publishedAt: '2021-05' },
  [],
  'Norland wants gauges on all ferries to measure the tide. The report was written by three engineers.',
);
const TAX = article(
  { id: 'tax', title: 'Norland weighs tax on ferries', author: 'Ann Lee', publisher: 'Harbour News' },
  [],
  'Norland considers a tax on the passengers of ferries.',
);

async function library(put = [MILL, FERRY, TAX]) {
  const { reader, publish } = testLibrary();
  await publish({ put });
  reader.refresh();
  return reader;
}

async function ask(text: string, put?: SplitArticle[]) {
  const reader = await library(put);
  const asked = askedAs(text);
  const { draft } = answerReading(asked, reader);
  for (const { articleId, start, end, quote } of draft.citations) {
    expect(reader.article(articleId)?.text.slice(start, end)).toBe(quote);
  }
  return { ...draft, reader, asked };
}

test('answers who wrote an article with the line that says so, the name in bold', async () => {
  const { status, claims, citations, text } = await ask('Who wrote the article about the old mill?');
  expect(status).toBe('answered');
  expect(text).toBe('By Clara Voss | 18 April 2023 [1]');
  const [claim] = claims;
  expect(claim?.emphasis.map(({ start, end }) => claim.text.slice(start, end))).toEqual(['Clara Voss']);
  expect(citations[0]).toMatchObject({ articleId: 'mill', inHead: true });
});

test('one line that says both is cited once, with both in bold', async () => {
  const { claims } = await ask('Who wrote the article about the mill and when was it published?');
  const [claim] = claims;
  expect(claims).toHaveLength(1);
  expect(claim?.emphasis.map(({ start, end }) => claim.text.slice(start, end))).toEqual([
    'Clara Voss',
    '18 April 2023',
  ]);
});

test.each([
  ['When was the article about the mill published?', 'By Clara Voss | 18 April 2023 [1]'],
  ['Where was the article about the library reported from?', 'UPPER WEND [1]'],
  ['What is the headline of the article about tide gauges?', 'Ferries to carry tide gauges [1]'],
  ['Which publisher published the article about the tax on ferries?', 'Published by Harbour News [1]'],
  ['When did the Wend Times report on ferries?', 'Published in May 2021 [1]'],
  ['Who wrote “Norland weighs tax on ferries”?', 'By Ann Lee [1]'],
])('"%s"', async (question, text) => {
  expect(await ask(question)).toMatchObject({ status: 'answered', text });
});

test('several articles are told apart by their headlines', async () => {
  const { text } = await ask('Which newspaper reported on ferries?');
  expect(text.split(' Norland weighs').length + text.split(' Ferries to carry').length).toBe(3);
  expect(text).toContain('Ferries to carry tide gauges: Published by Wend Times');
  expect(text).toContain('Norland weighs tax on ferries: Published by Harbour News');
});

test('what an article does not state is not guessed, and what it does is still said', async () => {
  expect(await ask('Who wrote the article about tide gauges?')).toMatchObject({
    status: 'notInCorpus',
    confidence: 0,
    claims: [],
    closest: [{ articleId: 'ferry' }],
  });
  expect(await ask('Who wrote the article about the tide gauges and when was it published?')).toMatchObject({
    status: 'partial',
    missing: ['the author'],
    text: 'Published in May 2021 [1] The cited passages do not mention the author.',
  });
});

test.each([
  'Who wrote the article about the football world cup?',
  'Who wrote the article about ferries in Brazil?',
  'When was it published?',
])('"%s" means none of the articles', async (question) => {
  expect(await ask(question)).toMatchObject({ status: 'notInCorpus', claims: [] });
});

test('"it" is the only article that there is', async () => {
  expect(await ask('When was it published?', [MILL])).toMatchObject({
    status: 'answered',
    text: 'By Clara Voss | 18 April 2023 [1]',
  });
});

test('what an article says of a report is no question about the article', async () => {
  const { citations } = await ask('Who wrote the report about the tide gauges on ferries?');
  expect(citations[0]?.quote).toContain('gauges');
  expect(citations.some(({ inHead }) => inHead)).toBe(false);
});

test('a line of a head is opened among the others', async () => {
  const { citations, reader } = await ask('Who wrote the article about the tax on ferries?');
  const [citation] = citations;
  if (!citation) throw new Error('no citation');
  expect(excerptOf(citation, reader)).toEqual({
    citation,
    before: 'Norland weighs tax on ferries ·',
    after: '· Published by Harbour News',
  });
});

test('tells how such a question was read', async () => {
  const { asked, reader } = await ask('When was the article about the mill published?');
  expect(explain(asked, reader)).toMatchObject({
    status: 'answered',
    readings: [],
    about: { asked: ['publishedAt'], subject: 'the mill', articles: [{ article: { id: 'mill' }, share: 1 }] },
  });
});

test('every claim cites exact words of a head, whatever is asked', async () => {
  const reader = await library();
  const words = fc.constantFrom(
    ...'who wrote when was where the article about published reported from headline mill ferries tax Norland Brazil it'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 10 }), (asked) => {
      const text = asked.join(' ');
      const { draft } = answerReading(askedAs(text), reader);
      expect(draft.status === 'notInCorpus').toBe(draft.claims.length === 0);
      for (const { articleId, start, end, quote, inHead } of draft.citations) {
        const cited = reader.article(articleId);
        expect(cited?.text.slice(start, end)).toBe(quote);
        expect(quote).not.toBe('');
        if (inHead) expect(end).toBeLessThan(cited?.body ?? 0);
      }
    }),
    { numRuns: 60 },
  );
});
