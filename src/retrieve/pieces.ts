import type { LibraryReader } from '../ports.ts';
import { aliasesOf } from './aliases.ts';
import { isNameInEnglish } from './english.ts';
import { monthCounted } from './foreign-words.ts';
import { LONGEST_MEANING, meaningOf } from './glossary.ts';
import type { ForeignLanguage } from './language.ts';
import { englishNameOf, LONGEST_NAME } from './place-names.ts';
import { nearest } from './spelling.ts';
import { knownSpelling } from './transliterated.ts';
import { stemOf, type Word } from './words.ts';

/** What some words of a question in another language became in English. */
export interface Piece {
  /** `place` is what data names: a country, a month; `lost` is what nothing was understood of. */
  kind: 'name' | 'place' | 'number' | 'term' | 'lost';
  english: string;
  /** The library's stem for it, where this is not its own. */
  stem?: string;
  /** How many words of the question it stands for. */
  words: number;
  /** Where these stand. */
  start: number;
  end: number;
}

/** A question in another language as its words are read. */
export interface ForeignText {
  text: string;
  words: readonly Word[];
  language: ForeignLanguage;
  library: LibraryReader;
}

/** Shorter words are too soon words of another language. */
const LEAST_COGNATE = 4;
const LEAST_NEAR_COGNATE = 6;
/** Articles and the like, after which a German noun is no name. */
const DETERMINERS = new Set(
  'der die das den dem des ein eine einen einem einer eines im am zum zur beim vom kein keine viele wieviele alle diese dieser dieses welche welcher welches welchen sein seine seinen ihr ihre ihren'.split(
    ' ',
  ),
);

/** The country, month, number or glossary entry that begins at a word; the longest. */
export function listedAt({ text, words, language, library }: ForeignText, at: number): Piece | undefined {
  const first = words[at] as Word;
  for (let length = LONGEST_NAME; length > 0; length--) {
    const phrase = words.slice(at, at + length);
    if (phrase.length < length) continue;
    const folded = phrase.map(({ word }) => word).join(' ');
    const piece = (kind: Piece['kind'], english: string): Piece => ({
      ...{ kind, english, words: length },
      ...{ start: first.start, end: phrase.at(-1)?.end ?? first.end },
    });
    const name = englishNameOf(folded, language) ?? (length === 1 ? monthCounted(text, first) : undefined);
    if (name !== undefined) return piece('place', name);
    if (/^\d+$/.test(folded)) return piece('number', folded);
    const meaning = length <= LONGEST_MEANING ? meaningOf(folded, language) : undefined;
    if (meaning === undefined) continue;
    if (!meaning.split(' ').every((word) => isKnown(word.toLowerCase(), library)))
      return piece('lost', meaning);
    return piece(/^\p{Lu}/u.test(meaning) ? 'place' : 'term', meaning);
  }
  return undefined;
}

/** A word that no list has: a name or term of the articles, a name that they do not have, or lost. */
export function unlistedAt({ text, words, language, library }: ForeignText, at: number): Piece {
  const own = words[at] as Word;
  const { word, start, end } = own;
  const raw = text.slice(start, end);
  const isName = isCapitalised(text, words, at, language);
  const piece = (kind: Piece['kind'], english: string, stem?: string): Piece => ({
    ...{ kind, english, words: 1, start, end },
    ...(stem === undefined ? {} : { stem }),
  });
  if (/\p{Script=Latin}/u.test(raw)) {
    if (isName) return piece('name', raw);
    if (word.length >= LEAST_COGNATE && isKnown(word, library)) return piece('term', word);
    const cognate = word.length >= LEAST_NEAR_COGNATE ? nearest(word, library) : undefined;
    return cognate?.[0] === word[0] ? piece('term', word, cognate) : piece('lost', word);
  }
  const known = knownSpelling(word, library);
  // Where a script has capitals, names have one.
  const isSmall = /^\p{Ll}/u.test(raw);
  if (known === undefined || (isSmall && isNameInEnglish(known))) return piece(isName ? 'name' : 'lost', raw);
  return isName || isNameInEnglish(known)
    ? piece('name', known.charAt(0).toUpperCase() + known.slice(1), known)
    : piece('term', known, known);
}

export function isAcronym(text: string, { start, end }: Word): boolean {
  return end - start > 1 && /^[\p{Lu}\p{Nd}]+$/u.test(text.slice(start, end));
}

function isKnown(word: string, { vocabulary }: LibraryReader): boolean {
  return aliasesOf(word).some((alias) => vocabulary.has(stemOf(alias)));
}

/** Whether a capital marks a name: not one at the beginning, nor one of a German noun. */
function isCapitalised(text: string, words: readonly Word[], at: number, language: ForeignLanguage): boolean {
  const word = words[at] as Word;
  if (!/^\p{Lu}/u.test(text.slice(word.start))) return false;
  if (isAcronym(text, word)) return true;
  const before = words[at - 1];
  if (!before || /[.!?:]\s*$/.test(text.slice(0, word.start))) return isNameInEnglish(word.stem);
  if (language !== 'de') return true;
  const isAfterAdjective =
    /(?:e|en|er|es|em)$/.test(before.word) && DETERMINERS.has(words[at - 2]?.word ?? '');
  return !DETERMINERS.has(before.word) && !isAfterAdjective;
}
