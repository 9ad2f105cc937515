import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { renderAnswer } from '../../src/discord/render-answer.ts';
import type { Answer } from '../../src/model.ts';
import { smallApp } from '../support/app.ts';
import { chatServer } from '../support/chat/index.ts';
import type { Behaviour } from '../support/chat/misbehave.ts';
import { speak } from '../support/chat/speak.ts';
import { run } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { webServer } from '../support/web/server.ts';

const QUESTION = { text: 'How many satellites does the ground station at Kalvik follow?' };
const OPENED = 'The ground station at Kalvik was opened on 4 March 2031 by the engineer Ines Dahl.';
const FOLLOWS = 'It follows 42 satellites that watch the northern sea lanes.';
const EXTRACTIVE = [`${OPENED} ${FOLLOWS}`];
const WORDED = 'The station at Kalvik follows 42 satellites that watch the northern sea lanes.';

const textsOf = ({ claims }: Answer) => claims.map(({ text }) => text);

async function expectSound(app: App, { claims, citations }: Answer): Promise<void> {
  for (const claim of claims) expect(claim.citations.length).toBeGreaterThan(0);
  expect(citations.map(({ n }) => n)).toEqual(citations.map((_, i) => i + 1));
  expect(new Set(claims.flatMap((claim) => claim.citations))).toEqual(new Set(citations.map(({ n }) => n)));
  for (const { articleId, start, end, quote } of citations) {
    expect((await app.article(articleId))?.text.slice(start, end)).toBe(quote);
  }
}

test.each(['openai', 'ollama'] as const)(
  '%s: claims are kept, repaired once or dropped',
  async (provider) => {
    const server = await chatServer((asked, n) =>
      n === 1
        ? speak(
            asked,
            [WORDED, FOLLOWS, OPENED],
            ['Ines Dahl opened it on 5 March 2031.', OPENED],
            ['Norway paid 80 million euros for it.', 'Norway paid 18 million euros for the station.'],
            ['It is run by nine people.', 'The station is run by a crew of nine people.'],
          )
        : speak(
            asked,
            ['Ines Dahl opened it on 4 March 2031.', OPENED],
            ['Norway paid 81 million euros for it.', 'Norway paid 18 million euros for the station.'],
          ),
    );
    const { app } = await smallApp(undefined, { chat: server.config(provider, { budgetMs: 60_000 }) });
    const answer = await app.ask(QUESTION);
    expect(textsOf(answer)).toEqual([
      WORDED,
      'Ines Dahl opened it on 4 March 2031.',
      'It is run by nine people.',
    ]);
    expect(answer.wordedBy).toEqual({ model: `${provider}:scripted`, dropped: 1 });
    expect(answer.claims.map(({ citations }) => citations)).toEqual([[1], [1], [2]]);
    expect(answer.citations[0]?.quote).toBe(`${OPENED} ${FOLLOWS}`);
    await expectSound(app, answer);

    expect(server.asked).toHaveLength(2);
    expect(server.asked[0]?.structured).toBe(true);
    expect(server.asked[1]?.messages.at(-1)?.content).toContain('"5 March 2031"');
    const { wording } = await app.explain(QUESTION, answer);
    expect(wording?.claims.map(({ outcome }) => outcome)).toEqual(['kept', 'repaired', 'dropped', 'kept']);
    expect(wording?.claims[2]?.why).toContain('"81 million"');
    expect((await app.explain(QUESTION)).wording).toBeUndefined();
    expect((await app.status()).chat).toEqual({ state: 'working', tokens: { used: 240 } });

    await app.ask({ text: 'Who won the football cup?' });
    await app.ask({ text: 'Who wrote the article about the ground station?' });
    expect(server.asked).toHaveLength(2);
  },
);

test('check-model says what works, and traces go where LangSmith is told to, and only then', async () => {
  const server = await chatServer((asked) =>
    speak(asked, ['Ada Lund built it in 1871.', 'built in 1871 by Ada Lund']),
  );
  const traces: string[] = [];
  const langsmith = await webServer({
    '/info': (_request, response) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
    ...Object.fromEntries(
      ['/runs', '/runs/batch', '/runs/multipart'].map((path) => [
        path,
        (request: IncomingMessage, response: ServerResponse) => {
          traces.push(path);
          request.resume().on('end', () => response.writeHead(202).end('{}'));
        },
      ]),
    ),
  });
  const settings = {
    CHAT_MODEL: 'openai:scripted',
    CHAT_BASE_URL: `${server.url}/v1`,
    FOOTNOTE_DATA: temporaryFolder(),
  };
  const check = (env: Record<string, string> = {}) =>
    run('scripts/check-model.ts', ['--json'], {
      env: { ...settings, LANGSMITH_ENDPOINT: langsmith.url, ...env },
    });

  const plain = await check();
  expect(JSON.parse(plain.stdout)).toMatchObject({
    ...{ model: 'openai:scripted', reachable: true, structured: true, streaming: true },
    usage: { input: 100, output: 20 },
  });
  expect([plain.code, langsmith.connections]).toEqual([0, 0]);
  await check({ LANGSMITH_TRACING: 'true', LANGSMITH_API_KEY: 'ls-1' });
  expect(traces.length).toBeGreaterThan(0);

  server.script = () => 'html';
  const broken = await check();
  expect(JSON.parse(broken.stdout)).toMatchObject({ reachable: true, replied: false, structured: false });
  expect(broken.code).toBe(1);
});

test('whatever the server does, the answer comes in time and whole', { timeout: 180_000 }, async () => {
  let time = Date.parse('2031-06-01T12:00:00Z');
  const budgetMs = 1_000;
  const server = await chatServer(() => 'hang');
  const { app } = await smallApp(() => new Date(time), { chat: server.config('openai', { budgetMs }) });
  let reply = '';
  server.script = (asked) => {
    const said = speak(asked, [WORDED, FOLLOWS, OPENED]);
    if (typeof said === 'object' && 'say' in said) reply = said.say;
    return said;
  };
  // A first question may take all of the budget by itself.
  while (reply === '') await app.ask(QUESTION);
  const chunks = Math.ceil(reply.length / 12) + 3;
  const behaviours: Behaviour[] = [
    ...(['hang', 'html', '{}', 'gigabyte'] as const),
    { status: 500 },
    { status: 429, headers: { 'retry-after': '3600' } },
    { status: 429, headers: { 'retry-after': 'Sun, 06 Nov 2016 08:49:37 GMT' } },
    { status: 302, headers: { location: 'https://example.org/' } },
    { status: 401, body: 'Incorrect API key provided: sk-1234' },
    { say: 'I would rather talk about something else.' },
    { say: '{"claims": [{"text": 7, "rests": "none"}, {"text": "It follows 42 satellites."}, null]}' },
    ...Array.from({ length: chunks }, (_, cutAfter) => ({ say: reply, cutAfter, by: 'end' as const })).filter(
      ({ cutAfter }) => cutAfter % 6 === 0 || cutAfter > chunks - 6,
    ),
    { say: reply, cutAfter: 0, by: 'reset' },
    { say: reply, cutAfter: chunks - 2, by: 'reset' },
    { say: reply, cutAfter: 5, by: 'hang' },
    { say: reply, cutAfter: chunks - 2, by: 'hang' },
  ];
  let worded = 0;
  const waited: number[] = [];
  for (const behaviour of behaviours) {
    // The breaker lets an attempt through again.
    time += 2 * 60 * 60 * 1_000;
    server.script = () => behaviour;
    const before = server.asked.length;
    const answer = await app.ask(QUESTION);
    expect(server.asked.length).toBeGreaterThan(before);
    if (answer.ms > 0.9 * budgetMs) waited.push(answer.ms);
    if (answer.wordedBy) worded += 1;
    expect(textsOf(answer)).toEqual(answer.wordedBy ? [WORDED] : EXTRACTIVE);
    await expectSound(app, answer);
  }
  expect(worded).toBeGreaterThan(2);
  // Allowed are 300 ms; the machine that runs the tests may have more to do at times.
  expect(Math.min(...waited)).toBeLessThan(budgetMs + 300);
  expect(Math.max(...waited)).toBeLessThan(budgetMs + 30_000);
  expect(JSON.stringify(await app.status())).not.toContain('sk-1234');
});

test('a model that keeps failing is left alone, and its limits are kept', async () => {
  let time = Date.parse('2031-06-01T12:00:00Z');
  const server = await chatServer(() => ({ status: 400 }));
  const config = server.config('openai', { dailyTokens: 6_000 });
  const { app } = await smallApp(() => new Date(time), { chat: config });
  for (let i = 0; i < 5; i++) expect(textsOf(await app.ask(QUESTION))).toEqual(EXTRACTIVE);
  // Each of the first three is asked with a schema and without one.
  expect(server.asked).toHaveLength(6);
  expect((await app.status()).chat).toMatchObject({ state: 'paused', until: '2031-06-01T12:00:30.000Z' });
  const paused = await app.ask(QUESTION);
  expect((await app.explain(QUESTION, paused)).wording?.extractive).toContain('left alone');

  time += 31_000;
  server.script = (asked) => (asked.structured ? { status: 400 } : speak(asked, [WORDED, FOLLOWS, OPENED]));
  expect(textsOf(await app.ask(QUESTION))).toEqual([WORDED]);
  expect(textsOf(await app.ask(QUESTION))).toEqual([WORDED]);
  expect(server.asked.slice(6).map(({ structured }) => structured)).toEqual([true, false, false]);

  server.script = (_, n) =>
    n === 10 ? { status: 429, headers: { 'retry-after': '0' } } : { say: '{"claims":[]}' };
  const empty = await app.ask(QUESTION);
  expect(server.asked).toHaveLength(11);
  expect((await app.explain(QUESTION, empty)).wording?.extractive).toContain('found no answer');

  for (let i = 0; i < 60; i++) await app.ask(QUESTION);
  const { used, limit } = (await app.status()).chat?.tokens ?? {};
  expect(limit).toBe(6_000);
  expect(used).toBeGreaterThan(4_000);
  expect(used).toBeLessThanOrEqual(6_000);
  const calls = server.asked.length;
  expect(textsOf(await app.ask(QUESTION))).toEqual(EXTRACTIVE);
  expect(server.asked).toHaveLength(calls);
  time += 24 * 60 * 60 * 1_000;
  await app.ask(QUESTION);
  expect(server.asked).toHaveLength(calls + 1);
});

test('a hostile model gets nothing out but what the articles say', async () => {
  const attacks = readFileSync(join(import.meta.dirname, '../fixtures/chat/hostile.txt'), 'utf8')
    .split('\n')
    .filter(Boolean);
  let time = Date.parse('2031-06-01T12:00:00Z');
  const server = await chatServer(() => 'hang');
  const { app } = await smallApp(() => new Date(time), { chat: server.config() });
  const quotes = [FOLLOWS, OPENED, 'Norway paid 18 million euros for the station.'];
  for (const attack of attacks) {
    for (const behaviour of [
      (asked: Parameters<typeof speak>[0]) => speak(asked, [attack, ...quotes]),
      (asked: Parameters<typeof speak>[0]) => speak(asked, [WORDED, FOLLOWS, OPENED], [attack, ...quotes]),
      (asked: Parameters<typeof speak>[0]) => speak(asked, [WORDED, attack]),
      () => ({
        say: `${attack} {"claims":[{"text":${JSON.stringify(attack)},"rests":[{"passage":99,"words":"It follows 42 satellites"}]}]}`,
      }),
    ]) {
      time += 2 * 60 * 60 * 1_000;
      server.script = behaviour;
      const answer = await app.ask(QUESTION);
      expect(
        answer.claims.map(({ text }) => text).filter((text) => text !== WORDED && !EXTRACTIVE.includes(text)),
      ).toEqual([]);
      await expectSound(app, answer);
      const message = JSON.stringify(renderAnswer(answer, { echo: true }));
      expect(message).not.toMatch(/evil|discord\.gg|@(?:everyone|here)|<@/);
    }
  }
});
