import { expect, test } from 'vitest';
import { Rereading } from '../../../../src/discord/corpus/rereading.ts';
import type { Progress, RefreshPreview } from '../../../../src/model.ts';

const START = Date.parse('2031-06-01T12:00:00Z');

function rereading() {
  const clock = { now: START };
  const runs: (PromiseWithResolvers<RefreshPreview> & { onProgress: (progress: Progress) => void })[] = [];
  const previewRefresh = (onProgress: (progress: Progress) => void = () => {}) => {
    const run = { ...Promise.withResolvers<RefreshPreview>(), onProgress };
    runs.push(run);
    return run.promise;
  };
  return { clock, runs, it: new Rereading({ previewRefresh }, () => new Date(clock.now)) };
}

function previewOf(key: string): RefreshPreview {
  return {
    ...{ key, expiresAt: new Date(START + 3_600_000).toISOString(), base: 1, changes: [], held: [] },
    ...{ unreachable: [], refused: [], waiting: 0, unchanged: 3, toEmbed: 0, ms: 1 },
  };
}

const progressAt = (done: number): Progress => ({ stage: 'fetching', done, total: 400 });
const nothing = () => {};
const never = () => new AbortController().signal;

test('what takes too long to wait for goes on, and is there for whoever asks next', async () => {
  const { runs, it } = rereading();
  const enough = new AbortController();
  const first = it.wait(nothing, enough.signal);
  runs[0]?.onProgress(progressAt(130));
  enough.abort();
  expect(await first).toEqual({ reading: progressAt(130) });

  const seen: Progress[] = [];
  const second = it.wait((progress) => seen.push(progress), never());
  expect(runs).toHaveLength(1);
  // What somebody waits for is theirs: whoever comes meanwhile reads anew, and learns at the end who was first.
  const third = it.wait(nothing, never());
  expect(runs).toHaveLength(2);
  runs[0]?.onProgress(progressAt(131));
  runs[0]?.resolve(previewOf('a'));
  runs[1]?.resolve(previewOf('b'));
  expect([await second, await third]).toEqual([{ preview: previewOf('a') }, { preview: previewOf('b') }]);
  expect(seen).toEqual([progressAt(130), progressAt(131)]);

  const anew = it.wait(nothing, never());
  runs[2]?.resolve(previewOf('c'));
  expect(await anew).toEqual({ preview: previewOf('c') });
});

test('what was done while nobody waited is kept until it expires, and an error until it was told', async () => {
  const { clock, runs, it } = rereading();
  const leave = async () =>
    expect(await it.wait(nothing, AbortSignal.abort())).toEqual({ reading: undefined });
  await leave();
  runs[0]?.resolve(previewOf('a'));
  await runs[0]?.promise;
  clock.now += 3_599_999;
  expect(await it.wait(nothing, never())).toEqual({ preview: previewOf('a') });

  await leave();
  runs[1]?.resolve({ ...previewOf('b'), expiresAt: new Date(clock.now + 1).toISOString() });
  await runs[1]?.promise;
  clock.now += 1;
  await leave();
  runs[2]?.reject(new Error('the disk is full'));
  await expect(it.wait(nothing, never())).rejects.toThrow('the disk is full');
  await leave();
  expect(runs).toHaveLength(4);
});
