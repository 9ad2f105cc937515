import type { Span } from '../model.ts';
import { aliasesOf } from '../retrieve/aliases.ts';
import { fold } from '../retrieve/words.ts';

/** Names in use beside those that Unicode has for the regions of the world. */
const OTHER_NAMES =
  'U.S.|US|USA|America|United States of America|U.K.|UK|Britain|Great Britain|England|Scotland|Wales|Northern Ireland|Turkey|Soviet Union|USSR|East Germany|West Germany|Czechoslovakia|Czech Republic|Yugoslavia|Korea|Congo|Palestine|Hong Kong|Macau|Myanmar|Burma|Ivory Coast|Holland|Bosnia|UAE';

const NAMES = [...regionNames(), ...OTHER_NAMES.split('|')].sort((a, b) => b.length - a.length);
/** By their first word, the longest first. */
const BY_FIRST_WORD = Map.groupBy(NAMES, firstWord);
const FOLDED = new Set(NAMES.map(fold));

/** Countries and territories named in a text, by their name or by the adjective of one. */
export function countriesIn(text: string): Span[] {
  const found: Span[] = [];
  for (const { 0: word, index: start } of text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}.]*/gu)) {
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const name = BY_FIRST_WORD.get(firstWord(word))?.find(
      (each) => text.startsWith(each, start) && !/^[\p{L}\p{N}]/u.test(text.slice(start + each.length)),
    );
    if (name !== undefined) found.push({ start, end: start + name.length });
    else if (isAdjective(firstWord(word))) found.push({ start, end: start + firstWord(word).length });
  }
  return found;
}

/** "British", but not "European". */
function isAdjective(word: string): boolean {
  return word.length > 3 && aliasesOf(fold(word)).some((alias) => FOLDED.has(alias));
}

function firstWord(name: string): string {
  return /^\p{L}+/u.exec(name)?.[0] ?? '';
}

function regionNames(): string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const all = letters.flatMap((first) => letters.map((second) => names.of(first + second) ?? ''));
  return all.filter((name) => /^\p{Lu}\p{Ll}/u.test(name));
}
