import { expect, test, vi } from 'vitest';
import { QuestionError } from '../../src/errors.ts';
import { sharedApp, smallApp } from '../support/app.ts';
import { writeFiles } from '../support/articles.ts';
import { run } from '../support/cli.ts';

const shared = sharedApp();

test('a question has to be one', async () => {
  const { app } = shared;
  await expect(app.ask({ text: '  \n ' })).rejects.toThrow(QuestionError);
  await expect(app.ask({ text: 'x'.repeat(501) })).rejects.toThrow('501 characters');
  await expect(app.search({ text: 'tea' }, 0)).rejects.toThrow('1 to 50');
  expect((await app.ask({ text: ` ${'why '.repeat(120)}` })).status).toBe('notInCorpus');
});

test('an article is cited by its headline and dates too, and its text begins below them', async () => {
  const { app } = shared;
  const { status, claims, citations } = await app.ask({
    text: 'When was the article about the bridge of Varenne published?',
  });
  expect({ status, claims: claims.map(({ text }) => text) }).toEqual({
    status: 'answered',
    claims: ['Published on 12 September 2029'],
  });
  const [citation] = citations;
  const article = await app.article('bridge');
  expect(article?.text.slice(citation?.start, citation?.end)).toBe(citation?.quote);
  expect(article?.text.slice(article.body)).toMatch(/^The stone bridge of Varenne was reopened/);
  const hits = await app.search({ text: 'Old bridge reopens Valley News 12 September 2029' }, 50);
  expect(hits.map(({ passage }) => passage.text).join('\n')).not.toContain('12 September 2029');
});

test('what a question says of time is told from the day it is asked on', async () => {
  let now = new Date('2029-12-01T10:00:00Z');
  const { app } = await smallApp(() => now);
  const question = { text: 'How heavy are the lorries that the bridge can carry since September?' };

  const found = await app.ask(question);
  expect(found.text).toContain('40 tonnes');
  expect(found).toMatchObject({
    asOf: '2029-09-12',
    time: { words: 'since September', since: '2029-09-01' },
  });
  expect(found.text).toContain('As of 12 September 2029. From articles since 1 September 2029.');

  now = new Date('2030-12-01T10:00:00Z');
  const later = await app.ask(question);
  expect(later).toMatchObject({ status: 'notInCorpus', time: { since: '2030-09-01' } });
  expect(later.text).toContain('only articles since 1 September 2030');
  const [reading] = (await app.explain(question)).readings;
  expect(reading?.time).toMatchObject({ words: 'since September', since: '2030-09-01', strict: true });
  const [hit] = await app.search({ text: 'Who opened the ground station in 2031?' }, 1);
  expect(hit?.article.publishedAt).toBe('2031-03-04');
});

test('a question in two parts is answered in both, and says which part is not in the articles', async () => {
  const { app } = shared;
  const both = await app.ask({ text: 'Who opened the ground station at Kalvik and how much did it cost?' });
  expect(both.status).not.toBe('notInCorpus');
  expect(both.question).toBe('Who opened the ground station at Kalvik and how much did it cost?');
  const said = both.claims.map(({ text }) => text).join(' ');
  expect(said).toContain('Ines Dahl');
  const half = await app.ask({ text: 'When does the tea harvest begin and who won the football cup?' });
  expect(half).toMatchObject({ status: 'partial', missing: ['who won the football cup?'] });
  expect(half.claims[0]?.text).toContain('April');
  const { readings } = await app.explain({
    text: 'When does the tea harvest begin and who won the football cup?',
  });
  expect(readings.map(({ question }) => question)).toEqual([
    'When does the tea harvest begin?',
    'who won the football cup?',
  ]);
  for (const { articleId, start, end, quote } of [...both.citations, ...half.citations]) {
    expect((await app.article(articleId))?.text.slice(start, end)).toBe(quote);
  }
});

test('articles that speak of something are listed under their titles', async () => {
  const { app } = shared;
  const { claims } = await app.ask({ text: 'Which articles mention a flood?' });
  expect(claims).toMatchObject([{ label: 'Old bridge reopens' }]);
});

test('what another process publishes is noticed and answered from', async () => {
  const { app, config } = await smallApp();
  writeFiles(config.corpusDir, {
    'clock.txt': 'The harbour clock of Lysen was built by Oda Krog in 1899 and strikes thirteen.\n',
  });
  const { code } = await run('scripts/ingest.ts', ['--corpus', config.corpusDir, '--data', config.dataDir]);
  expect(code).toBe(0);
  await vi.waitFor(
    async () => expect((await app.ask({ text: 'Who built the harbour clock?' })).text).toContain('Oda Krog'),
    { timeout: 20_000, interval: 200 },
  );
  expect((await app.status()).generation).toMatchObject({ id: 2, articles: 4 });
});

test('an app that is closed while it prepares goes on at the next start', async () => {
  const { app, config } = await smallApp();
  const entries = Array.from(
    { length: 80 },
    (_, i) => `Entry ${i} of the ledger was made by clerk ${i * 13} of Lysen.`,
  );
  writeFiles(config.corpusDir, { 'ledger.txt': `The ledger\n\n${entries.join(' ')}\n` });
  const ingest = app.ingest(({ stage, done }) => {
    if (stage === 'embedding' && done === 0) void app.close();
  });
  await expect(ingest).rejects.toThrow('the next start goes on from here');
  const { code, stdout } = await run('scripts/ingest.ts', [
    '--corpus',
    config.corpusDir,
    '--data',
    config.dataDir,
    '--json',
  ]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ generation: 2, articles: 4 });
});
