import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DiscordServer, startDiscordServer } from '../../support/discord/index.ts';
import { identify } from './gateway-client.ts';
import { restClient } from './rest-client.ts';

let server: DiscordServer;

beforeEach(async () => {
  server = await startDiscordServer();
  const file = { type: 11, name: 'file', description: 'The file', required: true };
  const add = { type: 1, name: 'add', description: 'Adds a file', options: [file] };
  await restClient(server)('PUT', `/applications/${server.bot.id}/commands`, [
    { name: 'corpus', description: 'The articles', contexts: [0], options: [add] },
  ]);
});
afterEach(() => server.stop());

test('a file that is attached is described to the bot and handed out by the content host', async () => {
  const gateway = await identify(server);
  server.user('Ann').slash('corpus add', { file: { filename: 'a b.md', bytes: 'Wörter', size: 9_999 } });
  const { d } = await gateway.event('INTERACTION_CREATE');
  const { options, resolved } = d.data as {
    options: { options: { value: string }[] }[];
    resolved: { attachments: Record<string, { url: string; filename: string; size: number }> };
  };
  const file = resolved.attachments[options[0]?.options[0]?.value ?? ''];
  expect(file).toMatchObject({ filename: 'a b.md', size: 9_999 });
  expect(file?.url).toContain(`http://${server.contentHost}/attachments/`);
  const handed = await fetch(file?.url ?? '');
  expect(handed.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
  expect(await handed.text()).toBe('Wörter');
  expect((await fetch(`http://${server.contentHost}/attachments/1/2/none.md`)).status).toBe(404);
  gateway.close();
  expect(server.violations).toEqual([]);
});

test('an option for a file takes nothing else', () => {
  expect(() => server.user('Ann').slash('corpus add', { file: 'a.md' })).toThrow('takes a file');
});

test('a changed client presses what it is not shown, and sends commands where they are not offered', async () => {
  const gateway = await identify(server);
  const said = server.user('Ann').say('general', 'hello');
  const [message] = server.messagesIn(server.addChannel('other'));
  expect(message).toBeUndefined();
  const [shown] = server.messagesIn({ id: said.record.channelId, name: 'general', deniedToBot: [] });
  if (!shown) throw new Error('it was said');
  server.user('Eve').forgePress(shown, 'made:up');
  const { d } = await gateway.event('INTERACTION_CREATE');
  expect(d.data).toMatchObject({ custom_id: 'made:up', component_type: 2 });
  const raw = { dm: true, evenIfHidden: true };
  expect(
    server.user('Eve').slash('corpus add', { file: { filename: 'a', bytes: '' } }, raw).interaction.label,
  ).toBe('/corpus add');
  gateway.close();
});

test('roles are given and taken', () => {
  const ann = server.user('Ann');
  const role = server.addRole('Editors');
  ann.giveRole(role);
  expect(ann.person.roleIds).toContain(role.id);
  ann.takeRole(role);
  expect(ann.person.roleIds).not.toContain(role.id);
});
