import { writeSync } from 'node:fs';
import { createApp } from '../../../src/app.ts';
import type { Progress } from '../../../src/model.ts';

/** A refresh in a process of its own, which can be killed: prints `ready`, `publishing` and `done` on the way. */
const [corpusDir = '', dataDir = '', host = ''] = process.argv.slice(2);
const tell = (word: string) => void writeSync(1, `${word}\n`);
const app = await createApp({
  ...{ corpusDir, dataDir, conversationDays: 7, embeddingWorkers: 1, fetchAllowHosts: [host] },
  ...{ refresh: { everyMs: undefined, newArticles: 20 }, discord: undefined },
});
try {
  tell('ready');
  const { key, changes } = await app.previewRefresh();
  const onProgress = ({ stage }: Progress) => stage === 'publishing' && tell(stage);
  if (changes.length > 0) await app.applyRefresh(key, { actor: 'Ann' }, onProgress);
  tell('done');
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await app.close();
}
