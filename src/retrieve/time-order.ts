import type { RankedPassage } from './rank.ts';
import type { QuestionTime } from './time.ts';

/** Share of the best score from which a passage is about the same thing, so that its date may bring it forward. */
const ABOUT_THE_SAME = 0.7;

/**
 * Passages with a sentence of the time asked about before all others but one; then, where the question wants the newest or
 * the oldest, every second place for those by date. Otherwise the order stays as it is.
 */
export function arrangeByTime(
  time: QuestionTime | undefined,
  passages: readonly RankedPassage[],
): RankedPassage[] {
  if (!time) return [...passages];
  const { true: inTime = [], false: others = [] } = Object.groupBy(passages, ({ sentences }) =>
    sentences.some(({ timing }) => timing !== 'other') ? 'true' : 'false',
  );
  const { order } = time.asked;
  // The best of another time stays in sight: it may show that this is what the articles tell of.
  if (order === undefined)
    return [...inTime.slice(0, 1), ...others.slice(0, 1), ...inTime.slice(1), ...others.slice(1)];
  const best = Math.max(...inTime.map(({ score }) => score));
  const byDate = inTime
    .filter(({ score }) => score >= ABOUT_THE_SAME * best)
    .sort((a, b) => byPublication(order, a.passage.article, b.passage.article));
  const alternating = inTime.flatMap((passage, i) => [passage, ...byDate.slice(i, i + 1)]);
  return [...new Set([...alternating, ...others])];
}

/** Compares two articles by their dates, the newest or the oldest first; undated ones come last. */
export function byPublication(
  order: 'newest' | 'oldest',
  { publishedAt: a }: { publishedAt?: string },
  { publishedAt: b }: { publishedAt?: string },
): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return (a < b ? -1 : 1) * (order === 'oldest' ? 1 : -1);
}
