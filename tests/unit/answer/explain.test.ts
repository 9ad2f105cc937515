import { expect, test } from 'vitest';
import { answerReading } from '../../../src/answer/answer-reading.ts';
import { explain } from '../../../src/answer/explain.ts';
import { confidenceOf } from '../../../src/answer/judge.ts';
import type { Contribution } from '../../../src/model.ts';
import { askedAs } from '../../support/asked.ts';
import { libraryOf, split, testLibrary } from '../../support/library.ts';

const ARTICLES = [
  split(
    'space',
    'India and France will launch ten satellites for maritime surveillance. The rockets start from Kourou in March 2031.\n\nISRO runs its centre in Bengaluru. CNES runs its centre in Toulouse.',
    { title: 'Space pact', publisher: 'Orbit', publishedAt: '2030-02-01' },
  ),
  split(
    'tea',
    'Tea grows in the hills of Assam. The harvest begins in April. Leaves are picked by hand. They wither for a day. Machines roll them. Then they turn brown. Hot air dries them. Sieves sort them by size. Tasters set the price. Ships carry the chests away. Most of it goes to Cairo.',
    { title: 'Tea' },
  ),
];

const QUESTIONS = [
  'How many satellites will India and France launch for maritime surveillance?',
  'When do the rockets start from Kourou?',
  'Where does tea grow?',
  'What price do tasters set for tea?',
  'How long do leaves wither?',
  'Where is the centre of ISRO and of CNES?',
  'Where does tea grow and when do the rockets start?',
  'Which articles mention India?',
  'How many satellites will Brazil and Peru launch in 1987?',
  'Who won the football world cup?',
];

async function library(articles = ARTICLES) {
  const reader = await libraryOf(articles);
  return reader;
}

async function explained(text: string) {
  const explanation = explain(askedAs(text), await library());
  const [reading] = explanation.readings;
  if (!reading) throw new Error('no reading');
  return { explanation, reading };
}

const made = (of: { evidence: Contribution[] } | { contributions: Contribution[] }) =>
  'evidence' in of ? of.evidence : of.contributions;

const sum = (contributions: readonly Contribution[]) =>
  contributions.reduce((total, { points }) => total + points, 0);

test.each(QUESTIONS)('contributions make up every score and the confidence: %s', async (text) => {
  const { explanation } = await explained(text);
  for (const { sentences, checks } of explanation.readings) {
    expect(sentences.length).toBeGreaterThan(0);
    for (const { score, contributions } of sentences) expect(sum(contributions)).toBeCloseTo(score, 9);
    for (const { weight, value, points } of [...checks, ...sentences].flatMap(made)) {
      expect(points).toBe(weight * value);
    }
    for (const { chance, evidence } of checks) {
      expect(1 / (1 + Math.exp(-sum(evidence)))).toBeCloseTo(chance, 9);
    }
  }
});

test.each(QUESTIONS)('it tells of the claims and the confidence of the answer: %s', async (text) => {
  const reader = await library();
  const answer = answerReading(askedAs(text), reader).draft;
  const explanation = explain(askedAs(text), reader);
  const { status, confidence, generation, citations } = answer;
  expect(explanation).toMatchObject({ status, confidence, generation });
  const quoted = explanation.readings.flatMap(({ sentences }) =>
    sentences.flatMap((sentence) => sentence.citations.map((n) => ({ n, text: sentence.text }))),
  );
  for (const { n, text } of quoted) expect(citations[n - 1]?.quote).toContain(text);
  expect(new Set(quoted.map(({ n }) => n))).toEqual(new Set(citations.map(({ n }) => n)));
  // All that is quoted is marked as such: nothing of a quote but the space between its sentences is left.
  for (const { n, quote } of citations) {
    const rest = quoted.reduce((left, said) => (said.n === n ? left.replace(said.text, '') : left), quote);
    expect(rest.trim()).toBe('');
  }
});

test('sentences come best first with their article and passage, at most ten beside the claims', async () => {
  const { reading } = await explained('Where does tea grow?');
  const scores = reading.sentences.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(reading.sentences.length).toBe(10);
  expect(reading.sentences[0]).toMatchObject({
    text: 'Tea grows in the hills of Assam.',
    article: { id: 'tea', title: 'Tea' },
    passage: 0,
    citations: [1],
  });
  const strengths = reading.sentences[0]?.contributions.map(({ points }) => Math.abs(points)) ?? [];
  expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
});

test('it says how the question was read: words, spelling, names and the kind of answer', async () => {
  const { reading } = await explained('How many satelites will France and Peru launch?');
  expect(reading).toMatchObject({
    expected: 'number',
    names: [
      { name: 'France', found: true },
      { name: 'Peru', found: false },
    ],
  });
  expect(reading.terms).toEqual([
    { word: 'satelites', meant: 'satellit', passages: 1, rarity: expect.any(Number) },
    { word: 'france', passages: 1, rarity: expect.any(Number) },
    { word: 'peru', passages: 0, rarity: expect.any(Number) },
    { word: 'launch', passages: 1, rarity: expect.any(Number) },
  ]);
  const [found = 0, , absent = 0] = reading.terms.map(({ rarity }) => rarity);
  expect(absent).toBeGreaterThan(found);
});

test('the sides of a comparison are each explained under their names', async () => {
  const { explanation } = await explained('Where is the centre of ISRO and of CNES?');
  expect(explanation.readings.map(({ label }) => label)).toEqual(['ISRO', 'CNES']);
  const confidences = explanation.readings.map(({ checks }) => {
    const [topic = 0, said = 0] = checks.map(({ chance }) => chance);
    return confidenceOf(topic, said);
  });
  expect(explanation.confidence).toBe(Math.min(...confidences));
});

test('the questions of a question are each explained', async () => {
  const { explanation } = await explained('When do the rockets start and what price do tasters set for tea?');
  expect(explanation.readings.map(({ question }) => question)).toEqual([
    'When do the rockets start?',
    'what price do tasters set for tea?',
  ]);
});

test('an empty library leaves nothing to explain but the question', () => {
  const { reader } = testLibrary();
  expect(explain(askedAs('What is tea?'), reader)).toMatchObject({
    status: 'notInCorpus',
    confidence: 0,
    generation: 0,
    readings: [{ checks: [], sentences: [], terms: [{ word: 'tea', passages: 0 }] }],
  });
});
