import type { ArticleHead, Citation, Claim, Span } from '../model.ts';
import type { Query } from '../retrieve/query.ts';
import type { SentenceMatch } from '../retrieve/sentence-match.ts';
import { moved, placeCovers } from '../spans.ts';
import { type Expected, findExpected } from './expect.ts';
import type { Candidate } from './judge.ts';
import { REFERS_BACK } from './refers-back.ts';
import { citedArticle } from './sources.ts';
import { withSpeaker } from './speakers.ts';

const MOST_EMPHASISED = 2;
/** Sentences put before one that cannot stand alone. */
const MOST_BEFORE = 2;

/**
 * One claim for each chosen sentence, with the citation it rests on. A sentence that opens with "They" or "The two
 * sides" comes with the one before it, one that is quoted with the one that names the speaker, one that opens a list
 * with the list; the citation covers exactly all of them. What an earlier claim has said is not said again.
 * @param most claims; the first ones are made
 * @returns what was `said` as well: the sentence of each claim
 */
export function claimsOf(
  chosen: readonly Candidate[],
  expected: Expected,
  query: Query,
  most = Number.POSITIVE_INFINITY,
): { claims: Claim[]; citations: Citation[]; said: Candidate[] } {
  const citations: Citation[] = [];
  const said: Candidate[] = [];
  for (const candidate of chosen) {
    if (citations.length === most) break;
    const citation = cite(candidate, citations.length + 1, said);
    if (citations.some((earlier) => placeCovers(earlier, citation))) continue;
    citations.push(citation);
    said.push(candidate);
  }
  const claims = citations.map(({ n, start, quote }, i): Claim => {
    const { ranked, sentence, rest } = said[i] as Candidate;
    const chosenSpan = ranked.passage.sentences[sentence] as Span;
    const own = chosenSpan.start - start;
    const text = spoken(quote, rest?.left ?? 0);
    const shown = rest ? text.slice(own) : text.slice(own, chosenSpan.end - start);
    const emphasis = findExpected(expected, shown, query).slice(0, MOST_EMPHASISED);
    return {
      text,
      citations: [n],
      emphasis:
        expected === 'reason' || expected === 'definition' ? [] : emphasis.map((span) => moved(span, own)),
    };
  });
  return { claims, citations, said };
}

/** A quote in one line: a list on lines of its own is set apart by a colon, its items by semicolons. */
function spoken(quote: string, left: number): string {
  let mark = ':';
  const line = quote.replace(/([.,;:!?])?\s*\n\s*/g, (_, end?: string) => {
    const shown = end ?? mark;
    mark = ';';
    return `${shown} `;
  });
  return left > 0 ? `${line} … and ${left} more` : line;
}

function cite(candidate: Candidate, n: number, earlier: readonly Candidate[]): Citation {
  const { passage } = candidate.ranked;
  const { first, last } = standing(candidate, earlier);
  const { start } = passage.sentences[first] as Span;
  const { end } = passage.sentences[last] as Span;
  const alsoIn = inAll(candidate.ranked.sentences.slice(first, last + 1));
  return {
    n,
    ...citedArticle(passage.article),
    start,
    end: candidate.rest?.end ?? end,
    quote: passage.text.slice(start - passage.start, end - passage.start) + (candidate.rest?.text ?? ''),
    ...(alsoIn.length === 0 ? {} : { alsoIn }),
  };
}

/** The copies that have all of some sentences. */
function inAll(sentences: readonly SentenceMatch[]): ArticleHead[] {
  const [first = [], ...others] = sentences.map(({ alsoIn = [] }) => alsoIn);
  return first.filter(({ id }) => others.every((heads) => heads.some((head) => head.id === id)));
}

/**
 * The sentences to show so that the chosen one can be understood, all of one paragraph: with the speaker of what is
 * quoted, and with what "They" speaks of. Itself, where an earlier claim has said what it needs.
 */
function standing(candidate: Candidate, earlier: readonly Candidate[]): { first: number; last: number } {
  const { ranked, sentence, rest } = candidate;
  const texts = ranked.sentences.map(({ text }) => text);
  const { from, to } = paragraphOf(candidate);
  const spoken = withSpeaker(texts.slice(from, to), sentence - from);
  const isSaid = (i: number) => earlier.some((claim) => claim.ranked === ranked && claim.sentence === i);
  let [first, last] = [spoken.first + from, spoken.last + from];
  // A list goes on right behind the sentence that opens it.
  if (rest) last = sentence;
  if (isSaid(last) || texts.slice(first, sentence).some((_, i) => isSaid(first + i))) {
    [first, last] = [sentence, sentence];
  }
  while (first > from && sentence - first < MOST_BEFORE && REFERS_BACK.test(texts[first] ?? '')) {
    if (isSaid(first - 1)) break;
    first--;
  }
  return { first, last };
}

/** The sentences (`to` exclusive) of the passage that are in one paragraph with the chosen one. */
function paragraphOf({ ranked: { passage }, sentence }: Candidate): { from: number; to: number } {
  const { sentences, start, text } = passage;
  const isParted = (i: number) =>
    /\n/.test(text.slice((sentences[i - 1]?.end ?? 0) - start, (sentences[i]?.start ?? 0) - start));
  let [from, to] = [sentence, sentence + 1];
  while (from > 0 && !isParted(from)) from--;
  while (to < sentences.length && !isParted(to)) to++;
  return { from, to };
}
