import { OutdatedError, UserError } from '../errors.ts';
import type { Publication } from '../model.ts';

/** What came of a task, in a form that can be sent between threads: errors lose their class there. */
export type Outcome<T> = { value: T } | { refused: string } | { outdated: Publication[] };

/** What work gives, or the message of the `UserError` that it throws. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof UserError) return { refused: error.message };
    throw error;
  }
}

/**
 * The value of an outcome.
 * @throws {UserError} what was refused.
 * @throws {OutdatedError} when somebody else published first.
 */
export function settled<T>(outcome: Outcome<T>): T {
  if ('refused' in outcome) throw new UserError(outcome.refused);
  if ('outdated' in outcome) throw outdatedBy(outcome.outdated);
  return outcome.value;
}

function outdatedBy(publications: readonly Publication[]): OutdatedError {
  const done = publications
    .map(({ generation, kind, actor }) => `generation ${generation}, ${kind} by ${actor}`)
    .join('; ');
  return new OutdatedError(
    `Nothing was changed: the articles are no longer as the preview showed them (published since: ${done}). Look at a new preview.`,
  );
}
