import { afterAll, describe, expect, test } from 'vitest';
import { embeddingEngines } from '../../../src/adapters/embeddings/index.ts';
import { WordEmbeddings } from '../../support/vectors.ts';

/** Every engine, and the stand-in that other tests use: it has to behave like one. */
const engines = { bundled: embeddingEngines.bundled({ workers: 1 }), words: new WordEmbeddings() };

const cosine = (a: number[] = [], b: number[] = []) =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0) / (Math.hypot(...a) * Math.hypot(...b));

afterAll(async () => {
  await Promise.all(Object.values(engines).map((engine) => engine.close()));
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
