import { expect, test } from 'vitest';
import { Thread } from '../../../src/workers/thread.ts';

const MODULE = new URL('../../support/quick-task.ts', import.meta.url);
const NATIVE = new URL('../../support/native-task.ts', import.meta.url);

test('a thread that is ended while tasks answer rejects those that had not, and nothing else', async () => {
  const statuses: string[] = [];
  for (let attempt = 0; attempt < 10; attempt++) {
    const thread = new Thread<typeof import('../../support/quick-task.ts')>(MODULE, {});
    expect(await thread.run('quick')).toBe(true);
    const tasks = Array.from({ length: 20 }, () => thread.run('quick'));
    await Promise.race(tasks);
    await thread.end();
    statuses.push(...(await Promise.allSettled(tasks)).map(({ status }) => status));
  }
  expect(new Set(statuses)).toEqual(new Set(['fulfilled', 'rejected']));
});

test('a thread that is ended while it is in native code does not end the process', async () => {
  const endWhileBuilding = async () => {
    const { promise: isBuilding, resolve } = Promise.withResolvers<unknown>();
    const thread = new Thread<typeof import('../../support/native-task.ts')>(NATIVE, {}, resolve);
    const ended = expect(thread.run('build')).rejects.toThrow();
    await isBuilding;
    await thread.end();
    await ended;
  };
  // Without a gate one in ten does.
  for (let attempt = 0; attempt < 5; attempt++) {
    await Promise.all([endWhileBuilding(), endWhileBuilding(), endWhileBuilding(), endWhileBuilding()]);
  }
});
