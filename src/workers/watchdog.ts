import { parentPort, workerData } from 'node:worker_threads';

/** What a file may take: milliseconds, and bytes of memory beside those of its process at rest. */
export interface WatchdogData {
  ms: number;
  bytes: number;
}

const LOOK_EVERY_MS = 25;
/** Whoever started the process kills it first, if it still lives. */
const GRACE_MS = 2_000;

/**
 * Kills its process from a thread of its own, which goes on when the process hangs: for memory that the limit of
 * the JavaScript heap does not count, and for time when nobody is left to do it.
 */
const { ms, bytes } = workerData as WatchdogData;
const atRest = process.memoryUsage.rss();
let readingSince: number | undefined;

parentPort?.on('message', (message: 'reading' | 'done') => {
  readingSince = message === 'reading' ? performance.now() : undefined;
});

setInterval(() => {
  const isSlow = readingSince !== undefined && performance.now() - readingSince > ms + GRACE_MS;
  if (isSlow || process.memoryUsage.rss() > atRest + bytes) process.kill(process.pid, 'SIGKILL');
}, LOOK_EVERY_MS);
