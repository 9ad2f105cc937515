import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import type { Card } from '../../src/model.ts';
import { configOf, discordConfig } from './app.ts';
import { writeFiles } from './articles.ts';
import { type DiscordServer, type MessageView, startDiscordServer } from './discord/index.ts';

/** An article with cards of several kinds. */
const ICE = `---
title: Ice and ships @everyone
publisher: The Daily Test
publishedAt: 2024-05-06
url: https://example.org/ice
---

The Arctic Ice Council was founded in Tromso in 1996. Norway joined the Arctic Ice Council in March 2011 with a fleet of
ships. The Arctic Ice Council has 12 members and a crew of nine people. The Kalvik station was opened on 4 March 2011 by
the engineer Ines Dahl.

Finland sent 14 satellites into orbit in June 2015. It also built a harbour for large ships. The Kalvik Harbour Office,
KHO for short, was set up in September 2003 in Denmark.
`;

/** A local Discord with the real app and bot in it, one article to ask about, and a clock that only the tests move. */
export class Quizzed {
  readonly server: DiscordServer;
  app!: App;
  now = Date.parse('2030-01-01T09:00:00Z');
  /** Does what the bot does now and then by itself. */
  look = async () => {};
  readonly log: string[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), 'footnote-'));
  readonly #looks: (everyMs: number) => boolean;
  #bot!: Bot;

  private constructor(server: DiscordServer, looks: (everyMs: number) => boolean) {
    this.server = server;
    this.#looks = looks;
  }

  /** @param looks which of the things that the bot does now and then `look` does, by how often it does them. */
  static async open(looks: (everyMs: number) => boolean): Promise<Quizzed> {
    const it = new Quizzed(await startDiscordServer(), looks);
    writeFiles(configOf(it.#folder).corpusDir, { 'ice.md': ICE });
    await it.start();
    await it.app.ingest();
    return it;
  }

  async start(): Promise<void> {
    const now = () => new Date(this.now);
    this.app = await createApp(configOf(this.#folder), now);
    this.#bot = await startBot(discordConfig(this.server), this.app, {
      log: (line) => void this.log.push(line),
      now,
      every: (ms, work) => {
        if (this.#looks(ms)) this.look = work;
        return () => {};
      },
    });
  }

  async stop(): Promise<void> {
    await this.#bot.stop();
    await this.app.close();
  }

  async close(): Promise<void> {
    await this.stop();
    await this.server.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The card that a message asks. @throws when it asks none. */
export async function cardIn(message: MessageView, app: App): Promise<Card> {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  const asked = plain(message.text);
  const found = (await app.cards({})).find((card) => asked.includes(plain(card.question)));
  if (!found) throw new Error(`no card is asked in ${message.text}`);
  return found;
}
