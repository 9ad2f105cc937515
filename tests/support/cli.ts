import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** What a process needs of the environment of the tests. */
const inherited = Object.fromEntries(['PATH', 'HOME'].map((name) => [name, process.env[name] ?? '']));

/** Starts a script of the project, or `src/main.ts`, with Node alone around it and none of this machine's settings. */
export function start(
  script: string,
  args: readonly string[],
  env: Record<string, string> = {},
): ChildProcess {
  return spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    env: { ...inherited, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Runs a script to its end, with `input` as its standard input. */
export async function run(
  script: string,
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<Ran> {
  const child = start(script, args, env);
  const ran: Ran = { code: null, stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    ran.stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    ran.stderr += text;
  });
  child.stdin?.on('error', () => {}).end(input);
  [ran.code] = (await once(child, 'close')) as [number | null];
  return ran;
}

/** The JSON objects that a command printed, one a line. */
export function objects(stdout: string): Record<string, unknown>[] {
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
