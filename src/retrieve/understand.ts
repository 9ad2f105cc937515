import type { Question } from '../model.ts';
import type { LibraryReader } from '../ports.ts';
import { glossed } from './gloss.ts';
import {
  type ForeignLanguage,
  functionPhrases,
  languageOf,
  scriptOfLanguage,
  tellingWords,
} from './language.ts';
import { lexiconOf } from './lexicon.ts';
import { type Query, readQuery } from './query.ts';
import { wordsOf } from './words.ts';

/** Different words of a script, from which on articles are taken to be written in it: a name alone is none. */
const WORDS_OF_A_SCRIPT = 12;
/** So many of the small words of a language have to be in so many passages, and in this share of them. */
const SMALL_WORDS = 5;
const LEAST_PASSAGES = 2;
const LEAST_SHARE = 0.002;
/** Content words of the question that articles in its language have to have. */
const LEAST_KNOWN = 0.5;

/**
 * Reads a question for a library: as it is when the articles are in its language, else glossed in English, so that
 * names and numbers can carry it.
 * @param today the day it is asked on (`YYYY-MM-DD`); without it nothing is read of time.
 */
export function understand(question: Question, library: LibraryReader, today?: string): Query {
  const language = languageOf(question.text);
  if (language === 'en' || (speaks(library, language) && knows(library, question.text, language))) {
    return readQuery(question, today);
  }
  return glossed(question, language, library, today);
}

/** Whether some of the articles are in a language. */
function speaks(library: LibraryReader, language: ForeignLanguage): boolean {
  const script = scriptOfLanguage(language);
  if (script) return lexiconOf(library).written(script) >= WORDS_OF_A_SCRIPT;
  const passages = tellingWords(language)
    .map((word) => library.vocabulary.get(word) ?? 0)
    .sort((a, b) => b - a);
  const least = Math.max(LEAST_PASSAGES, LEAST_SHARE * (library.generation?.passages ?? 0));
  return (passages[SMALL_WORDS - 1] ?? 0) >= least;
}

function knows({ vocabulary }: LibraryReader, text: string, language: ForeignLanguage): boolean {
  const words = wordsOf(text);
  const small = new Set(functionPhrases(words, language).flatMap(({ from, to }) => words.slice(from, to)));
  const content = words.filter((word) => !small.has(word));
  const known = content.filter(({ stem }) => vocabulary.has(stem)).length;
  return known >= LEAST_KNOWN * content.length;
}
