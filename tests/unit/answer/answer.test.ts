import { expect, test } from 'vitest';
import { answer } from '../../../src/answer/answer.ts';
import { excerptOf } from '../../../src/answer/excerpt.ts';
import { judge } from '../../../src/answer/judge.ts';
import { missingFrom } from '../../../src/answer/missing.ts';
import { readQuery } from '../../../src/retrieve/query.ts';
import { rank } from '../../../src/retrieve/rank.ts';
import { libraryOf, split, testLibrary } from '../../support/library.ts';
import { wordVector } from '../../support/vectors.ts';

const ARTICLES = [
  split(
    'space',
    'India and France will launch ten satellites for maritime surveillance. The rockets start from Kourou in March 2031.\n\nISRO and CNES will run the centre together.',
    { title: 'Space pact', publisher: 'Orbit', publishedAt: '2030-02-01', url: 'https://example.org/space' },
  ),
  split('tea', 'Tea grows in the hills of Assam. The harvest begins in April.', { title: 'Tea' }),
  split('copy', 'India and France will launch ten satellites for maritime surveillance.', {
    title: 'A copy',
  }),
];

const library = () => libraryOf(ARTICLES);

async function ask(text: string) {
  const reader = await library();
  return answer(readQuery({ text }), wordVector(text), reader);
}

test('an answer quotes the sentence, says where it stands and sets the answering words in bold', async () => {
  const { status, claims, citations, text, confidence } = await ask(
    'How many satellites will India and France launch for maritime surveillance?',
  );
  expect(status).toBe('answered');
  expect(confidence).toBeGreaterThan(0.8);
  expect(claims[0]?.text).toBe('India and France will launch ten satellites for maritime surveillance.');
  expect(claims[0]?.emphasis.map(({ start, end }) => claims[0]?.text.slice(start, end))).toEqual(['ten']);
  expect(text).toContain('surveillance. [1]');
  expect(citations[0]).toMatchObject({ n: 1, start: 0, quote: claims[0]?.text });
});

test('what says nothing that could be looked for is not answered with whatever is nearest', async () => {
  for (const text of ['When was that?', 'Who are they?', 'and now?']) {
    expect((await ask(text)).status).toBe('notInCorpus');
  }
});

test('every citation is an exact slice of its article and every claim has one', async () => {
  const reader = await library();
  for (const text of [
    'satellites launch',
    'Where does tea grow?',
    'When do the rockets start from Kourou?',
    'ISRO CNES centre',
  ]) {
    const { claims, citations } = answer(readQuery({ text }), wordVector(text), reader);
    for (const { articleId, start, end, quote } of citations) {
      expect(reader.article(articleId)?.text.slice(start, end)).toBe(quote);
    }
    for (const { citations: numbers } of claims) {
      expect(numbers.length).toBeGreaterThan(0);
      for (const n of numbers) expect(citations[n - 1]?.n).toBe(n);
    }
  }
});

test('the same sentence of two articles is said once', async () => {
  const { claims } = await ask('How many satellites will India and France launch for maritime surveillance?');
  expect(new Set(claims.map(({ text }) => text)).size).toBe(claims.length);
});

test('a sentence that cannot stand alone comes with the one that names what it speaks of', async () => {
  const { reader, publish } = testLibrary();
  const text =
    'Ajay and Bela met in Kochi in May. They signed a treaty on lighthouses. Tea was served. It was cold.';
  await publish({ put: [split('meeting', text)] });
  reader.refresh();
  const question = 'When was the treaty on lighthouses signed?';
  const { claims, citations } = answer(readQuery({ text: question }), wordVector(question), reader);
  expect(claims[0]?.text).toBe('Ajay and Bela met in Kochi in May. They signed a treaty on lighthouses.');
  expect(text.slice(citations[0]?.start, citations[0]?.end)).toBe(citations[0]?.quote);
});

test('a quotation comes with its speaker', async () => {
  const { reader, publish } = testLibrary();
  const text =
    'Talks were held.\n\n"We agreed on forty lighthouses for the northern coast. They are built in May," Mr Rao said. Tea was served.';
  await publish({ put: [split('meeting', text)] });
  reader.refresh();
  const question = 'How many lighthouses for the northern coast were agreed on?';
  const { claims, citations } = answer(readQuery({ text: question }), wordVector(question), reader);
  expect(claims.map((claim) => claim.text)).toEqual([
    '"We agreed on forty lighthouses for the northern coast. They are built in May," Mr Rao said.',
  ]);
  expect(claims[0]?.emphasis.map(({ start, end }) => claims[0]?.text.slice(start, end))).toEqual(['forty']);
  expect(text.slice(citations[0]?.start, citations[0]?.end)).toBe(citations[0]?.quote);
});

test('a sentence that came with another is not said again', async () => {
  const { reader, publish } = testLibrary();
  const text = 'Ajay and Bela signed a treaty on lighthouses. They signed the treaty on lighthouses in May.';
  await publish({ put: [split('meeting', text)] });
  reader.refresh();
  const question = 'When was the treaty on lighthouses signed?';
  const { claims } = answer(readQuery({ text: question }), wordVector(question), reader);
  expect(claims.map((claim) => claim.text)).toEqual([text]);
});

test('a sentence that goes on to list what was named comes with it', async () => {
  const { reader, publish } = testLibrary();
  await publish({
    put: [
      split(
        'regimes',
        'France supports all four export control regimes. These are the NSG, the MTCR, the WA and the AG. Tea is drunk hot.',
      ),
    ],
  });
  reader.refresh();
  const text = 'Which four export control regimes does France support?';
  const { claims } = answer(readQuery({ text }), wordVector(text), reader);
  expect(claims.map((claim) => claim.text)).toEqual([
    'France supports all four export control regimes. These are the NSG, the MTCR, the WA and the AG.',
  ]);
});

test.each([
  'Who won the football world cup?',
  'How many satellites will Brazil and Peru launch in 1987?',
  'What is the best recipe for pancakes?',
])('"%s" is not in the articles: no claim, no citation, the closest articles', async (question) => {
  const found = await ask(question);
  expect(found).toMatchObject({
    status: 'notInCorpus',
    claims: [],
    citations: [],
    text: 'The articles do not say.',
  });
  expect(found.closest.length).toBeGreaterThan(0);
  expect(found.confidence).toBeLessThan(0.5);
});

test('an empty library does not know, and offers nothing', () => {
  const { reader } = testLibrary();
  const found = answer(readQuery({ text: 'What is tea?' }), wordVector('What is tea?'), reader);
  expect(found).toMatchObject({ status: 'notInCorpus', closest: [], generation: 0 });
});

test('a quote is opened in its passage, and not when the article has changed', async () => {
  const { reader, publish } = testLibrary();
  await publish({ put: ARTICLES });
  reader.refresh();
  const text = 'When do the rockets start from Kourou?';
  const [citation] = answer(readQuery({ text }), wordVector(text), reader).citations;
  if (!citation) throw new Error('no citation');
  expect(citation.quote).toContain('Kourou');
  expect(excerptOf(citation, reader)).toEqual({
    citation,
    before: 'India and France will launch ten satellites for maritime surveillance.',
    after: '',
  });
  await publish({ put: [split('space', 'All of it was rewritten.')] });
  reader.refresh();
  expect(excerptOf(citation, reader)).toBeUndefined();
});

test('what the cited passages leave open is told', async () => {
  const found = await ask('When did Peru launch satellites for maritime surveillance?');
  expect(found).toMatchObject({ status: 'partial', missing: ['Peru'] });
  expect(found.claims.length).toBeGreaterThan(0);
  expect(found.text).toContain('Peru');
});

test('what speaks of the country that is asked about comes first, and what that lacks is told', async () => {
  const reader = await libraryOf([
    split('space', 'India and France built probes together in space.', { title: 'Probes' }),
    split('sea', 'India and Norway decided to do more together at sea.', { title: 'At sea' }),
  ]);
  const text = 'What do India and Norway do together in space?';
  const { claims, missing } = answer(readQuery({ text }), wordVector(text), reader);
  expect(claims.map(({ text }) => text)).toEqual([
    'India and Norway decided to do more together at sea.',
    'India and France built probes together in space.',
  ]);
  expect(missing).toEqual(['space']);
});

test('an everyday word is told to be missing only where the sentences hardly say what is asked', async () => {
  const reader = await libraryOf([
    split('league', 'Norway joined the Harbour League in 2016.', { title: 'The Harbour League' }),
  ]);
  const query = readQuery({ text: 'Why did Norway leave the Harbour League?' });
  const { expected, candidates } = judge(query, rank(reader, query, wordVector(query.text)));
  const missing = (said: number) => missingFrom(query, { expected, said }, candidates);
  expect(missing(0.2)).toEqual(['leave']);
  expect(missing(0.5)).toEqual([]);
});
