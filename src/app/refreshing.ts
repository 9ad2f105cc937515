import { randomUUID } from 'node:crypto';
import { OutdatedError, UserError } from '../errors.ts';
import type { FeedVisit } from '../ingest/refresh/feeds.ts';
import { type Failure, type RefreshPlan, withConfirmed } from '../ingest/refresh/refresh.ts';
import { type Visit, type Visitor, visitAll } from '../ingest/refresh/visits.ts';
import type { EditReport, Progress, RefreshPreview } from '../model.ts';
import type { Fetched, Fetcher } from '../ports.ts';
import { settled } from '../workers/outcome.ts';
import type { Thread } from '../workers/thread.ts';
import type { Publishing } from './publishing.ts';

export type RefreshThread = Thread<typeof import('../workers/refresh.ts')>;
type OnProgress = (progress: Progress) => void;

/** How long, and how many at once, previews are kept with what was read for them. */
const KEPT_MS = 60 * 60_000;
const MOST_KEPT = 4;
const EXPIRED =
  'This refresh can no longer be applied: it was applied or discarded already, is older than an hour, or Footnote was started again since. Nothing was changed by it now. Refresh again.';
const CUT_OFF = 'Footnote ended meanwhile; nothing was changed.';

/** What a refresh needs of the app around it. */
export interface RefreshSurroundings {
  fetcher: Fetcher;
  now: () => Date;
  publishing: Publishing;
  /** The most new articles that one refresh takes from feeds. */
  newArticles: number;
  startThread(onProgress: OnProgress): RefreshThread;
}

interface Kept {
  preview: RefreshPreview;
  plan: Omit<RefreshPlan, 'quiet'>;
}

/** Reads everything again and keeps what came of it until somebody applies it; one refresh at a time. */
export class Refreshing {
  readonly #app: RefreshSurroundings;
  readonly #kept = new Map<string, Kept>();
  readonly #closing = new AbortController();
  #last: Promise<unknown> = Promise.resolve();

  constructor(app: RefreshSurroundings) {
    this.#app = app;
  }

  /** As `App.previewRefresh`. */
  preview(onProgress: OnProgress): Promise<RefreshPreview> {
    const preview = this.#last.then(() => this.#preview(onProgress));
    this.#last = preview.catch(() => {});
    return preview;
  }

  /** As `App.applyRefresh`. */
  async apply(
    key: string,
    { confirmed, actor }: { confirmed: readonly string[]; actor: string },
    onProgress: OnProgress,
  ): Promise<EditReport> {
    const kept = this.#keptAt(key);
    if (!kept) throw new UserError(EXPIRED);
    const { base, changes, held, refused } = kept.preview;
    const ids = new Set(confirmed);
    const agreed = held.filter(({ id }) => ids.delete(id));
    if (ids.size > 0) {
      throw new UserError(`Nothing is held back of ${[...ids].map((id) => `"${id}"`).join(', ')}.`);
    }
    const all = [...changes, ...agreed.map(({ change }) => change)];
    if (all.length === 0) throw new UserError('Nothing would change: there is nothing to apply.');
    const publication = withConfirmed(
      kept.plan,
      agreed.map(({ id }) => id),
    );
    // Pressed twice, it is applied once; what fails can be tried again.
    this.#kept.delete(key);
    try {
      return await this.#app.publishing.publish(
        { publication, changes: all, refused },
        { base, actor, kind: 'refresh' },
        onProgress,
      );
    } catch (error) {
      if (!(error instanceof OutdatedError)) this.#kept.set(key, kept);
      throw error;
    }
  }

  discard(key: string): void {
    this.#kept.delete(key);
  }

  /** Cuts off what is under way. */
  async close(): Promise<void> {
    this.#closing.abort(new UserError(CUT_OFF));
    await this.#last;
  }

  async #preview(onProgress: OnProgress): Promise<RefreshPreview> {
    const { signal: ended } = this.#closing;
    ended.throwIfAborted();
    const started = performance.now();
    const thread = this.#app.startThread(onProgress);
    const end = () => void thread.end();
    ended.addEventListener('abort', end, { once: true });
    try {
      const { base, plan, toEmbed } = await this.#read(thread, onProgress, ended);
      const at = this.#app.now().getTime();
      const preview: RefreshPreview = {
        key: randomUUID(),
        expiresAt: new Date(at + KEPT_MS).toISOString(),
        ...{ base, ...plan.preview, toEmbed, ms: performance.now() - started },
      };
      this.#keep(preview.key, { preview, plan });
      return preview;
    } catch (error) {
      ended.throwIfAborted();
      throw error;
    } finally {
      ended.removeEventListener('abort', end);
      await thread.run('release').catch(() => {
        // It was ended already.
      });
      await thread.end();
    }
  }

  async #read(thread: RefreshThread, onProgress: OnProgress, signal: AbortSignal) {
    const { fetcher, now, newArticles } = this.#app;
    const { targets, feeds } = await thread.run('start', now());
    const counted = { stage: 'fetching' as const, done: 0, total: targets.length + feeds.length };
    const read = async <V extends Visit>(visits: readonly V[], visitor: Omit<Visitor<V>, 'onDone'>) => {
      if (visits.length > 0) onProgress({ ...counted });
      const onDone = () => {
        counted.done += 1;
        onProgress({ ...counted });
      };
      await visitAll(visits, fetcher, { ...visitor, onDone }, { signal });
    };

    const parts: FeedVisit[] = [];
    const ofFeeds = {
      visited: async (visit: FeedVisit, fetched: Fetched) => {
        parts.push(...(await thread.run('listed', { visit, fetched })));
      },
      failed: (visit: FeedVisit, failure: Failure) => thread.run('feedFailed', { visit, failure }),
    };
    await read(feeds, ofFeeds);
    counted.total += parts.length;
    await read(parts.splice(0), ofFeeds);
    const found = await thread.run('take', newArticles);
    counted.total += found.length;
    const articles: (Visit & { articleId?: string })[] = [...targets, ...found.map((url) => ({ url }))];
    await read(articles, {
      visited: ({ articleId, url }, fetched) =>
        thread.run('visited', { url, fetched, ...(articleId !== undefined && { articleId }) }),
      failed: ({ articleId, url }, failure) =>
        thread.run('failed', { url, failure, ...(articleId !== undefined && { articleId }) }),
    });
    return settled(await thread.run('finish', now()));
  }

  #keep(key: string, kept: Kept): void {
    this.#kept.set(key, kept);
    for (const old of this.#kept.keys()) {
      if (this.#kept.size > MOST_KEPT) this.#kept.delete(old);
      else this.#keptAt(old);
    }
  }

  /** A preview that can still be applied; one that is too old is let go. */
  #keptAt(key: string): Kept | undefined {
    const kept = this.#kept.get(key);
    if (kept && this.#app.now() < new Date(kept.preview.expiresAt)) return kept;
    this.#kept.delete(key);
    return undefined;
  }
}
