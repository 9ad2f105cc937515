import { onTestFinished } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import type { IngestReport } from '../../src/model.ts';
import { ARTICLES, writeFiles } from './articles.ts';
import { temporaryFolder } from './temporary.ts';

export interface TestApp {
  app: App;
  config: Config;
  /** What preparing the articles did. */
  report: IngestReport;
}

/** The real app on the three short articles of `ARTICLES`, prepared; `now` is the time it goes by. */
export async function smallApp(now?: () => Date): Promise<TestApp> {
  return appOf(ARTICLES, now);
}

/** The real app on articles in files, by path, prepared. */
export async function appOf(files: Record<string, string | Uint8Array>, now?: () => Date): Promise<TestApp> {
  const corpusDir = writeFiles(temporaryFolder(), files);
  const config: Config = {
    corpusDir,
    dataDir: temporaryFolder(),
    embeddingWorkers: 2,
    fetchAllowHosts: [],
    discord: undefined,
  };
  const app = await createApp(config, now);
  onTestFinished(() => app.close());
  const report = await app.ingest();
  return { app, config, report };
}
