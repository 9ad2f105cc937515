import { ComponentType, MessageFlags, type REST, REST as RestClient, Routes } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Channel, type DiscordServer, startDiscordServer } from '../../support/discord/index.ts';

let server: DiscordServer;
let channel: Channel;
let rest: REST;

beforeAll(async () => {
  server = await startDiscordServer();
  channel = server.addChannel('answers');
  rest = new RestClient({ api: server.apiUrl }).setToken(server.token);
});
afterAll(() => server.stop());

const gallery = (name: string, description = 'A red square') => ({
  flags: MessageFlags.IsComponentsV2,
  components: [
    { type: ComponentType.MediaGallery, items: [{ media: { url: `attachment://${name}` }, description }] },
  ],
});

function send(body: object, files: { name: string; data: Buffer }[], to = channel.id): Promise<unknown> {
  return rest.post(Routes.channelMessages(to), { body, files });
}

test('a picture comes with its description, and is shown where the message has it', async () => {
  const attachments = [{ id: 0, filename: 'a.png', description: 'A red square' }];
  await send({ ...gallery('a.png'), attachments }, [{ name: 'a.png', data: Buffer.from('PNG') }]);
  const [message] = server.messagesIn(channel);
  expect(message?.text).toBe('[image A red square]');
  expect(message?.files).toMatchObject([{ filename: 'a.png', description: 'A red square' }]);
  expect(Buffer.from(message?.files[0]?.bytes ?? []).toString()).toBe('PNG');
  expect(server.violations).toEqual([]);
});

test('a file that does not come with the message, or is too large, is refused', async () => {
  const small = { name: 'b.png', data: Buffer.from('PNG') };
  await expect(send(gallery('a.png'), [small])).rejects.toMatchObject({ code: 50035 });
  const large = { name: 'a.png', data: Buffer.alloc(10 * 1024 * 1024 + 1) };
  await expect(send(gallery('a.png'), [large])).rejects.toMatchObject({ code: 40005 });
  expect(server.violations).toHaveLength(2);
});

test('closed direct messages are refused, which no bot can know before', async () => {
  const ann = server.user('Ann');
  const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: ann.id } })) as {
    id: string;
  };
  const before = server.violations.length;
  ann.closeDirectMessages();
  await expect(send({ content: 'Hello' }, [], id)).rejects.toMatchObject({ code: 50007, status: 403 });
  ann.openDirectMessages();
  await send({ content: 'Hello' }, [], id);
  expect(ann.inbox.map(({ text }) => text)).toEqual(['Hello']);
  expect(server.violations).toHaveLength(before);
});
