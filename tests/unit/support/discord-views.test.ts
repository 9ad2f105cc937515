import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Channel,
  type DiscordServer,
  manualClock,
  startDiscordServer,
} from '../../support/discord/index.ts';
import { restClient } from './rest-client.ts';

let server: DiscordServer;
let channel: Channel;
beforeEach(async () => {
  server = await startDiscordServer();
  channel = server.addChannel('answers');
});
afterEach(() => server.stop());

const send = (body: object) => restClient(server)('POST', `/channels/${channel.id}/messages`, body);
const button = (label: string, change: object = {}) => ({
  type: 2,
  style: 1,
  label,
  custom_id: label,
  ...change,
});

describe('a message as a member reads it', () => {
  const shown = async (body: object) => {
    const said = server.user('Ann').say(channel, 'Well?');
    await send(body);
    return said.answer();
  };

  test('has its content, its embeds and its controls', async () => {
    const message = await shown({
      content: 'CNES signed it.',
      embeds: [
        {
          author: { name: 'Le Monde' },
          title: 'A treaty',
          url: 'https://example.com/a',
          description: 'The words',
          fields: [{ name: 'Date', value: '2024' }],
          image: { url: 'https://example.com/a.png' },
          footer: { text: '1 of 2' },
        },
      ],
      components: [
        {
          type: 1,
          components: [button('Sources', { emoji: { name: '📚' } }), button('Next', { disabled: true })],
        },
        {
          type: 1,
          components: [
            { type: 3, custom_id: 'm', placeholder: 'Pick', options: [{ label: 'A', value: 'a' }] },
          ],
        },
        { type: 1, components: [{ type: 5, custom_id: 'u', placeholder: 'Who' }] },
      ],
    });
    expect(message.text.split('\n')).toEqual([
      'CNES signed it.',
      'Le Monde',
      'A treaty (https://example.com/a)',
      'The words',
      'Date',
      '2024',
      '[image https://example.com/a.png]',
      '1 of 2',
      '[📚 Sources] [Next] (disabled)',
      '[Pick ▾ A]',
      '[Who ▾]',
    ]);
    expect(message.buttons).toEqual(['Sources', 'Next']);
  });

  test('has the parts of a layout in order', async () => {
    const display = (content: string) => ({ type: 10, content });
    const section = { type: 9, components: [display('first')], accessory: button('Open') };
    const container = { type: 17, components: [section, { type: 14 }, display('second')] };
    const message = await shown({ flags: 32_768, components: [container] });
    expect(message.text).toBe('first\n[Open]\n———\nsecond');
  });
});

describe('what the bot said to a message', () => {
  test('are its later messages there, save those that reply to another', async () => {
    const ann = server.user('Ann');
    const [first, second] = [ann.say(channel, 'one'), ann.say(channel, 'two')];
    await send({ content: 'to two', message_reference: { message_id: second.id } });
    await send({ content: 'to nobody' });
    expect(first.answers.map((message) => message.content)).toEqual(['to nobody']);
    expect(second.answers.map((message) => message.content)).toEqual(['to two', 'to nobody']);
  });
});

describe('waiting', () => {
  test('in vain says for what, and what was refused meanwhile', async () => {
    await send({ content: '' });
    const waiting = server.waitForCommand('ask', 5);
    await expect(waiting).rejects.toThrow(
      /5 ms in vain for the command \/ask to be registered[\s\S]*Cannot send an empty message/,
    );
  });

  test('ends with the change that is waited for', async () => {
    const said = server.user('Ann').say(channel, 'Well?');
    const answer = said.answer();
    await send({ content: 'Yes' });
    expect((await answer).content).toBe('Yes');
  });
});

test('a clock that is moved by hand runs what falls due, in order, and nothing that was called off', () => {
  const clock = manualClock(0);
  const ran: [string, number][] = [];
  const note = (name: string) => () => ran.push([name, clock.now()]);
  clock.after(20, note('late'));
  clock.after(10, () => {
    note('early')();
    clock.after(5, note('nested'));
  });
  clock.after(5, note('called off'))();
  clock.after(21, note('not yet'));
  clock.advance(20);
  expect(ran).toEqual([
    ['early', 10],
    ['nested', 15],
    ['late', 20],
  ]);
  expect(clock.now()).toBe(20);
});
