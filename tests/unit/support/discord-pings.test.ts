import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Channel,
  type DiscordServer,
  type Role,
  startDiscordServer,
  type User,
} from '../../support/discord/index.ts';
import { restClient } from './rest-client.ts';

let server: DiscordServer;
let channel: Channel;
let ann: User;
let readers: Role;
let staff: Role;
let send: (body: object) => ReturnType<ReturnType<typeof restClient>>;

beforeEach(async () => {
  server = await startDiscordServer();
  channel = server.addChannel('answers');
  ann = server.user('Ann');
  readers = server.addRole('Readers', { mentionable: true });
  staff = server.addRole('Staff');
  send = (body) => restClient(server)('POST', `/channels/${channel.id}/messages`, body);
});
afterEach(() => server.stop());

const nobody = { users: [], roles: [], everyone: false };

describe('whom a message notifies', () => {
  test('everyone it names, when nothing is said about mentions', async () => {
    await send({ content: `${ann.tag} <@&${readers.id}> <@&${staff.id}> @everyone` });
    expect(server.pings).toMatchObject([{ users: [ann.id], roles: [readers.id, staff.id], everyone: true }]);
  });

  test('nobody, when nothing is parsed', async () => {
    await send({ content: `${ann.tag} <@&${readers.id}> @everyone @here`, allowed_mentions: { parse: [] } });
    expect(server.pings).toEqual([]);
  });

  test.each<[string, (names: { ann: string; readers: string }) => object, object]>([
    ['people', () => ({ parse: ['users'] }), { users: 1 }],
    ['one person', ({ ann: id }) => ({ users: [id] }), { users: 1 }],
    ['roles', () => ({ parse: ['roles'] }), { roles: 1 }],
    ['one role', ({ readers: id }) => ({ roles: [id] }), { roles: 1 }],
    ['everyone', () => ({ parse: ['everyone'] }), { everyone: true }],
  ])('only %s, when only they are allowed', async (_who, allowed, expected) => {
    const names = { ann: ann.id, readers: readers.id };
    await send({ content: `${ann.tag} <@&${readers.id}> @here`, allowed_mentions: allowed(names) });
    const [ping] = server.pings;
    const counted = { users: ping?.users.length, roles: ping?.roles.length, everyone: ping?.everyone };
    expect(counted).toEqual({ users: 0, roles: 0, everyone: false, ...expected });
  });

  test('the writer of the message that is replied to, unless that is not allowed', async () => {
    const reply = (allowed?: object) =>
      send({
        content: 'Yes',
        message_reference: { message_id: ann.say(channel, 'Is it?').id },
        ...(allowed ? { allowed_mentions: allowed } : {}),
      });
    await reply({ parse: [] });
    expect(server.pings).toEqual([]);
    await reply({ parse: [], replied_user: true });
    await reply();
    expect(server.pings.map((ping) => ping.users)).toEqual([[ann.id], [ann.id]]);
  });

  test('nobody from within code, embeds or labels', async () => {
    const labels = [{ type: 1, components: [{ type: 2, style: 1, label: '@everyone', custom_id: 'x' }] }];
    await send({
      content: `\`${ann.tag}\` \`\`\`\n@everyone\n\`\`\``,
      embeds: [{ description: `${ann.tag} @everyone` }],
      components: labels,
    });
    expect(server.pings).toEqual([]);
  });

  test('those in a text display', async () => {
    await send({ flags: 32_768, components: [{ type: 17, components: [{ type: 10, content: ann.tag }] }] });
    expect(server.pings).toMatchObject([{ users: [ann.id] }]);
  });

  test('nobody by an edit', async () => {
    const { body } = await send({ content: 'x' });
    await restClient(server)('PATCH', `/channels/${channel.id}/messages/${body.id}`, { content: ann.tag });
    expect(server.pings).toEqual([]);
  });

  test('no role or everyone without the permission for it', async () => {
    const modest = await startDiscordServer({ botPermissions: ['ViewChannel', 'SendMessages'] });
    const role = modest.addRole('Staff');
    const { id } = modest.addChannel('answers');
    await restClient(modest)('POST', `/channels/${id}/messages`, { content: `@everyone <@&${role.id}>` });
    expect(modest.pings).toEqual([]);
    await modest.stop();
  });

  test('only the other side in direct messages', async () => {
    const { channelId } = ann.dm('Hello').record;
    const bob = server.user('Bob');
    await restClient(server)('POST', `/channels/${channelId}/messages`, {
      content: `${ann.tag} ${bob.tag} @everyone`,
    });
    expect(server.pings).toMatchObject([{ ...nobody, users: [ann.id] }]);
  });
});

describe('answers to interactions', () => {
  const answer = async (...bodies: object[]) => {
    const api = restClient(server);
    await api('PUT', `/applications/${server.bot.id}/commands`, [{ name: 'ask', description: 'x' }]);
    const { interaction } = server.user('Bob').slash('ask');
    const [first, ...edits] = bodies;
    await api('POST', `/interactions/${interaction.id}/${interaction.token}/callback`, first);
    for (const edit of edits)
      await api('PATCH', `/webhooks/${server.bot.id}/${interaction.token}/messages/@original`, edit);
  };

  test('notify like messages when everybody sees them', async () => {
    await answer({ type: 4, data: { content: ann.tag } });
    expect(server.pings).toMatchObject([{ users: [ann.id] }]);
  });

  test('notify when a deferred answer arrives, and not when it is edited again', async () => {
    await answer({ type: 5 }, { content: ann.tag }, { content: `${ann.tag} again` });
    expect(server.pings).toHaveLength(1);
  });

  test('notify nobody when they are ephemeral', async () => {
    await answer({ type: 4, data: { content: `${ann.tag} @everyone`, flags: 64 } });
    expect(server.pings).toEqual([]);
  });
});
