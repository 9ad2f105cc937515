import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
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

export interface ChatConfig {
  /** As LangChain names it: `openai`, `ollama`, `anthropic`, … */
  provider: string;
  model: string;
  /** Of an OpenAI-compatible server or of Ollama; the provider's own when absent. */
  baseUrl: string | undefined;
  /** Of an OpenAI-compatible server. Other providers read theirs as LangChain users know it. */
  apiKey: string | undefined;
  /** Milliseconds from question to answer, whatever the model does. */
  budgetMs: number;
  /** Tokens that may be used in a day (UTC). */
  dailyTokens: number | undefined;
}

/** An embedding model that does not come with Footnote. */
export type EmbeddingsConfig =
  | {
      engine: 'openai' | 'ollama';
      model: string;
      /** Of an OpenAI-compatible server or of Ollama; the engine's own when absent. */
      baseUrl: string | undefined;
      /** Of an OpenAI-compatible server. */
      apiKey: string | undefined;
    }
  /** Folder of a model for transformers.js, absolute. */
  | { engine: 'transformers'; folder: string };

export interface RefreshConfig {
  /** Milliseconds from one refresh to the next; `undefined`: only when somebody asks for one. */
  everyMs: number | undefined;
  /** The most new articles that one refresh takes from feeds, 0 to 500. */
  newArticles: number;
}

export interface DiscordConfig {
  token: string;
  /** Server whose slash commands are registered; global commands when absent. */
  guildId: string | undefined;
  /** Base address of Discord's API without the version, e.g. `https://discord.com/api`. */
  apiUrl: string;
  /** Roles whose members may change the articles, beside those who may manage the server. */
  moderatorRoleIds: readonly string[];
  /** Channel that scheduled refreshes are told in. */
  moderationChannelId: string | undefined;
  /** Where members are answered who do not choose. */
  answerIn: 'channel' | 'thread';
}

/** Values that a command line may set in place of the environment. */
export interface ConfigOverrides {
  corpus?: string | undefined;
  data?: string | undefined;
}

const UNITS_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const [SHORTEST_MS, LONGEST_MS] = [15 * 60_000, 14 * 86_400_000];
const SNOWFLAKE = /^\d{17,20}$/;

/**
 * Reads all settings.
 * @throws {ConfigError} naming every bad setting at once, each with its remedy.
 */
export function readConfig(env: NodeJS.ProcessEnv, overrides: ConfigOverrides = {}): Config {
  const problems: string[] = [];
  const setting = (name: string) => env[name]?.trim() || undefined;

  const corpusDir = resolve(overrides.corpus ?? setting('FOOTNOTE_CORPUS') ?? 'corpus');
  if (!existsSync(corpusDir)) {
    problems.push(
      `the corpus folder ${corpusDir} does not exist: create it and put articles in it, or name another with FOOTNOTE_CORPUS or --corpus`,
    );
  } else if (!statSync(corpusDir).isDirectory()) {
    problems.push(`FOOTNOTE_CORPUS (or --corpus) must name a folder, and ${corpusDir} is a file`);
  }

  const dataDir = resolve(overrides.data ?? setting('FOOTNOTE_DATA') ?? 'data');
  if (existsSync(dataDir) && !statSync(dataDir).isDirectory()) {
    problems.push(`FOOTNOTE_DATA (or --data) must name a folder, and ${dataDir} is a file`);
  }

  const workers = setting('EMBEDDING_WORKERS') ?? '2';
  const embeddingWorkers = Number(workers);
  if (!Number.isInteger(embeddingWorkers) || embeddingWorkers < 1 || embeddingWorkers > 16) {
    problems.push(`EMBEDDING_WORKERS must be a whole number from 1 to 16, not "${workers}"`);
  }

  const days = setting('CONVERSATION_DAYS') ?? '7';
  const conversationDays = Number(days);
  if (!Number.isInteger(conversationDays) || conversationDays < 0 || conversationDays > 365) {
    problems.push(`CONVERSATION_DAYS must be a whole number from 0 to 365, not "${days}"`);
  }

  const fetchAllowHosts = readAllowHosts(setting('FETCH_ALLOW_HOSTS') ?? '', problems);
  const refresh = readRefreshConfig(setting, problems);
  const discord = readDiscordConfig(setting, problems);
  const chat = readChatConfig(setting, problems);
  const embeddings = readEmbeddingsConfig(setting, problems);
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    ...{ corpusDir, dataDir, embeddingWorkers, embeddings, conversationDays },
    ...{ fetchAllowHosts, refresh, discord, chat },
  };
}

function readRefreshConfig(setting: (name: string) => string | undefined, problems: string[]): RefreshConfig {
  const every = setting('REFRESH_EVERY')?.toLowerCase() ?? 'off';
  const [, count, unit = ''] = /^(\d{1,5})\s*([mhd])$/.exec(every) ?? [];
  const everyMs = Number(count) * (UNITS_MS[unit] ?? Number.NaN);
  if (every !== 'off' && !(everyMs >= SHORTEST_MS && everyMs <= LONGEST_MS)) {
    problems.push(
      `REFRESH_EVERY must be off, or a time such as 30m, 6h or 1d, from 15 minutes to 14 days, not "${every}"`,
    );
  }
  const articles = setting('REFRESH_NEW_ARTICLES') ?? '20';
  const newArticles = Number(articles);
  if (!Number.isInteger(newArticles) || newArticles < 0 || newArticles > 500) {
    problems.push(`REFRESH_NEW_ARTICLES must be a whole number from 0 to 500, not "${articles}"`);
  }
  return { everyMs: every === 'off' ? undefined : everyMs, newArticles };
}

function readAllowHosts(list: string, problems: string[]): string[] {
  const entries = list.split(/[\s,]+/).filter((entry) => entry !== '');
  const wrong = entries.filter((entry) => hostAndPort(entry) === undefined);
  if (wrong.length > 0) {
    problems.push(
      `FETCH_ALLOW_HOSTS must list single hosts with their ports, separated by commas, such as wiki.example.org:443,127.0.0.1:8000,[::1]:8000, and not ${wrong.map((entry) => `"${entry}"`).join(', ')}`,
    );
  }
  return entries.flatMap((entry) => hostAndPort(entry) ?? []);
}

/** The usual spelling of a host and its port; `undefined` when it is none. */
function hostAndPort(entry: string): string | undefined {
  const [, host = '', port] = /^(.+):(\d{1,5})$/.exec(entry) ?? [];
  const url = URL.parse(`http://${host}`);
  const isHostAlone = url !== null && url.href === `http://${url.hostname}/` && !url.hostname.includes('*');
  if (!isHostAlone || Number(port) < 1 || Number(port) > 65535) return undefined;
  return `${url.hostname.replace(/\.+$/, '')}:${Number(port)}`;
}

function readDiscordConfig(
  setting: (name: string) => string | undefined,
  problems: string[],
): DiscordConfig | undefined {
  const token = setting('DISCORD_TOKEN');
  const guildId = setting('DISCORD_GUILD_ID');
  const roles = (setting('MODERATOR_ROLE_IDS') ?? '').split(/[\s,]+/).filter((id) => id !== '');
  const moderationChannelId = setting('MODERATION_CHANNEL_ID');
  const apiUrl = (setting('DISCORD_API_URL') ?? 'https://discord.com/api').replace(/\/+$/, '');

  if (guildId !== undefined && !SNOWFLAKE.test(guildId)) {
    problems.push(
      `DISCORD_GUILD_ID must be a server id of 17 to 20 digits (in Discord: Settings, Advanced, Developer Mode; then right-click the server, Copy Server ID), not "${guildId}"`,
    );
  }
  const wrongRoles = roles.filter((id) => !SNOWFLAKE.test(id) || id === guildId);
  if (wrongRoles.length > 0) {
    problems.push(
      `MODERATOR_ROLE_IDS must list role ids of 17 to 20 digits, separated by commas (in Discord, with Developer Mode on: Server Settings, Roles, right-click the role, Copy Role ID), and not ${wrongRoles.map((id) => (id === guildId ? `"${id}", which is everyone` : `"${id}"`)).join(', ')}`,
    );
  }
  if (moderationChannelId !== undefined && !SNOWFLAKE.test(moderationChannelId)) {
    problems.push(
      `MODERATION_CHANNEL_ID must be a channel id of 17 to 20 digits (in Discord, with Developer Mode on: right-click the channel, Copy Channel ID), not "${moderationChannelId}"`,
    );
  }
  if (!URL.canParse(apiUrl) || !/^https?:$/.test(new URL(apiUrl).protocol)) {
    problems.push(
      `DISCORD_API_URL must be an http or https address such as https://discord.com/api, not "${apiUrl}"`,
    );
  }
  const answerIn = setting('ANSWER_IN')?.toLowerCase() ?? 'channel';
  if (answerIn !== 'channel' && answerIn !== 'thread') {
    problems.push(`ANSWER_IN must be channel or thread, not "${answerIn}"`);
  }
  if (token === undefined) return undefined;
  // The token itself is a secret: the message says what is wrong without repeating it.
  if (/\s/.test(token)) {
    problems.push(
      'DISCORD_TOKEN must be the bot token alone, one word without "Bot" before it: copy it from the Bot page of your application at https://discord.com/developers/applications',
    );
  }
  return {
    token,
    guildId,
    apiUrl,
    moderatorRoleIds: roles,
    moderationChannelId,
    answerIn: answerIn === 'thread' ? answerIn : 'channel',
  };
}

/** Providers whose address can be changed. */
const WITH_BASE_URL = new Set(['openai', 'ollama']);
const BUDGET_MS = { default: 10_000, least: 500, most: 120_000 };

function readChatConfig(
  setting: (name: string) => string | undefined,
  problems: string[],
): ChatConfig | undefined {
  const name = setting('CHAT_MODEL');
  const baseUrl = setting('CHAT_BASE_URL')?.replace(/\/+$/, '');
  const budget = setting('ANSWER_BUDGET_MS') ?? String(BUDGET_MS.default);
  const tokens = setting('CHAT_DAILY_TOKENS');
  const { provider = '', model = '' } = /^(?<provider>[\w-]+):(?<model>\S+)$/.exec(name ?? '')?.groups ?? {};

  if (name !== undefined && provider === '') {
    problems.push(
      `CHAT_MODEL must name a provider and its model, such as openai:gpt-4o-mini or ollama:llama3.2, not "${name}"`,
    );
  }
  if (baseUrl !== undefined && !/^https?:$/.test(URL.parse(baseUrl)?.protocol ?? '')) {
    problems.push(
      `CHAT_BASE_URL must be an http or https address such as http://127.0.0.1:8000/v1, not "${baseUrl}"`,
    );
  }
  if (baseUrl !== undefined && provider !== '' && !WITH_BASE_URL.has(provider)) {
    problems.push(
      `CHAT_BASE_URL goes with CHAT_MODEL=openai:… (any OpenAI-compatible server) or ollama:…, not with ${provider}: remove it, or name the model as openai:${model}`,
    );
  }
  if (!isWholeNumber(budget, BUDGET_MS.least, BUDGET_MS.most)) {
    problems.push(
      `ANSWER_BUDGET_MS must be a whole number of milliseconds from ${BUDGET_MS.least} to ${BUDGET_MS.most}, not "${budget}"`,
    );
  }
  if (tokens !== undefined && !isWholeNumber(tokens, 1, Number.MAX_SAFE_INTEGER)) {
    problems.push(
      `CHAT_DAILY_TOKENS must be a whole number of tokens, such as 200000, not "${tokens}"; leave it empty for no limit`,
    );
  }
  const apiKey = setting('OPENAI_API_KEY');
  if (provider === 'openai' && baseUrl === undefined && apiKey === undefined) {
    problems.push(
      `CHAT_MODEL=${name} needs OPENAI_API_KEY: set it to your key, or CHAT_BASE_URL to the server that has the model`,
    );
  }
  if (name === undefined) return undefined;
  const dailyTokens = tokens === undefined ? undefined : Number(tokens);
  return { provider, model, baseUrl, apiKey, budgetMs: Number(budget), dailyTokens };
}

function readEmbeddingsConfig(
  setting: (name: string) => string | undefined,
  problems: string[],
): EmbeddingsConfig | undefined {
  const name = setting('EMBEDDINGS') ?? 'bundled';
  const baseUrl = setting('EMBEDDINGS_BASE_URL')?.replace(/\/+$/, '');
  const { engine, of = '' } = /^(?<engine>openai|ollama|transformers):(?<of>.+)$/.exec(name)?.groups ?? {};

  if (name !== 'bundled' && engine === undefined) {
    problems.push(
      `EMBEDDINGS must be bundled, openai:MODEL, ollama:MODEL or transformers:FOLDER, such as openai:text-embedding-3-small or ollama:nomic-embed-text, not "${name}"`,
    );
  }
  if (baseUrl !== undefined && !/^https?:$/.test(URL.parse(baseUrl)?.protocol ?? '')) {
    problems.push(
      `EMBEDDINGS_BASE_URL must be an http or https address such as http://127.0.0.1:8000/v1, not "${baseUrl}"`,
    );
  }
  if (baseUrl !== undefined && engine !== 'openai' && engine !== 'ollama') {
    problems.push(
      `EMBEDDINGS_BASE_URL goes with EMBEDDINGS=openai:… (any OpenAI-compatible server) or ollama:…, not with ${name}: remove it, or name the model of its server`,
    );
  }
  if (engine === 'transformers') {
    const folder = resolve(of);
    if (!existsSync(join(folder, 'config.json'))) {
      problems.push(
        `EMBEDDINGS=${name} must name the folder of a model for transformers.js, with config.json, tokenizer.json and onnx/ in it, and there is no ${join(folder, 'config.json')}`,
      );
    }
    return { engine, folder };
  }
  if (engine !== 'openai' && engine !== 'ollama') return undefined;
  // The key of one server is not shown to another.
  const apiKey =
    setting('EMBEDDINGS_API_KEY') ?? (baseUrl === undefined ? setting('OPENAI_API_KEY') : undefined);
  if (engine === 'openai' && baseUrl === undefined && apiKey === undefined) {
    problems.push(
      `EMBEDDINGS=${name} needs EMBEDDINGS_API_KEY or OPENAI_API_KEY: set one to your key, or EMBEDDINGS_BASE_URL to the server that has the model`,
    );
  }
  return { engine, model: of, baseUrl, apiKey };
}

function isWholeNumber(text: string, least: number, most: number): boolean {
  return /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;
}
