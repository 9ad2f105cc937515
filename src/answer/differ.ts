import type { Citation, Claim, Conflict } from '../model.ts';

/** Says that articles differ, before the claims that do. */
export function differ(conflict: Conflict): string {
  return `The articles give different ${conflict}s, the newest first:`;
}

/** The day on which the article of a claim was published, as far as it is known. */
export function dayOf(claim: Claim, citations: readonly Citation[]): string {
  return citations.find(({ n }) => claim.citations.includes(n))?.publishedAt ?? 'undated';
}

/** The claims under the days of their articles instead of labels of their own. */
export function underDays(claims: readonly Claim[], citations: readonly Citation[]): Claim[] {
  return claims.map((claim) => ({ ...claim, label: dayOf(claim, citations) }));
}
