import { onTestFinished } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import { ARTICLES, writeFiles } from './articles.ts';
import { temporaryFolder } from './temporary.ts';

export interface TestApp {
  app: App;
  config: Config;
}

/** The real app on the three short articles of `ARTICLES`, prepared. */
export async function smallApp(): Promise<TestApp> {
  return appOf(ARTICLES);
}

/** The real app on articles in files, by path, prepared. */
export async function appOf(files: Record<string, string>): Promise<TestApp> {
  const corpusDir = writeFiles(temporaryFolder(), files);
  const config: Config = { corpusDir, dataDir: temporaryFolder(), embeddingWorkers: 2, discord: undefined };
  const app = await createApp(config);
  onTestFinished(() => app.close());
  await app.ingest();
  return { app, config };
}
