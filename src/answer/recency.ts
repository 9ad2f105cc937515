import { periodOfDate } from '../retrieve/calendar.ts';
import type { NamedTime } from '../retrieve/dates.ts';
import { timesNamedIn } from '../retrieve/of-time.ts';
import type { QuestionTime } from '../retrieve/time.ts';
import { byPublication } from '../retrieve/time-order.ts';
import type { Candidate } from './judge.ts';

/**
 * Where a sentence of another time is e to the power of this likelier an answer, it is that time the articles tell
 * of: sooner so when the best one is in an article of the time asked about that does not name it.
 */
const OF_ANOTHER_TIME = { named: 6, published: 1.5 };
/** The same where the question names a year, which others lack and which makes them less likely already. */
const OF_ANOTHER_YEAR = { named: 3.5, published: 0 };
/** Sentences answer about equally well when none is more than e to the power of this as likely as another, */
const SCORE_MARGIN = 1;
/** and each meets nearly as much of the question. */
const CONTEXT_SHARE = 0.85;
/** The same as the margin for a sentence that bounds the time just as the question does. */
const SAID_SO_MARGIN = 2;
/** Later than any day that a sentence names. */
const SOME_DAY = '9999';
/** What is so when it is written. */
const NOW = /\b(?:today|currently|nowadays|presently|now|at present|to this day|these days)\b/i;

/**
 * The candidates that may answer a question about a time, best first; none where the best are of another time. Of
 * those that answer about equally well, the ones that name the time come first; or, where the newest (oldest) is
 * wanted, those of the newest (oldest) article, and within an article what happened last (first).
 * @param candidates best first
 */
export function arrangeByTime(time: QuestionTime | undefined, candidates: readonly Candidate[]): Candidate[] {
  if (!time) return [...candidates];
  const [overall] = candidates;
  const inTime = candidates.filter(
    (candidate) => overall && overall.score - candidate.score <= marginOf(time, candidate),
  );
  const [best] = inTime;
  if (!best) return [];
  const asGood = inTime.filter(
    (candidate) =>
      answersAsWell(candidate, best) ||
      (saysSo(time, candidate) && best.score - candidate.score <= SAID_SO_MARGIN),
  );
  return [...new Set([...inOrder(time, asGood, best), ...inTime])];
}

/** How much likelier than this one an answer of another time may be. */
function marginOf({ kept, isRange }: QuestionTime, { match: { timing } }: Candidate): number {
  if (timing === 'other') return Number.NEGATIVE_INFINITY;
  if (timing === 'free') return Number.POSITIVE_INFINITY;
  const margins = kept.length > 0 && !isRange ? OF_ANOTHER_YEAR : OF_ANOTHER_TIME;
  return timing === 'published' ? margins.published : margins.named;
}

/** Whether a sentence bounds the time in the very words of the question: "since 1990". */
function saysSo({ isRange, phrases }: QuestionTime, { match }: Candidate): boolean {
  const text = match.text.toLowerCase();
  return isRange && phrases.some((phrase) => /\d/.test(phrase) && text.includes(phrase));
}

function answersAsWell({ score, features }: Candidate, best: Candidate): boolean {
  return (
    best.score - score <= SCORE_MARGIN &&
    features.context >= CONTEXT_SHARE * best.features.context &&
    features.missingNames <= best.features.missingNames &&
    features.expected >= best.features.expected
  );
}

function inOrder(time: QuestionTime, candidates: readonly Candidate[], best: Candidate): Candidate[] {
  const { order } = time.asked;
  if (order === undefined) {
    if (!time.strict) return [...candidates];
    const namesIt = (candidate: Candidate) =>
      saysSo(time, candidate) ? 0 : candidate.match.timing === 'named' ? 1 : 2;
    return candidates.toSorted((a, b) => namesIt(a) - namesIt(b));
  }
  // A sentence that names no time is as recent as the one that answers best.
  const when = (candidate: Candidate) => lastKnown(candidate) ?? lastKnown(best) ?? '';
  const sign = order === 'oldest' ? 1 : -1;
  return candidates.toSorted(
    (a, b) =>
      byPublication(order, a.ranked.passage.article, b.ranked.passage.article) ||
      sign * (when(a) === when(b) ? 0 : when(a) < when(b) ? -1 : 1),
  );
}

/** The end of the last time that a sentence names, of those past when its article was published; or when that was. */
function lastKnown(candidate: Candidate): string | undefined {
  const { publishedAt } = candidate.ranked.passage.article;
  const known = publishedAt === undefined ? undefined : periodOfDate(publishedAt)?.before;
  if (NOW.test(candidate.match.text)) return known ?? SOME_DAY;
  return timesOf(candidate)
    .map(({ period }) => period.before)
    .filter((before) => known === undefined || before <= known)
    .sort()
    .at(-1);
}

function timesOf({ match, ranked }: Candidate): NamedTime[] {
  return timesNamedIn(match.text, ranked.passage.article);
}
