import type { Citation, Claim } from '../model.ts';
import type { LibraryReader } from '../ports.ts';
import type { Query } from '../retrieve/query.ts';
import { answer, type Draft, textOf } from './answer.ts';
import { timeNote, timeOf } from './as-of.ts';
import { answerFromHeads } from './from-heads.ts';

/** A question, or one side of it, as the library is asked. */
export interface Asked {
  /** What the side is about; empty for the question as a whole. */
  label: string;
  query: Query;
  vector: Float32Array;
}

/** Statements for each side: enough to compare, and short. */
const CLAIMS_PER_SIDE = 2;

/**
 * Answers a question as a whole or, where it sets several things side by side and no answer meets all of them,
 * each side on its own: its claims carry its name, and a side without an answer is said to be missing. A question
 * about an article rather than what it says is answered from the article's head.
 */
export function answerSides(whole: Asked, sides: readonly Asked[], library: LibraryReader): Draft {
  const fromHeads = answerFromHeads(whole, library);
  if (fromHeads) return fromHeads;
  const drafts = sides.map(({ label, query, vector }) => ({ label, draft: answer(query, vector, library) }));
  const answered = drafts.filter(({ draft }) => draft.status !== 'notInCorpus');
  if (answered.length === 0 || sameFirstClaim(answered.map(({ draft }) => draft))) {
    return answer(whole.query, whole.vector, library);
  }
  const claims: Claim[] = [];
  const citations: Citation[] = [];
  for (const { label, draft } of answered) {
    for (const claim of draft.claims.slice(0, CLAIMS_PER_SIDE)) {
      const cited = draft.citations.filter(({ n }) => claim.citations.includes(n));
      const renumbered = cited.map((citation, i) => ({ ...citation, n: citations.length + i + 1 }));
      citations.push(...renumbered);
      claims.push({ ...claim, label, citations: renumbered.map(({ n }) => n) });
    }
  }
  const unanswered = drafts.filter(({ draft }) => draft.status === 'notInCorpus').map(({ label }) => label);
  const missing = [...new Set([...unanswered, ...answered.flatMap(({ draft }) => draft.missing)])];
  const time = timeOf(whole.query, citations);
  return {
    status: missing.length > 0 ? 'partial' : 'answered',
    // No surer than of its least sure part.
    confidence: Math.min(...answered.map(({ draft }) => draft.confidence)),
    text: textOf(claims, missing, timeNote({ ...time, citations })),
    claims,
    citations,
    missing,
    closest: [],
    ...time,
    generation: library.generation?.id ?? 0,
  };
}

/** Whether the sides have one answer between them: then they were asked about together after all. */
function sameFirstClaim(drafts: readonly Draft[]): boolean {
  return drafts.length > 1 && new Set(drafts.map(({ claims }) => claims[0]?.text)).size === 1;
}
