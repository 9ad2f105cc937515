import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import { UserError } from '../../src/errors.ts';
import type { Progress } from '../../src/model.ts';
import { MEASURED_MODEL } from '../../src/retrieve/nearness.ts';
import { smallApp } from '../support/app.ts';
import { startEmbeddingServer, wordVectors } from '../support/embeddings.ts';

const QUESTION = { text: 'How many satellites does the ground station at Kalvik follow?' };
const FOLLOWS = 'It follows 42 satellites that watch the northern sea lanes.';

const server = await startEmbeddingServer();
afterAll(() => server.close());
beforeEach(() => {
  server.script = wordVectors;
  server.asked.length = 0;
});

/** Settings of a library that the bundled model embedded. */
async function prepared(): Promise<Config> {
  const { app, config } = await smallApp();
  await app.close();
  return config;
}

async function start(config: Config, now?: () => Date): Promise<App> {
  const app = await createApp(config, now);
  onTestFinished(() => app.close());
  return app;
}

async function expectAnswered(app: App, generation: number): Promise<void> {
  const answer = await app.ask(QUESTION);
  expect(answer.citations.map(({ quote }) => quote).join(' ')).toContain(FOLLOWS);
  expect(answer.generation).toBe(generation);
}

test('from bundled to a server and back, questions are answered all the time', async () => {
  const bundled = await prepared();
  const config = { ...bundled, embeddings: server.config('openai') };
  let time = Date.parse('2031-06-01T12:00:00Z');
  const app = await start(config, () => new Date(time));
  await expectAnswered(app, 1);
  expect(await app.status()).toMatchObject({
    embeddings: 'openai:scripted',
    embeddingsNote: expect.stringMatching(`still embedded with ${MEASURED_MODEL}.*questions are, too`),
  });
  expect(server.asked).toEqual([]);

  // The server holds back what it was asked for until a question was answered meanwhile.
  const { promise: answered, resolve: goOn } = Promise.withResolvers<void>();
  const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
  server.script = async (texts) => {
    isAsked();
    await answered;
    return wordVectors(texts);
  };
  const stages: Progress['stage'][] = [];
  const ingest = app.ingest(({ stage }) => stages.push(stage));
  await asked;
  await expectAnswered(app, 1);
  goOn();
  const report = await ingest;
  expect(report).toMatchObject({ generation: 2, added: 0, changed: 0, removed: 0 });
  expect(report.embedded).toBe(report.sentences);
  expect(stages).toContain('embedding');
  await expectAnswered(app, 2);
  const { generation, ...status } = await app.status();
  expect(generation).toMatchObject({ model: 'openai:scripted', dimensions: 48 });
  expect(generation?.calibration?.nearness?.spread).toBeGreaterThan(0);
  expect(status.embeddingsNote).toBeUndefined();

  server.script = () => ({ status: 503 });
  const before = server.asked.length;
  for (let i = 0; i < 3; i++) await expectAnswered(app, 2);
  expect(server.asked.length - before).toBe(1);
  expect((await app.status()).embeddingsNote).toMatch(/words alone.*HTTP 503/);
  expect(await app.ingest()).toMatchObject({ generation: 2, embedded: 0 });
  server.script = wordVectors;
  time += 31_000;
  await expectAnswered(app, 2);
  expect((await app.status()).embeddingsNote).toBeUndefined();

  await app.close();

  const again = await start(bundled);
  await expectAnswered(again, 2);
  expect((await again.status()).embeddingsNote).toMatch(/openai:scripted.*words alone/);
  expect(await again.ingest()).toMatchObject({ generation: 3, embedded: 0 });
  await expectAnswered(again, 3);
  const { generation: last, embeddingsNote } = await again.status();
  expect([last?.model, last?.calibration?.nearness, embeddingsNote]).toEqual([
    MEASURED_MODEL,
    undefined,
    undefined,
  ]);
});

test('a server whose vectors cannot be used changes nothing', async () => {
  const app = await start({ ...(await prepared()), embeddings: server.config('ollama') });
  server.script = (texts) => ({ vectors: texts.map(() => [0, 0, 0]) });
  const failure = await app.ingest().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UserError);
  expect(String(failure)).toMatch(/a vector of zeros.*check/);
  await expectAnswered(app, 1);
  server.script = wordVectors;
  const report = await app.ingest();
  expect(report.embedded).toBe(report.sentences);
  await expectAnswered(app, 2);
});

test('articles come back from before the model was changed', async () => {
  const bundled = await prepared();
  const first = await start(bundled);
  const [{ id = '' } = {}] = await first.articles();
  await first.apply({ kind: 'remove', ids: [id] }, { base: 1, actor: 'Ann' });
  await first.close();
  const app = await start({ ...bundled, embeddings: server.config('ollama') });
  const { generation } = await app.apply({ kind: 'rollback', generation: 1 }, { base: 2, actor: 'Ann' });
  expect(generation).toBe(3);
  await expectAnswered(app, 3);
  expect((await app.status()).generation).toMatchObject({ model: 'ollama:scripted', articles: 3 });
});

test('closing ends what is being embedded', async () => {
  const app = await start({ ...(await prepared()), embeddings: server.config('openai') });
  const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
  server.script = () => {
    isAsked();
    return 'hang';
  };
  const ingest = app.ingest().catch((error: unknown) => error);
  await asked;
  await app.close();
  expect(await ingest).toBeInstanceOf(UserError);
});
