import type { ScheduledRefresh } from './app/schedule.ts';
import type { App } from './app.ts';
import type { DiscordConfig } from './config/discord.ts';
import { describeFailure, endWithReader } from './terminal/failure.ts';

endWithReader(process.stdout);
try {
  await start();
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const [dotenv, { readConfig }] = await Promise.all([import('dotenv'), import('./config.ts')]);
  dotenv.config({ quiet: true });
  const config = readConfig(process.env);

  const { createApp } = await import('./app.ts');
  const app = await createApp(config);
  const told = new Set<(refresh: ScheduledRefresh) => void>();
  const endRefreshes = await refreshOnSchedule(app, config.refresh.everyMs, told);
  try {
    if (config.discord) {
      await serveDiscord(config.discord, app, told);
    } else {
      await prepare(app);
      await serveTerminal(config.corpusDir, app);
    }
  } finally {
    endRefreshes();
    await app.close();
  }
}

/** Prints a line for each refresh, and tells all who are `told`; gives what ends them. */
async function refreshOnSchedule(
  app: App,
  everyMs: number | undefined,
  told: ReadonlySet<(refresh: ScheduledRefresh) => void>,
): Promise<() => void> {
  if (everyMs === undefined) return () => {};
  const [{ scheduleRefreshes }, { renderScheduled }] = await Promise.all([
    import('./app/schedule.ts'),
    import('./terminal/refresh.ts'),
  ]);
  return scheduleRefreshes(app, everyMs, (refresh) => {
    process.stderr.write(`${renderScheduled(refresh)}\n`);
    for (const tell of told) tell(refresh);
  });
}

/** Brings the library up to date; when that fails, what was published before goes on serving. */
async function prepare(app: App): Promise<void> {
  const { ingestVisibly } = await import('./terminal/ingest.ts');
  try {
    await ingestVisibly(app, process.stderr);
  } catch (error) {
    const { generation } = await app.status();
    if (generation === undefined) throw error;
    process.stderr.write(
      `${describeFailure(error)}\nThe articles could not be brought up to date. Answers come from generation ${generation.id} of ${generation.createdAt}.\n`,
    );
  }
}

/** Answers from what is there at once, and brings it up to date meanwhile; only the very first time there is nothing. */
async function serveDiscord(
  config: DiscordConfig,
  app: App,
  told: Set<(refresh: ScheduledRefresh) => void>,
): Promise<void> {
  const { startBot } = await import('./discord/bot.ts');
  const log = (line: string) => void process.stdout.write(`${line}\n`);
  const { generation } = await app.status();
  if (generation === undefined) await prepare(app);
  const bot = await startBot(config, app, { log, now: () => new Date() });
  told.add((refresh) => void bot.announce(refresh));
  try {
    await Promise.race([
      bot.done,
      stopSignal(),
      ...(generation === undefined ? [] : [prepare(app).then(() => bot.done)]),
    ]);
    log('Stopping.');
  } finally {
    await bot.stop();
  }
}

async function serveTerminal(corpusDir: string, app: App): Promise<void> {
  const { processIo, runTerminal } = await import('./terminal/terminal.ts');
  await runTerminal(app, processIo(), corpusDir);
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
