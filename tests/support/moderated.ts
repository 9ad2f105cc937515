import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { configOf, copyPrepared, discordConfig } from './app.ts';
import {
  type Channel,
  type DiscordServer,
  type MessageView,
  type Role,
  startDiscordServer,
  type User,
} from './discord/index.ts';

/** A file with a short article. */
export const CLOCK = {
  filename: 'clock.md',
  bytes:
    '# The harbour clock\n\nThe harbour clock of Lysen was built by Oda Krog in 1899 and strikes thirteen.\n',
};

/** A local Discord with the real app and bot in it, which the tests of a file share. */
export class Moderated {
  readonly server: DiscordServer;
  /** A role that moderates. */
  readonly editors: Role;
  /** Where scheduled refreshes are told. */
  readonly mods: Channel;
  /** A channel that the bot does not see. */
  readonly hidden: Channel;
  /** A member who may manage the server. */
  readonly boss: User;
  readonly config: Config;
  /** The bot's time, which stands still unless it is moved: so no progress is shown. */
  time = new Date('2031-06-01T12:00:00Z');
  app!: App;
  bot!: Bot;

  constructor(server: DiscordServer, folder: string) {
    this.server = server;
    this.editors = server.addRole('Editors');
    this.mods = server.addChannel('mods');
    this.hidden = server.addChannel('hidden', { deniedToBot: ['ViewChannel'] });
    this.boss = this.moderator('Boss');
    this.config = configOf(folder, { fetchAllowHosts: [server.contentHost] });
  }

  /** Starts the app and the bot, or starts them again. */
  async start(): Promise<void> {
    this.app = await createApp(this.config);
    const { editors, mods } = this;
    const settings = { moderatorRoleIds: [editors.id], moderationChannelId: mods.id };
    this.bot = await startBot(discordConfig(this.server, settings), this.app, {
      log: () => {},
      now: () => this.time,
    });
  }

  moderator(name: string): User {
    return this.server.user(name, { permissions: ['ManageGuild'] });
  }

  async generation(): Promise<number> {
    return (await this.app.status()).generation?.id ?? 0;
  }

  /** Resolves once a message shows some words. */
  shows(message: MessageView, words: string): Promise<void> {
    return this.server.waitUntil(`"${words}"`, () => message.text.includes(words), 20_000);
  }

  previewOf(user: User, file: { filename: string; bytes: string | Uint8Array }): Promise<MessageView> {
    return user.slash('corpus add file', { file }).reply();
  }
}

/** Prepares one for the tests of a file, and fails those in which Discord would refuse something or ping somebody. */
export function moderated(): () => Moderated {
  let it: Moderated;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'footnote-'));
    await copyPrepared(folder);
    it = new Moderated(await startDiscordServer(), folder);
    await it.start();
  });
  afterAll(async () => {
    await it.bot.stop();
    await it.app.close();
    await it.server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => {
    expect(it.server.violations).toEqual([]);
    expect(it.server.pings).toEqual([]);
  });
  return () => it;
}
