import { describe, expect, test } from 'vitest';
import { BusyError, FairQueue } from '../../../src/discord/fair-queue.ts';

/** A queue whose tasks end when told to, in the order they were started. */
function watched(options: { running: number; waiting: number }) {
  const queue = new FairQueue(options);
  const started: string[] = [];
  const open: (() => void)[] = [];
  return {
    queue,
    started,
    ask(user: string, name: string) {
      return queue.run(user, () => {
        started.push(name);
        return new Promise<string>((resolve) => open.push(() => resolve(name)));
      });
    },
    async endOne() {
      await settled();
      open.shift()?.();
      await settled();
    },
  };
}

/** Lets every promise that can go on do so. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the queue', () => {
  test('takes the users in turn', async () => {
    const { ask, endOne, started } = watched({ running: 1, waiting: 10 });
    const answers = ['a1', 'a2', 'a3'].map((name) => ask('ann', name));
    answers.push(ask('bob', 'b1'), ask('cid', 'c1'), ask('bob', 'b2'));
    for (let i = 0; i < 6; i++) await endOne();
    expect(started).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2']);
    expect(await Promise.all(answers)).toEqual(['a1', 'a2', 'a3', 'b1', 'c1', 'b2']);
  });

  test('runs no more at a time than it may', async () => {
    const { ask, endOne, started } = watched({ running: 2, waiting: 10 });
    const answers = ['a1', 'a2', 'a3'].map((name) => ask('ann', name));
    await settled();
    expect(started).toEqual(['a1', 'a2']);
    await endOne();
    expect(started).toEqual(['a1', 'a2', 'a3']);
    await endOne();
    await endOne();
    await Promise.all(answers);
  });

  test('runs all of 50 tasks that one user brings at once', async () => {
    const queue = new FairQueue({ running: 4, waiting: 100 });
    const numbers = Array.from({ length: 50 }, (_, i) => i);
    expect(await Promise.all(numbers.map((n) => queue.run('ann', async () => n)))).toEqual(numbers);
  });

  test('goes on after a task that fails', async () => {
    const queue = new FairQueue({ running: 1, waiting: 10 });
    const failing = queue.run('ann', () => Promise.reject(new Error('no')));
    const next = queue.run('ann', async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  test('refuses a user who has as many waiting as anybody when it is full', async () => {
    const { ask, queue } = watched({ running: 1, waiting: 2 });
    void ask('ann', 'running');
    void ask('ann', 'a1');
    expect(queue.isFullFor('ann')).toBe(false);
    void ask('ann', 'a2');
    expect(queue.isFullFor('ann')).toBe(true);
    await expect(ask('ann', 'a3')).rejects.toThrow(BusyError);
  });

  test('makes room for others by refusing the newest task of whoever has most waiting', async () => {
    const { ask, endOne, queue, started } = watched({ running: 1, waiting: 3 });
    void ask('ann', 'running');
    const [first, second, third] = ['a1', 'a2', 'a3'].map((name) => ask('ann', name));
    const refused = expect(third).rejects.toThrow(BusyError);
    expect(queue.isFullFor('bob')).toBe(false);
    const bob = ask('bob', 'b1');
    await refused;
    for (let i = 0; i < 4; i++) await endOne();
    expect(started).toEqual(['running', 'a1', 'b1', 'a2']);
    expect(await Promise.all([first, second, bob])).toEqual(['a1', 'a2', 'b1']);
  });

  test('shares its room evenly among many who ask much', async () => {
    const { ask } = watched({ running: 1, waiting: 20 });
    const users = Array.from({ length: 10 }, (_, i) => `user ${i}`);
    const outcomes = users.flatMap((user) =>
      Array.from({ length: 50 }, (_, i) => {
        const outcome = { user, refused: false };
        void ask(user, `${i}`).catch(() => {
          outcome.refused = true;
        });
        return outcome;
      }),
    );
    await settled();
    const kept = users.map((user) => outcomes.filter((o) => o.user === user && !o.refused).length);
    // One more of the first user is running.
    expect(kept).toEqual([3, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
  });

  test('gives the place of a task that leaves to the next, and lets it go on', async () => {
    const queue = new FairQueue({ running: 1, waiting: 10 });
    const { promise, resolve } = Promise.withResolvers<string>();
    const slow = queue.run('ann', (leave) => {
      leave();
      leave();
      return promise;
    });
    const started: string[] = [];
    const others = ['b1', 'b2'].map((name) => queue.run('bob', async () => void started.push(name)));
    await Promise.all(others);
    expect(started).toEqual(['b1', 'b2']);
    resolve('done');
    expect(await slow).toBe('done');
    expect(await queue.run('ann', async () => 'next')).toBe('next');
  });

  test('takes out what nobody waits for any more', async () => {
    const { ask, queue, endOne, started } = watched({ running: 1, waiting: 10 });
    void ask('ann', 'running');
    const gone = new AbortController();
    const given = queue.run('bob', async () => 'never', gone.signal);
    const next = ask('bob', 'b2');
    gone.abort(new Error('gone'));
    await expect(given).rejects.toThrow('gone');
    await endOne();
    await endOne();
    expect(await next).toBe('b2');
    expect(started).toEqual(['running', 'b2']);
    await expect(queue.run('bob', async () => 'never', gone.signal)).rejects.toThrow('gone');
  });
});
