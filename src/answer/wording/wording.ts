import type { ArticleHead, Citation, Claim, Place, Span } from '../../model.ts';
import { isStopWord, wordsOf } from '../../retrieve/words.ts';
import { overlap, placeCovers, placesOverlap } from '../../spans.ts';
import type { Draft } from '../answer.ts';
import { textOf } from '../answer.ts';
import { timeNote } from '../as-of.ts';
import { citedArticle } from '../sources.ts';
import type { CheckedClaim } from './check.ts';
import type { Material, MaterialPassage } from './material.ts';

/** Code units between two sentences of a paragraph. */
const SPACE = 1;

/**
 * The answer with checked claims in place of the extractive ones; `undefined` when too little is left: no claim, more
 * dropped than kept, or nothing that rests on what answers each thing asked most likely.
 */
export function wordedDraft(
  draft: Draft,
  { passages, likeliest }: Material,
  checked: readonly CheckedClaim[],
  dropped: number,
  model: string,
): Draft | undefined {
  const kept = checked.filter((claim, i) => !checked.slice(0, i).some((earlier) => says(earlier, claim)));
  if (kept.length === 0 || dropped > kept.length) return undefined;
  const places = kept.flatMap((claim) => claim.places);
  if (!likeliest.every((part) => part.some((best) => places.some((place) => placesOverlap(best, place)))))
    return undefined;

  const citations = citationsOf(kept, passages, draft.citations);
  const emphasised = draft.claims.flatMap(({ text, emphasis }) =>
    emphasis.map(({ start, end }) => text.slice(start, end)),
  );
  const claims = kept.map(
    ({ text, places }): Claim => ({
      text,
      citations: [
        ...new Set(
          places.flatMap((place) => citations.filter((one) => placesOverlap(one, place)).map(({ n }) => n)),
        ),
      ],
      emphasis: emphasisIn(text, emphasised),
    }),
  );
  const missing = draft.missing.filter((words) => !citations.some(({ quote }) => quote.includes(words)));
  const asOf = citations[0]?.publishedAt;
  const { asOf: before, ...rest } = draft;
  const time = before !== undefined && asOf !== undefined ? { asOf } : {};
  return {
    ...rest,
    ...time,
    text: textOf(claims, missing, draft.language, timeNote({ ...rest, ...time, citations })),
    claims,
    citations,
    missing,
    wordedBy: { model, dropped },
  };
}

/** Whether a claim has all telling words of another. */
function says(claim: CheckedClaim, other: CheckedClaim): boolean {
  return tellingStems(other).isSubsetOf(tellingStems(claim));
}

function tellingStems({ text }: CheckedClaim): Set<string> {
  const telling = wordsOf(text).filter(({ word }) => !isStopWord(word));
  return new Set(telling.map(({ stem }) => stem));
}

/** Neighbouring sentences of one claim are one footnote; claims that share a sentence share theirs. */
function citationsOf(
  kept: readonly CheckedClaim[],
  passages: readonly MaterialPassage[],
  drafted: readonly Citation[],
): Citation[] {
  const spans: Place[] = [];
  for (const place of kept.flatMap(({ places }) => joined(places))) {
    const shared = spans.find((span) => placesOverlap(span, place));
    if (!shared) spans.push({ ...place });
    else [shared.start, shared.end] = [Math.min(shared.start, place.start), Math.max(shared.end, place.end)];
  }
  return spans.flatMap((place, i): Citation[] => {
    const passage = passages.find((one) => placesOverlap(one, place));
    if (!passage) return [];
    const { start, end } = place;
    const quote = passage.text.slice(start - passage.start, end - passage.start);
    const alsoIn = copiesOf(place, passage, drafted);
    return [
      {
        n: i + 1,
        ...citedArticle(passage.article),
        start,
        end,
        quote,
        ...(alsoIn.length === 0 ? {} : { alsoIn }),
      },
    ];
  });
}

function copiesOf(place: Place, { sentences }: MaterialPassage, drafted: readonly Citation[]): ArticleHead[] {
  const own = sentences.find(({ start }) => start === place.start)?.alsoIn;
  return own ?? drafted.find((citation) => placeCovers(citation, place))?.alsoIn ?? [];
}

/** Sentences with nothing but a space between them as one span, each span where its first sentence was named. */
function joined(places: readonly Place[]): Place[] {
  const groups: Place[] = [];
  for (const place of places.toSorted((a, b) => a.start - b.start)) {
    const last = groups.findLast(({ articleId }) => articleId === place.articleId);
    if (last && place.start - last.end <= SPACE) last.end = Math.max(last.end, place.end);
    else groups.push({ ...place });
  }
  const namedAt = (group: Place) => places.findIndex((place) => placesOverlap(group, place));
  return groups.sort((a, b) => namedAt(a) - namedAt(b));
}

/** Where the words that answer the question stand in a claim, as whole words. */
function emphasisIn(text: string, words: readonly string[]): Span[] {
  const spans = words.flatMap((word) => {
    const start = text.indexOf(word);
    const isWhole =
      !/[\p{L}\p{N}]/u.test(text.charAt(start - 1)) &&
      !/[\p{L}\p{N}]/u.test(text.charAt(start + word.length));
    return word !== '' && start >= 0 && isWhole ? [{ start, end: start + word.length }] : [];
  });
  return spans.filter((span, i) => !spans.slice(0, i).some((other) => overlap(span, other)));
}
