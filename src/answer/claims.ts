import type { Citation, Claim, Span } from '../model.ts';
import type { Query } from '../retrieve/query.ts';
import { type Expected, findExpected } from './expect.ts';
import type { Candidate } from './judge.ts';

const MOST_EMPHASISED = 2;
/** Sentences put before one that cannot stand alone. */
const MOST_BEFORE = 2;

/** Openings that speak of something the sentence before has named. */
const REFERS_BACK =
  /^["“'‘(]?(?:(?:they|it|he|she|this|that|these|those|his|her|its|their|such|both|the latter|the former)\b|the (?:(?:two|three|four|five|prime) )?(?:countries|sides|nations|parties|governments|leaders|ministers|presidents|pair|statement|agreement|deal|pact)\b)/i;

/**
 * One claim for each chosen sentence, with the citation it rests on. A sentence that opens with "They" or "The two
 * sides" comes with the one before it, and the citation covers exactly both.
 */
export function claimsOf(
  chosen: readonly Candidate[],
  expected: Expected,
  query: Query,
): { claims: Claim[]; citations: Citation[] } {
  const citations: Citation[] = [];
  const said: Candidate[] = [];
  for (const candidate of chosen) {
    const citation = cite(candidate, citations.length + 1, said);
    if (citations.some((earlier) => covers(earlier, citation))) continue;
    citations.push(citation);
    said.push(candidate);
  }
  const claims = citations.map(({ n, start, quote }, i): Claim => {
    const { ranked, sentence } = said[i] as Candidate;
    const own = (ranked.passage.sentences[sentence] as Span).start - start;
    const emphasis = findExpected(expected, quote.slice(own), query).slice(0, MOST_EMPHASISED);
    return {
      text: quote,
      citations: [n],
      emphasis:
        expected === 'reason'
          ? []
          : emphasis.map((span) => ({ start: span.start + own, end: span.end + own })),
    };
  });
  return { claims, citations };
}

function covers(outer: Citation, inner: Citation): boolean {
  return outer.articleId === inner.articleId && outer.start <= inner.start && inner.end <= outer.end;
}

function cite(candidate: Candidate, n: number, earlier: readonly Candidate[]): Citation {
  const { passage } = candidate.ranked;
  const { end } = passage.sentences[candidate.sentence] as Span;
  const { start } = passage.sentences[firstStanding(candidate, earlier)] as Span;
  const { id, title, publisher, publishedAt, url } = passage.article;
  return {
    n,
    articleId: id,
    title,
    ...(publisher === undefined ? {} : { publisher }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(url === undefined ? {} : { url }),
    start,
    end,
    quote: passage.text.slice(start - passage.start, end - passage.start),
  };
}

/**
 * The sentence to begin with so that the chosen one can be understood: one before it in the same paragraph, or
 * itself, also where an earlier claim has said what it needs.
 */
function firstStanding({ ranked, sentence }: Candidate, earlier: readonly Candidate[]): number {
  const { passage, sentences } = ranked;
  let first = sentence;
  while (sentence - first < MOST_BEFORE && REFERS_BACK.test(sentences[first]?.text ?? '')) {
    const before = first - 1;
    const [previous, own] = [passage.sentences[before], passage.sentences[first]];
    if (!previous || !own) break;
    if (/\n/.test(passage.text.slice(previous.end - passage.start, own.start - passage.start))) break;
    if (earlier.some((claim) => claim.ranked === ranked && claim.sentence === before)) break;
    first = before;
  }
  return first;
}
