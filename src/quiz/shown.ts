import type { Asked } from './askable.ts';
import { withoutSpans } from './standing.ts';
import type { Term } from './terms.ts';

/** The sentence without "on Friday" and the like, and where the term is then. */
export function shownOf({ sentence: { text }, standing: { cuts }, term }: Asked): {
  text: string;
  term: Term;
} {
  const by = cuts.reduce((sum, { start, end }) => (end <= term.start ? sum + end - start : sum), 0);
  return { text: withoutSpans(text, cuts), term: { ...term, start: term.start - by, end: term.end - by } };
}
