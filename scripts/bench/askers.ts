import { join } from 'node:path';
import { withTurn } from '../../src/answer/turn.ts';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { Desk } from '../../src/discord/desk.ts';
import type { Turn } from '../../src/model.ts';
import { startChatServer } from '../../tests/support/chat/index.ts';
import { followUpsSet } from '../eval/sets/built-in.ts';
import { print } from '../support/print.ts';
import { longestBlock, percentile, questions, timed, WARM_UP } from './measure.ts';
import { milliseconds, printTable } from './table.ts';

const BUDGET_MS = 10_000;

/** Measures what members feel: many who ask at once while the chat model hangs, and questions that follow others. */
export async function benchAskers(corpusDir: string, folder: string, count: number): Promise<void> {
  const chat = await startChatServer(() => 'hang');
  const config = readConfig({}, { corpus: corpusDir, data: join(folder, 'data') });
  const plain = await createApp(config);
  await plain.ingest();
  const followUps = await timeFollowUps(plain);
  await plain.close();
  const app = await createApp({ ...config, chat: chat.config('openai', { budgetMs: BUDGET_MS }) });
  try {
    await app.search({ text: 'warm' }, 1);
    const { times, longestBlockMs, readMs } = await askAtOnce(app, count);
    print(`${count} members ask at once while the chat model hangs, with ${BUDGET_MS} ms for an answer.\n`);
    printTable(
      ['', 'taken'],
      [
        ['all questions read', milliseconds(readMs)],
        ['first answer shown', milliseconds(Math.min(...times))],
        ['last answer shown', milliseconds(Math.max(...times))],
        ['  over the time for an answer', milliseconds(Math.max(...times) - BUDGET_MS)],
        ['longest block of the event loop', milliseconds(longestBlockMs)],
      ],
    );
    print(`\n${followUps.added.length} follow-ups, each beside the question that it was read as.\n`);
    printTable(
      ['', 'p50', 'p95'],
      [
        ['ask, warm', ...shares(followUps.alone)],
        ['  added when it follows others', ...shares(followUps.added)],
      ],
    );
  } finally {
    await app.close();
    await chat.close();
  }
}

async function askAtOnce(app: App, count: number) {
  const texts = questions();
  const times: number[] = [];
  let readMs = 0;
  const longestBlockMs = await longestBlock(async () => {
    const began = performance.now();
    const since = () => performance.now() - began;
    const reading: App = {
      ...app,
      ask: (question, options = {}) =>
        app.ask(question, {
          ...options,
          onWording: () => {
            readMs = since();
            options.onWording?.();
          },
        }),
    };
    const desk = new Desk(reading, { log: print, now: () => new Date() });
    const members = Array.from({ length: count }, (_, i) => String(i));
    await Promise.all(
      members.map((user, i) => {
        const shown = { id: user, channelId: 'channel' };
        const show = async (message: object) => {
          // As long as it may be stopped, more is waited for.
          if (!JSON.stringify(message).includes('"Stop"')) times[i] ??= since();
          return shown;
        };
        const asked = { user, text: texts[i % texts.length] ?? '', echo: true };
        const conversation = { placeOf: () => user, follows: undefined };
        return desk.answer({ ...asked, conversation }, { lane: user, show });
      }),
    );
  });
  return { times, longestBlockMs, readMs };
}

async function timeFollowUps(app: App): Promise<{ alone: number[]; added: number[] }> {
  const alone: number[] = [];
  const added: number[] = [];
  for (const { text, after = [] } of followUpsSet().questions) {
    let history: Turn[] = [];
    for (const before of after) history = withTurn(history, await app.ask({ text: before, history }));
    const { readAs = text } = await app.ask({ text, history });
    const one = await timed(() => app.ask({ text: readAs }));
    added.push((await timed(() => app.ask({ text, history }))) - one);
    alone.push(one);
  }
  return { alone: alone.slice(WARM_UP), added: added.slice(WARM_UP) };
}

function shares(times: readonly number[]): [string, string] {
  return [milliseconds(percentile(times, 50)), milliseconds(percentile(times, 95))];
}
