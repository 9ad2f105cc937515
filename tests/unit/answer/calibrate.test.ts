import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer } from '../../../src/answer/answer.ts';
import { calibrate, isCalibrated, probesOf, thresholdsOf } from '../../../src/answer/calibrate.ts';
import { ELSEWHERE } from '../../../src/answer/elsewhere.ts';
import { LEAST_SAID, TOPIC_THRESHOLD } from '../../../src/answer/weights.ts';
import { readQuery } from '../../../src/retrieve/query.ts';
import { split, testLibrary } from '../../support/library.ts';
import { wordVector } from '../../support/vectors.ts';

const UNCALIBRATED = { topic: TOPIC_THRESHOLD, said: LEAST_SAID };
const GOODS = ['tea', 'salt', 'wool', 'iron', 'rice', 'jute', 'corn', 'silk'];
const about = (good: string, place: string) =>
  `Merchants in ${place} store ${good} behind tall brick walls near the harbour. Sailors carry ${good} aboard before sunrise whenever the tide allows it.`;

async function library(texts: readonly string[]) {
  const { reader, writer, publish } = testLibrary();
  await publish({ put: texts.map((text, i) => split(`article ${i}`, text)) });
  reader.refresh();
  const probes = probesOf(reader.sampleSentences(100), (id) => reader.article(id)?.text ?? '');
  const least = calibrate(
    reader,
    probes,
    probes.map(({ text }) => wordVector(text)),
  );
  return { reader, writer, publish, probes, least };
}

test('probes are some words of a sentence in its order, the same ones every time', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 20 }), (text) => {
      const ask = () => probesOf([{ text, articleId: 'a' }], () => 'ships leave Oslo, and Oslo waits');
      const [named, probe, ...elsewhere] = ask();
      if (!named || !probe) return;
      expect(ask().slice(0, 2)).toEqual([named, probe]);
      expect(elsewhere.map(({ text }) => text)).toEqual(ELSEWHERE.slice(0, 1));
      expect(named).toMatchObject({ asked: 'with', text: expect.stringMatching(/^Oslo \S+ \S+$/) });
      let rest = text;
      for (const word of probe.text.split(' ')) {
        expect(rest).toContain(word);
        rest = rest.slice(rest.indexOf(word) + word.length);
      }
    }),
  );
  expect(probesOf([{ text: 'Too short to ask about.', articleId: 'a' }], () => '')).toEqual([]);
});

test('articles in which more is found by chance need surer questions', async () => {
  const places = ['Lisbon', 'Kochi', 'Oslo', 'Accra', 'Lima', 'Osaka', 'Izmir', 'Tunis'];
  const narrow = await library(GOODS.map((good, i) => about(good, places[i] ?? '')));
  const wide = await library([
    ...GOODS.map((good, i) => about(good, places[i] ?? '')),
    ...ELSEWHERE.filter((_, i) => i % 4 === 0).map((question) =>
      question
        .replace(/^(?:how|what|when|where|which|who|why) /i, 'Reporters found out that ')
        .replace('?', '.'),
    ),
  ]);
  expect(narrow.probes.length).toBeGreaterThan(10);
  expect(wide.least.topic).toBeGreaterThan(narrow.least.topic);
  for (const { least } of [narrow, wide]) {
    for (const chance of [least.topic, least.said]) {
      expect(chance).toBeGreaterThan(0);
      expect(chance).toBeLessThan(1);
    }
  }
});

test('a calibration is kept with its generation, decides, and holds until the library has changed much', async () => {
  const { reader, writer, publish } = await library([about('tea', 'Lisbon')]);
  expect(thresholdsOf(reader)).toEqual(UNCALIBRATED);
  expect(isCalibrated(reader)).toBe(false);
  const ask = () => {
    const text = 'Where do merchants store tea?';
    return answer(readQuery({ text }), wordVector(text), reader).status;
  };
  expect(ask()).not.toBe('notInCorpus');

  writer.saveCalibration(1, { topic: 0.999999, said: 0.03, questions: 2, passages: 1 });
  expect(reader.stale).toBe(true);
  reader.refresh();
  expect(reader.generation?.calibration).toEqual({ topic: 0.999999, said: 0.03, questions: 2, passages: 1 });
  expect(isCalibrated(reader)).toBe(true);
  expect(ask()).toBe('notInCorpus');

  await publish({ put: [split('more', about('salt', 'Oslo'))] });
  reader.refresh();
  expect(thresholdsOf(reader).topic).toBe(0.999999);
  expect(isCalibrated(reader)).toBe(false);
});

test('a library without sentences to ask about keeps the threshold that did well elsewhere', () => {
  expect(calibrate(testLibrary().reader, [], [])).toEqual(UNCALIBRATED);
});
