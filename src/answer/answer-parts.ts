import type { Citation, Claim, Correction } from '../model.ts';
import type { LibraryReader } from '../ports.ts';
import { moved, overlap, placeCovers } from '../spans.ts';
import { answer, type Draft, textOf } from './answer.ts';
import type { Answered } from './answer-reading.ts';
import { timeNote, timeOf } from './as-of.ts';
import { isNamedIn } from './asked-names.ts';
import { isAsking } from './left-open.ts';
import type { Part } from './parts.ts';
import type { Asked, AskedReading } from './reading.ts';

/** Statements for each of two parts, and for each of more: enough to compare, and short. */
const CLAIMS_OF_TWO = 2;
const CLAIMS_OF_MORE = 1;

/** The answer to one part. */
interface PartDraft extends Asked {
  part: Part;
  draft: Draft;
}

/** A claim and what it cites, with the parts that it answers. */
interface Said {
  claim: Claim;
  citations: Citation[];
  parts: Part[];
}

/**
 * Answers each part of a question on its own. The claims of a side carry its name, a sentence that answers several
 * parts is said once, and a part without an answer is said to be missing.
 */
export function answerParts({ whole, parts, mayBeOne }: AskedReading, library: LibraryReader): Answered {
  const drafts = parts.map((asked) => ({
    ...asked,
    draft: answer(asked.query, asked.vector, library, asked.part.label),
  }));
  const answered = drafts.filter(({ part, draft }) => draft.status !== 'notInCorpus' && !lacks(part, draft));
  const sides = parts.filter(({ part }) => part.label !== undefined);
  if (answered.length === 0 || (mayBeOne && asksForOne(answered, whole, library))) {
    // A question after a question is no better answered by both at once; sides may be.
    const asked = sides.length > 0 ? [whole] : parts;
    const draft = sides.length > 0 ? answer(whole.query, whole.vector, library) : drafts[0]?.draft;
    if (draft)
      return { draft, asked: asked.map((one) => ({ ...one, citations: draft.citations.map(({ n }) => n) })) };
  }
  const said = sayOnce(answered);
  const citations = said.flatMap((one) => one.citations).map((citation, i) => ({ ...citation, n: i + 1 }));
  let n = 0;
  const claims = said.map(({ claim, citations, parts }): Claim => {
    const { label: _, ...unnamed } = claim;
    const label = labelOf(parts);
    return { ...unnamed, ...(label === undefined ? {} : { label }), citations: citations.map(() => ++n) };
  });
  const missing = missingFrom(drafts, citations);
  const time = timeOf(whole.query, citations);
  const corrected = distinct(answered.flatMap(({ draft }) => draft.corrected ?? []));
  return {
    draft: {
      status: missing.length > 0 ? 'partial' : 'answered',
      // No surer than of its least sure part.
      confidence: Math.min(...answered.map(({ draft }) => draft.confidence)),
      text: textOf(claims, missing, whole.query.language, timeNote({ ...time, citations })),
      claims,
      citations,
      missing,
      closest: [],
      ...time,
      language: whole.query.language,
      ...(whole.query.gloss ? { acrossLanguages: true as const } : {}),
      ...(corrected.length > 0 ? { corrected } : {}),
      generation: library.generation?.id ?? 0,
    },
    asked: drafts.map(({ part, query, vector }) => ({
      ...{ query, vector },
      ...(part.label === undefined ? {} : { label: part.label }),
      citations: said.flatMap(({ parts }, i) => (parts.includes(part) ? (claims[i]?.citations ?? []) : [])),
    })),
  };
}

/** Whether what was found for a side is not of it. */
function lacks({ label }: Part, { missing }: Draft): boolean {
  return label !== undefined && missing.some((name) => !name.endsWith('?') && isNamedIn(label, name));
}

/** The claims of all parts in order, each sentence once. */
function sayOnce(answered: readonly PartDraft[]): Said[] {
  const most = answered.length > 2 ? CLAIMS_OF_MORE : CLAIMS_OF_TWO;
  const said: Said[] = [];
  const labels = answered.flatMap(({ part: { label } }) => label ?? []);
  for (const { part, draft } of answered) {
    // What comes near a part without meeting it is told once.
    for (const [i, claim] of draft.claims.slice(0, draft.status === 'partial' ? 1 : most).entries()) {
      if (i > 0 && isOfAnother(part, claim, labels)) continue;
      const own = { claim, citations: citedBy(claim, draft), parts: [part] };
      const same = said.findIndex((earlier) => covers(earlier, own) || covers(own, earlier));
      const earlier = said[same];
      if (!earlier) said.push(own);
      // A sentence in passing that does not even name the side says nothing of it.
      else if (i === 0 || part.label === undefined || isNamedIn(part.label, claim.text))
        said[same] = joined(earlier, own);
    }
  }
  return said;
}

/** Whether a sentence names another side than the one that it was found for. */
function isOfAnother({ label }: Part, { text }: Claim, labels: readonly string[]): boolean {
  return label !== undefined && !isNamedIn(label, text) && labels.some((other) => isNamedIn(other, text));
}

/** Of two claims of which one says all that the other does, the longer, with the emphasis of both. */
function joined(first: Said, second: Said): Said {
  const [longer, shorter] = covers(first, second) ? [first, second] : [second, first];
  const shift = longer.claim.text.indexOf(shorter.claim.text);
  const added = shorter.claim.emphasis
    .map((span) => moved(span, shift))
    .filter((span) => !longer.claim.emphasis.some((other) => overlap(other, span)));
  const emphasis = shift < 0 ? longer.claim.emphasis : [...longer.claim.emphasis, ...added];
  const parts = [...new Set([...first.parts, ...second.parts])];
  return { claim: { ...longer.claim, emphasis }, citations: longer.citations, parts };
}

function covers(outer: Said, inner: Said): boolean {
  return inner.citations.every((citation) => outer.citations.some((other) => placeCovers(other, citation)));
}

/** Whether sides are asked about together: one sentence answers each of them, or names them all and answers as they do. */
function asksForOne(answered: readonly PartDraft[], whole: Asked, library: LibraryReader): boolean {
  const firsts = answered.map(({ draft }) => draft.claims[0]);
  if (answered.length > 1 && new Set(firsts.map((claim) => claim?.text)).size === 1) return true;
  const [best] = answer(whole.query, whole.vector, library).claims;
  if (!best || !answered.every(({ part }) => isNamedIn(part.label ?? '', best.text))) return false;
  return best.emphasis.length > 0 || firsts.every((claim) => claim?.emphasis.length === 0);
}

/** Parts without an answer, and what an answer leaves open that no other answer has. */
function missingFrom(drafts: readonly PartDraft[], citations: readonly Citation[]): string[] {
  const missing = drafts.flatMap(({ part, draft }) => {
    if (draft.status !== 'notInCorpus' && !lacks(part, draft)) {
      return draft.missing
        .filter((name) => !citations.some(({ quote }) => quote.includes(name)))
        .map((name) => (isAsking(name) ? part.asked : name));
    }
    // A side that is mentioned is not what is missing, but what was asked of it.
    const isMentioned = citations.some(({ quote }) => quote.includes(part.asked));
    return [isMentioned ? part.text : part.asked];
  });
  return [...new Set(missing)];
}

const list = new Intl.ListFormat('en');

function labelOf(parts: readonly Part[]): string | undefined {
  const labels = parts.flatMap(({ label }) => (label === undefined ? [] : [label]));
  return labels.length > 0 ? list.format(new Set(labels)) : undefined;
}

function citedBy(claim: Claim, draft: Draft): Citation[] {
  return draft.citations.filter(({ n }) => claim.citations.includes(n));
}

/** The parts of a question share words. */
function distinct(corrections: readonly Correction[]): Correction[] {
  return [...new Map(corrections.map((correction) => [correction.typed, correction])).values()];
}
