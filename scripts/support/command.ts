import { parseArgs } from 'node:util';
import { config as readDotenv } from 'dotenv';
import type { App } from '../../src/app.ts';
import { type Config, type ConfigOverrides, readConfig } from '../../src/config.ts';
import { UserError } from '../../src/errors.ts';
import { describeFailure, endWithReader } from '../../src/terminal/failure.ts';
import { print } from './print.ts';

/** The command line itself is wrong: the usage is shown after the message. */
export class UsageError extends UserError {
  override name = 'UsageError';
}

/** Options that every command takes. */
export const commonOptions = {
  corpus: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/**
 * Runs a command and sets the exit code of the process: what `body` resolves to, or 1 with one message on
 * standard error when it throws. With `-h` or `--help` it prints the usage, and does nothing else.
 */
export async function runCommand(usage: string, body: () => Promise<number>): Promise<void> {
  endWithReader(process.stdout);
  if (asksForHelp()) return print(usage);
  try {
    process.exitCode = await body();
  } catch (error) {
    const wrongUsage = error instanceof UsageError || isParseError(error);
    process.stderr.write(wrongUsage ? `${error.message}\n\n${usage}\n` : `${describeFailure(error)}\n`);
    process.exitCode = 1;
  }
}

/** Opens the app with the settings of the environment, `.env` and the command line, and closes it afterwards. */
export async function withApp<T>(
  overrides: ConfigOverrides,
  use: (app: App, config: Config) => Promise<T>,
): Promise<T> {
  readDotenv({ quiet: true });
  const config = readConfig(process.env, overrides);
  const { createApp } = await import('../../src/app.ts');
  const app = await createApp(config);
  try {
    return await use(app, config);
  } finally {
    await app.close();
  }
}

function asksForHelp(): boolean {
  const help = { type: 'boolean', short: 'h' } as const;
  return parseArgs({ options: { help }, strict: false }).values.help === true;
}

function isParseError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
