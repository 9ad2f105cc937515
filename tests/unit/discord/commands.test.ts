import { describe, expect, test } from 'vitest';
import { commands } from '../../../src/discord/commands/index.ts';
import { renderStatus } from '../../../src/discord/commands/status.ts';
import { customId, parseCustomId } from '../../../src/discord/custom-id.ts';
import { inviteLink } from '../../../src/discord/invite.ts';
import { expectSendable, textsOf } from './markup.ts';

test('the commands are ask, corpus, help, privacy, quiz and status', () => {
  expect(commands.map(({ data }) => data.name)).toEqual([
    ...['ask', 'corpus', 'help', 'privacy', 'quiz', 'status'],
  ]);
});

test.each(commands.map((command) => [command.data.name, command]))(
  '/%s is what Discord registers',
  (_, { data }) => {
    expect(data.name).toMatch(/^[a-z-]{1,32}$/);
    expect(data.description.length).toBeLessThanOrEqual(100);
    const options = data.options ?? [];
    for (const option of options) {
      expect(option.name).toMatch(/^[a-z-]{1,32}$/);
      expect(option.description.length).toBeLessThanOrEqual(100);
    }
    const required = options.map((option) => 'required' in option && option.required === true);
    expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
  },
);

test('a custom id is read back as it was made', () => {
  const id = customId('sources', 'k'.repeat(32), 12);
  expect(id.length).toBeLessThanOrEqual(100);
  expect(parseCustomId(id)).toEqual({ name: 'sources', parts: ['k'.repeat(32), '12'] });
  expect(parseCustomId('')).toEqual({ name: '', parts: [] });
});

test('the invitation asks for the bot, its commands and what it takes to reply', () => {
  const link = new URL(inviteLink('123456789012345678'));
  expect(link.origin + link.pathname).toBe('https://discord.com/oauth2/authorize');
  expect(Object.fromEntries(link.searchParams)).toEqual({
    client_id: '123456789012345678',
    scope: 'bot applications.commands',
    // View Channel, Send Messages, Read Message History, Create Public Threads, Send Messages in Threads.
    permissions: String((1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 35n) | (1n << 38n)),
  });
});

test('the status tells how a chat model does', () => {
  const chat = {
    ...{ state: 'paused' as const, until: '2030-01-01T00:00:30.000Z', problem: 'It *failed*.' },
    tokens: { used: 1_200, limit: 5_000 },
  };
  const status = {
    ...{
      generation: undefined,
      embeddings: 'tiny',
      chatModel: 'openai:small',
      chat,
      index: { engine: 'exact' as const },
    },
    startedAt: '2030-01-01T00:00:00.000Z',
  };
  expect(textsOf(renderStatus(status)).join('\n')).toContain(
    "**Wording**: paused until <t:1893456030:f> (<t:1893456030:R>); until then answers are the articles' own words (It \\*failed\\*.), 1,200 of 5,000 tokens used today",
  );
});

describe('the status', () => {
  const status = {
    generation: {
      id: 3,
      createdAt: '2026-07-01T10:00:00.000Z',
      articles: 14,
      passages: 96,
      sentences: 1_410,
      model: 'use',
      dimensions: 512,
      copies: 0,
    },
    embeddings: 'use_lite',
    chatModel: undefined,
    index: { engine: 'exact' as const, note: 'the index is being rebuilt' },
    startedAt: '2026-07-02T10:00:00.000Z',
  };

  test.each([
    [1, '14, of which 1 is a copy of another, in 96 passages'],
    [3, '14, of which 3 are copies of others, in 96 passages'],
  ])('counts %i of the articles as copies', (copies, expected) => {
    const generation = { ...status.generation, copies };
    expect(textsOf(renderStatus({ ...status, generation })).join('\n')).toContain(expected);
  });

  test('says what is loaded, which models, and since when', () => {
    expect(textsOf(renderStatus(status)).join('\n').split('\n')).toEqual([
      '**Articles**: 14, in 96 passages of 1,410 sentences',
      '**Generation**: 3, loaded since <t:1782900000:f> (<t:1782900000:R>)',
      '**Embeddings**: use\\_lite',
      "**Chat model**: none; answers are the articles' own words",
      '**Search**: exact scan (the index is being rebuilt)',
      '**Running** since <t:1782986400:f> (<t:1782986400:R>)',
    ]);
  });

  test('says what the library was calibrated to', () => {
    const calibration = { topic: 0.414, said: 0.2, questions: 150, passages: 90 };
    const generation = { ...status.generation, calibration };
    expect(textsOf(renderStatus({ ...status, generation })).join('\n')).toContain(
      'with a chance of 41 % or more, and say what is asked with 20 % or more (measured with 150 questions',
    );
  });

  test('says that nothing is loaded', () => {
    const rendered = renderStatus({
      ...status,
      generation: undefined,
      chatModel: 'gpt',
      index: { engine: 'hnsw' },
    });
    expectSendable(rendered);
    expect(textsOf(rendered)[0]).toContain('none loaded yet');
  });
});
