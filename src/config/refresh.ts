import type { Settings } from './settings.ts';

const UNITS_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const [SHORTEST_MS, LONGEST_MS] = [15 * 60_000, 14 * 86_400_000];

export interface RefreshConfig {
  /** Milliseconds from one refresh to the next; `undefined`: only when somebody asks for one. */
  everyMs: number | undefined;
  /** The most new articles that one refresh takes from feeds, 0 to 500. */
  newArticles: number;
}

/** How often everything is read again, and how much that may add. */
export function readRefreshConfig(settings: Settings): RefreshConfig {
  const every = settings.text('REFRESH_EVERY')?.toLowerCase() ?? 'off';
  const [, count, unit = ''] = /^(\d{1,5})\s*([mhd])$/.exec(every) ?? [];
  const everyMs = Number(count) * (UNITS_MS[unit] ?? Number.NaN);
  if (every !== 'off' && !(everyMs >= SHORTEST_MS && everyMs <= LONGEST_MS)) {
    settings.problems.push(
      `REFRESH_EVERY must be off, or a time such as 30m, 6h or 1d, from 15 minutes to 14 days, not "${every}"`,
    );
  }
  const newArticles = settings.wholeNumber('REFRESH_NEW_ARTICLES', { least: 0, most: 500, usual: 20 });
  return { everyMs: every === 'off' ? undefined : everyMs, newArticles };
}
