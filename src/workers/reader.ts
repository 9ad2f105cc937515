import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadFile } from '../ingest/article.ts';
import type { Known } from '../ingest/draft.ts';
import type { FeedReading } from '../ingest/feeds/read.ts';
import type { ReadRequest } from './read.ts';

/** What reading one file may take before its process is killed. */
export interface ReadLimits {
  ms: number;
  /** Memory beside what the process takes before it reads anything, in bytes. */
  bytes: number;
}

const LIMITS: ReadLimits = { ms: 10_000, bytes: 256 * 1024 * 1024 };
/** Space for new objects, in MiB: small, so that the process stays small. */
const YOUNG = 8;

/** How an attempt to read a file ended. */
type Ending = { read: unknown } | { died: 'slow' | 'memory' | 'crash' };

/**
 * Reads files in a process of its own, which has no access to files, settings and secrets and is killed when one
 * takes too long or too much: that file is refused, and the next is read in a new process. It is started with the
 * first file and kept for the following ones, which are read one at a time.
 */
export class Reader {
  readonly #limits: ReadLimits;
  #child: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(limits: ReadLimits = LIMITS) {
    this.#limits = limits;
  }

  /** Reads one file as `readArticles` does. @throws {Error} when no process can be started, or after `close`. */
  readonly read = async (path: string, bytes: Uint8Array, details: Known = {}): Promise<ReadFile> => {
    const read = await this.#inTurn<ReadFile>({ kind: 'file', path, bytes, details });
    if (!('problem' in read)) return read;
    return { articles: [], dropped: [], packed: [], refused: [{ path, reason: read.problem }] };
  };

  /** Reads one feed as `readFeed` does. @throws {Error} as `read`. */
  readonly readFeed = (url: string, bytes: Uint8Array): Promise<FeedReading> =>
    this.#inTurn<FeedReading>({ kind: 'feed', path: url, bytes });

  /**
   * Ends the process; files that are not read yet are rejected. Wait for it: a process whose thread ends before it has
   * is never cleared away by the system.
   */
  async close(): Promise<void> {
    this.#isClosed = true;
    const child = this.#child;
    if (!child) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }

  /** What the process makes of a request, or why it ended. */
  #inTurn<T>(request: ReadRequest): Promise<T | { problem: string }> {
    const run = this.#last.then(() => this.#read<T>(request));
    this.#last = run.catch(() => {});
    return run;
  }

  async #read<T>(request: ReadRequest): Promise<T | { problem: string }> {
    const isUsed = this.#child !== undefined;
    let ending = await this.#attempt(request);
    // What earlier files left in memory is not this one's fault.
    if ('died' in ending && ending.died !== 'slow' && isUsed) ending = await this.#attempt(request);
    return 'read' in ending ? (ending.read as T) : { problem: this.#reasonFor(ending.died) };
  }

  async #attempt(request: ReadRequest): Promise<Ending> {
    if (this.#isClosed) throw new Error('The reader of files was closed.');
    const child = this.#child ?? (await this.#start());
    const ended = new AbortController();
    const { signal } = ended;
    let isSlow = false;
    const timer = setTimeout(() => {
      isSlow = true;
      child.kill('SIGKILL');
    }, this.#limits.ms);
    try {
      const answer = once(child, 'message', { signal }).then(([read]): Ending => ({ read }));
      const death = once(child, 'exit', { signal }).then(
        ([code]): Ending => ({ died: isSlow ? 'slow' : code === null ? 'memory' : 'crash' }),
      );
      // Losers are aborted below.
      for (const end of [answer, death]) end.catch(() => {});
      // Sending fails when the process has just died, which its exit tells.
      child.send(request, () => {});
      const ending = await Promise.race([answer, death]);
      if ('died' in ending && this.#isClosed) throw new Error('The reader of files was closed.');
      return ending;
    } finally {
      clearTimeout(timer);
      ended.abort();
    }
  }

  async #start(): Promise<ChildProcess> {
    const child = await startChild(this.#limits);
    this.#child = child;
    // Also when it ends between two files.
    child.once('exit', () => {
      this.#child = undefined;
    });
    if (this.#isClosed) child.kill('SIGKILL');
    return child;
  }

  #reasonFor(died: 'slow' | 'memory' | 'crash'): string {
    const { ms, bytes } = this.#limits;
    const remedy = 'it may be damaged or made to do harm; save its text as a smaller file and add that';
    switch (died) {
      case 'slow':
        return `it could not be read within ${ms / 1000} seconds: ${remedy}`;
      case 'memory':
        return `it could not be read with ${Math.round(bytes / 1024 / 1024)} MB of memory: ${remedy}`;
      case 'crash':
        return `reading it ended the process that reads files: ${remedy}`;
    }
  }
}

/** Starts a process that may open the program's own files and nothing else, without the environment. */
async function startChild({ ms, bytes }: ReadLimits): Promise<ChildProcess> {
  const heap = Math.ceil(bytes / 1024 / 1024);
  const child = fork(fileURLToPath(new URL('./read.ts', import.meta.url)), [String(ms), String(bytes)], {
    execArgv: [
      ...['--permission', '--allow-worker', '--disable-warning=SecurityWarning'],
      ...['../', '../../node_modules/', '../../package.json'].map(
        (path) => `--allow-fs-read=${realPath(path)}`,
      ),
      ...[`--max-old-space-size=${heap}`, `--max-semi-space-size=${YOUNG}`],
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-2_000);
  });
  const ready = once(child, 'message');
  const exit = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`The process that reads files did not start (${code ?? signal}). ${errors}`);
  });
  exit.catch(() => {});
  await Promise.race([ready, exit]);
  return child;
}

function realPath(path: string): string {
  return realpathSync(new URL(path, import.meta.url));
}
