import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type DiscordServer,
  type DiscordServerOptions,
  startDiscordServer,
} from '../../support/discord/index.ts';
import { connect, identify, USUAL_INTENTS } from './gateway-client.ts';
import { restClient } from './rest-client.ts';

let server: DiscordServer;
beforeEach(async () => {
  server = await startDiscordServer();
});
afterEach(() => server.stop());

const MESSAGE_CONTENT = 1 << 15;
const identity = (change: object = {}) => ({
  op: 2,
  d: { token: server.token, intents: USUAL_INTENTS, ...change },
});

describe('what Discord does not take closes the connection', () => {
  test.each<[number, string, () => unknown]>([
    [4001, 'an unknown opcode', () => ({ op: 99 })],
    [4002, 'no JSON', () => '{'],
    [4002, 'a payload over 4,096 bytes', () => ({ op: 1, d: 'x'.repeat(5_000) })],
    [4003, 'a presence before it identified', () => ({ op: 3, d: {} })],
    [4004, 'a wrong token', () => identity({ token: 'guess' })],
    [
      4004,
      'a wrong token when it resumes',
      () => ({ op: 6, d: { token: 'guess', session_id: 'x', seq: 1 } }),
    ],
    [4010, 'a shard that is not there', () => identity({ shard: [1, 2] })],
    [4013, 'unknown intents', () => identity({ intents: 1 << 30 })],
    [4014, 'a privileged intent', () => identity({ intents: USUAL_INTENTS | MESSAGE_CONTENT })],
  ])('%i for %s', async (code, _what, payload) => {
    const client = await connect(server);
    client.send(payload());
    expect(await client.closed).toBe(code);
    expect(server.violations).toMatchObject([{ where: 'gateway', code }]);
  });

  test('4005 for identifying twice', async () => {
    const client = await identify(server);
    client.send(identity());
    expect(await client.closed).toBe(4005);
  });

  test('4008 for more than 120 sends a minute', async () => {
    const client = await identify(server);
    for (let i = 0; i < 120; i += 1) client.send({ op: 1, d: null });
    expect(await client.closed).toBe(4008);
  });

  test('4002 for another version of the API', async () => {
    expect(await (await connect(server, 'v=9&encoding=json')).closed).toBe(4002);
  });

  test('4004 for any token when told so', async () => {
    const refusing = await startDiscordServer({ refuseToken: 'gateway' });
    const client = await connect(refusing);
    client.send({ op: 2, d: { token: refusing.token, intents: USUAL_INTENTS } });
    expect(await client.closed).toBe(4004);
    await refusing.stop();
  });
});

describe('a session', () => {
  test('begins with READY and the server', async () => {
    const client = await identify(server);
    const { d } = await client.event('GUILD_CREATE');
    expect(d).toMatchObject({ id: server.guildId, channels: [{ name: 'general' }] });
    expect(client.received.map((payload) => payload.s)).toEqual([null, 1, 2]);
    await server.waitUntilReady();
  });

  test('has its heartbeats acknowledged', async () => {
    const client = await identify(server);
    client.send({ op: 1, d: 2 });
    expect(await client.next((payload) => payload.op === 11)).toMatchObject({ d: null });
    expect(server.gateway.seen.heartbeats).toBe(1);
  });

  test('is taken up again where it was left, with what was missed', async () => {
    const before = await identify(server);
    const { d } = await before.event('READY');
    server.gateway.drop();
    await before.closed;
    server.user('Ann').dm('Are you there?');
    const after = await connect(server);
    after.send({ op: 6, d: { token: server.token, session_id: d.session_id, seq: 2 } });
    await after.event('RESUMED');
    expect(after.received.slice(1).map(({ t, s }) => [t, s])).toEqual([
      ['MESSAGE_CREATE', 3],
      ['RESUMED', 4],
    ]);
    expect(server.gateway.seen).toMatchObject({ identifies: 1, resumes: 1 });
  });

  test.each([
    ['a goodbye', 1000, 2],
    ['a number from the future', 4000, 99],
  ])('is lost after %s', async (_what, code, seq) => {
    const before = await identify(server);
    const { d } = await before.event('READY');
    before.close(code);
    await before.closed;
    const after = await connect(server);
    after.send({ op: 6, d: { token: server.token, session_id: d.session_id, seq } });
    expect(await after.next((payload) => payload.op === 9)).toMatchObject({ d: false });
  });

  test('can be told to connect again, or be closed with a code', async () => {
    const client = await identify(server);
    server.gateway.reconnect();
    await client.next((payload) => payload.op === 7);
    server.gateway.close(4000, 'Unknown error');
    expect(await client.closed).toBe(4000);
  });
});

describe('messages reach a session as far as its intents go', () => {
  const heard = async (intents: number, options: DiscordServerOptions = {}) => {
    const local = await startDiscordServer(options);
    const client = await identify(local, intents);
    const ann = local.user('Ann');
    ann.say('general', 'plain');
    ann.mention('general', 'named');
    ann.dm('private');
    // A command always arrives, so that everything before it has arrived or never will.
    await restClient(local)('PUT', `/applications/${local.bot.id}/commands`, [
      { name: 'ping', description: 'x' },
    ]);
    ann.slash('ping');
    await client.event('INTERACTION_CREATE');
    await local.stop();
    return client.received
      .filter(({ t }) => t === 'MESSAGE_CREATE')
      .map(({ d }) => String(d.content).replace(/<@\d+> /, '@bot '));
  };

  test('without the message-content intent only what names the bot or is private has content', async () => {
    expect(await heard(USUAL_INTENTS)).toEqual(['', '@bot named', 'private']);
  });

  test('with it, everything has', async () => {
    expect(await heard(USUAL_INTENTS | MESSAGE_CONTENT, { allowPrivilegedIntents: true })).toEqual([
      'plain',
      '@bot named',
      'private',
    ]);
  });

  test('nothing arrives that was not asked for', async () => {
    expect(await heard(1)).toEqual([]);
    expect(await heard(1 << 12)).toEqual(['private']);
  });

  test('a reply to the bot names it', async () => {
    const client = await identify(server);
    const channel = server.addChannel('answers');
    const said = server.user('Ann').mention(channel, 'Who?');
    await restClient(server)('POST', `/channels/${channel.id}/messages`, {
      content: 'CNES.',
      message_reference: { message_id: said.id },
    });
    server.user('Ann').say(channel, 'And ISRO?', { replyTo: await said.answer() });
    const { d } = await client.next((payload) => payload.d?.content === 'And ISRO?');
    expect(d).toMatchObject({
      type: 19,
      mentions: [{ id: server.bot.id }],
      referenced_message: { content: 'CNES.' },
    });
  });
});
