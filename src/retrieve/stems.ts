import type { Span } from '../model.ts';
import { aliasesOf } from './aliases.ts';
import { fold, isStopWord, stemOf, type Word } from './words.ts';

/** Words in capitals, joined by small ones as in "Bureau of Industry". */
const NAME =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}’'-]*(?:\.?\s+(?:(?:of|the|de|du|la|for|on|and|against|&)\s+)*\p{Lu}[\p{L}\p{N}’'-]*)*/gu;
/** Longest run of names whose initials are read as an acronym. */
const LONGEST_ACRONYM = 7;

/** Runs of capitalised words. A lone stop word that opens the text is not a name. */
export function namesIn(text: string): Span[] {
  return [...text.matchAll(NAME)]
    .map(({ 0: name, index }) => ({ start: index, end: index + name.length }))
    .filter(({ start, end }) => !(start === 0 && isStopWord(fold(text.slice(start, end)))));
}

/**
 * All that a text can be found by: the stems of its words, those of other names of the same country, and the
 * initials of names, so that "Australia Group" answers to "AG".
 */
export function stemsOf(words: readonly Word[], text: string): Set<string> {
  const stems = new Set<string>();
  for (const { word, stem } of words) {
    stems.add(stem);
    for (const alias of aliasesOf(word)) stems.add(stemOf(alias));
  }
  for (const { start, end } of namesIn(text)) {
    for (const acronym of acronymsOf(text.slice(start, end))) {
      for (const alias of aliasesOf(acronym)) stems.add(stemOf(alias));
    }
  }
  return stems;
}

/** Initials of every run of two or more capitalised words in a name. */
function acronymsOf(name: string): string[] {
  const initials = [...name.matchAll(/(?<![\p{L}\p{N}’'])\p{Lu}/gu)].map(([letter]) => fold(letter));
  return initials.flatMap((_, from) =>
    initials
      .slice(from + 1, from + LONGEST_ACRONYM)
      .map((_, more) => initials.slice(from, from + more + 2).join('')),
  );
}
