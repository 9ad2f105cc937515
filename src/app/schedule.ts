import type { App } from '../app.ts';
import { messageOf, OutdatedError } from '../errors.ts';
import type { EditReport, RefreshPreview } from '../model.ts';

/** What one refresh came to that nobody asked for: its report is absent where nothing needed to be published. */
export type ScheduledRefresh = { preview: RefreshPreview; report?: EditReport } | { problem: string };

/** Who the history says did it. */
const ACTOR = 'schedule';
/** A bot that is started anew every day would otherwise never come to what is to be done every two. */
const FIRST_MS = 15 * 60_000;

/** Runs work after some milliseconds; what it gives takes that back. */
export type After = (ms: number, work: () => void) => () => void;

const afterTimeout: After = (ms, work) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

/**
 * Refreshes again and again, `everyMs` after the last time, the first time within a quarter of an hour. Only what needs
 * no confirmation is published.
 * @param onDone gets what each came to
 * @returns what ends it; `onDone` is not called afterwards
 */
export function scheduleRefreshes(
  app: Pick<App, 'previewRefresh' | 'applyRefresh' | 'discardRefresh'>,
  everyMs: number,
  onDone: (refresh: ScheduledRefresh) => void,
  after: After = afterTimeout,
): () => void {
  let isOver = false;
  const run = async () => {
    const refresh = await refreshOnce(app).catch((error: unknown) => ({ problem: messageOf(error) }));
    if (isOver) return;
    onDone(refresh);
    cancel = after(everyMs, () => void run());
  };
  let cancel = after(Math.min(everyMs, FIRST_MS), () => void run());
  return () => {
    isOver = true;
    cancel();
  };
}

async function refreshOnce(
  app: Pick<App, 'previewRefresh' | 'applyRefresh' | 'discardRefresh'>,
  isLast = false,
): Promise<ScheduledRefresh> {
  const preview = await app.previewRefresh();
  if (preview.changes.length === 0) {
    app.discardRefresh(preview.key);
    return { preview };
  }
  try {
    return { preview, report: await app.applyRefresh(preview.key, { actor: ACTOR }) };
  } catch (error) {
    // Somebody published meanwhile: once more, on top of that.
    if (error instanceof OutdatedError && !isLast) return refreshOnce(app, true);
    throw error;
  }
}
