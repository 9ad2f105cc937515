import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DiscordServer, startDiscordServer } from '../../support/discord/index.ts';
import { letters, times } from './payloads.ts';
import { refusedFields, restClient } from './rest-client.ts';

let server: DiscordServer;
let api: ReturnType<typeof restClient>;
let global: string;
let ofServer: string;

beforeAll(async () => {
  server = await startDiscordServer();
  api = restClient(server);
  global = `/applications/${server.bot.id}/commands`;
  ofServer = `/applications/${server.bot.id}/guilds/${server.guildId}/commands`;
});
beforeEach(async () => {
  await api('PUT', global, []);
  await api('PUT', ofServer, []);
});
afterAll(() => server.stop());

const ask = (change: object = {}) => ({ name: 'ask', description: 'Asks the articles', ...change });
const option = (change: object = {}) => ({
  type: 3,
  name: 'question',
  description: 'What to ask',
  ...change,
});
const choices = (count: number) => times(count, (i) => ({ name: `Choice ${i}`, value: String(i) }));

const subcommand = (change: object = {}) => ({ type: 1, name: 'add', description: 'x', ...change });
const group = (change: object = {}) => ({
  type: 2,
  name: 'sources',
  description: 'x',
  options: [subcommand()],
  ...change,
});
const menu = (change: object = {}) => ({ type: 3, name: 'Ask about this', ...change });
const tooMuch = times(4, (i) =>
  option({ name: `o${i}`, choices: times(25, (j) => ({ name: `${j}${letters(48)}`, value: letters(40) })) }),
);

const COMMANDS: [rule: string, body: object, problem: string][] = [
  ['name', { description: 'x' }, 'name BASE_TYPE_REQUIRED'],
  ['lower-case name', ask({ name: 'Ask' }), 'name APPLICATION_COMMAND_INVALID_NAME'],
  ['name without space', ask({ name: 'ask me' }), 'name APPLICATION_COMMAND_INVALID_NAME'],
  ['name of 32', ask({ name: letters(33) }), 'name APPLICATION_COMMAND_INVALID_NAME'],
  ['known type', ask({ type: 4 }), 'type UNION_TYPE_CHOICES'],
  ['description', { name: 'ask' }, 'description BASE_TYPE_REQUIRED'],
  ['description not empty', ask({ description: '' }), 'description BASE_TYPE_BAD_LENGTH'],
  ['description of 100', ask({ description: letters(101) }), 'description BASE_TYPE_BAD_LENGTH'],
  ['contexts', ask({ contexts: [3] }), 'contexts.0 BASE_TYPE_CHOICES'],
  ['some context', ask({ contexts: [] }), 'contexts BASE_TYPE_BAD_LENGTH'],
  ['contexts differ', ask({ contexts: [0, 0] }), 'contexts SET_TYPE_ALREADY_CONTAINS_VALUE'],
  ['integration types', ask({ integration_types: [2] }), 'integration_types.0 BASE_TYPE_CHOICES'],
  ['some integration type', ask({ integration_types: [] }), 'integration_types BASE_TYPE_BAD_LENGTH'],
  [
    'permissions in digits',
    ask({ default_member_permissions: 'x' }),
    'default_member_permissions NUMBER_TYPE_COERCE',
  ],
  ['8,000 characters in all', ask({ options: tooMuch }), 'APPLICATION_COMMAND_TOO_LARGE'],
  ['menus have a name', menu({ name: null }), 'name BASE_TYPE_REQUIRED'],
  ['menu name not empty', menu({ name: ' ' }), 'name BASE_TYPE_BAD_LENGTH'],
  ['menu name of 32', menu({ name: letters(33) }), 'name BASE_TYPE_BAD_LENGTH'],
  [
    'menus have no description',
    menu({ description: 'x' }),
    'description APPLICATION_COMMAND_CONTEXT_MENU_FIELD_CANNOT_EXIST',
  ],
  [
    'menus have no options',
    menu({ options: [option()] }),
    'options APPLICATION_COMMAND_CONTEXT_MENU_FIELD_CANNOT_EXIST',
  ],
];

const OPTIONS: [rule: string, options: object[], problem: string][] = [
  ['25', times(26, (i) => option({ name: `o${i}` })), ' BASE_TYPE_MAX_LENGTH'],
  ['names differ', [option(), option()], ' APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS'],
  [
    'required ones first',
    [option(), option({ name: 'b', required: true })],
    ' APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  ['known type', [option({ type: 12 })], '.0.type UNION_TYPE_CHOICES'],
  ['name', [option({ name: null })], '.0.name BASE_TYPE_REQUIRED'],
  ['lower-case name', [option({ name: 'Question' })], '.0.name APPLICATION_COMMAND_INVALID_NAME'],
  ['description', [option({ description: null })], '.0.description BASE_TYPE_REQUIRED'],
  ['description of 100', [option({ description: letters(101) })], '.0.description BASE_TYPE_BAD_LENGTH'],
  ['25 choices', [option({ choices: choices(26) })], '.0.choices BASE_TYPE_MAX_LENGTH'],
  ['choice names', [option({ choices: [{ value: 'x' }] })], '.0.choices.0.name BASE_TYPE_REQUIRED'],
  [
    'choice names not empty',
    [option({ choices: [{ name: '', value: 'x' }] })],
    '.0.choices.0.name BASE_TYPE_BAD_LENGTH',
  ],
  [
    'choice names of 100',
    [option({ choices: [{ name: letters(101), value: 'x' }] })],
    '.0.choices.0.name BASE_TYPE_BAD_LENGTH',
  ],
  [
    'choice names differ',
    [option({ choices: [...choices(1), ...choices(1)] })],
    '.0.choices APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
  ],
  ['choice values', [option({ choices: [{ name: 'x' }] })], '.0.choices.0.value BASE_TYPE_REQUIRED'],
  [
    'choice values of the type',
    [option({ type: 4, choices: choices(1) })],
    '.0.choices.0.value NUMBER_TYPE_COERCE',
  ],
  [
    'no choice of people',
    [option({ type: 6, choices: choices(1) })],
    '.0.choices APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
  ],
  [
    'choices or autocomplete',
    [option({ choices: choices(1), autocomplete: true })],
    '.0.autocomplete APPLICATION_COMMAND_AUTOCOMPLETE_INVALID_CHOICES',
  ],
  [
    'no autocomplete of yes and no',
    [option({ type: 5, autocomplete: true })],
    '.0.autocomplete APPLICATION_COMMAND_AUTOCOMPLETE_INVALID_TYPE',
  ],
  ['known channel types', [option({ type: 7, channel_types: [17] })], '.0.channel_types.0 NUMBER_TYPE_MAX'],
  ['input up to 6,000', [option({ max_length: 6_001 })], '.0.max_length NUMBER_TYPE_MAX'],
  [
    'minimum up to maximum',
    [option({ min_length: 9, max_length: 5 })],
    '.0 APPLICATION_COMMAND_OPTIONS_MIN_GREATER_THAN_MAX',
  ],
  [
    'least up to most',
    [option({ type: 4, min_value: 9, max_value: 5 })],
    '.0 APPLICATION_COMMAND_OPTIONS_MIN_GREATER_THAN_MAX',
  ],
  ['sub-commands stand alone', [option(), subcommand()], ' APPLICATION_COMMAND_OPTIONS_TYPE_INVALID'],
  ['sub-commands have a name', [subcommand({ name: null })], '.0.name BASE_TYPE_REQUIRED'],
  [
    'sub-commands have a description',
    [subcommand({ description: null })],
    '.0.description BASE_TYPE_REQUIRED',
  ],
  [
    'sub-commands have 25 options',
    [subcommand({ options: times(26, (i) => option({ name: `o${i}` })) })],
    '.0.options BASE_TYPE_MAX_LENGTH',
  ],
  ['groups have sub-commands', [group({ options: null })], '.0.options BASE_TYPE_REQUIRED'],
  ['groups are not empty', [group({ options: [] })], '.0.options BASE_TYPE_BAD_LENGTH'],
  [
    'groups have 25 sub-commands',
    [group({ options: times(26, (i) => subcommand({ name: `s${i}` })) })],
    '.0.options BASE_TYPE_BAD_LENGTH',
  ],
  ['groups have nothing else', [group({ options: [option()] })], '.0.options.0.type UNION_TYPE_CHOICES'],
];

describe('commands that Discord would refuse', () => {
  const expectRefused = async (body: object, problem: string) => {
    const alone = await api('POST', global, body);
    expect(alone).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(refusedFields(alone.body.errors)).toContain(problem);

    const inBulk = await api('PUT', ofServer, [ask({ name: 'fine' }), body]);
    expect(inBulk).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(refusedFields(inBulk.body.errors).some((it) => it.startsWith('1') && it.endsWith(problem))).toBe(
      true,
    );
    expect(server.commands(server.guildId)).toEqual([]);
  };

  test.each(COMMANDS)('%s', (_rule, body, problem) => expectRefused(body, problem));

  test.each(OPTIONS)('options: %s', (_rule, options, problem) =>
    expectRefused(ask({ options }), `options${problem}`),
  );

  test.each<[rule: string, body: unknown, problem: string]>([
    ['a list', undefined, 'BASE_TYPE_REQUIRED'],
    ['names differ', [ask(), ask()], 'APPLICATION_COMMANDS_DUPLICATE_NAME'],
    ['100', times(101, (i) => ask({ name: `ask${i}` })), 'MAX_APPLICATION_COMMANDS'],
  ])('in bulk: %s', async (_rule, body, problem) => {
    const answered = await api('PUT', global, body);
    expect(answered.status).toBe(400);
    expect(refusedFields(answered.body.errors)).toEqual([problem]);
  });
});

describe('commands', () => {
  test('bulk registration replaces what was there and keeps the ids of namesakes', async () => {
    await api('PUT', global, [ask(), ask({ name: 'help' })]);
    const before = server.commands().find((command) => command.name === 'ask');
    const { status } = await api('PUT', global, [ask({ description: 'Other' })]);
    expect(status).toBe(200);
    expect(server.commands()).toMatchObject([{ id: before?.id, name: 'ask', description: 'Other' }]);
    expect(server.commands(server.guildId)).toEqual([]);
  });

  test('one command is created, read, changed and deleted', async () => {
    const created = await api('POST', ofServer, ask());
    expect(created.status).toBe(201);
    const one = `${ofServer}/${created.body.id}`;
    expect((await api('POST', ofServer, ask())).status).toBe(200);
    expect((await api('GET', one)).body).toMatchObject({ name: 'ask', guild_id: server.guildId });
    expect((await api('PATCH', one, { description: 'Other' })).body).toMatchObject({
      description: 'Other',
      name: 'ask',
    });
    expect((await api('PATCH', one, { name: 'ASK' })).status).toBe(400);
    expect((await api('DELETE', one)).status).toBe(204);
    expect(await api('GET', one)).toMatchObject({ status: 404, body: { code: 10063 } });
    expect((await api('GET', ofServer)).body).toEqual([]);
  });

  test('of another application or server are unknown', async () => {
    expect(await api('GET', '/applications/12345678901234567/commands')).toMatchObject({
      status: 404,
      body: { code: 10002 },
    });
    expect(
      await api('PUT', `/applications/${server.bot.id}/guilds/12345678901234567/commands`, []),
    ).toMatchObject({
      status: 404,
      body: { code: 10004 },
    });
  });
});
