import type { LibraryReader } from '../ports.ts';
import { isNameInEnglish } from './english.ts';
import { lexiconOf } from './lexicon.ts';
import { acronymsSpelled, skeletonOf, transliterate } from './transliterate.ts';
import { typingErrors } from './typing-errors.ts';

/** Consonants by which a word is known again; fewer only when all its vowels agree. */
const ENOUGH_CONSONANTS = 3;
/** Vowels that may be others, as a share of the letters: scripts write them each in their way, or not at all. */
const OTHER_VOWELS = 0.5;
const OTHER_IN_ARABIC = 1;
const MOST_ERRORS = 6;
/** Mostly names are written as they sound; one more other vowel is nothing against that. */
const NAME_BONUS = 1.5;
/** Endings of cases and little words that are hung onto a name: Макрона, Джонсоном. */
const MOST_HUNG = 2;

/** The library's stem that a word of another script sounds like: मैक्रों is "macron", एनएसजी is "nsg". */
export function knownSpelling(word: string, library: LibraryReader): string | undefined {
  const latin = transliterate(word);
  const spelled = acronymsSpelled(latin).find((letters) => library.vocabulary.has(letters));
  if (spelled !== undefined) return spelled;
  if (library.vocabulary.has(latin) && latin.length >= ENOUGH_CONSONANTS) return latin;
  const whole = skeletonOf(latin);
  const tolerance = /\p{Script=Arabic}/u.test(word) ? OTHER_IN_ARABIC : OTHER_VOWELS;
  for (let hung = 0; hung <= MOST_HUNG; hung++) {
    const skeleton = whole.slice(0, whole.length - hung);
    // What a name lost must leave enough of it.
    if (skeleton.length < ENOUGH_CONSONANTS && (hung > 0 || skeleton.length < 2)) return undefined;
    const found = soundingLike(latin, skeleton, hung, tolerance, library);
    if (found !== undefined) return found;
  }
  return undefined;
}

function soundingLike(
  latin: string,
  skeleton: string,
  hung: number,
  tolerance: number,
  library: LibraryReader,
) {
  const most = skeleton.length < ENOUGH_CONSONANTS ? 0 : Math.floor(tolerance * latin.length) + hung;
  const candidates = lexiconOf(library)
    .sounding(skeleton)
    .map((stem) => ({
      stem,
      errors: typingErrors(latin.replaceAll('w', 'v'), stem.replaceAll('w', 'v'), MOST_ERRORS),
    }))
    .filter(({ errors }) => errors <= most)
    .map(({ stem, errors }) => ({ stem, rank: errors - (isNameInEnglish(stem) ? NAME_BONUS : 0) }))
    .sort((a, b) => a.rank - b.rank || frequency(b.stem) - frequency(a.stem));
  function frequency(stem: string): number {
    return library.vocabulary.get(stem) ?? 0;
  }
  return candidates[0]?.stem;
}
