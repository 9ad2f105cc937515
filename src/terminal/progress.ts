import { count } from '../counts.ts';
import type { Progress } from '../model.ts';

/** Shows how far an ingest has come. */
export interface ProgressBar {
  update(progress: Progress): void;
  /** Takes the bar off the screen; nothing may be updated afterwards. */
  end(): void;
}

/** Where progress is shown: `process.stderr`, say. */
export interface ProgressOutput {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

/** Work that is done sooner than this shows no bar, and a stage no line. */
const PATIENCE_MS = 300;
const FRAME_MS = 100;
const BAR_WIDTH = 24;
/** A rate over less time than this says little. */
const RATE_MS = 1000;

interface StageState {
  since: number;
  /** What was done already when the stage was first heard of. */
  from: number;
  /** Tenths already printed, -1 before the first. */
  tenths: number;
}

/**
 * A bar redrawn in place on a terminal, at most ten times a second; elsewhere a plain line for every tenth.
 * @param now the time in milliseconds, from any origin.
 */
export function createProgressBar(output: ProgressOutput, now: () => number): ProgressBar {
  const startedAt = now();
  const stages = new Map<Progress['stage'], StageState>();
  let shownStage: Progress['stage'] | undefined;
  let drawnAt = 0;
  let width = 0;

  function draw(line: string): void {
    output.write(`\r${line.padEnd(width)}`);
    width = line.length;
  }

  function update(progress: Progress): void {
    const time = now();
    const { stage, done } = progress;
    const state = stages.get(stage) ?? { since: time, from: done, tenths: -1 };
    stages.set(stage, state);
    if (output.isTTY) {
      if (time - startedAt < PATIENCE_MS) return;
      if (stage === shownStage && time - drawnAt < FRAME_MS) return;
      shownStage = stage;
      drawnAt = time;
      const parts = [stage.padEnd(10), barOf(progress), countsOf(progress), ...paceOf(progress, state, time)];
      draw(joinWithin(parts, (output.columns || 80) - 1));
    } else if (time - state.since >= PATIENCE_MS && tenthsOf(progress) > state.tenths) {
      state.tenths = tenthsOf(progress);
      const parts = [`${stage} ${percentOf(progress)}`, countsOf(progress), ...paceOf(progress, state, time)];
      output.write(`${parts.join(', ')}\n`);
    }
  }

  function end(): void {
    if (width > 0) output.write(`\r${' '.repeat(width)}\r`);
    width = 0;
  }

  return { update, end };
}

function shareOf({ done, total }: Progress): number {
  return total > 0 ? Math.min(1, done / total) : 1;
}

function tenthsOf(progress: Progress): number {
  return Math.floor(10 * shareOf(progress));
}

function percentOf(progress: Progress): string {
  return `${Math.floor(100 * shareOf(progress))} %`;
}

function barOf(progress: Progress): string {
  const filled = Math.floor(BAR_WIDTH * shareOf(progress));
  return `[${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}] ${percentOf(progress).padStart(5)}`;
}

function countsOf({ done, total }: Progress): string {
  return `${count(done)} of ${count(total)}`;
}

/** The rate and the time left, once they are known. */
function paceOf({ done, total }: Progress, state: StageState, time: number): string[] {
  const rate = (1000 * (done - state.from)) / (time - state.since);
  if (time - state.since < RATE_MS || rate <= 0) return [];
  const shownRate = rate.toLocaleString('en-US', { maximumFractionDigits: rate < 10 ? 1 : 0 });
  const left = done < total ? [`${duration((total - done) / rate)} left`] : [];
  return [`${shownRate} a second`, ...left];
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** As many of the parts, from the left, as fit on the line. */
function joinWithin(parts: readonly string[], columns: number): string {
  let line = '';
  for (const part of parts) {
    const longer = line === '' ? part : `${line}  ${part}`;
    if (longer.length > columns) break;
    line = longer;
  }
  return line;
}
