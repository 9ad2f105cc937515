import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { App } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import { messageOf } from '../../src/errors.ts';
import type { Question } from '../../src/model.ts';
import { renderEmpty } from '../../src/terminal/banner.ts';
import { ingestVisibly } from '../../src/terminal/ingest.ts';
import { screenOf } from '../../src/terminal/screen.ts';
import { inertLine } from '../../src/terminal/text.ts';
import { UsageError } from './command.ts';
import { inOrder } from './in-order.ts';
import { print, printJson } from './print.ts';

/** Questions answered at the same time. */
const IN_FLIGHT = 8;

/** Options of every command that takes questions. */
export const questionOptions = {
  stdin: { type: 'boolean', default: false },
  since: { type: 'string' },
  before: { type: 'string' },
  publisher: { type: 'string', multiple: true },
} as const;

/** What the usage of such a command says of these options. */
export const questionUsage = `  --stdin       read questions from standard input, one a line
  --since DAY   only articles published on that day or later (YYYY-MM-DD)
  --before DAY  only articles published before that day
  --publisher P only articles of that publisher; may be given several times`;

/**
 * The filters that a command line sets for its questions.
 * @throws {UsageError} when a day is not one of the calendar.
 */
export function filtersOf(values: {
  since?: string | undefined;
  before?: string | undefined;
  publisher?: string[] | undefined;
}): Omit<Question, 'text'> {
  const { since, before, publisher } = values;
  for (const day of [since, before]) {
    if (day !== undefined && !isDay(day)) {
      throw new UsageError(`--since and --before take a day such as 2022-04-23, not "${day}".`);
    }
  }
  return {
    ...(since === undefined ? {} : { since }),
    ...(before === undefined ? {} : { before }),
    ...(publisher === undefined ? {} : { publishers: publisher }),
  };
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text.length === 10;
}

/** One answered question, for programs and for people. */
export interface Reply {
  json: object;
  text: string;
}

type Outcome = { question: string } & ({ reply: Reply } | { error: string });

/**
 * The questions of a command line: its words, joined, or the lines of `input` that are not blank.
 * @throws {UsageError} when there is no question, or both kinds.
 */
export function questionsOf(
  words: readonly string[],
  stdin: boolean,
  input: Readable,
): AsyncIterable<string> {
  const typed = words.join(' ').trim();
  if (stdin && typed !== '') throw new UsageError('Give a question or --stdin, not both.');
  if (stdin) return linesOf(input);
  if (typed === '') throw new UsageError('There is no question.');
  return (async function* () {
    yield typed;
  })();
}

/**
 * Answers every question and prints the answers in the order of the questions. One that fails is reported in
 * its place and does not keep the others from being answered.
 * @param oneByOne whether each waits for the answer to the one before
 * @returns the exit code: 1 when any failed, else 0.
 */
export async function answerAll(
  questions: AsyncIterable<string>,
  { json, several, oneByOne = false }: { json: boolean; several: boolean; oneByOne?: boolean },
  answer: (question: string) => Promise<Reply>,
): Promise<number> {
  let failed = false;

  async function attempt(question: string): Promise<Outcome> {
    try {
      return { question, reply: await answer(question) };
    } catch (error) {
      return { question, error: messageOf(error) };
    }
  }

  function show(outcome: Outcome): void {
    failed ||= 'error' in outcome;
    if (json) printJson('error' in outcome ? outcome : outcome.reply.json);
    else if (several) print(`> ${inertLine(outcome.question)}\n\n${textOf(outcome)}\n`);
    else if ('reply' in outcome) print(textOf(outcome));
    else process.stderr.write(`${textOf(outcome)}\n`);
  }

  await inOrder(questions, oneByOne ? 1 : IN_FLIGHT, attempt, show);
  return failed ? 1 : 0;
}

function textOf(outcome: Outcome): string {
  return 'reply' in outcome ? outcome.reply.text : inertLine(outcome.error);
}

/** Prepares a library that was never ingested, and says so on standard error when it holds no article even then. */
export async function ensurePrepared(app: App, config: Config): Promise<void> {
  const before = await app.status();
  if (before.generation === undefined) await ingestVisibly(app, process.stderr);
  const { generation } = await app.status();
  if (!generation?.articles) {
    process.stderr.write(`${renderEmpty(config.corpusDir, screenOf(process.stderr))}\n`);
  }
}

async function* linesOf(input: Readable): AsyncGenerator<string> {
  for await (const line of createInterface({ input, terminal: false })) {
    const question = line.trim();
    if (question !== '') yield question;
  }
}
