import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readAllowHosts } from './config/allow-hosts.ts';
import { type ChatConfig, readChatConfig } from './config/chat.ts';
import { type DiscordConfig, readDiscordConfig } from './config/discord.ts';
import { type EmbeddingsConfig, readEmbeddingsConfig } from './config/embeddings.ts';
import { type RefreshConfig, readRefreshConfig } from './config/refresh.ts';
import { Settings } from './config/settings.ts';
import { ConfigError } from './errors.ts';

/** Every setting, read once and checked. Nothing else reads the environment. */
export interface Config {
  /** Folder of the articles, absolute. */
  corpusDir: string;
  /** Folder of the library and its index, absolute; made when missing. */
  dataDir: string;
  /** Worker threads that embed sentences with the bundled model, 1 to 16. */
  embeddingWorkers: number;
  /** The model that turns text into vectors, where it is another than the bundled one. */
  embeddings?: EmbeddingsConfig | undefined;
  /** Days that what was asked in a conversation is remembered, 0 to 365. */
  conversationDays: number;
  /** Hosts that may be read although they are not public: `host:port` each, as `URL` spells them. */
  fetchAllowHosts: readonly string[];
  refresh: RefreshConfig;
  /** Present when the bot shall run; without it Footnote opens the terminal. */
  discord: DiscordConfig | undefined;
  /** Present when a chat model words the answers. */
  chat?: ChatConfig | undefined;
}

/** Values that a command line may set in place of the environment. */
export interface ConfigOverrides {
  corpus?: string | undefined;
  data?: string | undefined;
}

/**
 * Reads all settings.
 * @throws {ConfigError} naming every bad setting at once, each with its remedy.
 */
export function readConfig(env: NodeJS.ProcessEnv, overrides: ConfigOverrides = {}): Config {
  const settings = new Settings(env);
  const { problems } = settings;

  const corpusDir = resolve(overrides.corpus ?? settings.text('FOOTNOTE_CORPUS') ?? 'corpus');
  if (!existsSync(corpusDir)) {
    problems.push(
      `the corpus folder ${corpusDir} does not exist: create it and put articles in it, or name another with FOOTNOTE_CORPUS or --corpus`,
    );
  } else if (!statSync(corpusDir).isDirectory()) {
    problems.push(`FOOTNOTE_CORPUS (or --corpus) must name a folder, and ${corpusDir} is a file`);
  }

  const dataDir = resolve(overrides.data ?? settings.text('FOOTNOTE_DATA') ?? 'data');
  if (existsSync(dataDir) && !statSync(dataDir).isDirectory()) {
    problems.push(`FOOTNOTE_DATA (or --data) must name a folder, and ${dataDir} is a file`);
  }

  const config: Config = {
    ...{ corpusDir, dataDir },
    embeddingWorkers: settings.wholeNumber('EMBEDDING_WORKERS', { least: 1, most: 16, usual: 2 }),
    embeddings: readEmbeddingsConfig(settings),
    conversationDays: settings.wholeNumber('CONVERSATION_DAYS', { least: 0, most: 365, usual: 7 }),
    fetchAllowHosts: readAllowHosts(settings),
    refresh: readRefreshConfig(settings),
    discord: readDiscordConfig(settings),
    chat: readChatConfig(settings),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}
