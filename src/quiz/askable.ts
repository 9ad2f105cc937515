import { aliasesOf } from '../retrieve/aliases.ts';
import { isNameInEnglish } from '../retrieve/english.ts';
import { fold, isStopWord, stemOf, wordsOf } from '../retrieve/words.ts';
import { overlap } from '../spans.ts';
import { type QuizCorpus, type QuizSentence, tellingStems } from './corpus.ts';
import { holdsWords } from './distractors.ts';
import { areEquivalent } from './equivalent.ts';
import { isGivenName } from './given-names.ts';
import { isCommonWord } from './name-words.ts';
import type { RefusalReason } from './refusal.ts';
import type { Standing } from './standing.ts';
import { knownKindOf } from './stock.ts';
import type { Term } from './terms.ts';
import { isFiniteVerb, isParticiple } from './verbs.ts';
import { GAP, gapFor } from './wording.ts';

/** Telling stems that have to stand around an answer. */
const LEAST_AROUND = 3;
/** As much of a question said elsewhere with another answer makes the answer ambiguous. */
const SAME_QUESTION = 0.75;
const LONGEST_OPTION = 70;
/** Sentences of an article that have a single word which is taken to be the name of something. */
const RECURRING = 3;

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
  if (standing.cuts.some((cut) => overlap(cut, term))) return 'overtaken';
  // Only a part of a longer name, number or compound: "Mumbai-based", "PM2.5", "10th", "1800 x 1920".
  if (
    /[\p{L}\p{N}][-–./]$|[\p{L}\p{N}]$| [x×] $/u.test(sentence.text.slice(0, term.start)) ||
    /^[-–/][\p{L}\p{N}]|^\.?[\p{N}]|^\p{L}|^ [x×] \d/u.test(sentence.text.slice(term.end))
  )
    return 'nothingToAsk';
  if (isNameKind(term) && /^ ?\p{Lu}/u.test(sentence.text.slice(term.end).replace(/^(?:'s|’s)/, ' x')))
    return 'nothingToAsk';
  if (term.kind === 'name' && !isWholeName(term) && !isRecurring(term, sentence, corpus))
    return 'nothingToAsk';
  if (isNameKind(term) && /^\p{L}-|-\p{Ll}/u.test(term.text)) return 'nothingToAsk';
  // "Wall Street predicted", "healthcare ICT".
  if (term.kind === 'place' && term.start === 0) return 'nothingToAsk';
  if (term.kind === 'name' && isModified(sentence.text.slice(0, term.start))) return 'nothingToAsk';
  if (isNameKind(term) && /\d $/.test(sentence.text.slice(0, term.start))) return 'nothingToAsk';
  // "Intensive Care Units (ICUs)"
  if (isNameKind(term) && /^ \(\p{Lu}{2}[\p{L}&]*\)/u.test(sentence.text.slice(term.end)))
    return 'keyInQuestion';
  // "CNES and the Indian Space Research Organisation have built"
  if (
    isNameKind(term) &&
    (/ and the \p{Lu}/u.test(term.text) ||
      (/ and /.test(term.text) && /^ (?:have|are|were)\b/.test(sentence.text.slice(term.end))))
  )
    return 'nothingToAsk';
  if (term.kind === 'name' && /[“"]$/.test(sentence.text.slice(0, term.start))) return 'nothingToAsk';
  // Many more have not done it.
  if (isNameKind(term) && NOT_DONE.test(sentence.text.slice(term.end))) return 'notUnique';
  // "Nikkei 225"
  if (isNameKind(term) && /^ \d/.test(sentence.text.slice(term.end))) return 'nothingToAsk';
  // "three-quarters (74%)" tells it twice.
  if (!isNameKind(term) && /\($/.test(sentence.text.slice(0, term.start))) return 'keyInQuestion';
  if (isNameKind(term) && (isOrdinary(term) || isPartOfNoun(term, sentence))) return 'nothingToAsk';
  // One of several examples is as good as another.
  if (
    isNameKind(term) &&
    /\b(?:like|such as|including|includes?|e\.g\.) [^,.;:—]{0,25}$/.test(sentence.text.slice(0, term.start))
  )
    return 'notUnique';
  // In capitals it is told among others.
  if (term.kind === 'country' && /^\p{Lu}{4,}$/u.test(term.text)) return 'nothingToAsk';
  if (term.kind === 'number' && /^ \d/.test(sentence.text.slice(term.end))) return 'nothingToAsk';
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
  // "Live Nation" beside "LiveNation.com".
  if (isNameKind(term) && term.text.length >= 6 && lettersOf(around).includes(lettersOf(term.text)))
    return 'keyInQuestion';
  // "African countries" tells "Africa".
  if (
    isNameKind(term) &&
    [...others].some(
      (word) => words.length === 1 && word.startsWith(words[0]?.slice(0, 5) ?? '') && word.length >= 5,
    )
  )
    return 'keyInQuestion';
  // What had not begun by 2024 had not begun by 2021 either.
  if (BOUND.test(sentence.text.slice(0, term.start)) && !isNameKind(term) && NEGATIVE.test(sentence.text))
    return 'notUnique';
  const stems = aroundOf(sentence, term);
  if (
    stems.size <
    (standing.introduction === 'none' || standing.introduction === 'asOf' ? LEAST_AROUND : LEAST_AROUND + 3)
  )
    return 'tooVague';
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

function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

const NOT_DONE =
  /^ (?:is|are|was|were|has|have|had|did|does|do|will|would|could|can)(?:n['’]t| not| never| no)\b/;
export const NEGATIVE = /\b(?:not|no|never|nothing|nobody|none|without|neither)\b|n['’]t\b/i;
const BOUND = /\b(?:by|until|till|before|since|after)(?: the)?(?: (?:end|beginning|start|middle) of)? $/i;
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

/** "the University" is one of many. */
const CLASS_OF_ORGANISATION =
  /^(?:University|College|School|Hospital|Bank|Club|Company|Corporation|Party|Union|Court|Council|Committee|Commission|Board|Agency|Department|Ministry|Group|Service|Forum|Church|Office|Cent(?:er|re)|Institute|Association|Assembly|Authority|Bureau|Force|Foundation|Fund|Guard|League|Museum|Network|Society|Trust|Administration|Government|State)s?$/;

/** A word of everyday English, unless everybody knows it as a name or the article has somebody of this name. */
function isOrdinary({ text, kind, start }: Term): boolean {
  if (CLASS_OF_ORGANISATION.test(text)) return true;
  if (kind === 'name' && text.split(' ').every(isCommonWord)) return true;
  if (
    /^(?:SUV|TV|CEO|CFO|COO|GDP|DNA|RNA|PC|CD|DVD|HIV|AIDS|IT|PR|ID|AI|ATM|FAQ|GPS|HR|IQ|LED|LGBT|MBA|MP|MPs|PhD|R&D|RV|UFO|URL|USB|VIP|VIPs|CEOs|SUVs|TVs|NGO|NGOs|App|IPO|ETF|HD|VR|QB|TD|MVP|DUI)$/.test(
      text,
    )
  )
    return true;
  if (kind === 'name' && isGivenName(text)) return true;
  return isCommonWord(text) && knownKindOf(text) === undefined && !(kind === 'person' && start > 0);
}

/** A single word that no everyday English has, and that the article speaks of more than once: "Europa". */
function isRecurring({ text }: Term, { article }: QuizSentence, corpus: QuizCorpus): boolean {
  return (
    /^\p{Lu}\p{Ll}{3,}$/u.test(text) &&
    !/(?:s|ese|ish|ian|ean|ed|ing|ly)$/.test(text) &&
    isNameInEnglish(stemOf(text)) &&
    corpus.of(article.id).filter(({ terms }) => terms.some((other) => other.text === text)).length >=
      RECURRING
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
    (!isFiniteVerb(next) || isCompound(text.slice(end))) &&
    !/ly$|^(?:without|within|against|among|amid|since|until|near|across|along|around|behind|beyond|despite|toward|towards|via|per|worldwide|including|alongside|instead|onto|twice)$/.test(
      next,
    )
  );
}

/** "Alibaba shares closed": of two that can be verbs the first is none. */
function isCompound(after: string): boolean {
  const [, first = '', second = ''] = /^ (\p{Ll}+s) (\p{Ll}+)/u.exec(after) ?? [];
  return first !== '' && !/^(?:is|was|has|does)$/.test(first) && isFiniteVerb(second);
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
