import { expect, test } from 'vitest';
import { openChatModel } from '../../../src/adapters/chat/index.ts';
import type { ChatPiece } from '../../../src/ports.ts';
import { chatServer } from '../../support/chat/index.ts';

const MESSAGES = [{ role: 'user', text: 'When was the bridge opened?' }] as const;

/** The whole reply. */
async function said(pieces: AsyncIterable<ChatPiece>): Promise<string> {
  let reply = '';
  for await (const { text } of pieces) reply += text;
  return reply;
}

test.each(['openai', 'ollama'] as const)(
  '%s: an aborted call ends although its server hangs',
  async (provider) => {
    const server = await chatServer(() => 'hang');
    const model = await openChatModel(server.config(provider));
    const end = new AbortController();
    const reply = said(model.stream({ messages: MESSAGES, schema: {}, signal: end.signal }));
    const ended = expect(reply).rejects.toThrow();
    while (server.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    end.abort();
    await ended;
    await model.close();
  },
);

test.each([
  ['openai', 'html', 'broken', 'CHAT_BASE_URL'],
  ['ollama', 'html', 'broken', 'CHAT_BASE_URL'],
  ['openai', { status: 401 }, 'refused', 'OPENAI_API_KEY'],
  ['ollama', { status: 404 }, 'refused', 'pull the model'],
  ['openai', { status: 429, headers: { 'retry-after': '30' } }, 'busy', '30 seconds'],
  ['ollama', { status: 500 }, 'broken', 'HTTP 500'],
] as const)('%s: %j is told as %s, with what to do', async (provider, behaviour, failure, words) => {
  const server = await chatServer(() => behaviour);
  const model = await openChatModel(server.config(provider));
  const reply = said(model.stream({ messages: MESSAGES, schema: {}, signal: new AbortController().signal }));
  await expect(reply).rejects.toMatchObject({ failure, message: expect.stringContaining(words) });
});

test('whether a server takes a schema is known once it refused one', async () => {
  const server = await chatServer(({ structured }) => (structured ? { status: 400 } : { say: 'Yes.' }));
  const model = await openChatModel(server.config('openai'));
  expect(model.takesSchema).toBe(true);
  const { signal } = new AbortController();
  expect(await said(model.stream({ messages: MESSAGES, schema: {}, signal }))).toBe('Yes.');
  expect(model.takesSchema).toBe(false);
});
