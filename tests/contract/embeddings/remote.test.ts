import { afterAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { embeddingEngines } from '../../../src/adapters/embeddings/index.ts';
import { EmbeddingError } from '../../../src/errors.ts';
import type { EmbeddingModel } from '../../../src/ports.ts';
import { type Embedded, startEmbeddingServer, wordVectors } from '../../support/embeddings.ts';

const server = await startEmbeddingServer();
afterAll(() => server.close());
beforeEach(() => {
  server.script = wordVectors;
  server.asked.length = 0;
});

const TEXTS = ['tea', 'rockets', 'the moon'];
const good = (texts: string[]) => wordVectors(texts).vectors;

describe.each(['openai', 'ollama'] as const)('%s', (engine) => {
  /** Waits are noted, not waited for. */
  async function model(): Promise<{ model: EmbeddingModel; waits: number[] }> {
    const waits: number[] = [];
    const pause = async (ms: number) => void waits.push(ms);
    const model = await embeddingEngines[engine]({ ...server.config(engine), pause });
    onTestFinished(() => model.close());
    return { model, waits };
  }

  const REFUSED: [string, (texts: string[]) => Embedded][] = [
    ['NaN', (texts) => ({ vectors: good(texts).with(1, [Number.NaN, ...new Array(47).fill(1)]) })],
    ['zeros', (texts) => ({ vectors: good(texts).with(1, new Array(48).fill(0)) })],
    ['a short vector', (texts) => ({ vectors: good(texts).with(1, [1, 2, 3]) })],
    ['short vectors all', (texts) => ({ vectors: texts.map(() => [1, 2, 3]) })],
    ['one too few', (texts) => ({ vectors: good(texts).slice(1) })],
    ['none', () => ({ vectors: [] })],
    ['words for numbers', (texts) => ({ vectors: texts.map(() => ['a', 'b']) })],
    ['null', (texts) => ({ vectors: texts.map(() => null) })],
    ['a page', () => 'html'],
    ['an empty object', () => '{}'],
  ];

  test.each(REFUSED)('a batch that holds %s is refused whole', async (_, script) => {
    const { model: one } = await model();
    await one.embedQuery('how long vectors are');
    expect(one.dimensions).toBe(48);
    server.script = script;
    await expect(one.embedDocuments(TEXTS)).rejects.toThrow(EmbeddingError);
    await expect(one.embedDocuments(TEXTS)).rejects.toThrow(/scripted.*check/s);
  });

  test('documents wait as long as the server asks, and longer each time where it does not', async () => {
    const { model: one, waits } = await model();
    server.script = (texts, n) =>
      n === 1
        ? { status: 429, headers: { 'retry-after': '7' } }
        : n <= 3
          ? { status: 503 }
          : wordVectors(texts);
    expect(await one.embedDocuments(TEXTS)).toHaveLength(3);
    expect(waits).toEqual([7_000, 1_000, 2_000]);
  });

  test('a server that goes on failing is given up, and so is one that asks for an hour', async () => {
    const { model: one, waits } = await model();
    server.script = () => ({ status: 500 });
    await expect(one.embedDocuments(TEXTS)).rejects.toThrow(/HTTP 500/);
    expect(waits).toHaveLength(5);
    server.script = () => ({ status: 429, headers: { 'retry-after': '3600' } });
    await expect(one.embedDocuments(TEXTS)).rejects.toThrow(/HTTP 429/);
    expect(waits).toHaveLength(5);
  });

  test.each([
    [401, /key/],
    [404, /no embedding model/],
    [400, /does not take/],
  ])('what HTTP %d refuses is not asked again', async (status, message) => {
    const { model: one } = await model();
    server.script = () => ({ status });
    await expect(one.embedDocuments(TEXTS)).rejects.toThrow(message);
    expect(server.asked).toHaveLength(1);
  });

  test('a question is asked once', async () => {
    const { model: one, waits } = await model();
    server.script = () => ({ status: 503 });
    await expect(one.embedQuery('tea')).rejects.toThrow(EmbeddingError);
    expect([server.asked.length, waits]).toEqual([1, []]);
  });

  test('many texts go in batches, long and empty ones as something that servers take', async () => {
    const { model: one } = await model();
    const texts = ['', ' \n ', 'word '.repeat(3_000), ...Array.from({ length: 147 }, (_, i) => `text ${i}`)];
    expect(await one.embedDocuments(texts)).toHaveLength(150);
    expect(server.asked.map((batch) => batch.length)).toEqual([64, 64, 22]);
    const lengths = server.asked.flat().map((text) => text.length);
    expect(Math.min(...lengths)).toBeGreaterThan(0);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(6_000);
  });

  test('closing ends what is under way', async () => {
    const { model: one } = await model();
    server.script = () => {
      void one.close();
      return 'hang';
    };
    await expect(one.embedDocuments(TEXTS)).rejects.toThrow(EmbeddingError);
  });

  test('a server that is not there is said with what to do, without the key', async () => {
    const config = { ...server.config(engine), baseUrl: 'http://127.0.0.1:1', apiKey: 'sk-secret' };
    const one = await embeddingEngines[engine](config);
    const failure = await one.embedDocuments(TEXTS).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(EmbeddingError);
    expect(String(failure)).toMatch(/cannot be reached.*EMBEDDINGS_BASE_URL/);
    expect(String(failure)).not.toContain('sk-secret');
  });
});
