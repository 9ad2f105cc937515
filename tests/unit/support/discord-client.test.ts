import { once } from 'node:events';
import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type DiscordServer,
  type DiscordServerOptions,
  startDiscordServer,
} from '../../support/discord/index.ts';
import { answer, COMMANDS, sourcesButton } from './sample-bot.ts';

let server: DiscordServer;
let clients: Client[] = [];

beforeEach(async () => {
  server = await startDiscordServer();
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.destroy()));
  clients = [];
  await server.stop();
});

/** The real client, pointed at the local server. */
function newClient(apiUrl: string, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    ...options,
    rest: { api: apiUrl, ...options.rest },
  });
  clients.push(client);
  return client;
}

async function logIn(client: Client, token = server.token): Promise<Client<true>> {
  const ready = once(client, Events.ClientReady);
  await client.login(token);
  await ready;
  return client as Client<true>;
}

/** A connected bot with its commands, and a look at what it failed at. */
async function startBot(
  options: Partial<ClientOptions> = {},
): Promise<{ client: Client<true>; errors: unknown[] }> {
  const errors: unknown[] = [];
  const client = newClient(server.apiUrl, options);
  client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction).catch((error: unknown) => errors.push(error));
  });
  client.on(Events.MessageCreate, (message) => {
    if (message.author.bot || !(message.mentions.has(client.user?.id ?? '') || message.channel.isDMBased()))
      return;
    if (message.channel.isSendable())
      message.channel.sendTyping().catch((error: unknown) => errors.push(error));
    message
      .reply({ content: `Heard: ${message.content}`, allowedMentions: { parse: [] } })
      .catch((error: unknown) => errors.push(error));
  });
  const ready = await logIn(client);
  await ready.application.commands.set(COMMANDS);
  return { client: ready, errors };
}

describe('the real client', () => {
  test('logs in, finds the server and registers commands', async () => {
    const { client } = await startBot();
    await server.waitUntilReady();
    expect(client.user.id).toBe(server.bot.id);
    expect(client.guilds.cache.map((guild) => guild.name)).toEqual(['Test server']);
    expect((await server.waitForCommand('ask')).options?.map((option) => option.name)).toEqual([
      'question',
      'private',
    ]);
    await client.application.commands.set(COMMANDS.slice(0, 1), server.guildId);
    expect(server.commands(server.guildId).map((command) => command.name)).toEqual(['ask']);
    expect(server.violations).toEqual([]);
  });

  test('defers, edits, and follows a click up in private', async () => {
    const { errors } = await startBot();
    const ann = server.user('Ann');
    const asked = ann.slash('ask', { question: 'Who signed it?' });
    expect(await asked.acknowledged).toMatchObject({ deferred: true, ephemeral: false });
    const reply = await asked.reply();
    expect(reply.text).toBe('You asked: Who signed it?\n[Sources]');
    const click = await ann.click(reply, 'Sources').reply();
    expect(click).toMatchObject({ content: 'The exact words', ephemeral: true });
    expect([errors, server.violations, server.pings]).toEqual([[], [], []]);
  });

  test('answers in private when asked to, in the server and in direct messages', async () => {
    await startBot();
    const ann = server.user('Ann');
    for (const dm of [false, true]) {
      const asked = ann.slash('ask', { question: 'x', private: true }, { dm });
      expect(await asked.acknowledged).toMatchObject({ ephemeral: true });
      expect(await asked.reply()).toMatchObject({ content: 'You asked: x', ephemeral: true });
    }
    expect(server.violations).toEqual([]);
  });

  test('hears mentions and direct messages, and replies', async () => {
    const { errors } = await startBot();
    const ann = server.user('Ann');
    ann.say('general', 'Not for the bot');
    const said = ann.mention('general', 'Who signed it?');
    const reply = await said.answer();
    expect(reply).toMatchObject({ content: `Heard: <@${server.bot.id}> Who signed it?`, replyTo: said.id });
    expect((await ann.dm('And here?').answer()).content).toBe('Heard: And here?');
    expect(server.typing).toHaveLength(2);
    expect([errors, server.violations, server.pings]).toEqual([[], [], []]);
  });

  test('suggests while somebody types', async () => {
    await startBot();
    expect(await server.user('Ann').autocomplete('ask', { question: 'Jai' })).toEqual([
      { name: 'Jai…', value: 'jaitapur' },
    ]);
    expect(server.violations).toEqual([]);
  });

  test('opens a modal and answers it', async () => {
    await startBot();
    const ann = server.user('Ann');
    const modal = await ann.slash('report').modal();
    expect(modal.text).toContain('What is missing?');
    const sent = ann.submit(modal, { 'What is missing?': 'The date' });
    expect(await sent.reply()).toMatchObject({ content: 'Noted: The date', ephemeral: true });
    expect(server.violations).toEqual([]);
  });

  test('answers fifty people at once', async () => {
    await startBot();
    const asked = Array.from({ length: 50 }, (_, i) =>
      server.user(`Member ${i}`).slash('ask', { question: `Question ${i}` }),
    );
    const replies = await Promise.all(asked.map((one) => one.reply()));
    expect(replies.map((reply) => reply.content)).toEqual(asked.map((_, i) => `You asked: Question ${i}`));
    expect(server.violations).toEqual([]);
  });

  test('edits, fetches and deletes its own messages', async () => {
    const { client } = await startBot();
    const channel = client.channels.cache.find((one) => one.isSendable());
    const message = await channel?.send({
      content: 'one',
      components: [sourcesButton()],
      nonce: 'n',
      enforceNonce: true,
    });
    await message?.edit({ content: 'two' });
    expect(await message?.fetch(true)).toMatchObject({ content: 'two', components: [{}] });
    await message?.delete();
    await expect(message?.fetch(true)).rejects.toMatchObject({ code: 10008 });
    expect(server.violations.map((violation) => violation.code)).toEqual([10008]);
  });
});

describe('what goes wrong reaches the client as Discord tells it', () => {
  const failing = async (options: DiscordServerOptions, token?: string): Promise<unknown> => {
    const local = await startDiscordServer(options);
    const failure = await newClient(local.apiUrl)
      .login(token ?? local.token)
      .catch((error: unknown) => error);
    await local.stop();
    return failure;
  };

  test('a wrong token', async () => {
    expect(await failing({}, 'guess')).toMatchObject({ code: 'TokenInvalid' });
  });

  test('a token that only the gateway refuses closes with 4004', async () => {
    expect(await failing({ refuseToken: 'gateway' })).toMatchObject({ message: 'Authentication failed' });
  });

  test('an invalid form names its fields', async () => {
    const { client } = await startBot();
    const channel = client.channels.cache.find((one) => one.isSendable());
    const failure = await channel?.send({ content: 'x'.repeat(2_001) }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 50035, status: 400 });
    expect(String(failure)).toContain('content[BASE_TYPE_MAX_LENGTH]: Must be 2000 or fewer in length.');
  });

  test('a rate limit, after which the client tries again by itself', async () => {
    await startBot();
    server.fail('PATCH /webhooks/:applicationId/:token/messages/:messageId', {
      status: 429,
      retryAfter: 0.05,
    });
    expect((await server.user('Ann').slash('ask', { question: 'x' }).reply()).content).toBe('You asked: x');
    const edits = server.requests.filter((request) => request.method === 'PATCH');
    expect(edits.map((request) => request.status)).toEqual([429, 200]);
  });
});

describe('a connection that is lost', () => {
  test.each<[string, () => void]>([
    ['without a word', () => server.gateway.drop()],
    ['with a code that allows it', () => server.gateway.close(4000)],
    ['on request', () => server.gateway.reconnect()],
  ])('%s is taken up again, and nothing is missed', async (_how, lose) => {
    await startBot();
    lose();
    const asked = server.user('Ann').slash('ask', { question: 'Still there?' });
    expect((await asked.reply()).content).toBe('You asked: Still there?');
    await server.waitUntil('the bot to resume', () => server.gateway.seen.resumes === 1);
    expect(server.gateway.seen.identifies).toBe(1);
  });

  test('is given up by the client when its heartbeats go unanswered', async () => {
    await server.stop();
    server = await startDiscordServer({ heartbeatIntervalMs: 60 });
    await startBot();
    server.gateway.acknowledgeHeartbeats = false;
    await server.waitUntil('the bot to come back', () => server.gateway.seen.resumes > 0);
    server.gateway.acknowledgeHeartbeats = true;
    expect((await server.user('Ann').slash('ask', { question: 'x' }).reply()).content).toBe('You asked: x');
  });
});
