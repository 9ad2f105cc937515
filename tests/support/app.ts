import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import type { DiscordConfig } from '../../src/config/discord.ts';
import type { Config } from '../../src/config.ts';
import type { IngestReport } from '../../src/model.ts';
import { ARTICLES, writeFiles } from './articles.ts';
import type { DiscordServer } from './discord/index.ts';
import { temporaryFolder } from './temporary.ts';

export interface TestApp {
  app: App;
  config: Config;
}

/** A prepared copy of the three short articles of `ARTICLES`, made once for all tests of a process. */
let prepared: Promise<string> | undefined;

/** A folder with the three short articles of `ARTICLES` in `corpus`, and their library in `data`. */
export async function preparedFolder(): Promise<string> {
  const folder = temporaryFolder();
  await copyPrepared(folder);
  return folder;
}

/** Puts into a folder what `preparedFolder` has in it. */
export async function copyPrepared(folder: string): Promise<void> {
  prepared ??= prepare();
  cpSync(await prepared, folder, { recursive: true });
}

/**
 * The real app on the three short articles of `ARTICLES`, prepared. They were published when the tests began.
 * @param now the time it goes by
 */
export async function smallApp(now?: () => Date, settings?: Partial<Config>): Promise<TestApp> {
  return start(configOf(await preparedFolder(), settings), now);
}

/** The real app on the three short articles of `ARTICLES`, for all tests of a file: they only ask it. */
export function sharedApp(): { readonly app: App } {
  let folder = '';
  let app: App | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'footnote-'));
    await copyPrepared(folder);
    app = await createApp(configOf(folder));
  });
  afterAll(async () => {
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get app() {
      if (!app) throw new Error('The app of this file is there when its tests run.');
      return app;
    },
  };
}

/** The real app on articles in files, by path, prepared. */
export async function appOf(
  files: Record<string, string | Uint8Array>,
  now?: () => Date,
  settings?: Partial<Config>,
): Promise<TestApp & { report: IngestReport }> {
  const config = configOf(temporaryFolder(), settings);
  mkdirSync(config.corpusDir);
  writeFiles(config.corpusDir, files);
  const started = await start(config, now);
  return { ...started, report: await started.app.ingest() };
}

async function prepare(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const config = configOf(folder);
  writeFiles(config.corpusDir, ARTICLES);
  const app = await createApp(config);
  await app.ingest();
  await app.close();
  return folder;
}

async function start(config: Config, now?: () => Date): Promise<TestApp> {
  const app = await createApp(config, now);
  onTestFinished(() => app.close());
  return { app, config };
}

/** The settings of an app that keeps everything in a folder. */
export function configOf(folder: string, settings: Partial<Config> = {}): Config {
  return {
    corpusDir: join(folder, 'corpus'),
    dataDir: join(folder, 'data'),
    embeddingWorkers: 1,
    conversationDays: 7,
    fetchAllowHosts: [],
    refresh: { everyMs: undefined, newArticles: 3 },
    discord: undefined,
    ...settings,
  };
}

/** The settings of a bot of a local Discord. */
export function discordConfig(
  { token, apiUrl }: Pick<DiscordServer, 'token' | 'apiUrl'>,
  settings: Partial<DiscordConfig> = {},
): DiscordConfig {
  const unset = {
    ...{ guildId: undefined, moderatorRoleIds: [], moderationChannelId: undefined },
    answerIn: 'channel' as const,
  };
  return { token, apiUrl, ...unset, ...settings };
}
