import { aliasesOf } from '../../retrieve/aliases.ts';
import { namesIn } from '../../retrieve/stems.ts';
import { isStopWord, stemOf, type Word, wordsOf } from '../../retrieve/words.ts';
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
 * Finds names of a claim that stand where the sentences have others: in "France joined in 2016" for "India joined in
 * 2016", or in "Rao paid Basu" for "Basu paid Rao".
 * @returns the name, as the claim writes it
 */
export function displacedName(claim: string, sentences: readonly string[]): string | undefined {
  const stated = sentences
    .filter((sentence) => countOf(sentence, BY) === countOf(claim, BY))
    .flatMap(placedIn);
  const said = placedIn(claim);
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

/** The passive turns who does it and to whom around. */
const BY = /\bby\b/gi;
/** Words away from a name that still speak of it. */
const REACH = 4;
/** What may stand between the names of a list. */
const LISTING = /^(?:[,()&\s]|\band\b|\bor\b|\bas well as\b|\bthe\b)*$/i;

function placedIn(text: string): Placed[] {
  const names = properNames(text).filter(({ start, end }) => wordsOf(text.slice(start, end)).length > 0);
  const lists: (typeof names)[] = [];
  for (const name of names) {
    const last = lists.at(-1)?.at(-1);
    if (last && LISTING.test(text.slice(last.end, name.start))) lists.at(-1)?.push(name);
    else lists.push([name]);
  }
  return lists.map((list, i) => {
    const [from, to] = [lists[i - 1]?.at(-1)?.end ?? 0, lists[i + 1]?.[0]?.start ?? text.length];
    const before = wordsOf(text.slice(from, list[0]?.start)).slice(-REACH);
    const after = wordsOf(text.slice(list.at(-1)?.end, to)).slice(0, REACH);
    const names = list.map(({ start, end }) => text.slice(start, end));
    return {
      names,
      stems: new Set(names.flatMap((name) => [...stemsOfName(name)])),
      before: before.findLast(isTelling)?.stem,
      after: after.find(isTelling)?.stem,
    };
  });
}

function isTelling({ word }: Word): boolean {
  return !isStopWord(word);
}

function stemsOfName(name: string): Set<string> {
  const words = wordsOf(name).filter(({ word }) => !isStopWord(word) || name === 'US');
  const initials = namesIn(name).length > 0 ? words.map(({ word }) => word[0]).join('') : '';
  return new Set([
    ...words.flatMap(({ word }) => aliasesOf(word).map(stemOf)),
    ...words.map(({ stem }) => stem),
    initials,
  ]);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
