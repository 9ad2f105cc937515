import { expect, onTestFinished, test } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { UserError } from '../../src/errors.ts';
import { discordConfig, sharedApp, smallApp } from '../support/app.ts';
import { writeFiles } from '../support/articles.ts';
import {
  type DiscordServer,
  type DiscordServerOptions,
  startDiscordServer,
} from '../support/discord/index.ts';

const shared = sharedApp();

interface Setting {
  server: DiscordServer;
  bot: Bot;
  lines: string[];
}

async function localDiscord(options?: DiscordServerOptions): Promise<DiscordServer> {
  const server = await startDiscordServer(options);
  onTestFinished(() => server.stop());
  return server;
}

async function connect(server: DiscordServer, app: App, guildId?: string): Promise<Setting> {
  const lines: string[] = [];
  const config = discordConfig(server, { guildId });
  const bot = await startBot(config, app, { log: (line) => lines.push(line), now: () => new Date() });
  onTestFinished(() => bot.stop());
  return { server, bot, lines };
}

test('a member asks, reads the answer, and opens its sources', async () => {
  const { app } = shared;
  const { server } = await connect(await localDiscord(), app);
  const ann = server.user('Ann');

  const asked = ann.slash('ask', { question: 'How many satellites does the ground station follow?' });
  expect(await asked.acknowledged).toMatchObject({ deferred: true, ephemeral: false });
  const answer = await asked.reply();
  expect(answer.text).toContain('**42** satellites');
  expect(answer.text).toContain('A lighthouse for satellites');
  expect(answer.text).toContain('Orbit Weekly');
  expect(answer.text).toMatch(/https:\/\/example\.org\/lighthouse#:~:text=/);

  // Whoever sees the answer may look at what it rests on, alone.
  const sources = await server.user('Bob').click(answer, 'Sources').reply();
  expect(sources.ephemeral).toBe(true);
  expect(sources.text).toContain('42 satellites');
  expect(sources.text).toContain('The ground station at Kalvik was opened');
  expect(sources.text).toContain('4 March 2031');
  expect(server.violations).toEqual([]);
  expect(server.pings).toEqual([]);
});

test('who wrote an article, when and where, is answered by the lines above its text', async () => {
  const { app } = shared;
  const { server } = await connect(await localDiscord(), app);
  const ann = server.user('Ann');
  const question = 'Who wrote the article about the ground station at Kalvik?';
  const answer = await ann.slash('ask', { question }).reply();
  expect(answer.text).toContain('By **Mira Sol**');
  // The page need not say it in these words, so its link marks none.
  expect(answer.text).toContain('(<https://example.org/lighthouse>)');
  const sources = await ann.click(answer, 'Sources').reply();
  expect(sources.text).toContain('A lighthouse for satellites · **By Mira Sol** · Published by Orbit Weekly');
  expect(sources.text).not.toContain(':~:text');

  const unsaid = await ann.slash('ask', { question: 'Who wrote the article about the tea garden?' }).reply();
  expect(unsaid.text).toContain('The articles do not say');
  expect(unsaid.text).toContain('The Brahmapur tea garden');
  expect(server.violations).toEqual([]);
});

test('a private question is answered to the asker alone', async () => {
  const { app } = shared;
  const { server } = await connect(await localDiscord(), app);
  const asked = server.user('Ann').slash('ask', { question: 'Who planted the tea bushes?', private: true });
  expect(await asked.acknowledged).toMatchObject({ ephemeral: true });
  const answer = await asked.reply();
  expect(answer.ephemeral).toBe(true);
  expect(answer.text).toContain('Lakshmi Barua');
  expect(server.violations).toEqual([]);
});

test('what is not in the articles is said so, and nobody is pinged by a question', async () => {
  const { app } = shared;
  const { server } = await connect(await localDiscord(), app);
  const question = '@everyone [win](https://evil.example) who won the football world cup in 1974?';
  const answer = await server.user('Ann').slash('ask', { question }).reply();
  expect(answer.text).toContain('The articles do not say');
  expect(answer.text).not.toContain('](https://evil.example)');
  expect(answer.buttons).toEqual([]);
  expect(server.pings).toEqual([]);
  expect(server.violations).toEqual([]);
});

test('a mention in a channel and a direct message are answered', async () => {
  const { app } = shared;
  const { server } = await connect(await localDiscord(), app);
  const ann = server.user('Ann');
  const said = ann.mention('general', 'when was the bridge damaged by a flood?');
  const inChannel = await said.answer();
  expect(inChannel.text).toContain('2026');
  expect(inChannel.replyTo).toBe(said.id);
  expect((await ann.dm('Where does the tea garden lie?').answer()).text).toContain('Tezpur');
  expect((await ann.mention('general', '').answer()).text).toContain('Write a question');
  expect(server.violations).toEqual([]);
});

test('/help and /status tell what there is', async () => {
  const { app } = shared;
  const { server } = await connect(await localDiscord(), app);
  const ann = server.user('Ann');
  const help = await ann.slash('help').reply();
  expect(help.ephemeral).toBe(true);
  expect(help.text).toContain('/ask');
  const status = await ann.slash('status').reply();
  expect(status.text).toMatch(/Articles\W+3/);
  expect(status.text).toContain('universal-sentence-encoder-lite');
  expect(server.violations).toEqual([]);
});

test('commands are registered once, where the settings say, and the invite asks for no more than is needed', async () => {
  const { app } = shared;
  const server = await localDiscord();
  const first = await connect(server, app, server.guildId);
  expect(
    server
      .commands(server.guildId)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['ask', 'corpus', 'help', 'privacy', 'quiz', 'status']);
  expect(server.commands()).toEqual([]);
  expect(first.lines.join('\n')).toMatch(/https:\/\/discord\.com\/\S*client_id=\d+\S*permissions=\d+/);
  await first.bot.stop();

  const writes = () =>
    server.requests.filter(({ method, path }) => method !== 'GET' && path.includes('/commands')).length;
  const before = writes();
  await connect(server, app, server.guildId);
  expect(writes()).toBe(before);
});

test('sources open after a restart, and say so when the article has changed', async () => {
  const { app, config } = await smallApp();
  const server = await localDiscord();
  const { bot } = await connect(server, app);
  const ann = server.user('Ann');
  const answer = await ann.slash('ask', { question: 'Who planted the tea bushes?' }).reply();
  await bot.stop();

  const restarted = await createApp(config);
  onTestFinished(() => restarted.close());
  await connect(server, restarted);
  expect((await ann.click(answer, 'Sources').reply()).text).toContain('Lakshmi Barua');

  writeFiles(config.corpusDir, {
    'tea.txt': 'The Brahmapur tea garden\n\nNothing is known about who planted the bushes of the garden.\n',
  });
  await restarted.ingest();
  const changed = await ann.click(answer, 'Sources').reply();
  expect(changed.text).toContain('Lakshmi Barua');
  expect(changed.text).toMatch(/changed|no longer/i);
  expect(server.violations).toEqual([]);
});

test.each(['everywhere', 'gateway'] as const)(
  'a token that is refused (%s) is one clear message',
  async (refuseToken) => {
    const { app } = shared;
    const server = await localDiscord({ refuseToken });
    const config = discordConfig(server);
    const starting = startBot(config, app, { log: () => {}, now: () => new Date() });
    await expect(starting).rejects.toThrow(UserError);
    await expect(starting).rejects.toThrow(/token/i);
  },
);

test('fifty questions at once are all acknowledged in time and answered, while an ingest runs beside them', async () => {
  const { app, config } = await smallApp();
  const { server } = await connect(await localDiscord(), app);
  const entries = Array.from(
    { length: 60 },
    (_, i) => `Item ${i} of the register was entered by clerk number ${i * 7}.`,
  );
  writeFiles(config.corpusDir, { 'register.txt': `The register\n\n${entries.join('\n\n')}\n` });

  const ingest = app.ingest();
  const asked = Array.from({ length: 50 }, (_, i) =>
    server
      .user(`Member ${i}`)
      .slash('ask', { question: 'How many satellites does the ground station follow?' }),
  );
  const answers = await Promise.all(asked.map((ask) => ask.reply(30_000)));
  for (const answer of answers) expect(answer.text).toContain('**42** satellites');
  expect(await ingest).toMatchObject({ generation: 2, added: 1 });
  // An acknowledgement after more than three seconds would be one.
  expect(server.violations).toEqual([]);
});
