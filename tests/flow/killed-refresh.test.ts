import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { start } from '../support/cli.ts';
import { type Prepared, prepared, stateOf } from '../support/refresh/state.ts';

/** How often a refresh is killed: a sample in the suite; `KILLS=200 npx vitest run tests/flow/killed-refresh` for more. */
const KILLS = Number(process.env.KILLS ?? 2);

/** From where on a refresh is killed: since it has begun, or since it publishes, which is over sooner. */
type Mark = 'ready' | 'publishing';

/** Runs a refresh, kills it some time after a mark, and gives how long the rest of it takes from each mark on. */
async function refresh(
  library: Prepared,
  dataDir: string,
  kill?: { after: Mark; ms: number },
): Promise<Record<Mark, number>> {
  const child = start('tests/support/refresh/process.ts', [library.corpusDir, dataDir, library.host]);
  const since = { ready: 0, publishing: 0 };
  const took = { ready: 0, publishing: 0 };
  child.stdout?.setEncoding('utf8').on('data', (words: string) => {
    for (const word of words.trim().split('\n')) {
      const now = performance.now();
      if (word === 'ready' || word === 'publishing') since[word] = now;
      else for (const mark of ['ready', 'publishing'] as const) took[mark] = now - since[mark];
      if (kill?.after === word) setTimeout(() => child.kill('SIGKILL'), kill.ms);
    }
  });
  await once(child, 'close');
  return took;
}

test(`a refresh killed at ${KILLS} points leaves exactly what was or what is to be`, {
  timeout: 1_800_000,
}, async () => {
  const library = await prepared();
  const whole = library.copy();
  const took = await refresh(library, whole);
  const after = stateOf(whole);
  expect(after).not.toEqual(library.before);

  const left = { before: 0, after: 0 };
  for (let i = 0; i < KILLS; i++) {
    const dataDir = library.copy();
    // Spread evenly over the time that it takes, a little moved each time round.
    const mark = i % 2 === 0 ? 'ready' : 'publishing';
    await refresh(library, dataDir, { after: mark, ms: took[mark] * ((i * 0.618034) % 1) });
    const state = stateOf(dataDir);
    const isAfter = isDeepStrictEqual(state, after);
    if (!isAfter) expect(state).toEqual(library.before);
    left[isAfter ? 'after' : 'before'] += 1;
    // What was cut off goes on where it was.
    if (!isAfter && i % 8 === 0) {
      await refresh(library, dataDir);
      expect(stateOf(dataDir)).toEqual(after);
    }
    rmSync(dataDir, { recursive: true });
  }
  if (process.env.KILLS) process.stdout.write(`${JSON.stringify({ took, ...left })}\n`);
  expect(left.before).toBeGreaterThan(0);
});
