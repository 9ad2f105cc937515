import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Threads and processes that tests start load the same modules again and again.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'footnote-compile-cache') },
    include: ['tests/**/*.test.ts'],
    // Two at a time: each flow test has worker threads of its own.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
