import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DiscordServer, startDiscordServer } from '../../support/discord/index.ts';
import { restClient } from './rest-client.ts';

let server: DiscordServer;
let api: ReturnType<typeof restClient>;
beforeEach(async () => {
  server = await startDiscordServer();
  api = restClient(server);
});
afterEach(() => server.stop());

const UNKNOWN = '12345678901234567';

describe('who asks, and for what', () => {
  test('a wrong token is unauthorized', async () => {
    const answer = await restClient(server, 'guess')('GET', '/users/@me');
    expect(answer).toEqual({ status: 401, body: { message: '401: Unauthorized', code: 0 } });
    expect(server.violations).toMatchObject([{ where: 'GET /users/@me', message: '401: Unauthorized' }]);
  });

  test('every token is, when told so', async () => {
    const refusing = await startDiscordServer({ refuseToken: 'everywhere' });
    expect((await restClient(refusing)('GET', '/gateway/bot')).status).toBe(401);
    await refusing.stop();
  });

  test('an unknown route is not found, and on record', async () => {
    expect(await api('POST', '/stage-instances', { topic: 'x' })).toEqual({
      status: 404,
      body: { message: '404: Not Found', code: 0 },
    });
    expect((await fetch(`${server.apiUrl}/v9/users/@me`)).status).toBe(404);
    expect(server.violations.map((violation) => violation.where)).toEqual([
      'POST /stage-instances',
      'GET /api/v9/users/@me',
    ]);
  });

  test('a body is JSON', async () => {
    const general = server.addChannel('answers').id;
    const post = (body: string | FormData) =>
      fetch(`${server.apiUrl}/v10/channels/${general}/messages`, {
        method: 'POST',
        headers: { authorization: `Bot ${server.token}` },
        body,
      });
    expect(await (await post('{')).json()).toMatchObject({ code: 50109 });
    expect((await post(new FormData())).status).toBe(400);
  });

  test.each([
    [10003, '/channels/ID'],
    [10008, '/channels/GENERAL/messages/ID'],
    [10004, '/guilds/ID'],
    [10007, '/guilds/GUILD/members/ID'],
    [10013, '/users/ID'],
  ])('%i for %s', async (code, path) => {
    const [general] = (await api('GET', `/guilds/${server.guildId}/channels`)).body as unknown as {
      id: string;
    }[];
    const address = path
      .replace('GENERAL', general?.id ?? '')
      .replace('GUILD', server.guildId)
      .replace('ID', UNKNOWN);
    expect(await api('GET', address)).toMatchObject({ status: 404, body: { code } });
  });

  test('requests are on record with their answers', async () => {
    await api('POST', '/users/@me/channels', { recipient_id: UNKNOWN });
    expect(server.requests).toMatchObject([
      { method: 'POST', path: '/users/@me/channels', body: { recipient_id: UNKNOWN }, status: 404 },
    ]);
    expect(server.requests[0]?.at).toBeGreaterThan(Date.parse('2024-01-01'));
  });
});

describe('reads', () => {
  test('tell of the bot, its application, the server and its people', async () => {
    const ann = server.user('Ann');
    expect((await api('GET', '/users/@me')).body).toMatchObject({ id: server.bot.id, bot: true });
    expect((await api('GET', '/applications/@me')).body).toMatchObject({ id: server.bot.id });
    expect((await api('GET', `/guilds/${server.guildId}`)).body).toMatchObject({ id: server.guildId });
    expect((await api('GET', `/guilds/${server.guildId}/roles`)).body).toMatchObject([
      { id: server.guildId, name: '@everyone' },
      {},
      {},
    ]);
    expect((await api('GET', `/guilds/${server.guildId}/members/${ann.id}`)).body).toMatchObject({
      user: { global_name: 'Ann' },
    });
    expect((await api('POST', '/users/@me/channels', { recipient_id: ann.id })).body).toMatchObject({
      type: 1,
      recipients: [{ id: ann.id }],
    });
  });

  test('list messages, newest first', async () => {
    const channel = server.addChannel('answers');
    const [first, second, third] = ['one', 'two', 'three'].map((text) =>
      server.user('Ann').say(channel, text),
    );
    second?.delete();
    const list = async (query: string) =>
      (
        (await api('GET', `/channels/${channel.id}/messages${query}`)).body as unknown as {
          content: string;
        }[]
      ).map((it) => it.content);
    expect(await list('')).toEqual(['three', 'one']);
    expect(await list('?limit=1')).toEqual(['three']);
    expect(await list(`?before=${third?.id}`)).toEqual(['one']);
    expect(await list(`?after=${first?.id}`)).toEqual(['three']);
    expect((await api('GET', `/channels/${channel.id}/messages?limit=101`)).body.code).toBe(50035);
  });
});

describe('what the bot may do', () => {
  test.each([
    ['see', 'ViewChannel', { content: 'x' }, 403, 50001],
    ['write', 'SendMessages', { content: 'x' }, 403, 50013],
    ['embed', 'EmbedLinks', { embeds: [{ title: 'x' }] }, 403, 50013],
    [
      'reply',
      'ReadMessageHistory',
      { content: 'x', message_reference: { message_id: UNKNOWN } },
      400,
      160002,
    ],
  ] as const)('%s: needs %s', async (_what, permission, body, status, code) => {
    const channel = server.addChannel('closed', { deniedToBot: [permission] });
    expect(await api('POST', `/channels/${channel.id}/messages`, body)).toMatchObject({
      status,
      body: { code },
    });
  });

  test('is decided by its role in the server, save in direct messages', async () => {
    const quiet = await startDiscordServer({ botPermissions: ['ViewChannel'] });
    const post = (channel: string) =>
      restClient(quiet)('POST', `/channels/${channel}/messages`, { content: 'x' });
    expect((await post(quiet.addChannel('answers').id)).body.code).toBe(50013);
    expect((await post(quiet.user('Ann').dm('x').record.channelId)).status).toBe(200);
    await quiet.stop();
  });

  test('ends at the messages of others', async () => {
    const channel = server.addChannel('answers');
    const path = `/channels/${channel.id}/messages/${server.user('Ann').say(channel, 'x').id}`;
    expect((await api('PATCH', path, { content: 'y' })).body.code).toBe(50005);
    expect((await api('DELETE', path)).body.code).toBe(50013);
  });

  test('shows as typing', async () => {
    const channel = server.addChannel('answers');
    expect((await api('POST', `/channels/${channel.id}/typing`)).status).toBe(204);
    expect(server.typing).toMatchObject([{ channelId: channel.id }]);
  });
});

describe('sending twice', () => {
  test('the same enforced nonce sends once', async () => {
    const channel = server.addChannel('answers');
    const send = (body: object) => api('POST', `/channels/${channel.id}/messages`, body);
    const [first, again] = [
      await send({ content: 'x', nonce: 'n', enforce_nonce: true }),
      await send({ content: 'x', nonce: 'n', enforce_nonce: true }),
    ];
    expect(again.body.id).toBe(first.body.id);
    expect((await send({ content: 'x', nonce: 'n' })).body.id).not.toBe(first.body.id);
  });

  test('a lost answer has had its effect', async () => {
    const channel = server.addChannel('answers');
    const said = server.user('Ann').say(channel, 'Who?');
    server.fail('POST /channels/:channelId/messages', { status: 502, afterEffect: true });
    expect((await api('POST', `/channels/${channel.id}/messages`, { content: 'x' })).status).toBe(502);
    expect(said.answers).toHaveLength(1);
  });
});

describe('failing on purpose', () => {
  test('hits one route so many times, and is no violation', async () => {
    server.fail('GET /users/@me', { status: 500, times: 2 });
    server.fail('GET /users/@me', { status: 429, retryAfter: 0.5 });
    expect((await api('GET', '/applications/@me')).status).toBe(200);
    const statuses = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await api('GET', '/users/@me')).status);
    expect(statuses).toEqual([500, 500, 429, 200]);
    expect(server.violations).toEqual([]);
  });

  test('a 429 says when to come back', async () => {
    server.fail('GET /users/@me', { status: 429, retryAfter: 0.5 });
    const response = await fetch(`${server.apiUrl}/v10/users/@me`, {
      headers: { authorization: `Bot ${server.token}` },
    });
    expect(response.headers.get('retry-after')).toBe('0.5');
    expect(await response.json()).toMatchObject({ retry_after: 0.5, global: false });
  });
});
