import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Asked,
  type DiscordServer,
  type ManualClock,
  type MessageView,
  manualClock,
  startDiscordServer,
} from '../../support/discord/index.ts';
import { button, letters, row } from './payloads.ts';
import { refusedFields, restClient } from './rest-client.ts';

let clock: ManualClock;
let server: DiscordServer;
let api: ReturnType<typeof restClient>;

beforeEach(async () => {
  clock = manualClock();
  server = await startDiscordServer({ clock });
  // Interactions are answered with their own token, whatever the header says.
  api = restClient(server, 'no token at all');
  const question = { type: 3, name: 'question', description: 'What to ask', autocomplete: true };
  await restClient(server)('PUT', `/applications/${server.bot.id}/commands`, [
    { name: 'ask', description: 'Asks the articles', options: [question] },
  ]);
});
afterEach(() => server.stop());

const ask = () => server.user('Ann').slash('ask', { question: 'Who signed it?' });
const callback = (asked: Asked, body: unknown, query = '') =>
  api('POST', `/interactions/${asked.interaction.id}/${asked.interaction.token}/callback${query}`, body);
const webhook = (asked: Asked, method: string, path: string, body?: unknown) =>
  api(method, `/webhooks/${server.bot.id}/${asked.interaction.token}${path}`, body);
const buttons = [row(button())];
/** A message with buttons that came of a command. */
async function answered(flags = 0): Promise<MessageView> {
  const asked = ask();
  await callback(asked, { type: 4, data: { content: 'Here', components: buttons, flags } });
  return asked.reply();
}

describe('the first response', () => {
  test('a deferred answer is thinking until it is edited', async () => {
    const asked = ask();
    clock.advance(120);
    expect((await callback(asked, { type: 5, data: { flags: 64 } })).status).toBe(204);
    expect(await asked.acknowledged).toEqual({ ms: 120, deferred: true, ephemeral: true });
    expect((await webhook(asked, 'GET', '/messages/@original')).body).toMatchObject({
      content: '',
      flags: 64 | 128,
    });
    await webhook(asked, 'PATCH', '/messages/@original', { content: 'CNES did.' });
    const reply = await asked.reply();
    expect(reply).toMatchObject({ content: 'CNES did.', ephemeral: true, thinking: false, edits: [] });
    await webhook(asked, 'PATCH', '/messages/@original', {
      content: 'CNES and ISRO did.',
      components: buttons,
    });
    expect(reply.edits.map((edit) => edit.text)).toEqual(['CNES and ISRO did.\n[Sources]']);
    expect(reply.buttons).toEqual(['Sources']);
  });

  test('is told in full with with_response', async () => {
    const { status, body } = await callback(
      ask(),
      { type: 4, data: { content: 'x' } },
      '?with_response=true',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      interaction: { type: 2, response_message_loading: false, response_message_ephemeral: false },
      resource: { type: 4, message: { content: 'x' } },
    });
  });

  test('comes within 3 seconds', async () => {
    const inTime = ask();
    const late = ask();
    clock.advance(3_000);
    expect((await callback(inTime, { type: 5 })).status).toBe(204);
    clock.advance(1);
    await expect(late.acknowledged).rejects.toThrow('The application did not respond to /ask');
    await expect(late.reply()).rejects.toThrow('The application did not respond');
    expect(await callback(late, { type: 5 })).toMatchObject({ status: 404, body: { code: 10062 } });
    expect(server.violations).toMatchObject([
      { where: '/ask', message: 'The application did not respond' },
      { code: 10062 },
    ]);
  });

  test('comes once', async () => {
    const asked = ask();
    await callback(asked, { type: 5 });
    expect(await callback(asked, { type: 4, data: { content: 'x' } })).toMatchObject({
      status: 400,
      body: { code: 40060 },
    });
    expect(server.violations).toMatchObject([{ code: 40060 }]);
  });

  test('a refused response does not count as one', async () => {
    const asked = ask();
    expect((await callback(asked, { type: 4, data: { content: '' } })).body.code).toBe(50006);
    expect((await callback(asked, { type: 4, data: { content: 'x' } })).status).toBe(204);
  });

  test('needs the right token', async () => {
    const { id } = ask().interaction;
    expect(await api('POST', `/interactions/${id}/guess/callback`, { type: 5 })).toMatchObject({
      status: 404,
      body: { code: 10062 },
    });
  });

  test.each<[string, unknown, string]>([
    ['a callback has a type', { data: {} }, 'type UNION_TYPE_CHOICES'],
    ['an answer has a body', { type: 4 }, 'data BASE_TYPE_REQUIRED'],
    [
      'an answer keeps the limits',
      { type: 4, data: { content: letters(2_001) } },
      'data.content BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a defer takes only the ephemeral flag',
      { type: 5, data: { flags: 64 | 4 } },
      'data.flags FLAGS_NOT_ALLOWED',
    ],
    ['a command has no message to work on', { type: 6 }, 'type UNION_TYPE_CHOICES'],
    ['a command has no message to update', { type: 7, data: { content: 'x' } }, 'type UNION_TYPE_CHOICES'],
    ['a command takes no suggestions', { type: 8, data: { choices: [] } }, 'type UNION_TYPE_CHOICES'],
  ])('%s', async (_rule, body, problem) => {
    const refused = await callback(ask(), body);
    expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(refusedFields(refused.body.errors)).toContain(problem);
  });
});

describe('clicks', () => {
  test('a silent click is followed by a private message', async () => {
    const message = await answered();
    const click = server.user('Bob').click(message, 'Sources');
    expect((await callback(click, { type: 6 })).status).toBe(204);
    expect(await click.acknowledged).toMatchObject({ deferred: true });
    await webhook(click, 'POST', '', { content: 'The exact words', flags: 64 });
    const reply = await click.reply();
    expect(reply).toMatchObject({ content: 'The exact words', ephemeral: true });
    expect(message.content).toBe('Here');
    expect(() => server.user('Ann').click(reply, 'Sources')).toThrow(
      'Only the one who asked sees the message',
    );
  });

  test('a click can change the message', async () => {
    const message = await answered();
    const click = server.user('Ann').click(message, 'sources');
    await callback(click, { type: 7, data: { content: 'Changed', components: [] } });
    expect((await click.reply()).id).toBe(message.id);
    expect(message.content).toBe('Changed');
    expect(() => server.user('Ann').click(message, 'Sources')).toThrow('no control "Sources"; it has: none');
  });

  test('links and disabled buttons are not clicked', async () => {
    const asked = ask();
    const link = { type: 2, style: 5, label: 'Open', url: 'https://example.com' };
    const off = { type: 2, style: 1, label: 'Off', custom_id: 'off', disabled: true };
    await callback(asked, { type: 4, data: { components: [{ type: 1, components: [link, off] }] } });
    const message = await asked.reply();
    expect(message.text).toBe('[Open](https://example.com) [Off] (disabled)');
    expect(() => server.user('Ann').click(message, 'Open')).toThrow('is a link');
    expect(() => server.user('Ann').click(message, 'Off')).toThrow('is disabled');
  });

  test('a menu takes what it offers', async () => {
    const asked = ask();
    const options = ['a', 'b'].map((value) => ({ label: value.toUpperCase(), value }));
    await callback(asked, {
      type: 4,
      data: { components: [{ type: 1, components: [{ type: 3, custom_id: 'menu', options }] }] },
    });
    const message = await asked.reply();
    const ann = server.user('Ann');
    expect(() => ann.select(message, ['c'])).toThrow('does not offer "c"');
    expect(() => ann.select(message, ['a', 'b'])).toThrow('takes 1 to 1 values');
    expect(ann.select(message, ['b']).interaction.messageId).toBe(message.id);
  });
});

describe('the interaction webhook', () => {
  test('opens with the first response and closes after 15 minutes', async () => {
    const asked = ask();
    expect(await webhook(asked, 'POST', '', { content: 'x' })).toMatchObject({
      status: 404,
      body: { code: 10015 },
    });
    await callback(asked, { type: 4, data: { content: 'x' } });
    clock.advance(15 * 60_000);
    expect((await webhook(asked, 'PATCH', '/messages/@original', { content: 'y' })).status).toBe(200);
    clock.advance(1);
    expect(await webhook(asked, 'PATCH', '/messages/@original', { content: 'z' })).toMatchObject({
      status: 401,
      body: { code: 50027 },
    });
  });

  test('knows its own messages only', async () => {
    const [first, second] = [ask(), ask()];
    for (const asked of [first, second]) await callback(asked, { type: 4, data: { content: 'x' } });
    const { body } = await webhook(first, 'POST', '', { content: 'more' });
    expect((await webhook(first, 'PATCH', `/messages/${body.id}`, { content: 'edited' })).status).toBe(200);
    expect(await webhook(second, 'GET', `/messages/${body.id}`)).toMatchObject({
      status: 404,
      body: { code: 10008 },
    });
    expect(first.followUps.map((message) => message.content)).toEqual(['edited']);
    expect((await webhook(first, 'DELETE', `/messages/${body.id}`)).status).toBe(204);
    expect(first.followUps).toEqual([]);
  });

  test('a follow-up takes the place of a deferred answer, which stays as visible as it was', async () => {
    const asked = ask();
    await callback(asked, { type: 5 });
    const { body } = await webhook(asked, 'POST', '', { content: 'Found', flags: 64 | 4 });
    expect(body.flags).toBe(0);
    expect(await asked.reply()).toMatchObject({ content: 'Found', ephemeral: false });
    expect(asked.followUps).toEqual([]);
  });

  test('keeps the limits', async () => {
    const asked = ask();
    await callback(asked, { type: 5 });
    for (const [method, path] of [
      ['POST', ''],
      ['PATCH', '/messages/@original'],
    ] as const) {
      const refused = await webhook(asked, method, path, { content: letters(2_001) });
      expect(refusedFields(refused.body.errors)).toEqual(['content BASE_TYPE_MAX_LENGTH']);
    }
  });

  test('ephemeral messages are out of reach of the channel and of other people', async () => {
    const message = await answered(64);
    const general = message.record.channelId;
    const answer = await restClient(server)('GET', `/channels/${general}/messages/${message.id}`);
    expect(answer).toMatchObject({ status: 404, body: { code: 10008 } });
    expect(() => server.user('Bob').click(message, 'Sources')).toThrow(
      'Only the one who asked sees the message',
    );
  });
});
