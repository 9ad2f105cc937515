import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import type { ChatConfig } from '../../src/config/chat.ts';
import type { Config } from '../../src/config.ts';
import { startBot } from '../../src/discord/bot.ts';
import { configOf, copyPrepared, discordConfig } from './app.ts';
import { type Channel, type DiscordServer, type MessageView, startDiscordServer } from './discord/index.ts';

export interface ConversingOptions {
  chat?: ChatConfig;
  /** Name of a channel in which the bot may open no threads. */
  deniedThreads?: string;
}

/** A local Discord with the real app and bot in it, which the tests of a file share. */
export interface Conversing {
  server: DiscordServer;
  app: App;
  config: Config;
  /** Resolves when a message can be followed up on. */
  remembered(message: MessageView): Promise<void>;
  /** The thread of a message, once there is one. */
  thread(messageId: string): Promise<Channel>;
  /** What a channel shows, once it is so many messages. */
  messagesIn(channel: Channel, count: number): Promise<MessageView[]>;
  /** Resolves when so many turns of a thread are remembered. */
  rememberedIn(thread: Channel, turns: number): Promise<void>;
  close(): Promise<void>;
}

export async function conversing({ chat, deniedThreads }: ConversingOptions): Promise<Conversing> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-'));
  const config = configOf(folder, { chat });
  await copyPrepared(folder);
  const server = await startDiscordServer();
  if (deniedThreads) server.addChannel(deniedThreads, { deniedToBot: ['CreatePublicThreads'] });
  const app = await createApp(config);
  const deps = { log: () => {}, now: () => new Date(), editEveryMs: 20 };
  const bot = await startBot(discordConfig(server), app, deps);
  return {
    ...{ server, app, config },
    async remembered({ id, record }) {
      const { channelId, ephemeralFor } = record;
      const who = ephemeralFor === undefined ? 'message' : `private:${ephemeralFor}`;
      await until(async () => (await app.conversation(`${who}:${channelId}:${id}`)).length > 0);
    },
    async thread(messageId) {
      const find = () => server.channelById(messageId);
      await server.waitUntil('a thread', () => find() !== undefined);
      return find() as Channel;
    },
    async messagesIn(channel, count) {
      await server.waitUntil(`${count} messages`, () => server.messagesIn(channel).length >= count);
      return server.messagesIn(channel);
    },
    rememberedIn: ({ id }, turns) =>
      until(async () => (await app.conversation(`thread:${id}`)).length >= turns),
    async close() {
      await bot.stop();
      await app.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves once something is so, looking now and then: who looks all the time slows down what is waited for. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}
