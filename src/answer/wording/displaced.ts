import type { Span } from '../../model.ts';
import { numeralsIn } from '../../numerals.ts';
import { aliasesOf } from '../../retrieve/aliases.ts';
import { namesIn } from '../../retrieve/stems.ts';
import { isStopWord, stemOf, type Word, wordsOf } from '../../retrieve/words.ts';
import { apartFrom, dates } from '../forms.ts';
import { properNames } from '../names.ts';

/** Names that stand side by side in a text, with the telling words next to them. */
interface Placed {
  names: string[];
  /** All stems that any of them can be known by. */
  stems: ReadonlySet<string>;
  before: string | undefined;
  after: string | undefined;
}

/**
 * Finds names, dates and numbers of a claim that stand where the sentences have others: in "France joined in 2016" for "India joined in
 * 2016", or in "Rao paid Basu" for "Basu paid Rao".
 * @returns the first of them, as the claim writes it
 */
export function displacedName(claim: string, sentences: readonly string[]): string | undefined {
  for (const spansOf of [namesOf, dates, countsOf]) {
    const found = displacedOf(
      placedIn(claim, spansOf),
      sentences.flatMap((sentence) => placedIn(sentence, spansOf)),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function displacedOf(said: readonly Placed[], stated: readonly Placed[]): string | undefined {
  const isIn = ({ stems }: Placed, all: readonly Placed[]) =>
    all.some((other) => !other.stems.isDisjointFrom(stems));
  const found = said.find((own) =>
    (['before', 'after'] as const).some((side) => {
      const there = own[side] === undefined ? [] : stated.filter((other) => other[side] === own[side]);
      if (there.length === 0 || isIn(own, there)) return false;
      // What stood between may have been left out.
      return !isIn(own, stated) || there.some((other) => isIn(other, said));
    }),
  );
  return found?.names[0];
}

/** Words away from a name that still speak of it. */
const REACH = 4;
/** What is beyond no longer speaks of a name. */
const BREAK_BEFORE = /[.;:)]\s|, (?:and|but|while|whereas)\b/;
const BREAK_AFTER = /[.;:]\s|[()]|, (?:and|but)\b/;
/** What may stand between the names of a list. */
const LISTING = /^(?:[,()&\s]|\band\b|\bor\b|\bas well as\b|\bthe\b)*$/i;

type SpansOf = (text: string) => Span[];

const namesOf: SpansOf = (text) =>
  properNames(text).filter(({ start, end }) => stemsOfName(text.slice(start, end)).length > 0);

/** Numbers that belong to no date. */
const countsOf: SpansOf = (text) => apartFrom(numeralsIn(text), dates(text));

function placedIn(text: string, spansOf: SpansOf): Placed[] {
  const names = spansOf(text);
  const lists: (typeof names)[] = [];
  for (const name of names) {
    const last = lists.at(-1)?.at(-1);
    if (last && LISTING.test(text.slice(last.end, name.start))) lists.at(-1)?.push(name);
    else lists.push([name]);
  }
  return lists.map((list, i) => {
    const [from, to] = [lists[i - 1]?.at(-1)?.end ?? 0, lists[i + 1]?.[0]?.start ?? text.length];
    const before = wordsOf(text.slice(from, list[0]?.start).split(BREAK_BEFORE).at(-1) ?? '').slice(-REACH);
    const after = wordsOf(text.slice(list.at(-1)?.end, to).split(BREAK_AFTER)[0] ?? '').slice(0, REACH);
    const names = list.map(({ start, end }) => text.slice(start, end));
    return {
      names,
      stems: new Set(
        spansOf === countsOf
          ? list.map((span) => String('value' in span ? span.value : ''))
          : names.flatMap(spansOf === dates ? partsOf : stemsOfName),
      ),
      before: linked(before.toReversed()),
      // "Rao, elected in 1990": somebody else did it.
      after: linked(after, /^, /.test(text.slice(list.at(-1)?.end)) ? ',' : ''),
    };
  });
}

/**
 * The nearest telling word with the small words between that say what it has to do with the name: the passive turns
 * around who does it and to whom.
 */
function linked(words: readonly Word[], mark = ''): string | undefined {
  const at = words.findIndex(isTelling);
  const links = words.slice(0, Math.max(0, at)).filter(({ word }) => LINK.test(word));
  const telling = words[at];
  // What was in 1990 may have been done by anybody.
  if (!telling || /\d/.test(telling.word)) return undefined;
  return mark + [...links, telling].map(({ stem }) => stem).join(' ');
}

const LINK =
  /^(?:is|are|was|were|be|been|being|of|by|to|from|in|on|at|for|with|against|between|under|than|s)$/;

/** Of a date. */
function partsOf(text: string): string[] {
  return wordsOf(text).map(({ stem }) => stem);
}

function isTelling({ word }: Word): boolean {
  return !isStopWord(word);
}

function stemsOfName(name: string): string[] {
  const words = wordsOf(name).filter(({ word }) => !isStopWord(word) || /\bUS\b/.test(name));
  const initials = namesIn(name).length > 0 ? [words.map(({ word }) => word[0]).join('')] : [];
  return [
    ...words.flatMap(({ word }) => aliasesOf(word).map(stemOf)),
    ...words.map(({ stem }) => stem),
    ...initials,
  ];
}
