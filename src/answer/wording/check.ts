import type { Place } from '../../model.ts';
import { moved, overlap, placeCovers } from '../../spans.ts';
import { tooBold } from './bold-words.ts';
import { contradiction } from './contradiction.ts';
import type { Evidence } from './evidence.ts';
import { unfoundFacts } from './facts.ts';
import type { MaterialPassage } from './material.ts';
import { modalityChanged } from './modality.ts';
import { tidied, unfitness } from './plain-text.ts';
import { unsaidQuantity } from './quantity.ts';
import { findQuoted } from './quoted-words.ts';
import type { RawClaim } from './raw-claims.ts';
import { turnedVerb, unsaidDoer } from './roles.ts';
import { withShortNames } from './short-names.ts';
import { wrongSpeaker } from './speakers.ts';
import { LEAST_SUPPORT, supportFeatures, supportOf } from './support.ts';
import { unsaidWord } from './unsaid.ts';

/** The unit vector of a text, of the bundled model: the score of support was measured with it. */
export type Embed = (text: string) => Promise<Float32Array>;

/** A claim of a chat model with what code found out about it. */
export interface CheckedClaim {
  text: string;
  /** The whole sentences that it rests on, in the order of their passages; empty when it failed before they were known. */
  places: Place[];
  /** 0 to 1; absent when it failed before it was weighed. */
  support?: number;
  /** Why it must not be said; absent when it may. */
  why?: string;
}

/** Sentences further on than this are too much for one statement. */
const MOST_SENTENCES = 6;

/** Holds a claim against the passages that it names: nothing that it says of them is believed. */
export async function checkClaim(
  { text, rests }: RawClaim,
  passages: readonly MaterialPassage[],
  embed: Embed,
): Promise<CheckedClaim> {
  const claim = tidied(text);
  const unfit = unfitness(claim);
  if (unfit !== undefined) return { text: claim, places: [], why: unfit };
  if (rests.length === 0) return { text: claim, places: [], why: 'it names no words that it rests on' };

  const found = rests.map((rest) => placesOf(rest, passages));
  const wrong = found.find((places) => typeof places === 'string');
  if (typeof wrong === 'string') return { text: claim, places: [], why: wrong };
  const places = distinct(found.filter((one) => typeof one !== 'string').flat());
  if (places.length > MOST_SENTENCES) return { text: claim, places, why: 'it rests on too many sentences' };

  const evidence = evidenceOf(places, passages);
  if (findQuoted(claim, evidence.sentences.join(' '))) return { text: claim, places, support: 1 };

  const read = withShortNames(claim, evidence.sentences);
  const unfound = unfoundFacts(read, evidence);
  if (unfound.length > 0) {
    const named = unfound.map((words) => `"${words}"`).join(' and ');
    return { text: claim, places, why: `what it rests on does not have ${named}` };
  }
  const wrongly = faultOf(read, evidence);
  if (wrongly !== undefined) return { text: claim, places, why: wrongly };

  const known = vectorsOf(places, passages);
  const vectors = evidence.sentences.map((said, i) => (known[i]?.length ? known[i] : embed(said)));
  const cosine = nearness(await embed(claim), await Promise.all(vectors));
  const support = supportOf(supportFeatures(read, evidence, cosine));
  const why = support < LEAST_SUPPORT ? { why: 'what it rests on does not say all of it' } : {};
  return { text: claim, places, support, ...why };
}

/** What a claim says otherwise than the sentences that it rests on, or beyond them; `undefined` when nothing is seen. */
export function faultOf(claim: string, evidence: Evidence): string | undefined {
  const { sentences } = evidence;
  const found =
    contradiction(claim, sentences) ??
    tooBold(claim, sentences) ??
    modalityChanged(claim, sentences) ??
    unsaidQuantity(claim, sentences);
  if (found !== undefined) return found;
  const speaker = wrongSpeaker(claim, sentences);
  if (speaker !== undefined) return `the quoted words are not told as those of "${speaker}"`;
  const turned = turnedVerb(claim, sentences);
  if (turned !== undefined) return `around "${turned}" it turns who and whom`;
  const doer = unsaidDoer(claim, sentences);
  if (doer !== undefined) return `the quoted words do not say that "${doer}" did it`;
  const unsaid = unsaidWord(claim, evidence);
  return unsaid === undefined ? undefined : `what it rests on does not say "${unsaid}"`;
}

/** The sentences that quoted words stand in, or why there are none. */
function placesOf(
  { passage: number, words }: RawClaim['rests'][number],
  passages: readonly MaterialPassage[],
): Place[] | string {
  const passage = passages[number - 1];
  if (!passage) return `there is no passage ${number}`;
  const spans = findQuoted(words, passage.text);
  if (!spans) return `"${words}" does not stand in passage ${number}`;
  const { articleId } = passage;
  return passage.sentences
    .filter((sentence) => spans.some((span) => overlap(sentence, moved(span, passage.start))))
    .map(({ start, end }) => ({ articleId, start, end }));
}

/** What the sentences at some places say, and what is around them. */
export function evidenceOf(places: readonly Place[], passages: readonly MaterialPassage[]): Evidence {
  const cited = passages.filter((passage) => places.some((place) => placeCovers(passage, place)));
  const textOf = (place: Place) => {
    const passage = cited.find((one) => placeCovers(one, place));
    return passage?.text.slice(place.start - passage.start, place.end - passage.start) ?? '';
  };
  return {
    sentences: places.map(textOf).map(oneLine),
    passages: cited.map(({ text }) => oneLine(text)),
    articles: cited.map(({ article }) => article),
  };
}

/** How near a claim is to the nearest of its sentences, or to all of them together; -1 to 1. */
export function nearness(claim: Float32Array, sentences: readonly Float32Array[]): number {
  const together = claim.map((_, i) => sentences.reduce((sum, vector) => sum + (vector[i] ?? 0), 0));
  return Math.max(
    ...[together, ...sentences].map((vector) => dot(claim, vector) / (Math.hypot(...vector) || 1)),
  );
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** The vectors of the sentences at some places. */
export function vectorsOf(places: readonly Place[], passages: readonly MaterialPassage[]): Float32Array[] {
  return places.flatMap((place) => {
    const passage = passages.find((one) => placeCovers(one, place));
    return passage?.sentences.filter(({ start }) => start === place.start).map(({ vector }) => vector) ?? [];
  });
}

function distinct(places: readonly Place[]): Place[] {
  const byKey = new Map(places.map((place) => [`${place.articleId} ${place.start}`, place]));
  return [...byKey.values()];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
