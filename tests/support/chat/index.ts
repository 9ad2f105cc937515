import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as bodyOf } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { ChatConfig } from '../../../src/config/chat.ts';
import { type Behaviour, misbehave } from './misbehave.ts';
import { protocolOf } from './protocols.ts';

/** What was asked of the server. */
export interface ChatAsked {
  path: string;
  /** By role and text, in order. */
  messages: { role: string; content: string }[];
  /** Whether the reply was to follow a JSON Schema. */
  structured: boolean;
}

/** What the server says to a request: a text, or something that no such server should do. */
export type Script = (asked: ChatAsked, n: number) => Behaviour;

export interface ChatServer {
  /** Such as `http://127.0.0.1:41234`. */
  url: string;
  /** In their order. */
  readonly asked: ChatAsked[];
  /** What it does from now on. */
  script: Script;
  /** Settings that make this server the chat model. */
  config(provider?: 'openai' | 'ollama', settings?: Partial<ChatConfig>): ChatConfig;
  close(): Promise<void>;
}

/** A server of this machine that speaks the protocols of OpenAI and Ollama, and says what a script says. */
export async function startChatServer(script: Script): Promise<ChatServer> {
  const asked: ChatAsked[] = [];
  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.destroy());
  });
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const body = JSON.parse(await bodyOf(request)) as Record<string, unknown>;
    const path = request.url ?? '';
    const one: ChatAsked = {
      path,
      messages: body.messages as ChatAsked['messages'],
      structured: 'response_format' in body || 'format' in body,
    };
    asked.push(one);
    await misbehave(response, protocolOf(path), chat.script(one, asked.length));
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const chat: ChatServer = {
    ...{ url, asked, script },
    config: (provider = 'openai', settings = {}) => ({
      ...{ provider, model: 'scripted', apiKey: undefined, budgetMs: 5_000, dailyTokens: undefined },
      baseUrl: provider === 'openai' ? `${url}/v1` : url,
      ...settings,
    }),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return chat;
}

/** The same, closed when the test is over. */
export async function chatServer(script: Script): Promise<ChatServer> {
  const server = await startChatServer(script);
  onTestFinished(() => server.close());
  return server;
}
