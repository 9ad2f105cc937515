import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lanes } from '../../../../src/adapters/fetcher/lanes.ts';

test('never more of one key at a time than its lane is wide, in the order they came, and whatever ends early', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.integer({ min: 1, max: 3 }),
      fc.array(
        fc.record({ key: fc.constantFrom('a', 'b'), fate: fc.constantFrom('done', 'fails', 'leaves') }),
        {
          maxLength: 12,
        },
      ),
      async (scheduler, width, tasks) => {
        const lanes = new Lanes(width);
        const running = { a: 0, b: 0 };
        const started: number[] = [];
        const runs = tasks.map(({ key, fate }, i) => {
          const leaving = new AbortController();
          const run = lanes.run(
            key,
            async () => {
              started.push(i);
              running[key] += 1;
              expect(running[key]).toBeLessThanOrEqual(width);
              await scheduler.schedule(Promise.resolve());
              running[key] -= 1;
              if (fate === 'fails') throw new Error('failed');
            },
            leaving.signal,
          );
          if (fate === 'leaves') void scheduler.schedule(Promise.resolve()).then(() => leaving.abort());
          return run.catch(() => {});
        });
        await scheduler.waitFor(Promise.all(runs));
        for (const key of ['a', 'b'] as const) {
          const order = started.filter((i) => tasks[i]?.key === key);
          expect(order).toEqual(order.toSorted((a, b) => a - b));
          expect(running[key]).toBe(0);
        }
        // Whoever did not leave has run, and the lanes are free again.
        for (const [i, { fate }] of tasks.entries()) if (fate !== 'leaves') expect(started).toContain(i);
        expect(await lanes.run('a', async () => 'free')).toBe('free');
      },
    ),
  );
});

test('who has left already never starts', async () => {
  let started = false;
  const run = new Lanes(1).run(
    'a',
    async () => {
      started = true;
    },
    AbortSignal.abort(new Error('left')),
  );
  await expect(run).rejects.toThrow('left');
  expect(started).toBe(false);
});

test('who leaves just as its turn comes hands it to the next', async () => {
  for (let moment = 0; moment < 10; moment++) {
    const lanes = new Lanes(1);
    const [release, leaving] = [Promise.withResolvers<void>(), new AbortController()];
    const first = lanes.run('a', () => release.promise);
    const second = lanes.run('a', async () => {}, leaving.signal).catch(() => {});
    const third = lanes.run('a', async () => 'third');
    release.resolve();
    for (let turn = 0; turn < moment; turn++) await Promise.resolve();
    leaving.abort();
    await Promise.all([first, second]);
    expect(await third).toBe('third');
  }
});
