/** The few errors a user can meet. Each message names what was wrong and what to do about it. */

/** Something the user can put right; shown as its message alone, without a stack trace. */
export class UserError extends Error {
  override name = 'UserError';
}

/** One or more settings are wrong: the message names every one of them with its remedy. */
export class ConfigError extends UserError {
  override name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      problems.length === 1
        ? `There is a problem with the settings: ${problems[0]}`
        : `There are ${problems.length} problems with the settings:\n${problems.map((p) => `  - ${p}`).join('\n')}`,
    );
    this.problems = problems;
  }
}

/** The question cannot be asked as it is (empty, or too long). */
export class QuestionError extends UserError {
  override name = 'QuestionError';
}

/**
 * Why an address was not read: it must not be (`refused`), there is nothing any more (`gone`), it may be asked again
 * after a time (`later`), or it did not answer as it should (`unreachable`).
 */
export type FetchFailure = 'refused' | 'gone' | 'later' | 'unreachable';

/** An address could not be read: the message names it and what to do instead. */
export class FetchError extends UserError {
  override name = 'FetchError';
  readonly failure: FetchFailure;
  /** When its server may be asked again; present when the failure is `later`. */
  readonly retryAt: Date | undefined;

  constructor(failure: FetchFailure, message: string, retryAt?: Date) {
    super(message);
    this.failure = failure;
    this.retryAt = retryAt;
  }
}

/**
 * Why a model gave nothing: it asks for a pause (`busy`), nobody is at its address (`unreachable`), it did not answer as
 * it should (`broken`), or it will not as things are set up (`refused`).
 */
export type ModelFailure = 'busy' | 'unreachable' | 'broken' | 'refused';

/** A model gave nothing that can be used: the message says why and what to do, without the key. */
export abstract class ModelError extends UserError {
  readonly failure: ModelFailure;
  /** How long it asked to be left alone, in milliseconds; only known for some that are `busy`. */
  readonly retryAfterMs: number | undefined;

  constructor(failure: ModelFailure, message: string, retryAfterMs?: number) {
    super(message);
    this.failure = failure;
    this.retryAfterMs = retryAfterMs;
  }
}

/** A chat model gave no reply. */
export class ChatError extends ModelError {
  override name = 'ChatError';
}

/** An embedding model gave no vectors. */
export class EmbeddingError extends ModelError {
  override name = 'EmbeddingError';
}

/** An edit was not done, because the articles are no longer as its preview showed them. */
export class OutdatedError extends UserError {
  override name = 'OutdatedError';
}

/** The message of anything thrown, for a person to read. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
