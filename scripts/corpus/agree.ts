import type { Progress } from '../../src/model.ts';
import { confirm } from '../../src/terminal/confirm.ts';
import { createProgressBar } from '../../src/terminal/progress.ts';
import { commonOptions } from '../support/command.ts';

/** Options of every command that changes something. */
export const editOptions = {
  ...commonOptions,
  yes: { type: 'boolean', default: false },
  by: { type: 'string', default: 'command line' },
} as const;

/** What they were set to. */
export type EditValues = {
  [K in 'yes' | 'json']: boolean;
} & { by: string; corpus?: string | undefined; data?: string | undefined };

/** Asks whether to do what was shown; where nobody can answer, says how to agree. */
export async function agreed(): Promise<boolean> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY || !stderr.isTTY) {
    stderr.write('Nothing was changed: add --yes to do it.\n');
    return false;
  }
  stderr.write('\n');
  if (await confirm('Do it?', stdin, stderr)) return true;
  stderr.write('Nothing was changed.\n');
  return false;
}

/** Shows on standard error how far a piece of work has come. */
export async function visibly<T>(work: (onProgress: (progress: Progress) => void) => Promise<T>): Promise<T> {
  const bar = createProgressBar(process.stderr, () => performance.now());
  try {
    return await work(bar.update);
  } finally {
    bar.end();
  }
}
