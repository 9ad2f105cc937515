import { expect, test } from 'vitest';
import { answerReading } from '../../../src/answer/answer-reading.ts';
import { leftOpen } from '../../../src/answer/left-open.ts';
import type { Claim } from '../../../src/model.ts';
import type { LibraryReader } from '../../../src/ports.ts';
import { askedAs } from '../../support/asked.ts';
import { split, testLibrary } from '../../support/library.ts';

async function library(): Promise<LibraryReader> {
  const { reader, publish } = testLibrary();
  await publish({
    put: [
      split(
        'isro',
        'The headquarters of ISRO are in Bengaluru. ISRO launches satellites. Vikram Sarabhai founded ISRO in August 1969.',
        { title: 'ISRO', publisher: 'Orbit' },
      ),
      split('cnes', 'The headquarters of CNES are in Paris. CNES also launches satellites.', {
        title: 'CNES',
        publisher: 'Espace',
      }),
    ],
  });
  reader.refresh();
  return reader;
}

const ask = (question: string, reader: LibraryReader) => answerReading(askedAs(question), reader).draft;

test('each side is answered under its name, with footnotes numbered through', async () => {
  const reader = await library();
  const { status, claims, citations, text } = ask('Where are the headquarters of ISRO and of CNES?', reader);
  expect(status).toBe('answered');
  expect(claims.map(({ label }) => label)).toEqual(expect.arrayContaining(['ISRO', 'CNES']));
  expect(text).toContain('ISRO: The headquarters of ISRO are in Bengaluru. [1]');
  expect(text).toContain('CNES: The headquarters of CNES are in Paris.');
  expect(citations.map(({ n }) => n)).toEqual(citations.map((_, i) => i + 1));
  for (const { articleId, start, end, quote } of citations) {
    expect(reader.article(articleId)?.text.slice(start, end)).toBe(quote);
  }
});

test('a side that the articles do not have is said to be missing', async () => {
  const { status, claims, missing } = ask('Where are the headquarters of ISRO and of NASA?', await library());
  expect(status).toBe('partial');
  expect(claims.map(({ label }) => label)).toContain('ISRO');
  expect(claims.map(({ label }) => label)).not.toContain('NASA');
  expect(missing).toContain('NASA');
});

test('when no side is answered, nothing is', async () => {
  const { status, citations } = ask('Where are the stadiums of Ajax and of Milan?', await library());
  expect(status).toBe('notInCorpus');
  expect(citations).toEqual([]);
});

test('two questions are answered one after the other, without labels', async () => {
  const { status, claims } = ask('Who founded ISRO and where are its headquarters?', await library());
  expect(status).toBe('answered');
  expect(claims[0]?.text).toContain('Vikram Sarabhai');
  expect(claims.map(({ text }) => text)).toContain('The headquarters of ISRO are in Bengaluru.');
  expect(claims.every(({ label }) => label === undefined)).toBe(true);
});

test('a sentence that answers both is said once, with the answers to both in bold', async () => {
  const { claims } = ask('Who founded ISRO and when?', await library());
  const said = claims.filter(({ text }) => text.includes('Vikram'));
  expect(said).toHaveLength(1);
  const bold = said[0]?.emphasis.map(({ start, end }) => said[0]?.text.slice(start, end));
  expect(bold).toEqual(expect.arrayContaining(['Vikram Sarabhai', 'August 1969']));
});

test('a question without an answer is said to be missing in its own words', async () => {
  const { status, missing, text } = ask(
    'Where are the headquarters of CNES and which pancakes do astronauts eat?',
    await library(),
  );
  expect(status).toBe('partial');
  expect(missing).toEqual(['which pancakes do astronauts eat?']);
  expect(text).toContain('The articles do not answer: which pancakes do astronauts eat?');
});

test('two questions without an answer have none together', async () => {
  const draft = ask('Who won the football cup and which pancakes do astronauts eat?', await library());
  expect(draft).toMatchObject({ status: 'notInCorpus', claims: [], citations: [], missing: [] });
  expect(draft.closest.length).toBeGreaterThan(0);
});

test('what one sentence says of both sides is asked as one', async () => {
  const { reader, publish } = testLibrary();
  await publish({
    put: [split('a', 'Lysen joined the Fjord League and the Salt League in 1901. Tea was served.')],
  });
  reader.refresh();
  const { claims } = ask('When did Lysen join the Fjord League and the Salt League?', reader);
  expect(claims).toMatchObject([{ text: 'Lysen joined the Fjord League and the Salt League in 1901.' }]);
  expect(claims[0]?.label).toBeUndefined();
});

test('a sentence that names both sides without the date asked for does not stand for both', async () => {
  const { reader, publish } = testLibrary();
  await publish({
    put: [
      split('a', 'Lysen did join the Fjord League and the Salt League.', { title: 'Lysen' }),
      split('b', 'Lysen joined the Fjord League in 1901. It was cold.', { title: 'The Fjord League' }),
      split('c', 'Lysen joined the Salt League in 1917. It was warm.', { title: 'The Salt League' }),
    ],
  });
  reader.refresh();
  const { claims } = ask('When did Lysen join the Fjord League and the Salt League?', reader);
  const said = claims.map(({ label, text }) => `${label}: ${text}`);
  expect(said).toContain('Fjord League: Lysen joined the Fjord League in 1901.');
  expect(said).toContain('Salt League: Lysen joined the Salt League in 1917.');
});

test('what is left open is told by its kind', () => {
  const open = (missing: string[]) => leftOpen({ missing, language: 'en', claims: [] });
  expect(open(['NASA', '2019'])).toBe('The cited passages do not mention NASA or 2019.');
  expect(open(['hacked', 'Who'])).toBe(
    'The cited passages do not mention "hacked". The cited passages do not say who.',
  );
  expect(open(['Peru', 'who heads it?'])).toBe(
    'The cited passages do not mention Peru. The articles do not answer: who heads it?',
  );
});

test('what only some of the claims mention is said of the others', () => {
  const claims = ['Rain fell on Lysen.', 'Ada Berg met the Salt League.', 'It was cold.'].map(
    (text, i): Claim => ({ text, citations: [i + 1], emphasis: [] }),
  );
  expect(leftOpen({ missing: ['Ada Berg', 'SL', 'Peru'], language: 'en', claims })).toBe(
    '[1] and [3] do not mention Ada Berg or SL. The cited passages do not mention Peru.',
  );
  expect(leftOpen({ missing: ['Ada Berg'], language: 'en', claims: claims.slice(0, 2) })).toBe(
    '[1] does not mention Ada Berg.',
  );
  expect(leftOpen({ missing: ['Ada Berg'], language: 'de', claims })).toContain('Ada Berg ([1] and [3])');
});

test('a side is answered by what speaks of it, though something else is nearer', async () => {
  const { reader, publish } = testLibrary();
  await publish({
    put: [
      split('a', 'Lysen agreed on salt boats with Holm in the spring.', { title: 'Holm' }),
      split('b', 'Lysen and Berg had a dispute. They agreed on the salt trade with boats.', {
        title: 'Berg',
      }),
    ],
  });
  reader.refresh();
  const { claims, missing } = ask('What has Lysen agreed on salt boats with Holm and with Berg?', reader);
  expect(claims.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Holm: Lysen agreed on salt boats with Holm in the spring.',
    expect.stringMatching(/^Berg: .*They agreed on the salt trade with boats\.$/),
  ]);
  expect(missing).toEqual([]);
});

test('what is of one side alone does not answer another', async () => {
  const { reader, publish } = testLibrary();
  await publish({
    put: [split('a', 'Lysen agreed on salt boats with Holm in the spring.', { title: 'Holm' })],
  });
  reader.refresh();
  const { claims, missing } = ask('What has Lysen agreed on salt boats with Holm and with Berg?', reader);
  expect(claims.map(({ label }) => label)).toEqual(['Holm']);
  expect(missing).toEqual(['Berg']);
});

test('what is of another side is not said under both names', async () => {
  const { reader, publish } = testLibrary();
  await publish({
    put: [
      split('a', 'Lysen was founded in 1972. It was cold.', { title: 'Lysen' }),
      split('b', 'Holm was founded in 1960. It was warm.', { title: 'Holm' }),
    ],
  });
  reader.refresh();
  const { claims } = ask('Which was founded first, Lysen or Holm?', reader);
  expect(claims.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Lysen: Lysen was founded in 1972.',
    'Holm: Holm was founded in 1960.',
  ]);
});
