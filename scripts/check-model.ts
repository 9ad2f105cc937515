import { parseArgs } from 'node:util';
import { config as readDotenv } from 'dotenv';
import { openChatModel } from '../src/adapters/chat/index.ts';
import type { MaterialPassage } from '../src/answer/wording/material.ts';
import { promptOf } from '../src/answer/wording/prompt.ts';
import { REPLY_SCHEMA, rawClaimsIn } from '../src/answer/wording/raw-claims.ts';
import { readConfig } from '../src/config.ts';
import { ChatError, messageOf, UserError } from '../src/errors.ts';
import type { ChatUsage } from '../src/ports.ts';
import { inertLine } from '../src/terminal/text.ts';
import { runCommand, UsageError } from './support/command.ts';
import { print, printJson, round } from './support/print.ts';

const usage = `Usage: npm run -s check-model -- [--timeout SECONDS] [--json]

Sends one small question to the chat model of the settings (CHAT_MODEL, CHAT_BASE_URL) and says what works: whether it is
reached, replies in the agreed form, and streams; how fast it is, and which tokens it used where its server tells.

  --timeout SECONDS  wait so long at most (60)
  --json             print one JSON object
  -h, --help         show this text

Exit code: 0 it replied in the agreed form, 1 it did not.`;

const MOST_SECONDS = 3_600;
/** What comes within less tells nothing of how fast a model is. */
const LEAST_SECONDS = 0.2;
/** Code units of a reply that are shown. */
const SHOWN = 80;
const TEXT = 'The lighthouse of Orrin was built in 1871 by Ada Lund. It stands 31 metres high.';
const PASSAGE: MaterialPassage = {
  ...{ articleId: 'check', ordinal: 0, start: 0, end: TEXT.length, text: TEXT, sentences: [] },
  article: { id: 'check', title: 'A lighthouse' },
};

type Model = Awaited<ReturnType<typeof openChatModel>>;

/** What was seen of a model. */
interface Finding {
  model: string;
  /** Something answers at its address. */
  reachable: boolean;
  replied: boolean;
  /** Claims in the agreed form came. */
  structured: boolean;
  /** Its server holds replies to a schema. */
  takesSchema: boolean;
  /** The reply came in several pieces. */
  streaming: boolean;
  firstMs?: number;
  ms: number;
  tokensPerSecond?: number;
  usage?: ChatUsage;
  problem?: string;
}

await runCommand(usage, async () => {
  const { values } = parseArgs({
    options: {
      timeout: { type: 'string', default: '60' },
      json: { type: 'boolean', default: false },
    },
  });
  const seconds = Number(values.timeout);
  if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
    throw new UsageError(`--timeout takes seconds, ${MOST_SECONDS} at most, not "${values.timeout}".`);
  }
  readDotenv({ quiet: true });
  const { chat } = readConfig(process.env);
  if (!chat) {
    throw new UserError(
      'No chat model is configured: set CHAT_MODEL, such as CHAT_MODEL=ollama:llama3.2, in the environment or in .env.',
    );
  }
  const model = await openChatModel(chat);
  try {
    const finding = await check(model, AbortSignal.timeout(seconds * 1_000));
    if (values.json) printJson(finding);
    else print(render(finding));
    return finding.structured ? 0 : 1;
  } finally {
    await model.close();
  }
});

async function check(model: Model, signal: AbortSignal): Promise<Finding> {
  const messages = promptOf('When was the lighthouse built?', [PASSAGE], [{ text: TEXT }], Math.random);
  const started = performance.now();
  const since = () => round(performance.now() - started, 0);
  let [reply, pieces] = ['', 0];
  let usage: ChatUsage | undefined;
  let firstMs: number | undefined;
  let problem: string | undefined;
  let reachable = true;
  try {
    for await (const piece of model.stream({ messages, schema: REPLY_SCHEMA, signal })) {
      usage = piece.usage ?? usage;
      if (piece.text === '') continue;
      firstMs ??= since();
      pieces += 1;
      reply += piece.text;
    }
    if (rawClaimsIn(reply).length === 0) problem = otherwise(reply);
  } catch (error) {
    reachable = reply !== '' || !(signal.aborted || isUnreachable(error));
    const late = reply === '' ? 'Nothing came in time.' : 'The reply did not end in time.';
    problem = signal.aborted ? late : messageOf(error);
  }
  const ms = since();
  const seconds = (ms - (firstMs ?? 0)) / 1_000;
  return {
    ...{
      model: model.name,
      reachable,
      replied: reply !== '',
      structured: rawClaimsIn(reply).length > 0,
      takesSchema: model.takesSchema,
      streaming: pieces > 1,
    },
    ...(firstMs === undefined ? {} : { firstMs }),
    ms,
    ...(usage && seconds >= LEAST_SECONDS ? { tokensPerSecond: round(usage.output / seconds, 1) } : {}),
    ...(usage && { usage }),
    ...(problem !== undefined && { problem }),
  };
}

function isUnreachable(error: unknown): boolean {
  return error instanceof ChatError && error.failure === 'unreachable';
}

function otherwise(reply: string): string {
  if (reply.trim() === '') return 'It replied nothing.';
  const shown = reply.length > SHOWN ? `${reply.slice(0, SHOWN)}…` : reply;
  return `It replied something else than it was asked for: "${shown}". Members get the articles' own words instead. A larger model may do better.`;
}

function render({ model, reachable, replied, ms, problem, ...seen }: Finding): string {
  return [
    `model              ${inertLine(model)}`,
    `reachable          ${yes(reachable)}`,
    ...(replied ? renderReply({ ...seen, ms }) : [`replied            no, after ${ms} ms`]),
    ...(problem === undefined ? [] : [`problem            ${inertLine(problem)}`]),
  ].join('\n');
}

function renderReply({
  structured,
  takesSchema,
  streaming,
  firstMs,
  ms,
  tokensPerSecond,
  usage,
}: Omit<Finding, 'model' | 'reachable' | 'replied' | 'problem'>): string[] {
  const asTold = structured && !takesSchema ? ', as it was told to: its server takes no schema' : '';
  const unknown = usage ? 'unknown: the reply came too quickly' : 'unknown: the server tells no usage';
  return [
    `structured output  ${yes(structured)}${asTold}`,
    `streaming          ${yes(streaming)}`,
    ...(firstMs === undefined ? [] : [`first words        after ${firstMs} ms`]),
    `whole reply        after ${ms} ms`,
    `tokens a second    ${tokensPerSecond ?? unknown}`,
    `tokens used        ${usage ? `${usage.input} of the question, ${usage.output} of the reply; an answer takes about five times as many` : 'unknown'}`,
  ];
}

function yes(is: boolean): string {
  return is ? 'yes' : 'no';
}
