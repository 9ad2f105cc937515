import { expect, test } from 'vitest';
import { ProgressNote } from '../../../../src/discord/corpus/progress.ts';
import { progressLine } from '../../../../src/discord/corpus/render-report.ts';
import { notice } from '../../../../src/discord/message.ts';

test('progress is shown every two seconds, one edit at a time, and not after the end', async () => {
  const clock = { now: 0 };
  const shown: number[] = [];
  let sent = Promise.withResolvers<void>();
  const acknowledged = Promise.withResolvers<void>();
  const note = new ProgressNote({
    now: () => new Date(clock.now),
    first: 'shown',
    ready: acknowledged.promise,
    render: ({ done }) => {
      shown.push(done);
      return notice('…');
    },
    show: () => sent.promise,
  });
  const at = async (ms: number) => {
    clock.now = ms;
    note.update({ stage: 'embedding', done: ms, total: 10_000 });
    await Promise.resolve();
  };
  await at(2_500);
  expect(shown).toEqual([]);
  acknowledged.resolve();
  await new Promise(setImmediate);
  await at(2_600);
  await at(5_000);
  expect(shown).toEqual([2_600]);
  sent.reject(new Error('not now'));
  await new Promise(setImmediate);
  sent = Promise.withResolvers();
  sent.resolve();
  await at(4_500);
  expect(shown).toEqual([2_600]);
  await at(4_600);
  await note.end();
  await at(9_000);
  expect(shown).toEqual([2_600, 4_600]);
});

test.each([
  ['reading', 'Reading 300/1,120…'],
  ['fetching', 'Reading addresses 300/1,120…'],
  ['embedding', 'Embedding 300/1,120…'],
  ['publishing', 'Publishing…'],
  ['indexing', 'Published; making the index…'],
] as const)('%s is told as "%s"', (stage, expected) => {
  expect(progressLine({ stage, done: 300, total: 1_120 })).toBe(expected);
});

test('what replaces Discord’s own "thinking…" is shown after six seconds only', async () => {
  const clock = { now: 0 };
  const shown: number[] = [];
  const note = new ProgressNote({
    ...{ now: () => new Date(clock.now), first: 'thinking', ready: Promise.resolve() },
    render: ({ done }) => {
      shown.push(done);
      return notice('…');
    },
    show: async () => {},
  });
  await new Promise(setImmediate);
  for (clock.now = 1_000; clock.now <= 8_000; clock.now += 1_000) {
    note.update({ stage: 'reading', done: clock.now, total: 9 });
    await new Promise(setImmediate);
  }
  expect(shown).toEqual([6_000, 8_000]);
});
