import type { Language } from '../model.ts';
import { FUNCTION_WORDS, type QuestionWord } from './function-words.ts';
import { fold, isStopWord, type Word, wordsOf } from './words.ts';

export type ForeignLanguage = Exclude<Language, 'en'>;

/** A small word of a language, with what it asks for when it is a question word. */
export interface FunctionPhrase {
  /** Where it stands among the words: first and, exclusive, last. */
  from: number;
  to: number;
  asks: QuestionWord | undefined;
}

/** The longest phrase of small words, such as "à quelle date". */
const LONGEST_PHRASE = 5;

/** Languages by the letters that only they are written with here; the first of several is the usual one. */
const SCRIPTS: [RegExp, ForeignLanguage[]][] = [
  [/\p{Script=Devanagari}/u, ['hi', 'mr']],
  [/\p{Script=Bengali}/u, ['bn']],
  [/\p{Script=Tamil}/u, ['ta']],
  [/\p{Script=Telugu}/u, ['te']],
  [/\p{Script=Gujarati}/u, ['gu']],
  [/\p{Script=Gurmukhi}/u, ['pa']],
  [/\p{Script=Malayalam}/u, ['ml']],
  [/\p{Script=Kannada}/u, ['kn']],
  [/\p{Script=Arabic}/u, ['ar', 'ur']],
  [/\p{Script=Cyrillic}/u, ['ru', 'uk']],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, ['ja']],
  [/\p{Script=Hangul}/u, ['ko']],
  [/\p{Script=Han}/u, ['zh']],
];
/** Letters that tell two languages of one script apart. */
const TELLTALES: Partial<Record<ForeignLanguage, RegExp>> = {
  mr: /[ळॲ]/u,
  ur: /[ٹڈڑںےھہگچپکی]/u,
  uk: /[іїєґ]/iu,
};
const LATIN: ForeignLanguage[] = ['fr', 'es', 'pt', 'de', 'it', 'nl', 'pl', 'tr', 'id', 'vi', 'hi-Latn'];

/** Parts of names, which English texts are full of. */
const PARTICLES = new Set(
  'al ben bin d da das de degli dei del della der des di do dos du el i la las le los l o of san santa st van von und y'.split(
    ' ',
  ),
);
/** English words that are no stop words, and small words elsewhere. */
const ALSO_ENGLISH = new Set(
  'all ante are bin come comment den dove era fin fur grand hat her hier hoc hue in kim la met more mit moi non pan par pas per pier pour pro qua sans se sea see ser sin son sur te ten tan tu us use vi war yang tan hanged toes men man maar ai co hi me si no on an as die do to we my i a at is was had van wel over under want of he of her per'.split(
    ' ',
  ),
);
const WEIGHT = { word: 1, alsoEnglish: 0.25, particle: 0.25 };
/** A question word of so many letters says it alone, unless it opens a name: "Kaun Banega Crorepati". */
const TELLING_LETTERS = 4;
const TELLING_BONUS = 0.25;
/** So much has to speak for another language before a question is taken not to be English. */
const ENOUGH = 1.5;
const ENOUGH_WITH_A_QUESTION_WORD = 1.25;
/** Letters and marks that one of these languages is known by, among themselves. */
const KNOWN_BY: Partial<Record<ForeignLanguage, RegExp>> = {
  es: /[¿¡ñ]/i,
  pt: /[ãõ]/i,
  de: /[ßäöü]/i,
  pl: /[łąęśźż]/i,
  tr: /[ğış]/,
};

/** The language of a question; English when in doubt. */
export function languageOf(text: string): Language {
  const words = wordsOf(text);
  const written = scriptOf(text);
  if (written) {
    const [usual] = written;
    const others = written.filter((language) => TELLTALES[language]?.test(text));
    return others[0] ?? mostSmallWords(words, written) ?? usual ?? 'en';
  }
  return latinLanguage(text, words) ?? 'en';
}

/** Languages written with the letters that most of the text, or its small words, are of; none for Latin letters. */
function scriptOf(text: string): ForeignLanguage[] | undefined {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
  const [, languages] = SCRIPTS.find(([script]) => script.test(text)) ?? [];
  if (!languages || letters.length - latin > latin) return languages;
  const words = wordsOf(text);
  const english = words.filter(({ word }) => isStopWord(word)).length;
  return english === 0 && mostSmallWords(words, languages) ? languages : undefined;
}

function mostSmallWords(words: readonly Word[], languages: readonly ForeignLanguage[]) {
  const counted = languages.map((language) => ({ language, n: functionPhrases(words, language).length }));
  const [best] = counted.sort((a, b) => b.n - a.n);
  return best && best.n > 0 ? best.language : undefined;
}

function latinLanguage(text: string, all: readonly Word[]): ForeignLanguage | undefined {
  const shouted = !/\p{Ll}/u.test(text);
  // Within a question small words are written small: "Ho Chi Minh" and "US" are names.
  const words = all.filter(({ start }, i) => shouted || i === 0 || !/\p{Lu}/u.test(text.charAt(start)));
  const scores = LATIN.map((language) => {
    const phrases = functionPhrases(words, language);
    const own = new Set(phrases.flatMap(({ from, to }) => words.slice(from, to).map(({ word }) => word)));
    const known = [...own].reduce((sum, word) => sum + weightOf(word), 0);
    const asks = phrases.some((phrase) => phrase.asks);
    const tells = phrases.some(({ asks, from, to }) => {
      const [word, next] = [words[from]?.word ?? '', all[all.indexOf(words[to - 1] as Word) + 1]];
      const opensName = from === 0 && next !== undefined && /\p{Lu}/u.test(text.charAt(next.start));
      return asks && word.length >= TELLING_LETTERS && weightOf(word) === WEIGHT.word && !opensName;
    });
    const speaks = known + (tells ? TELLING_BONUS : 0);
    const english = words.filter(({ word }) => isStopWord(word) && !own.has(word)).length;
    const isKnown = KNOWN_BY[language]?.test(text) ?? false;
    return { language, speaks, rank: speaks + (isKnown ? 1 : 0), phrases: phrases.length, asks, english };
  });
  // Of two that know the same words, the one that makes fewer, longer phrases of them.
  const [best] = scores.sort((a, b) => b.rank - a.rank || a.phrases - b.phrases);
  if (!best || best.speaks <= best.english) return undefined;
  return best.speaks >= (best.asks ? ENOUGH_WITH_A_QUESTION_WORD : ENOUGH) ? best.language : undefined;
}

function weightOf(word: string): number {
  if (PARTICLES.has(word)) return WEIGHT.particle;
  return isStopWord(word) || ALSO_ENGLISH.has(word) ? WEIGHT.alsoEnglish : WEIGHT.word;
}

/** The small words of a language among words, in order; the longest phrase at each place. */
export function functionPhrases(words: readonly Word[], language: ForeignLanguage): FunctionPhrase[] {
  const known = phrasesOf(language);
  const found: FunctionPhrase[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = Math.min(words.length, from + LONGEST_PHRASE); to > from; to--) {
      const phrase = words
        .slice(from, to)
        .map(({ word }) => word)
        .join(isSpaced(language) ? ' ' : '');
      if (!known.has(phrase)) continue;
      found.push({ from, to, asks: known.get(phrase) });
      from = to - 1;
      break;
    }
  }
  return found;
}

/** Whether there are spaces between the words of a language. */
export function isSpaced(language: Language): boolean {
  return language !== 'zh' && language !== 'ja';
}

/** The letters that a language is written with, where they are not Latin ones. */
export function scriptOfLanguage(language: ForeignLanguage): RegExp | undefined {
  return SCRIPTS.find(([, languages]) => languages.includes(language))?.[0];
}

/** The small words by which a language written with Latin letters can be told from English and from names. */
export function tellingWords(language: ForeignLanguage): string[] {
  return [...phrasesOf(language).keys()].filter(
    (phrase) => !phrase.includes(' ') && phrase.length > 1 && weightOf(phrase) === WEIGHT.word,
  );
}

const kept = new Map<ForeignLanguage, ReadonlyMap<string, QuestionWord | undefined>>();

/** Every small word of a language, folded, with what it asks for. */
export function phrasesOf(language: ForeignLanguage): ReadonlyMap<string, QuestionWord | undefined> {
  let phrases = kept.get(language);
  if (!phrases) {
    const { asks, others } = FUNCTION_WORDS[language];
    const entries = Object.entries(asks) as [QuestionWord, string][];
    phrases = new Map([
      ...others.split(' ').map((word) => [fold(word), undefined] as const),
      ...entries.flatMap(([ask, list]) => list.split(', ').map((phrase) => [fold(phrase), ask] as const)),
    ]);
    kept.set(language, phrases);
  }
  return phrases;
}
