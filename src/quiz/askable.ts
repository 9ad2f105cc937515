import { aliasesOf } from '../retrieve/aliases.ts';
import { fold, isStopWord, wordsOf } from '../retrieve/words.ts';
import { type QuizCorpus, type QuizSentence, tellingStems } from './corpus.ts';
import { holdsWords } from './distractors.ts';
import { areEquivalent } from './equivalent.ts';
import { isCommonWord } from './name-kinds.ts';
import type { RefusalReason } from './refusal.ts';
import type { Standing } from './standing.ts';
import type { Term } from './terms.ts';
import { isFiniteVerb, isParticiple } from './verbs.ts';
import { GAP, gapFor } from './wording.ts';

/** Telling stems that have to stand around an answer. */
const LEAST_AROUND = 3;
/** As much of a question said elsewhere with another answer makes the answer ambiguous. */
const SAME_QUESTION = 0.75;
const LONGEST_OPTION = 70;

/** A question about one sentence, before it is decided how it is asked. */
export interface Asked {
  sentence: QuizSentence;
  standing: Standing;
  term: Term;
  /** Stems of what the sentence says beside the term. */
  around: ReadonlySet<string>;
}

/** Why a term of a sentence is not asked for; `undefined` when it may be. */
export function whyNot(
  term: Term,
  sentence: QuizSentence,
  standing: Standing,
  corpus: QuizCorpus,
): RefusalReason | undefined {
  if (term.text.length > LONGEST_OPTION || term.text.length < 2) return 'nothingToAsk';
  if (standing.cuts.some(({ start, end }) => term.start < end && start < term.end)) return 'overtaken';
  // Only a part of a longer name or of a compound: "Mumbai-based", "the Modi government".
  if (
    /[\p{L}\p{N}][-–]$/u.test(sentence.text.slice(0, term.start)) ||
    /^[-–][\p{L}\p{N}]/u.test(sentence.text.slice(term.end))
  )
    return 'nothingToAsk';
  if (isNameKind(term) && /^ ?\p{Lu}/u.test(sentence.text.slice(term.end).replace(/^(?:'s|’s)/, ' x')))
    return 'nothingToAsk';
  if (term.kind === 'name' && !isWholeName(term)) return 'nothingToAsk';
  if (isNameKind(term) && /^\p{L}-|-\p{Ll}/u.test(term.text)) return 'nothingToAsk';
  // "Wall Street predicted", "healthcare ICT".
  if (term.kind === 'place' && term.start === 0) return 'nothingToAsk';
  if (term.kind === 'name' && isModified(sentence.text.slice(0, term.start))) return 'nothingToAsk';
  if (isNameKind(term) && /\d $/.test(sentence.text.slice(0, term.start))) return 'nothingToAsk';
  if (isNameKind(term) && (isCommonWord(term.text) || isPartOfNoun(term, sentence))) return 'nothingToAsk';
  // "the 2020 model" dates nothing.
  if (term.kind === 'year' && !BEFORE_YEAR.test(sentence.text.slice(0, term.start))) return 'nothingToAsk';
  // A list that follows can be counted.
  if (term.kind === 'number' && /^[^.]*[:—–]/.test(sentence.text.slice(term.end))) return 'keyInQuestion';
  const around = gapFor(sentence.text, term);
  const words = wordsOf(fold(term.text)).map(({ word }) => word);
  const others = new Set(wordsOf(fold(around)).flatMap(({ word }) => [word, ...aliasesOf(word)]));
  if (
    isNameKind(term)
      ? words.some((word) => word.length > 2 && others.has(word) && !SMALL.test(word))
      : holdsWords(around, term.text)
  )
    return 'keyInQuestion';
  if (
    isNameKind(term) &&
    sentence.terms.some((other) => other !== term && areEquivalent(other.text, term.text, term.kind))
  )
    return 'keyInQuestion';
  if (isNameKind(term) && isShortFormOf(term, sentence)) return 'keyInQuestion';
  const stems = aroundOf(sentence, term);
  if (stems.size < LEAST_AROUND) return 'tooVague';
  const rivals = corpus.saying(stems, [sentence], SAME_QUESTION);
  const isAmbiguous = rivals.some(
    (rival) =>
      !holdsWords(rival.text, term.text) &&
      rival.terms.some(
        (other) =>
          other.kind === term.kind &&
          !sentence.terms.some((own) => areEquivalent(own.text, other.text, term.kind)),
      ),
  );
  return isAmbiguous ? 'notUnique' : undefined;
}

const BEFORE_YEAR =
  /\b(?:in|since|by|until|till|of|from|before|after|during|to|and|between|late|early|mid|around|about|year) $/i;
const SMALL = /^(?:the|of|and|for|on|in|new)$/;

/** Whether a term is a name or the like, rather than a date or a number. */
export function isNameKind({ kind }: Term): boolean {
  return (
    kind === 'person' ||
    kind === 'organisation' ||
    kind === 'country' ||
    kind === 'place' ||
    kind === 'name' ||
    kind === 'term'
  );
}

/** A name of a kind that is not known is asked for only when it is surely one. */
function isWholeName({ text }: Term): boolean {
  return (
    /^[\p{Lu}\d&-]{3,}$/u.test(text) || text.split(' ').length >= 2 || /\p{L}-?\d|\p{Ll}\p{Lu}/u.test(text)
  );
}

/** "MacBook keyboards", "the Weizsäcker family", "Richard von Weizsäcker": what is named goes on. */
function isPartOfNoun({ kind, end }: Term, { text }: QuizSentence): boolean {
  const next = /^ (\p{Ll}[\p{L}-]*)/u.exec(text.slice(end))?.[1];
  if (next === undefined) return false;
  if (/^(?:von|van|de|der|den|bin|al|ter|di|da|du|del)$/.test(next)) return true;
  if (kind === 'place' && /^(?:district|province|state|region|county|area)$/.test(next)) return false;
  return (
    !isStopWord(next) &&
    !isFiniteVerb(next) &&
    !/ly$|^(?:without|within|against|among|amid|since|until|near|across|along|around|behind|beyond|despite|toward|towards|via|per|worldwide|including|alongside|instead|onto|twice)$/.test(
      next,
    )
  );
}

/** Whether an ordinary noun stands right before a name, so that both together name the thing. */
function isModified(before: string): boolean {
  const word = /(\p{Ll}[\p{L}-]*) $/u.exec(before)?.[1];
  if (word === undefined) return false;
  return (
    !isStopWord(word) &&
    !isFiniteVerb(word) &&
    !isParticiple(word) &&
    !/ly$|ing$|^(?:against|within|without|among|amid|across|along|around|near|until|since|toward|towards|via|per|like|unlike|despite|including|alongside|called|agency|company|rocket|satellite|spacecraft|group|programme|program|organi[sz]ation|ship|project)$/.test(
      word,
    )
  );
}

/** "ISRO, the Indian Space Research Organisation," tells both. */
function isShortFormOf({ text }: Term, sentence: QuizSentence): boolean {
  return sentence.terms.some((other) => other.text !== text && areEquivalent(other.text, text, 'name'));
}

/** Stems of what a sentence says beside a term. */
export function aroundOf(sentence: QuizSentence, term: Term): Set<string> {
  const own = tellingStems(term.text);
  return new Set(
    [...tellingStems(gapFor(sentence.text, term).replace(GAP, ' '))].filter((stem) => !own.has(stem)),
  );
}
