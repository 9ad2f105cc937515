import type { Span } from '../model.ts';
import { namesIn } from '../retrieve/stems.ts';

/** One side of a question about several: the question as if only this one had been asked about. */
export interface Side {
  /** The name of the side, as the question wrote it. */
  label: string;
  text: string;
}

/** What stands between two names that are asked about side by side: "France and with the UK", "CNES vs ISRO". */
const BETWEEN =
  /^\s*(?:,\s*)?(?:and|or|vs\.?|versus|compared (?:to|with)|as well as|,)\s+(?:(?:of|with|by|for|in|from|to|at|on)\s+)?(?:the\s+)?$/i;
/**
 * What says that names are set side by side, where "India and France" alone may act together: a word such as
 * "compare", "versus" or "or", or a preposition that is said again ("with France and with the UK").
 */
const APART = /\b(?:compare|comparison|differ|difference|versus|vs|both|each|respectively)\b/i;
const SAID_AGAIN = /\bor\b|\bversus\b|\bvs\b|\b(?:and|,)\s+(?:of|with|by|for|in|from|to|at|on)\b/i;
const MOST_SIDES = 4;

/**
 * The sides of a question that asks for the same of several things, such as "Where are the headquarters of ISRO
 * and of CNES?"; none when it does not.
 */
export function sidesOf(question: string): Side[] {
  const names = namesIn(question).filter(({ start }) => start > 0);
  const groups: Span[][] = [];
  for (const name of names.flatMap((span) => splitAtJoiners(question, span))) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && BETWEEN.test(question.slice(last.end, name.start))) group.push(name);
    else groups.push([name]);
  }
  const sides = groups.filter((group) => group.length > 1 && group.length <= MOST_SIDES);
  const [group] = sides;
  const [first, last] = [group?.[0], group?.at(-1)];
  if (sides.length !== 1 || !group || !first || !last) return [];
  if (!APART.test(question) && !SAID_AGAIN.test(question.slice(first.end, last.start))) return [];
  return group.map(({ start, end }) => ({
    label: question.slice(start, end),
    text: question.slice(0, first.start) + question.slice(start, end) + question.slice(last.end),
  }));
}

/** A run of names may hold several joined by "and": "France and the United Kingdom". */
function splitAtJoiners(question: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const joiner of question
    .slice(start, end)
    .matchAll(/\s+(?:and|or)\s+(?:(?:of|with|in|for)\s+)?(?:the\s+)?/gi)) {
    parts.push({ start: from, end: start + joiner.index });
    from = start + joiner.index + joiner[0].length;
  }
  return [...parts, { start: from, end }];
}
