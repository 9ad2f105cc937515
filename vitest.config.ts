import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Threads and processes that tests start load the same modules again and again.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'footnote-compile-cache') },
    include: ['tests/**/*.test.ts'],
    // No test changes what others share, and loading everything anew for each file takes half of the time.
    isolate: false,
    // Two at a time: each flow test has worker threads of its own.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
