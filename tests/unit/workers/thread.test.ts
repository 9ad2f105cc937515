import { expect, test } from 'vitest';
import { Thread } from '../../../src/workers/thread.ts';

const MODULE = new URL('../../support/quick-task.ts', import.meta.url);

test('a thread that is ended while tasks answer rejects those that had not, and nothing else', async () => {
  for (let attempt = 0; attempt < 10; attempt++) {
    const thread = new Thread<typeof import('../../support/quick-task.ts')>(MODULE, undefined);
    expect(await thread.run('quick')).toBe(true);
    const tasks = Array.from({ length: 20 }, () => thread.run('quick'));
    await Promise.race(tasks);
    await thread.end();
    for (const { status } of await Promise.allSettled(tasks)) expect(status).toMatch(/^(?:ful|rej)/);
  }
});
