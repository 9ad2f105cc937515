import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { ConfigError } from '../../src/errors.ts';
import { temporaryFolder } from '../support/temporary.ts';

test('nothing set: the folders of the project, two threads, no Discord', () => {
  expect(readConfig({})).toEqual({
    corpusDir: resolve('corpus'),
    dataDir: resolve('data'),
    embeddingWorkers: 2,
    conversationDays: 7,
    fetchAllowHosts: [],
    refresh: { everyMs: undefined, newArticles: 20 },
    discord: undefined,
  });
});

test('settings are read, empty ones count as not set, the command line goes first', () => {
  const [corpus, other] = [temporaryFolder(), temporaryFolder()];
  const env = {
    FOOTNOTE_CORPUS: corpus,
    FOOTNOTE_DATA: '  ',
    EMBEDDING_WORKERS: '4',
    DISCORD_TOKEN: ' abc.def ',
    DISCORD_GUILD_ID: '',
    DISCORD_API_URL: 'http://127.0.0.1:5000/api/',
  };
  expect(readConfig(env, { corpus: other })).toEqual({
    corpusDir: other,
    dataDir: resolve('data'),
    embeddingWorkers: 4,
    conversationDays: 7,
    fetchAllowHosts: [],
    refresh: { everyMs: undefined, newArticles: 20 },
    discord: {
      token: 'abc.def',
      guildId: undefined,
      apiUrl: 'http://127.0.0.1:5000/api',
      moderatorRoleIds: [],
      moderationChannelId: undefined,
      answerIn: 'channel',
    },
  });
});

test('where answers are given is a channel or a thread', () => {
  const answerIn = (value: string) => readConfig({ DISCORD_TOKEN: 'x', ANSWER_IN: value }).discord?.answerIn;
  expect([answerIn('Thread'), answerIn('channel'), answerIn('')]).toEqual(['thread', 'channel', 'channel']);
  expect(() => answerIn('forum')).toThrow('ANSWER_IN must be channel or thread, not "forum"');
});

test('who moderates and where they are told is read', () => {
  const [role, other, channel, guild] = ['1', '2', '3', '4'].map((digit) => digit.repeat(18));
  const env = {
    DISCORD_TOKEN: 'x',
    MODERATOR_ROLE_IDS: ` ${role}, ${other} `,
    MODERATION_CHANNEL_ID: channel,
  };
  expect(readConfig(env).discord).toMatchObject({
    moderatorRoleIds: [role, other],
    moderationChannelId: channel,
  });
  const wrong = {
    MODERATOR_ROLE_IDS: `@mods, ${guild}`,
    DISCORD_GUILD_ID: guild,
    MODERATION_CHANNEL_ID: '#mods',
  };
  expect(() => readConfig(wrong)).toThrow(
    new RegExp(
      `MODERATOR_ROLE_IDS must list role ids.*"@mods", "${guild}", which is everyone.*MODERATION_CHANNEL_ID must be a channel id.*not "#mods"`,
      's',
    ),
  );
});

test('every problem is named at once with its remedy, and the token is not repeated', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  const env = {
    FOOTNOTE_CORPUS: file,
    FOOTNOTE_DATA: file,
    EMBEDDING_WORKERS: '2.5',
    DISCORD_TOKEN: 'Bot secret-token',
    DISCORD_GUILD_ID: 'my server',
    DISCORD_API_URL: 'discord.com',
    FETCH_ALLOW_HOSTS: 'intranet',
  };
  const read = () => readConfig(env);
  expect(read).toThrow(ConfigError);
  for (const name of Object.keys(env)) expect(read).toThrow(name);
  expect(read).toThrow('There are 7 problems');
  expect(read).not.toThrow('secret-token');
});

test.each(['0', '17', '-1', 'many', '1e9'])('%s threads are refused', (workers) => {
  expect(() => readConfig({ EMBEDDING_WORKERS: workers })).toThrow('EMBEDDING_WORKERS');
});

test('hosts to allow are read in their usual spelling', () => {
  const list = 'Wiki.Example.org:443, 127.1:08000\n[0:0::1]:80,,intranet.:8080,bücher.example:443';
  expect(readConfig({ FETCH_ALLOW_HOSTS: list }).fetchAllowHosts).toEqual([
    'wiki.example.org:443',
    '127.0.0.1:8000',
    '[::1]:80',
    'intranet:8080',
    'xn--bcher-kva.example:443',
  ]);
});

test.each([
  'intranet',
  'intranet:0',
  'intranet:70000',
  'https://intranet:443',
  'intranet/wiki:443',
  'me:secret@intranet:443',
  '*.example.org:443',
  '*:80',
  '::1:80',
  ':80',
])('%s is no host to allow', (entry) => {
  expect(() => readConfig({ FETCH_ALLOW_HOSTS: `127.0.0.1:80,${entry}` })).toThrow(
    `FETCH_ALLOW_HOSTS must list single hosts with their ports, separated by commas, such as wiki.example.org:443,127.0.0.1:8000,[::1]:8000, and not "${entry}"`,
  );
});

test.each([
  ['off', undefined],
  ['15m', 900_000],
  ['6h', 21_600_000],
  ['1D', 86_400_000],
])('REFRESH_EVERY=%s', (REFRESH_EVERY, everyMs) => {
  expect(readConfig({ REFRESH_EVERY, REFRESH_NEW_ARTICLES: '5' }).refresh).toEqual({
    everyMs,
    newArticles: 5,
  });
});

test.each(['14m', '15d', '6', 'h', 'daily', '-1h', '99999d'])(
  'REFRESH_EVERY=%s is refused',
  (REFRESH_EVERY) => {
    expect(() => readConfig({ REFRESH_EVERY, REFRESH_NEW_ARTICLES: '501' })).toThrow(
      /REFRESH_EVERY must be off.*REFRESH_NEW_ARTICLES/s,
    );
  },
);

test('a chat model is named with its provider; what it lacks is said with the remedy', () => {
  const chat = { provider: 'openai', model: 'gpt-4o-mini', apiKey: 'sk-1', baseUrl: undefined };
  expect(readConfig({ CHAT_MODEL: 'openai:gpt-4o-mini', OPENAI_API_KEY: 'sk-1' }).chat).toEqual({
    ...chat,
    ...{ budgetMs: 10_000, dailyTokens: undefined },
  });
  const env = {
    ...{ CHAT_MODEL: 'ollama:llama3.2:1b', CHAT_BASE_URL: 'http://127.0.0.1:11434/' },
    ...{ ANSWER_BUDGET_MS: '3000', CHAT_DAILY_TOKENS: '5000' },
  };
  expect(readConfig(env).chat).toEqual({
    ...{ provider: 'ollama', model: 'llama3.2:1b', baseUrl: 'http://127.0.0.1:11434', apiKey: undefined },
    ...{ budgetMs: 3_000, dailyTokens: 5_000 },
  });
  expect(() => readConfig({ CHAT_MODEL: 'openai:gpt-4o-mini' })).toThrow(
    'set it to your key, or CHAT_BASE_URL',
  );
  const wrong = {
    ...{ CHAT_MODEL: 'gpt', CHAT_BASE_URL: 'file:///x', ANSWER_BUDGET_MS: '1e3', CHAT_DAILY_TOKENS: '0' },
  };
  expect(() => readConfig(wrong)).toThrow(/There are 4 problems.*openai:gpt-4o-mini or ollama:llama3\.2/s);
  expect(() => readConfig({ CHAT_MODEL: 'anthropic:x', CHAT_BASE_URL: 'http://a.b' })).toThrow('as openai:x');
});

test.each(['-1', '1.5', '366', 'week'])('CONVERSATION_DAYS=%s is refused', (days) => {
  expect(() => readConfig({ CONVERSATION_DAYS: days })).toThrow(
    `CONVERSATION_DAYS must be a whole number from 0 to 365, not "${days}"`,
  );
});

test('conversations are kept for the days set, or not at all', () => {
  expect(readConfig({ CONVERSATION_DAYS: '30' }).conversationDays).toBe(30);
  expect(readConfig({ CONVERSATION_DAYS: '0' }).conversationDays).toBe(0);
});

test('an embedding model is bundled unless another is named', () => {
  expect(readConfig({ EMBEDDINGS: 'bundled' }).embeddings).toBeUndefined();
  const OPENAI_API_KEY = 'sk-1';
  expect(readConfig({ EMBEDDINGS: 'openai:text-embedding-3-small', OPENAI_API_KEY }).embeddings).toEqual({
    ...{ engine: 'openai', model: 'text-embedding-3-small' },
    ...{ baseUrl: undefined, apiKey: 'sk-1' },
  });
  const ollama = {
    EMBEDDINGS: 'ollama:nomic-embed-text:v1.5',
    EMBEDDINGS_BASE_URL: 'http://10.0.0.5:11434/',
  };
  expect(readConfig(ollama).embeddings).toEqual({
    ...{ engine: 'ollama', model: 'nomic-embed-text:v1.5' },
    ...{ baseUrl: 'http://10.0.0.5:11434', apiKey: undefined },
  });
});

test('the key of OpenAI is not sent to another server of embeddings', () => {
  const env = { EMBEDDINGS: 'openai:bge', EMBEDDINGS_BASE_URL: 'http://127.0.0.1:8000/v1' };
  expect(readConfig({ ...env, OPENAI_API_KEY: 'sk-1' }).embeddings).toMatchObject({ apiKey: undefined });
  expect(readConfig({ ...env, EMBEDDINGS_API_KEY: 'k' }).embeddings).toMatchObject({ apiKey: 'k' });
});

test.each([
  [{ EMBEDDINGS: 'cohere:x' }, /EMBEDDINGS must be bundled, openai:MODEL/],
  [{ EMBEDDINGS: 'openai:x' }, /needs EMBEDDINGS_API_KEY or OPENAI_API_KEY/],
  [{ EMBEDDINGS: 'ollama:x', EMBEDDINGS_BASE_URL: 'here' }, /EMBEDDINGS_BASE_URL must be an http/],
  [{ EMBEDDINGS_BASE_URL: 'http://127.0.0.1:1' }, /EMBEDDINGS_BASE_URL goes with/],
  [{ EMBEDDINGS: 'transformers:nowhere' }, /there is no .*nowhere.config\.json/],
])('%o is told with its remedy', (env, message) => {
  expect(() => readConfig(env)).toThrow(message);
});
