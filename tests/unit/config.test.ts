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
    discord: { token: 'abc.def', guildId: undefined, apiUrl: 'http://127.0.0.1:5000/api' },
  });
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
  };
  const read = () => readConfig(env);
  expect(read).toThrow(ConfigError);
  for (const name of Object.keys(env)) expect(read).toThrow(name);
  expect(read).toThrow('There are 6 problems');
  expect(read).not.toThrow('secret-token');
});

test.each(['0', '17', '-1', 'many', '1e9'])('%s threads are refused', (workers) => {
  expect(() => readConfig({ EMBEDDING_WORKERS: workers })).toThrow('EMBEDDING_WORKERS');
});
