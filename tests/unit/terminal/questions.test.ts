import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UsageError } from '../../../scripts/support/command.ts';
import { inOrder } from '../../../scripts/support/in-order.ts';
import { questionsOf } from '../../../scripts/support/questions.ts';

const nothing = Readable.from([]);

const all = (questions: AsyncIterable<string>) => Readable.from(questions).toArray();

test('the words of a command line are one question', async () => {
  expect(await all(questionsOf(['who', 'signed?'], false, nothing))).toEqual(['who signed?']);
});

test('standard input holds a question a line, and blank lines are skipped', async () => {
  const input = Readable.from(['\ufeffone?\r\n\n  ', '\n two', '?\nthree?']);
  expect(await all(questionsOf([], true, input))).toEqual(['one?', 'two?', 'three?']);
});

test('no question, a blank one, or both kinds are a wrong usage', () => {
  expect(() => questionsOf([], false, nothing)).toThrow(UsageError);
  expect(() => questionsOf([' '], false, nothing)).toThrow(UsageError);
  expect(() => questionsOf(['who?'], true, nothing)).toThrow(UsageError);
});

test('results come in the order of the items whatever finishes first, at most so many at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(5)), fc.integer({ min: 1, max: 8 }), async (delays, width) => {
      const emitted: number[] = [];
      let running = 0;
      let most = 0;
      const work = async (item: { i: number; turns: number }) => {
        most = Math.max(most, ++running);
        for (let turn = 0; turn < item.turns; turn++) await Promise.resolve();
        running--;
        return item.i;
      };
      const items = Readable.from(delays.map((turns, i) => ({ i, turns })));
      await inOrder(items, width, work, (i) => emitted.push(i));
      expect(emitted).toEqual(delays.map((_, i) => i));
      expect(most).toBeLessThanOrEqual(width);
    }),
  );
});

test('a result is handed on before the next item is there', async () => {
  const emitted: string[] = [];
  const { promise: firstEmitted, resolve } = Promise.withResolvers<void>();
  async function* items() {
    yield 'first';
    await firstEmitted;
    yield 'second';
  }
  await inOrder(
    items(),
    8,
    async (item) => item,
    (item) => {
      emitted.push(item);
      resolve();
    },
  );
  expect(emitted).toEqual(['first', 'second']);
});
