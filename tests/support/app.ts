import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import { ARTICLES, writeFiles } from './articles.ts';
import { temporaryFolder } from './temporary.ts';

const CORPUS = join(import.meta.dirname, '../../corpus');

export interface TestApp {
  app: App;
  config: Config;
}

/** The real app on the three short articles of `ARTICLES`, prepared. */
export async function smallApp(): Promise<TestApp> {
  return prepared(writeFiles(temporaryFolder(), ARTICLES));
}

/** The real app on a copy of the articles that ship with Footnote, prepared. */
export async function shippedApp(): Promise<TestApp> {
  const corpus = temporaryFolder();
  cpSync(CORPUS, corpus, { recursive: true });
  return prepared(corpus);
}

async function prepared(corpusDir: string): Promise<TestApp> {
  const config: Config = { corpusDir, dataDir: temporaryFolder(), embeddingWorkers: 2, discord: undefined };
  const app = await createApp(config);
  onTestFinished(() => app.close());
  await app.ingest();
  return { app, config };
}
