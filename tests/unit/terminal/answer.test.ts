import { expect, test } from 'vitest';
import { renderAnswer, renderExcerpt } from '../../../src/terminal/answer.ts';
import { answer, answered, cite, claim, notInCorpus, regimes, space } from './fake-app.ts';

const plain = { columns: 80, colour: false };
const coloured = { columns: 80, colour: true };
const underlined = (text: string) => `\x1b[1m\x1b[4m${text}\x1b[24m\x1b[22m`;

test('an answer shows its claims with footnote numbers, then each source once', () => {
  expect(renderAnswer(answered, plain)).toBe(
    [
      '- India joined the Missile Technology Control Regime in 2016. [1]',
      '- They plan a satellite. [2]',
      '- The Wassenaar Arrangement followed in 2017. [3]',
      '',
      '[1][3] The export control regimes',
      '       Example Review, 2023-04-05',
      '       https://example.org/regimes',
      '[2] Joint space work',
    ].join('\n'),
  );
});

test('a single claim has no bullet', () => {
  const citation = cite(1, space, 'They plan a satellite.');
  const single = answer('What?', { claims: [claim(citation)], citations: [citation] });
  expect(renderAnswer(single, plain)).toBe('They plan a satellite. [1]\n\n[1] Joint space work');
});

test('the words that answer are bold on a colour terminal only', () => {
  expect(renderAnswer(answered, coloured)).toContain('Regime in \x1b[1m2016\x1b[22m. \x1b[36m[1]');
  expect(renderAnswer(answered, plain)).not.toContain('\x1b');
});

test('on a colour terminal the address opens the page at the quoted words', () => {
  const text = renderAnswer(answered, coloured);
  expect(text).toContain('\x1b]8;;https://example.org/regimes#:~:text=');
  expect(text).toContain('\x07\x1b[2mhttps://example.org/regimes\x1b[22m\x1b]8;;\x07');
});

test('emphasis that overlaps or leaves the text does not repeat a word', () => {
  const citation = cite(1, space, 'They plan a satellite.');
  const emphasis = [
    { start: 5, end: 9 },
    { start: 0, end: 7 },
    { start: 20, end: 99 },
  ];
  const odd = answer('What?', { claims: [{ ...claim(citation), emphasis }], citations: [citation] });
  const [line = ''] = renderAnswer(odd, coloured).split('\n');
  expect(line).toContain('\x1b[1mThey pl\x1b[22m\x1b[1man\x1b[22m a satellit\x1b[1me.\x1b[22m');
});

test('a partial answer says what it leaves open', () => {
  const text = renderAnswer({ ...answered, status: 'partial', missing: ['Peru', '1987'] }, plain);
  expect(text).toContain('The cited passages do not mention Peru or 1987.');
  expect(text).toContain('[2] Joint space work');
});

test('the copies of a source are named under it, unable to steer the terminal', () => {
  const alsoIn = [
    { id: 'b', title: 'Regimes\x1b[2J explained', publisher: 'Valley News' },
    { id: 'c', title: 'Four regimes' },
  ];
  const citation = { ...cite(1, space, 'They plan a satellite.'), alsoIn };
  const single = answer('What?', { claims: [claim(citation)], citations: [citation] });
  expect(renderAnswer(single, plain)).toBe(
    [
      'They plan a satellite. [1]',
      '',
      '[1] Joint space work',
      '    also in Valley News, Regimes explained',
      '    also in Four regimes',
    ].join('\n'),
  );
});

test('articles that differ are said to, with the day of each', () => {
  expect(renderAnswer({ ...answered, conflict: 'date' }, plain)).toContain(
    [
      'The articles give different dates, the newest first:',
      '',
      '- India joined the Missile Technology Control Regime in 2016. [1] (2023-04-05)',
      '- They plan a satellite. [2] (undated)',
    ].join('\n'),
  );
});

test('what the articles do not say is said, with the closest articles marked as no answer', () => {
  expect(renderAnswer(notInCorpus, plain)).toBe(
    [
      'The articles do not say.',
      '',
      'Closest articles (they do not answer it):',
      '- Joint space work',
      '  https://example.org/space',
    ].join('\n'),
  );
  expect(renderAnswer({ ...notInCorpus, closest: [] }, plain)).toBe('The articles do not say.');
});

test('an answer says how old it is and to which time it was kept', () => {
  const time = { words: 'since April', since: '2022-04-01' };
  const [first, ...others] = answered.citations.map((citation) => ({
    ...citation,
    publishedAt: '2022-04-23',
  }));
  const citations = first ? [first, ...others] : [];
  const text = renderAnswer({ ...answered, citations, time, asOf: '2022-04-23' }, plain);
  expect(text).toContain('\n\nAs of 23 April 2022. From articles since 1 April 2022.\n\n[1]');
  expect(
    renderAnswer({ ...notInCorpus, closest: [], time: { ...time, words: 'since\x1b[8m April' } }, plain),
  ).toBe(
    'The articles do not say.\n\nBecause of "since April", only articles since 1 April 2022 and passages that\ntell of that time were searched.',
  );
});

test('escape sequences of an article do not reach the terminal', () => {
  const hostile = { ...space, title: 'Joint\x1b]0;owned\x07 work', text: 'They\x1b[8m plan\r a satellite.' };
  const citation = cite(1, hostile, hostile.text);
  const shown = renderAnswer(answer('What?', { claims: [claim(citation)], citations: [citation] }), plain);
  expect(shown).toBe('They plan a satellite. [1]\n\n[1] Joint work');
});

test('the link to an article cited for its byline alone marks no words', () => {
  const [citation] = answered.citations;
  if (!citation) throw new Error('no citation');
  const byline = { ...citation, inHead: true };
  const text = renderAnswer({ ...answered, citations: [byline] }, coloured);
  expect(text).toContain('\x1b]8;;https://example.org/regimes');
  expect(text).not.toContain(':~:text');
});

test('an excerpt marks the quoted words in their place', () => {
  const citation = cite(3, regimes, 'The Wassenaar Arrangement followed in 2017.');
  const excerpt = {
    citation,
    before: 'India joined in 2016.',
    after: '\n\nThe Australia Group came last.',
  };
  expect(renderExcerpt(excerpt, plain)).toBe(
    [
      '[3] The export control regimes',
      '    Example Review, 2023-04-05',
      '    https://example.org/regimes',
      '',
      'India joined in 2016. »The Wassenaar Arrangement followed in 2017.«',
      '',
      'The Australia Group came last.',
    ].join('\n'),
  );
  expect(renderExcerpt(excerpt, coloured)).toContain(underlined(citation.quote));
});

test('the marks of an excerpt go on over a line break', () => {
  const citation = cite(1, space, 'CNES and ISRO work together.');
  const shown = renderExcerpt({ citation, before: '', after: '' }, { columns: 20, colour: true });
  expect(shown).toContain(`${underlined('CNES and ISRO work')}\n${underlined('together.')}`);
});

test('what follows a quoted part of a sentence stays attached', () => {
  const citation = cite(1, space, 'They plan a satellite');
  expect(renderExcerpt({ citation, before: 'Yes.', after: '.' }, plain)).toContain(
    'Yes. »They plan a satellite«.',
  );
});

test('an answer that a model worded says so, with how much was left out', () => {
  const worded = (dropped: number) =>
    renderAnswer({ ...answered, wordedBy: { model: 'a:\x1b[8mb', dropped } }, plain).replace(/\s+/g, ' ');
  expect(worded(0)).toContain('Worded by a:b. Every statement was checked against the words it cites.');
  expect(worded(2)).toContain('the words it cites; 2 were left out.');
});
