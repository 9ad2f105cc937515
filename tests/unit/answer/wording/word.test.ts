import { expect, test } from 'vitest';
import type { Draft } from '../../../../src/answer/answer.ts';
import type { Material } from '../../../../src/answer/wording/material.ts';
import { promptOf } from '../../../../src/answer/wording/prompt.ts';
import { SteadyModel } from '../../../../src/answer/wording/steady-model.ts';
import { word } from '../../../../src/answer/wording/word.ts';
import { ChatError } from '../../../../src/errors.ts';
import type { ChatModel, ChatPiece } from '../../../../src/ports.ts';

const TEXT = 'The tower of Orrin was built in 1871. It is 31 metres high.';
const vector = Float32Array.of(1, 0);
const sentences = [
  { start: 0, end: 37, vector },
  { start: 38, end: 59, vector },
];
const article = { id: 'tower', title: 'The tower' };
const material: Material = {
  passages: [{ articleId: 'tower', ordinal: 0, start: 0, end: TEXT.length, text: TEXT, article, sentences }],
  likeliest: [[{ articleId: 'tower', start: 0, end: 37 }]],
};
const draft: Draft = {
  ...{ status: 'answered', confidence: 0.9, text: `${TEXT.slice(0, 37)} [1]`, missing: [], closest: [] },
  claims: [{ text: TEXT.slice(0, 37), citations: [1], emphasis: [{ start: 32, end: 36 }] }],
  citations: [{ n: 1, articleId: 'tower', title: 'The tower', start: 0, end: 37, quote: TEXT.slice(0, 37) }],
  ...{ language: 'en', generation: 1 },
};
const BUILT = {
  text: 'Orrin built its tower in 1871.',
  rests: [{ passage: 1, words: 'The tower of Orrin was built in 1871' }],
};
const HIGH = { text: 'It is 31 metres high.', rests: [{ passage: 1, words: 'It is 31 metres high' }] };
const saying = (...claims: object[]): ChatPiece[] => [{ text: JSON.stringify({ claims }) }];

/** A model that does one thing after the other: says pieces, or fails. */
function wording(...turns: (ChatPiece[] | Error | 'deaf')[]) {
  const waited: number[] = [];
  let [calls, tokens] = [0, 0];
  const model: ChatModel = {
    name: 'test:model',
    async *stream() {
      const turn = turns[calls++];
      if (turn instanceof Error) throw turn;
      // Does not even let go when it is told to.
      if (turn === 'deaf') await new Promise(() => {});
      else yield* turn ?? [];
    },
    async close() {},
  };
  const steady = new SteadyModel(model, undefined, {
    now: () => new Date('2030-01-01T00:00:00Z'),
    random: () => 0.5,
    usage: {
      chatTokens: () => tokens,
      addChatTokens: (_, n) => {
        tokens += n;
      },
    },
    pause: async (ms) => {
      waited.push(ms);
    },
  });
  const run = (signal = new AbortController().signal) =>
    word(
      { question: 'When was it built?', draft, material },
      { model: steady, embed: async () => vector, random: () => 0.5 },
      signal,
    );
  return { run, waited, steady, calls: () => calls };
}

test('claims are cited by whole sentences, and what answers is marked', async () => {
  const { run } = wording(saying(BUILT, HIGH));
  const { draft: worded, explained } = await run();
  expect(worded.claims).toEqual([
    { text: BUILT.text, citations: [1], emphasis: [{ start: 25, end: 29 }] },
    { text: HIGH.text, citations: [2], emphasis: [] },
  ]);
  expect(worded.text).toBe(`${BUILT.text} [1] ${HIGH.text} [2]`);
  expect(worded.citations.map(({ quote }) => quote)).toEqual(
    sentences.map(({ start, end }) => TEXT.slice(start, end)),
  );
  expect(explained.extractive).toBeUndefined();
});

test('what says less than a claim before it is left out; what answers nothing asked is not enough', async () => {
  const copy = { ...BUILT, text: 'The tower was built in 1871.' };
  expect((await wording(saying(BUILT, copy)).run()).draft.claims).toHaveLength(1);
  const { draft: worded, explained } = await wording(saying(HIGH)).run();
  expect(worded).toBe(draft);
  expect(explained).toMatchObject({
    extractive: 'Too little of what the chat model said is left.',
    claims: [{ outcome: 'kept' }],
  });
});

test('a failure before the first word is tried again after growing pauses, Retry-After goes first', async () => {
  const broken = new ChatError('broken', 'It failed.');
  const { run, waited } = wording(broken, new ChatError('busy', 'Wait.', 1_200), saying(BUILT));
  expect((await run()).draft.wordedBy).toEqual({ model: 'test:model', dropped: 0 });
  expect(waited).toEqual([250, 1_200]);

  const asked = wording(new ChatError('busy', 'Wait.', 60_000), saying(BUILT));
  expect((await asked.run()).explained.extractive).toBe('Wait.');
  expect(asked.calls()).toBe(1);
  expect(asked.steady.status).toMatchObject({
    state: 'paused',
    until: '2030-01-01T00:01:00.000Z',
    problem: 'Wait.',
  });
});

test('one that does not let go is left when the time is over, with what was checked by then', async () => {
  const timer = new AbortController();
  const { run, steady } = wording('deaf');
  const running = run(timer.signal);
  timer.abort();
  const { draft: given, explained } = await running;
  expect(given).toBe(draft);
  expect(explained.extractive).toBe('The chat model did not answer in time.');
  await Promise.resolve();
  expect(steady.status.problem).toBe('The chat model did not answer in time.');
});

test('the marks around what others wrote are drawn anew for each request', () => {
  const keysOf = (random: () => number) => {
    const [, user] = promptOf('Why?', material.passages, draft.claims, random);
    return [...(user?.text ?? '').matchAll(/^<[\w ]+ (\w{16})>$/gm)].map(([, key]) => key);
  };
  expect(new Set(keysOf(() => 0.5))).toEqual(new Set(['iiiiiiiiiiiiiiii']));
  expect(keysOf(() => 0.1)).not.toContain('iiiiiiiiiiiiiiii');
});
