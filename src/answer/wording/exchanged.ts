import type { Span } from '../../model.ts';
import { numeralsIn } from '../../numerals.ts';
import { wordsOf } from '../../retrieve/words.ts';
import { holds, overlap } from '../../spans.ts';
import { dates } from '../forms.ts';
import { dateOf } from '../values.ts';
import { gapsBetween } from './alignment.ts';
import { hasName } from './facts.ts';
import { tells } from './light-words.ts';
import { isOtherAmount } from './quantity.ts';
import { singleNames } from './single-names.ts';

/** Telling words beside a name that belong to it: who it is. */
const MOST_BESIDE = 1;
/** What may stand between the names of a list, which may change places. */
const LISTING = /^(?:[,()&\s]|\band\b|\bor\b|\bas well as\b|\bthe\b|\bboth\b)*$/i;

/**
 * Finds a name, date or number of a claim that stands where a sentence that it was made from has another one: all words
 * around them are the same, in the same order.
 * @returns the first of them, as the claim writes it
 */
export function exchangedName(claim: string, sentences: readonly string[]): string | undefined {
  for (const sentence of sentences) {
    for (const [own, other] of gapsBetween(claim, sentence)) {
      const found =
        exchangedIn(claim, own, sentence, other, singleNames, hasName) ??
        exchangedIn(claim, own, sentence, other, dates, hasDate) ??
        exchangedIn(claim, own, sentence, other, numeralsIn, hasNumber) ??
        otherAmount(claim.slice(own.start, own.end), sentence.slice(other.start, other.end));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function exchangedIn(
  claim: string,
  own: Span,
  sentence: string,
  other: Span,
  spansOf: (text: string) => Span[],
  has: (words: string, text: string) => boolean,
): string | undefined {
  const touched = (text: string, span: Span) => spansOf(text).filter((one) => overlap(one, span));
  const [ours, theirs] = [touched(claim, own), touched(sentence, other)];
  if (theirs.length === 0 || isMore(claim, own, ours) || isMore(sentence, other, theirs)) return undefined;
  // A name is known by more words than differ.
  const start = Math.min(other.start, ...theirs.map((span) => span.start));
  const end = Math.max(other.end, ...theirs.map((span) => span.end));
  const there = sentence.slice(start, end);
  const isThere = ({ start, end }: Span) => has(claim.slice(start, end), there);
  // With more around it: nothing has come in its place.
  if (ours.some(isThere)) return undefined;
  const found = ours.find((span) => !isListed(span, theirs, claim, sentence));
  return found && claim.slice(found.start, found.end);
}

/** Whether a span tells more than names: then it is another thing that is told. */
function isMore(text: string, span: Span, names: readonly Span[]): boolean {
  const others = wordsOf(text.slice(span.start, span.end)).filter(
    ({ word, start }) => tells(word) && !names.some((name) => holds(name, span.start + start)),
  );
  return others.length > MOST_BESIDE;
}

/** Whether what stands at the place in the sentence stands in one list with a name in the claim. */
function isListed(name: Span, theirs: readonly Span[], claim: string, sentence: string): boolean {
  return theirs.some(({ start, end }) => {
    const other = sentence.slice(start, end);
    const at = singleNames(claim).find((span) => claim.slice(span.start, span.end) === other);
    if (!at) return false;
    const [first, second] = at.start < name.start ? [at, name] : [name, at];
    return LISTING.test(claim.slice(first.end, second.start));
  });
}

function otherAmount(own: string, other: string): string | undefined {
  const [words, others] = [own, other].map((text) => wordsOf(text).map(({ word }) => word));
  return words && others && isOtherAmount(words, others) ? own : undefined;
}

function hasDate(words: string, text: string): boolean {
  const date = dateOf(words);
  return dates(text).some(({ start, end }) => {
    const other = dateOf(text.slice(start, end));
    const isSame = (key: 'month' | 'day') =>
      date[key] === undefined || other[key] === undefined || date[key] === other[key];
    const [own, theirs] = [date.years, other.years];
    return (
      isSame('month') && isSame('day') && (!own || !theirs || (own[0] <= theirs[1] && theirs[0] <= own[1]))
    );
  });
}

function hasNumber(words: string, text: string): boolean {
  const values = numeralsIn(words).map(({ value }) => value);
  return numeralsIn(text).some(({ value }) => values.includes(value));
}
