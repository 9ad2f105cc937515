import type { Question } from '../model.ts';
import type { LibraryReader } from '../ports.ts';
import { withAskingWords } from './asking-words.ts';
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
import { withShortForms } from './short-forms.ts';
import { type Word, wordsOf } from './words.ts';

/** Different words of a script, from which on articles are taken to be written in it: a name alone is none. */
const WORDS_OF_A_SCRIPT = 12;
/** So many of the small words of a language have to be in so many passages, and in this share of them. */
const SMALL_WORDS = 8;
const LEAST_PASSAGES = 1;
const LEAST_SHARE = 0.002;
/** Passages with a "the" of which a library has more when it is in English. */
const SHARE_WITH_THE = 0.1;
/** Content words of the question that articles in its language have to have. */
const LEAST_KNOWN = 0.5;

/**
 * Reads a question for a library: as it is when the articles are in its language, else glossed in English, so that
 * names and numbers can carry it.
 * @param today the day it is asked on (`YYYY-MM-DD`); without it nothing is read of time.
 */
export function understand(question: Question, library: LibraryReader, today?: string): Query {
  const language = languageOf(question.text);
  if (language === 'en') {
    const text = withAskingWords(question.text, library);
    return withShortForms(readQuery({ ...question, text }, today), library);
  }
  if (speaks(library, language) && knows(library, question.text, language)) {
    return withoutSmallWords(readQuery(question, today), language);
  }
  return hasEnglish(library) ? glossed(question, language, library, today) : readQuery(question, today);
}

/** Whether there are articles that an English gloss could find. */
function hasEnglish({ vocabulary, generation }: LibraryReader): boolean {
  return (vocabulary.get('the') ?? 0) > SHARE_WITH_THE * (generation?.passages ?? 0);
}

/** Searches for the words that tell passages of a language apart, where there are any. */
function withoutSmallWords(query: Query, language: ForeignLanguage): Query {
  const content = contentWords(query.words, language);
  const stems = new Set(content.map(({ stem }) => stem));
  const terms = query.terms.filter(({ stem }) => stems.has(stem));
  return terms.length > 0 ? { ...query, terms } : query;
}

function contentWords(words: readonly Word[], language: ForeignLanguage): Word[] {
  const small = new Set(functionPhrases(words, language).flatMap(({ from, to }) => words.slice(from, to)));
  return words.filter((word) => !small.has(word));
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
  const content = contentWords(wordsOf(text), language);
  const known = content.filter(({ stem }) => vocabulary.has(stem)).length;
  return known >= LEAST_KNOWN * content.length;
}
