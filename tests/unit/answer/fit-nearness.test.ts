import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { probesOf } from '../../../src/answer/calibrate.ts';
import { fitNearness } from '../../../src/answer/fit-nearness.ts';
import { readQuery } from '../../../src/retrieve/query.ts';
import { rank } from '../../../src/retrieve/rank.ts';
import { split, testLibrary } from '../../support/library.ts';
import { wordVector } from '../../support/vectors.ts';

const PLACES = ['Lisbon', 'Kochi', 'Oslo', 'Accra', 'Lima', 'Osaka', 'Izmir', 'Tunis'];
const WORDS: Record<string, string[]> = {
  tea: ['leaves', 'kettle', 'teapot'],
  iron: ['furnace', 'smelter', 'ore'],
  wool: ['sheep', 'loom', 'shearing'],
  salt: ['brine', 'seawater', 'evaporation'],
};

/** Articles whose passages are of one topic in different words. */
async function library() {
  const test = testLibrary();
  await test.publish({
    put: Object.entries(WORDS).map(([topic, words], i) =>
      split(
        topic,
        words
          .map((word, j) => `Workers near ${PLACES[(i + 2 * j) % 8]} bring ${word} along each cold morning.`)
          .join('\n\n'),
      ),
    ),
  });
  test.reader.refresh();
  const { reader } = test;
  const probes = probesOf(reader.sampleSentences(100), (id) => reader.article(id)?.text ?? '');
  return { ...test, probes };
}

/** Points where the topic of a text is, or with `noise` anywhere. */
function vectorOf(text: string, noise: string): Float32Array {
  const topic = Object.entries(WORDS).find(([, words]) => words.some((word) => text.includes(word)))?.[0];
  const at =
    noise === ''
      ? (topic ?? 'none')
      : createHash('sha256')
          .update(noise + text)
          .digest('hex');
  return wordVector(at);
}

async function fitted(noise: string) {
  const { reader, writer, probes } = await library();
  const passages = reader.passages.bind(reader);
  // The sentences have vectors of their words; here they have those of their topics, or of nothing.
  reader.passages = (rows) =>
    passages(rows).map((passage) => ({
      ...passage,
      sentences: passage.sentences.map((sentence) => ({
        ...sentence,
        vector: vectorOf(passage.text, noise),
      })),
    }));
  const vectors = probes.map(({ text, sentence }) => vectorOf(noise === '' ? sentence : text, noise));
  return { nearness: fitNearness(reader, probes, vectors), reader, writer };
}

test('vectors that bring passages of one article together count, and vectors of chance do not', async () => {
  const { nearness: good } = await fitted('');
  expect(good.share).toBeGreaterThan(0);
  const shares = await Promise.all(
    ['a', 'b', 'c'].map(async (noise) => (await fitted(noise)).nearness.share),
  );
  expect(Math.max(...shares)).toBeLessThan(good.share);
});

test('where nothing can be told, nearness counts for half', async () => {
  const { reader } = await library();
  expect(fitNearness(reader, [], [])).toEqual({ mean: 0, spread: 0, share: 0.5 });
});

test('what is fitted is read: chance leaves the ranking to the words', async () => {
  const { reader, writer } = await library();
  const query = readQuery({ text: 'Who brings brine?' });
  const ask = (vector: Float32Array) =>
    rank(reader, query, vector).passages.map(({ passage, score }) => [passage.row, score]);
  const byWords = ask(new Float32Array());
  expect(ask(wordVector('furnace'))).not.toEqual(byWords);
  const nearness = { mean: 0.1, spread: 0.1, share: 0 };
  writer.saveCalibration(1, { topic: 0.4, said: 0.1, questions: 9, passages: 12, nearness });
  reader.refresh();
  expect(reader.generation?.calibration?.nearness).toEqual(nearness);
  expect(ask(wordVector('furnace'))).toEqual(byWords);
});
