import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 5;
/** Questions asked before time is taken: they warm caches and compilers. */
export const WARM_UP = 20;

/** What is measured of either pipeline, by a process of its own. Times in milliseconds, memory in MiB. */
export interface Measured {
  /** Vectors in the store. */
  vectors: number;
  embedded: number;
  /** From nothing to ready. */
  prepareMs: number;
  /** The same again on articles that did not change. */
  unchangedMs: number;
  askP50: number;
  askP95: number;
  /** Longest that the event loop stood still while articles were prepared and questions asked beside. */
  longestBlockMs: number;
  /** Largest resident set of the process, its threads included. */
  peakMb: number;
}

/** Questions about the articles that ship with Footnote. */
export function questions(): string[] {
  const file = join(import.meta.dirname, '../../tests/fixtures/eval/answerable.jsonl');
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { question: string }).question);
}

/** Times of `ask` for every question, without those to warm up. */
export async function timeQuestions(ask: (question: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const question of questions()) {
    const started = performance.now();
    await ask(question);
    times.push(performance.now() - started);
  }
  return times.slice(WARM_UP);
}

/** Does `work` and tells how long the event loop stood still at the most meanwhile, in milliseconds. */
export async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6 - RESOLUTION_MS;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The value that `share` percent of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((share / 100) * sorted.length) - 1)] ?? Number.NaN;
}

export function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}
