import { expect, test } from 'vitest';
import { renderExplanation } from '../../../src/terminal/explain.ts';
import { explanation } from './fake-app.ts';

const plain = { columns: 80, colour: false };

test('an explanation reads from the question over the confidence to the sentences', () => {
  expect(renderExplanation(explanation, plain)).toBe(`Confidence 0.75: enough to answer.

How the question was read
  answer expected  a date or time
  must be there    Inda (found), 1987 (not found)
  word  rarity  passages
  inda    2.50         3  read as india-
  join    0.25     1,200

Do the articles speak of it? 0.75, and at least 0.45 is needed
  points = weight x value; "it" is the best sentence
  +1.50 =   1.50 x  1.00  words asked, in it
  -0.40 =  -0.40 x  1.00  to start from
  +1.10   together; 1 / (1 + e^-points) is 0.75

Do the best sentences say it? 0.50, and at least 0.05 is needed
  +0.00   together; 1 / (1 + e^-points) is 0.50

The best sentences
Under each the points that make its score, with the values they come from.

1.  score 3.50, claim [1]
    The export control regimes, Example Review, 2023-04-05, passage 1
    India joined the Missile Technology Control Regime in 2016.
    +2.00 words asked, in it (1.00)       +1.80 nearness in meaning (0.60)
    -0.50 names not in passage (0.50)     +0.20 brand new (0.20)

2.  score -1.00, no claim
    Joint space work, passage 5
    CNES and ISRO work together.
    -1.00 holds a web address (1.00)`);
});

test.each([
  ['answered', 1, 'The lines above the text of the article say it.'],
  ['partial', 1, 'The lines above the text of the article say part of it.'],
  ['notInCorpus', 1, 'The lines above the text of the article do not say it.'],
  ['notInCorpus', 0.5, 'No article holds at least 0.75 of the words about it in its title and one\npassage.'],
] as const)('a question about an article itself: %s with %d of its words', (status, share, verdict) => {
  const article = { id: 'mill', title: 'The mill', publisher: 'Wend Times' };
  const about = {
    asked: ['author' as const, 'publishedAt' as const],
    subject: 'the mill',
    articles: [{ article, share }],
    enough: 0.75,
  };
  expect(
    renderExplanation({ ...{ status, about }, confidence: 0, generation: 1, readings: [] }, plain),
  ).toBe(`${verdict}

How the question was read
  asked for        who wrote it, when it was published
  about            the mill
  ${share.toFixed(2)} of it in    The mill, Wend Times
It asks about an article rather than what it says, so no sentence is weighed.`);
});

test('an explanation says what was read of time', () => {
  const [reading] = explanation.readings;
  if (!reading) throw new Error('no reading');
  const time = { words: 'since April, latest', since: '2023-04-01', order: 'newest' as const, strict: true };
  const shown = (fields: Partial<typeof reading>) =>
    renderExplanation({ ...explanation, readings: [{ ...reading, ...fields }] }, { ...plain, columns: 120 });
  expect(shown({ time })).toContain(
    '\n  time             from 2023-04-01; the newest first (from "since April, latest")\n',
  );
  expect(shown({ time, sentences: [] })).toContain('No sentence that is of the time asked about came near');
});

test('lines keep to the width of the screen', () => {
  for (const columns of [50, 80]) {
    const lines = renderExplanation(explanation, { columns, colour: false }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
  }
});

test('a file or pipe gets the lists of a screen of 80 columns', () => {
  const piped = renderExplanation(explanation, { columns: Number.POSITIVE_INFINITY, colour: false });
  expect(piped.match(/^.*words asked, in it \(1\.00\).*$/m)?.[0]).toBe(
    '    +2.00 words asked, in it (1.00)       +1.80 nearness in meaning (0.60)',
  );
});

test('looks are for colour terminals only, and an article cannot add its own', () => {
  expect(renderExplanation(explanation, plain)).not.toContain('\x1b');
  const coloured = renderExplanation(explanation, { columns: 80, colour: true });
  expect(coloured).toContain('\x1b[1mscore 3.50\x1b[22m, claim \x1b[36m[1]\x1b[39m');
  expect(coloured).not.toContain('\x1b[8m');
});

test('what falls short says so, also where nothing was found', () => {
  const [reading] = explanation.readings;
  if (!reading) throw new Error('no reading');
  const nothing = { ...reading, terms: [], names: [], checks: [], sentences: [] };
  const text = renderExplanation(
    { ...explanation, status: 'notInCorpus', confidence: 0, readings: [nothing] },
    plain,
  );
  expect(text).toContain('Confidence 0.00: too little to answer.');
  expect(text).toContain('must be there    no name or number');
  expect(text).toContain('No sentence came near the question.');
});

test('sides of a comparison are explained one by one', () => {
  const sides = ['France', 'Peru'].flatMap((label) =>
    explanation.readings.map((reading) => ({ ...reading, label, question: `When did ${label} join?` })),
  );
  const text = renderExplanation({ ...explanation, readings: sides }, plain);
  expect(text.replaceAll('\n', ' ')).toContain(
    'Each part was asked on its own; the least sure answer counts.',
  );
  expect(text).toContain('How "When did France join?" was read');
  expect(text).toContain('How "When did Peru join?" was read');
});

test('what became of the claims of a model is told one by one', () => {
  const wording = {
    model: 'openai:small',
    extractive: 'Too little is left.',
    needed: 0.5,
    claims: [
      { text: 'One.', outcome: 'kept' as const, support: 0.91 },
      { text: 'Two.', outcome: 'repaired' as const, support: 1, why: 'what it rests on does not have "9"' },
      { text: 'Three\x1b[8m.', outcome: 'dropped' as const, why: 'there is no passage 7' },
    ],
  };
  const shown = renderExplanation({ ...explanation, wording }, { columns: 100, colour: false });
  expect(shown.slice(shown.indexOf('What openai:small'))).toBe(
    [
      'What openai:small made of it',
      "The articles' own words were given all the same. Too little is left.",
      'A claim needs its names, numbers and dates in the words it cites, and a support of 0.50.',
      '1.  kept, support 0.91',
      '    One.',
      '2.  repaired, support 1.00, at first what it rests on does not have "9"',
      '    Two.',
      '3.  dropped, there is no passage 7',
      '    Three.',
    ].join('\n'),
  );
});
