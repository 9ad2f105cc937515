import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { BundledEmbeddings } from '../../../src/adapters/embeddings/bundled.ts';
import { embeddingEngines } from '../../../src/adapters/embeddings/index.ts';
import { type Transformers, TransformersEmbeddings } from '../../../src/adapters/embeddings/transformers.ts';
import { EmbeddingError, UserError } from '../../../src/errors.ts';
import type { EmbeddingModel } from '../../../src/ports.ts';
import { startEmbeddingServer, wordVectors } from '../../support/embeddings.ts';
import { WordEmbeddings } from '../../support/vectors.ts';

const server = await startEmbeddingServer();
const folder = mkdtempSync(join(tmpdir(), 'footnote-'));

/** transformers.js as far as it is used, with vectors of words. */
const transformers: Transformers = {
  env: { allowRemoteModels: true, localModelPath: '' },
  pipeline: async () => async (texts) => ({ tolist: () => wordVectors(texts).vectors }),
};

/** Every engine, and the stand-in that other tests use: it has to behave like one. */
const engines: Record<string, EmbeddingModel> = {
  bundled: embeddingEngines.bundled({ workers: 1 }),
  openai: await embeddingEngines.openai(server.config('openai')),
  ollama: await embeddingEngines.ollama(server.config('ollama')),
  transformers: new TransformersEmbeddings(folder, async () => transformers),
  words: new WordEmbeddings(),
};

const cosine = (a: number[] = [], b: number[] = []) =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0) / (Math.hypot(...a) * Math.hypot(...b));

afterAll(async () => {
  await Promise.all(Object.values(engines).map((engine) => engine.close()));
  await server.close();
  rmSync(folder, { recursive: true });
});

describe.each(Object.entries(engines))('%s', (_, engine) => {
  test('gives finite vectors of its dimensions, in the order of the texts', async () => {
    const texts = [
      'a long sentence about rockets that fly to the moon',
      'tea',
      'rockets',
      'the moon at night',
      'tea',
    ];
    const vectors = await engine.embedDocuments(texts);
    expect(vectors.map((vector) => vector.length)).toEqual(texts.map(() => engine.dimensions));
    expect(vectors.flat().every(Number.isFinite)).toBe(true);
    for (const [i, text] of texts.entries()) {
      expect(cosine(vectors[i], await engine.embedQuery(text))).toBeGreaterThan(0.9999);
    }
  });

  test('brings related texts nearer than unrelated ones', async () => {
    const [rocket, launch, tea] = await engine.embedDocuments([
      'The rocket was launched into space',
      'They launched a rocket into space',
      'Tea is grown in the hills of Assam',
    ]);
    expect(cosine(rocket, launch)).toBeGreaterThan(cosine(rocket, tea) + 0.1);
  });

  test('has an answer to no texts, empty texts and strange ones', async () => {
    expect(await engine.embedDocuments([])).toEqual([]);
    const strange = [
      '',
      '   ',
      '?!',
      '日本語のテキスト',
      '\u{1F680}',
      'x'.repeat(5_000),
      'word '.repeat(1_000),
    ];
    const vectors = await engine.embedDocuments(strange);
    expect(vectors.flat().every(Number.isFinite)).toBe(true);
    expect(vectors.every((vector) => Math.hypot(...vector) > 0)).toBe(true);
  });
});

test('bundled gives what the graph of its package computes, alone or among others', async () => {
  // Computed by running that graph.
  const computed = {
    'The rocket was launched into space': [
      0.04615698754787445, -0.04808080941438675, 0.05695464089512825, -0.047908585518598557,
    ],
    'Когда ISRO открыли?': [
      0.05402053892612457, -0.027001474052667618, -0.017657870426774025, -0.003977183718234301,
    ],
  };
  for (const [text, numbers] of Object.entries(computed)) {
    const alone = await engines.bundled?.embedQuery(text);
    for (const [i, number] of numbers.entries()) expect(alone?.[i]).toBeCloseTo(number, 6);
    const [, among] = (await engines.bundled?.embedDocuments(['tea', text, 'the moon '.repeat(40)])) ?? [];
    expect(among).toEqual(alone);
  }
});

test('transformers.js reads its folder and nothing else, and tells models of one name apart', async () => {
  await engines.transformers?.embedQuery('tea');
  expect(transformers.env).toEqual({ allowRemoteModels: false, localModelPath: tmpdir() });
  writeFileSync(join(folder, 'config.json'), '{}');
  const other = new TransformersEmbeddings(folder, async () => transformers);
  expect(other.name).not.toBe(engines.transformers?.name);
});

test('what transformers.js cannot load is said', async () => {
  const broken = new TransformersEmbeddings(folder, async () => ({
    ...transformers,
    pipeline: () => Promise.reject(new Error('no onnx/model.onnx')),
  }));
  await expect(broken.embedQuery('tea')).rejects.toThrow(EmbeddingError);
  await expect(broken.embedQuery('tea')).rejects.toThrow(/no onnx\/model\.onnx.*folder/);
});

test('without transformers.js the start says how to install it', async () => {
  const opened = embeddingEngines.transformers({ folder });
  await expect(opened).rejects.toThrow(UserError);
  await expect(opened).rejects.toThrow('npm install @huggingface/transformers');
});

test('a bundled model that is closed gives up what is under way, and another goes on', async () => {
  const [one, another] = [new BundledEmbeddings(1), new BundledEmbeddings(1)];
  const vector = another.embedQuery('tea');
  const underWay = Promise.allSettled([one.embedQuery('tea'), one.embedDocuments(['the moon', 'rockets'])]);
  await one.close();
  expect((await underWay).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(one.embedQuery('tea')).rejects.toThrow('closed');
  expect(await vector).toHaveLength(another.dimensions);
  await another.close();
});
