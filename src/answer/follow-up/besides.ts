import type { Turn } from '../../model.ts';
import { placesOverlap } from '../../spans.ts';
import { textOf } from '../answer.ts';
import type { Answered } from '../answer-reading.ts';
import { timeNote } from '../as-of.ts';
import { phrase } from '../phrases.ts';

/** An answer without the claims that a turn told already; when it has no others, the articles do not say. */
export function besides(answered: Answered, { cited }: Turn): Answered {
  const { draft, asked } = answered;
  const isTold = (n: number) =>
    draft.citations.some((one) => one.n === n && cited.some((words) => placesOverlap(one, words)));
  const claims = draft.claims.filter(({ citations }) => !citations.every(isTold));
  if (claims.length === draft.claims.length || draft.conflict !== undefined) return answered;

  const kept = draft.citations.filter(({ n }) => claims.some(({ citations }) => citations.includes(n)));
  const renumbered = (numbers: readonly number[]) =>
    kept.flatMap(({ n }, i) => (numbers.includes(n) ? [i + 1] : []));
  const citations = kept.map((citation, i) => ({ ...citation, n: i + 1 }));
  const told = claims.map((claim) => ({ ...claim, citations: renumbered(claim.citations) }));
  const isSaid = told.length > 0;
  const missing = isSaid ? draft.missing : [];
  const closest = draft.citations.slice(0, 1).map(({ articleId, title }) => ({ articleId, title }));
  return {
    draft: {
      ...draft,
      ...{ claims: told, citations, missing },
      ...(!isSaid && { status: 'notInCorpus', confidence: 0, closest }),
      text: isSaid
        ? textOf(told, missing, draft.language, timeNote({ ...draft, citations }))
        : phrase(draft.language, 'doNotSay'),
    },
    asked: asked.map((one) => ({ ...one, citations: renumbered(one.citations) })),
  };
}
