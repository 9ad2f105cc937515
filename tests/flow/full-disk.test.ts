import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { type Prepared, prepared, stateOf } from '../support/refresh/state.ts';

/** Kilobytes that every file may have: a sample in the suite; `FULL_DISK=8 npx vitest run tests/flow/full-disk` takes each step of 8. */
const STEP = Number(process.env.FULL_DISK ?? 0);
const LIMITS = STEP > 0 ? Array.from({ length: Math.ceil(640 / STEP) }, (_, i) => (i + 1) * STEP) : [40, 200];
const PROCESS = join(import.meta.dirname, '../support/refresh/process.ts');

/** Runs a refresh on a disk that takes no more than so many kilobytes of any file. */
async function refresh({ corpusDir, host }: Prepared, dataDir: string, limit: number | 'unlimited') {
  const command = `ulimit -f ${limit === 'unlimited' ? limit : limit * 2}; exec "$0" "$@"`;
  const child = spawn('/bin/sh', ['-c', command, process.execPath, PROCESS, corpusDir, dataDir, host]);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stderr };
}

test('a disk that is full at any write leaves what was, and the refresh says so', {
  timeout: 1_800_000,
}, async () => {
  const library = await prepared();
  const whole = library.copy();
  expect(await refresh(library, whole, 'unlimited')).toEqual({ code: 0, stderr: '' });
  const after = stateOf(whole);
  const failed: number[] = [];
  for (const limit of LIMITS) {
    const dataDir = library.copy();
    const { code, stderr } = await refresh(library, dataDir, limit);
    const state = stateOf(dataDir);
    const isAfter = isDeepStrictEqual(state, after);
    if (STEP > 0)
      process.stdout.write(`${limit} KB: ${code}, ${isAfter ? 'new' : 'old'}, ${stderr.split('\n', 1)[0]}\n`);
    if (!isAfter) {
      failed.push(limit);
      expect(state).toEqual(library.before);
      expect(stderr).toMatch(/cannot be (?:written|opened).*full/);
    }
    expect(code).toBe(isAfter ? 0 : 1);
  }
  expect(failed).not.toEqual([]);
});
