import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import type { ChatConfig, DiscordConfig } from '../../src/config.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { configOf, discordConfig } from './app.ts';
import { ARTICLES, writeFiles } from './articles.ts';
import {
  type DiscordServer,
  type DiscordServerOptions,
  type MessageView,
  startDiscordServer,
} from './discord/index.ts';

export interface ConversingOptions {
  chat?: ChatConfig;
  discord?: DiscordServerOptions;
  settings?: Partial<DiscordConfig>;
  /** Milliseconds from one edit of an answer that grows to the next. */
  editEveryMs?: number;
}

/** A local Discord with the real app and bot in it, which the tests of a file share. */
export interface Conversing {
  server: DiscordServer;
  app: App;
  bot: Bot;
  lines: string[];
  /** Resolves when a message can be followed up on. */
  remembered(message: MessageView): Promise<void>;
  close(): Promise<void>;
}

export async function conversing({
  chat,
  discord,
  settings,
  editEveryMs = 20,
}: ConversingOptions = {}): Promise<Conversing> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-'));
  const config = configOf(folder, { chat });
  writeFiles(config.corpusDir, ARTICLES);
  const server = await startDiscordServer(discord);
  const app = await createApp(config);
  await app.ingest();
  const lines: string[] = [];
  const deps = { log: (line: string) => void lines.push(line), now: () => new Date(), editEveryMs };
  const bot = await startBot(discordConfig(server, settings), app, deps);
  return {
    ...{ server, app, bot, lines },
    async remembered({ id, record }) {
      const isThere = async () =>
        (await app.conversation(`message:${record.channelId}:${id}`)).length > 0 ||
        (await app.conversation(`private:${record.ephemeralFor}:${record.channelId}:${id}`)).length > 0;
      while (!(await isThere())) await new Promise((resolve) => setImmediate(resolve));
    },
    async close() {
      await bot.stop();
      await app.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
