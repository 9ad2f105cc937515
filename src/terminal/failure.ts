import { inspect, stripVTControlCharacters } from 'node:util';
import { messageOf, UserError } from '../errors.ts';

/**
 * What to print about a failure: the message alone of what a user or the operating system can put right
 * (a bad setting, a full disk), with the stack of anything else, which is a defect to report.
 */
export function describeFailure(error: unknown): string {
  const foreseen = error instanceof UserError || (error instanceof Error && 'syscall' in error);
  return stripVTControlCharacters(foreseen ? messageOf(error) : `Footnote failed: ${inspect(error)}`);
}

/** Ends the process in silence when whoever read its output has gone, as `head` does after ten lines. */
export function endWithReader(output: NodeJS.WriteStream): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}
