import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DiscordServer, startDiscordServer } from '../../support/discord/index.ts';
import { identify } from './gateway-client.ts';
import { letters } from './payloads.ts';
import { restClient } from './rest-client.ts';

let server: DiscordServer;
const register = (commands: object[]) =>
  restClient(server)('PUT', `/applications/${server.bot.id}/commands`, commands);
const ask = (change: object = {}) => ({ name: 'ask', description: 'Asks the articles', ...change });
const option = (change: object = {}) => ({
  type: 3,
  name: 'question',
  description: 'What to ask',
  ...change,
});

beforeEach(async () => {
  server = await startDiscordServer();
});
afterEach(() => server.stop());

describe('people find only what is registered', () => {
  const subcommands = ask({
    name: 'corpus',
    default_member_permissions: String(1 << 5),
    options: [
      {
        type: 2,
        name: 'sources',
        description: 'x',
        options: [
          { type: 1, name: 'add', description: 'x', options: [option({ name: 'url', required: true })] },
        ],
      },
    ],
  });
  beforeEach(async () => {
    await register([
      ask({
        contexts: [0],
        options: [option({ required: true, max_length: 10 }), option({ type: 4, name: 'top', max_value: 5 })],
      }),
      subcommands,
    ]);
  });

  test.each<[string, string, Record<string, string | number | boolean>, RegExp]>([
    ['an unknown command', 'quiz', {}, /no command \/quiz in the server; there are: \/ask, \/corpus/],
    ['an unknown option', 'ask', { question: 'x', k: 1 }, /no option "k"; it has: question, top/],
    ['a missing option', 'ask', {}, /requires the option "question"/],
    ['text that is too long', 'ask', { question: letters(11) }, /"question" takes 0 to 10 characters/],
    ['a number out of range', 'ask', { question: 'x', top: 9 }, /"top" takes 5 or less/],
    ['text for a number', 'ask', { question: 'x', top: '3' }, /"top" takes a number/],
    ['a hidden command', 'corpus sources add', { url: 'x' }, /hidden from Ann/],
  ])('%s throws', (_what, name, options, message) => {
    expect(() => server.user('Ann').slash(name, options)).toThrow(message);
  });

  test('sub-commands are named in full, by those who may', () => {
    const boss = server.user('Boss', { permissions: ['ManageGuild'] });
    expect(() => boss.slash('corpus', { url: 'x' })).toThrow(/needs a sub-command: sources/);
    expect(() => boss.slash('corpus sources drop')).toThrow(/no sub-command "drop"; it has: add/);
    expect(boss.slash('corpus sources add', { url: 'x' }).interaction.label).toBe('/corpus sources add');
    expect(
      server.user('Ann').slash('corpus sources add', { url: 'x' }, { evenIfHidden: true }).interaction.userId,
    ).toBe(server.user('Ann').id);
  });

  test('direct messages offer what is meant for them', () => {
    expect(() => server.user('Ann').slash('ask', { question: 'x' }, { dm: true })).toThrow(
      /in direct messages; there are: \/corpus/,
    );
  });
});

describe('what a person types', () => {
  test('reaches the bot with who they are and where', async () => {
    const sources = { type: 1, name: 'list', description: 'x', options: [option({ type: 5, name: 'all' })] };
    await register([ask({ name: 'corpus', options: [sources] })]);
    const bot = await identify(server);
    const staff = server.addRole('Staff');
    const boss = server.user('Boss', { roles: [staff], permissions: ['ManageGuild'], locale: 'fr' });
    boss.slash('corpus list', { all: true });
    const { d } = await bot.event('INTERACTION_CREATE');
    expect(d).toMatchObject({
      type: 2,
      locale: 'fr',
      guild_id: server.guildId,
      channel: { name: 'general' },
      data: { name: 'corpus', options: [{ type: 1, name: 'list', options: [{ name: 'all', value: true }] }] },
      member: { user: { id: boss.id, global_name: 'Boss' }, roles: expect.arrayContaining([staff.id]) },
    });
    const { permissions } = d.member as { permissions: string };
    expect(BigInt(permissions) & (1n << 5n)).not.toBe(0n);
  });

  test('uses the command of the server before a global one', async () => {
    await register([ask()]);
    await restClient(server)('PUT', `/applications/${server.bot.id}/guilds/${server.guildId}/commands`, [
      ask(),
    ]);
    const bot = await identify(server);
    server.user('Ann').slash('ask');
    const { d } = await bot.event('INTERACTION_CREATE');
    expect(d.data).toMatchObject({ id: server.commands(server.guildId)[0]?.id, guild_id: server.guildId });
  });

  test('is one of the choices where there are choices', async () => {
    await register([ask({ options: [option({ choices: [{ name: 'One', value: 'one' }] })] })]);
    const ann = server.user('Ann');
    expect(() => ann.slash('ask', { question: 'two' })).toThrow('takes one of one, not "two"');
    expect(ann.slash('ask', { question: 'one' }).interaction.commandName).toBe('ask');
    await expect(ann.autocomplete('ask', { question: 'o' })).rejects.toThrow(
      '/ask does not autocomplete "question"',
    );
  });

  test('is said in channels that are there', () => {
    expect(() => server.user('Ann').say('nowhere', 'x')).toThrow('There is no channel #nowhere');
  });
});
