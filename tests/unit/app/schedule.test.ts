import { expect, test } from 'vitest';
import { type After, type ScheduledRefresh, scheduleRefreshes } from '../../../src/app/schedule.ts';
import { OutdatedError, UserError } from '../../../src/errors.ts';
import type { EditReport, RefreshPreview } from '../../../src/model.ts';

const CHANGE = { kind: 'changed' as const, id: 'tea', title: 'Tea' };
const nothing: RefreshPreview = {
  ...{ key: 'k', expiresAt: '', base: 1, changes: [], held: [], unreachable: [], refused: [] },
  ...{ waiting: 0, unchanged: 1, toEmbed: 0, ms: 1 },
};
const report: EditReport = { generation: 2, changes: [CHANGE], refused: [], embedded: 1, ms: 1 };

/** A schedule with a clock that goes when it is told to, over refreshes that come to what is given, one by one. */
function scheduled(
  everyMs: number,
  previews: (RefreshPreview | Error)[],
  applied: (EditReport | Error)[] = [],
) {
  const [done, calls, waits]: [ScheduledRefresh[], string[], number[]] = [[], [], []];
  let next: (() => void) | undefined;
  let wake = Promise.withResolvers<void>();
  const after: After = (ms, work) => {
    waits.push(ms);
    next = work;
    wake.resolve();
    return () => {
      next = undefined;
    };
  };
  const take = <T>(results: (T | Error)[]): T => {
    const result = results.shift();
    if (result === undefined || result instanceof Error) throw result ?? new Error('nothing more');
    return result;
  };
  const app = {
    previewRefresh: async () => take(previews),
    applyRefresh: async (key: string, { actor }: { actor: string }) => {
      calls.push(`apply ${key} by ${actor}`);
      return take(applied);
    },
    discardRefresh: (key: string) => {
      calls.push(`discard ${key}`);
    },
  };
  const stop = scheduleRefreshes(app, everyMs, (refresh) => done.push(refresh), after);
  const pass = () => {
    wake = Promise.withResolvers();
    next?.();
    return wake.promise;
  };
  return { done, calls, waits, pass, stop, isWaiting: () => next !== undefined };
}

test('refreshes again and again, and publishes only where something changed', async () => {
  const changed = { ...nothing, key: 'c', changes: [CHANGE] };
  const { done, calls, waits, pass, stop, isWaiting } = scheduled(86_400_000, [nothing, changed], [report]);
  await pass();
  await pass();
  expect(waits).toEqual([900_000, 86_400_000, 86_400_000]);
  expect(calls).toEqual(['discard k', 'apply c by schedule']);
  expect(done).toEqual([{ preview: nothing }, { preview: changed, report }]);
  stop();
  expect(isWaiting()).toBe(false);
});

test('what goes wrong is told, and the next one is tried', async () => {
  const changed = { ...nothing, changes: [CHANGE] };
  const { done, pass } = scheduled(
    900_000,
    [new UserError('The disk is full.'), changed, changed, changed, changed],
    [new OutdatedError('Somebody else.'), report, new OutdatedError('Ann.'), new OutdatedError('Bo.')],
  );
  await pass();
  await pass();
  await pass();
  expect(done).toEqual([{ problem: 'The disk is full.' }, { preview: changed, report }, { problem: 'Bo.' }]);
});

test('what is under way when it is stopped is told to nobody', async () => {
  const { done, pass, stop, isWaiting } = scheduled(900_000, [nothing]);
  void pass();
  stop();
  await new Promise(setImmediate);
  expect({ done, isWaiting: isWaiting() }).toEqual({ done: [], isWaiting: false });
});
