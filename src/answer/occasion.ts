import type { Query } from '../retrieve/query.ts';
import { namesIn } from '../retrieve/stems.ts';
import { isNamedIn } from './asked-names.ts';
import type { Candidate } from './judge.ts';

/** "What happened", "what was agreed", "what did they announce". */
const ASKS_WHAT = /^\W*(?:(?:and|so|tell me) )?what\b/iu;
const BEFORE_OCCASION = /\b(?:at|during)\s+(?:the\s+)?$/iu;
/** A sentence may be e to the power of this less likely than the best that does not name the occasion. */
const MARGIN = 2;

/** What a question takes for an occasion, by its name: "COP21" of "What was agreed at COP21?"; not when it names a time. */
export function occasionIn({ text, time }: Pick<Query, 'text' | 'time'>): string | undefined {
  if (time || !ASKS_WHAT.test(text)) return undefined;
  const span = namesIn(text).find(({ start }) => BEFORE_OCCASION.test(text.slice(0, start)));
  return span && text.slice(span.start, span.end);
}

/**
 * What happened on an occasion is told by the sentences that name it: they come first where they answer nearly as well.
 * @param candidates best first
 */
export function arrangeByOccasion(query: Query, candidates: readonly Candidate[]): Candidate[] {
  const occasion = occasionIn(query);
  const [best] = candidates;
  if (occasion === undefined || !best) return [...candidates];
  const telling = candidates.filter(
    ({ match, score }) => best.score - score <= MARGIN && isNamedIn(occasion, match.text),
  );
  return [...new Set([...telling, ...candidates])];
}
