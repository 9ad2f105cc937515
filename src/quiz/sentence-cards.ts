import type { AnswerKind, Card } from '../model.ts';
import { aliasesOf } from '../retrieve/aliases.ts';
import { fold, isStopWord, wordsOf } from '../retrieve/words.ts';
import { idOf, pick, shuffled } from './chance.ts';
import { type QuizCorpus, type QuizSentence, tellingStems } from './corpus.ts';
import { distractorsFor, holdsWords } from './distractors.ts';
import { areEquivalent, plain } from './equivalent.ts';
import { introduced } from './introduction.ts';
import { type MadeCards, proofOf } from './make.ts';
import { isCommonWord } from './name-kinds.ts';
import type { RefusalReason } from './refusal.ts';
import { type Standing, standingOf, withoutSpans } from './standing.ts';
import type { Term } from './terms.ts';
import { isFiniteVerb, isParticiple } from './verbs.ts';
import { gapFor, questionFor } from './wording.ts';

/** Cards that one sentence makes at the most, a statement to judge among them. */
const MOST_PER_SENTENCE = 4;
/** Telling stems that have to stand around an answer. */
const LEAST_AROUND = 3;
/** As much of a question said elsewhere with another answer makes the answer ambiguous. */
const SAME_QUESTION = 0.75;
const LONGEST_OPTION = 70;
/** One sentence in so many is made a statement to judge. */
const STATEMENTS = 1;

/** A question about one sentence, before it is decided how it is asked. */
interface Asked {
  sentence: QuizSentence;
  standing: Standing;
  term: Term;
  around: ReadonlySet<string>;
}

/** Cards about single sentences of an article: choices, gaps, and statements to judge. */
export function sentenceCards(articleId: string, corpus: QuizCorpus): MadeCards {
  const made: MadeCards = { cards: [], refused: [] };
  const names = properWords(corpus.of(articleId));
  const people = corpus
    .of(articleId)
    .flatMap(({ terms }) => terms.filter(({ kind }) => kind === 'person').map(({ text }) => text));
  for (const sentence of corpus.of(articleId)) {
    const standing = standingOf(sentence.text, sentence.article.publishedAt);
    const refuse = (reason: RefusalReason, about = sentence.text) => made.refused.push({ reason, about });
    if (typeof standing === 'string') {
      refuse(standing);
      continue;
    }
    if (speaksOfKnown(sentence, people)) standing.introduction = 'source';
    const asked: Asked[] = [];
    for (const term of sentence.terms) {
      const reason = whyNot(term, sentence, standing, corpus);
      if (reason === undefined) asked.push({ sentence, standing, term, around: aroundOf(sentence, term) });
      else refuse(reason, `${term.text}: ${sentence.text}`);
    }
    if (asked.length === 0) {
      if (sentence.terms.length === 0) refuse('nothingToAsk');
      continue;
    }
    const cards = ranked(asked, names).flatMap((each) => questionCard(each, corpus, names, refuse) ?? []);
    const chosen = spread(cards).slice(0, MOST_PER_SENTENCE - 1);
    if (pick(sentence.text, STATEMENTS) === 0 && !standing.attributed) {
      const statement = statementCard(asked, corpus);
      if (statement) chosen.push(statement);
    }
    made.cards.push(...chosen);
  }
  return made;
}

/** Whether somebody is called by the surname alone, whose full name an earlier sentence has. */
function speaksOfKnown({ terms }: QuizSentence, people: readonly string[]): boolean {
  return terms.some(
    ({ kind, text }) =>
      kind === 'person' && !text.includes(' ') && people.some((name) => name.endsWith(` ${text}`)),
  );
}

/** Of two cards with one answer kind the first is kept, so that a sentence is asked about from different sides. */
function spread(cards: readonly Card[]): Card[] {
  const seen = new Set<AnswerKind>();
  return cards.filter(({ asks }) => !seen.has(asks) && seen.add(asks));
}

function whyNot(
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
  if (isNameKind(term) && /^\p{L}-/u.test(term.text)) return 'nothingToAsk';
  // "Wall Street predicted", "healthcare ICT".
  if (term.kind === 'place' && term.start === 0) return 'nothingToAsk';
  if (term.kind === 'name' && isModified(sentence.text.slice(0, term.start))) return 'nothingToAsk';
  if (isNameKind(term) && /\d $/.test(sentence.text.slice(0, term.start))) return 'nothingToAsk';
  if (isNameKind(term) && (isCommonWord(term.text) || isPartOfNoun(term, sentence))) return 'nothingToAsk';
  // "the 2020 model" dates nothing.
  if (term.kind === 'year' && !BEFORE_YEAR.test(sentence.text.slice(0, term.start))) return 'nothingToAsk';
  // A list that follows can be counted.
  if (term.kind === 'number' && /^[^.]*:/.test(sentence.text.slice(term.end))) return 'keyInQuestion';
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

/** Nobody is to read, as a statement, that somebody else did or suffered this. */
const GRAVE =
  /\b(?:kill|murder|stab|shot|shoot|die[ds]?\b|dead|death|charge|arrest|accus|convict|guilty|jail|prison|rape|assault|abus|attack|fraud|brib|corrupt|terror|suicide|drug|steal|stole|theft|lawsuit|extradit|harass|racis)/i;

function isNameKind({ kind }: Term): boolean {
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

function aroundOf(sentence: QuizSentence, term: Term): Set<string> {
  const own = tellingStems(term.text);
  return new Set(
    [...tellingStems(gapFor(sentence.text, term).replace('_____', ' '))].filter((stem) => !own.has(stem)),
  );
}

/** Well-formed questions first; then dates, numbers and names in this order, later in the sentence before earlier. */
function ranked(asked: readonly Asked[], names: ReadonlySet<string>): Asked[] {
  const rank = ({ term, sentence }: Asked) => {
    const isQuestion = questionFor(sentence.text, term, (word) => names.has(word)) !== undefined;
    const order: Term['kind'][] = [
      'term',
      'number',
      'percentage',
      'money',
      'day',
      'month',
      'year',
      'organisation',
      'person',
      'place',
      'country',
      'name',
    ];
    return (isQuestion ? 0 : 100) + order.indexOf(term.kind);
  };
  return asked.toSorted((a, b) => rank(a) - rank(b));
}

function questionCard(
  { sentence, standing, term, around }: Asked,
  corpus: QuizCorpus,
  names: ReadonlySet<string>,
  refuse: (reason: RefusalReason, about: string) => void,
): Card | undefined {
  const shown = withoutPassing(sentence.text, standing, term);
  const question = standing.attributed
    ? undefined
    : questionFor(shown.text, shown.term, (word) => names.has(word));
  const id = idOf('question', sentence.article.id, sentence.text, term.kind, term.text, String(term.start));
  const wrong =
    term.kind === 'name' || term.kind === 'term' ? undefined : distractorsFor(term, sentence, around, corpus);
  const asGap = question === undefined && (wrong === undefined || pick(id, 3) === 0);
  if (asGap && !canBeTyped(term, sentence)) {
    refuse('noDistractors', `${term.text}: ${sentence.text}`);
    return undefined;
  }
  const text = question ?? gapFor(shown.text, shown.term);
  const isChoice = wrong !== undefined && !asGap;
  if (!isChoice && !canBeTyped(term, sentence)) return undefined;
  const lead = isChoice ? CHOICE_LEAD[term.kind] : GAP_LEAD[term.kind];
  const asked = introduced(
    question === undefined ? `${lead}:\n${text}` : text,
    standing,
    sentence.article,
    question !== undefined,
    term.text,
  );
  if (asked === undefined) {
    refuse('keyInQuestion', `${term.text}: ${sentence.text}`);
    return undefined;
  }
  return {
    id,
    kind: isChoice ? 'choice' : 'gap',
    asks: term.kind,
    articleId: sentence.article.id,
    question: asked,
    key: term.text,
    also: alsoOf(term, sentence, corpus),
    ...(isChoice ? { options: shuffled([term.text, ...wrong], id) } : {}),
    proof: proofOf([sentence]),
  };
}

const CHOICE_LEAD: Record<Term['kind'], string> = {
  person: 'Which person completes the sentence',
  organisation: 'Which organisation completes the sentence',
  country: 'Which country completes the sentence',
  place: 'Which place completes the sentence',
  name: 'Which name completes the sentence',
  term: 'Which term completes the sentence',
  day: 'Which date completes the sentence',
  month: 'Which month completes the sentence',
  year: 'Which year completes the sentence',
  number: 'Which number completes the sentence',
  money: 'Which sum completes the sentence',
  percentage: 'Which share completes the sentence',
};
const GAP_LEAD: Record<Term['kind'], string> = {
  person: 'Fill the gap (a person)',
  organisation: 'Fill the gap (an organisation)',
  country: 'Fill the gap (a country)',
  place: 'Fill the gap (a place)',
  name: 'Fill the gap (a name)',
  term: 'Fill the gap (a term)',
  day: 'Fill the gap (day, month and year)',
  month: 'Fill the gap (month and year)',
  year: 'Fill the gap (a year)',
  number: 'Fill the gap (a number)',
  money: 'Fill the gap (a sum of money)',
  percentage: 'Fill the gap (a share in percent)',
};

/** What nobody could be expected to remember letter by letter is not asked to be typed. */
function canBeTyped({ kind, text }: Term, sentence: QuizSentence): boolean {
  const words = text.split(' ').length;
  if (kind === 'name') return words <= 3 && text.length <= 30 && !isOpening(text, sentence);
  return words <= 4 && text.length <= 40;
}

function isOpening(text: string, sentence: QuizSentence): boolean {
  return sentence.text.startsWith(text) && !/[A-Z\d].*[A-Z\d]/.test(text);
}

/** Other names of the key that the articles explain. */
function alsoOf({ kind, text }: Term, sentence: QuizSentence, corpus: QuizCorpus): string[] {
  const people = corpus
    .of(sentence.article.id)
    .flatMap(({ terms }) => terms.filter((term) => term.kind === 'person').map((term) => term.text));
  const forms = corpus.shortForms.flatMap(({ short, full }) =>
    plain(full) === plain(text) ? [short] : short === text ? [full] : [],
  );
  const surname = kind === 'person' && text.includes(' ') ? [text.split(' ').at(-1) ?? ''] : [];
  const fullNames =
    kind === 'person' && !text.includes(' ') ? people.filter((name) => name.endsWith(` ${text}`)) : [];
  return [...new Set([...forms, ...surname, ...fullNames])].filter((form) => form !== text);
}

function statementCard(asked: readonly Asked[], corpus: QuizCorpus): Card | undefined {
  if (asked.length < 2) return undefined;
  for (const { sentence, standing, term, around } of shuffled(asked, asked[0]?.sentence.text ?? '')) {
    if (term.kind === 'name' || term.kind === 'term') continue;
    if (isNameKind(term) && GRAVE.test(sentence.text)) continue;
    const [wrong] = distractorsFor(term, sentence, around, corpus) ?? [];
    if (wrong === undefined) continue;
    const id = idOf('statement', sentence.article.id, sentence.text, term.text, String(term.start));
    const isTrue = pick(id, 2) === 0;
    const shown = withoutPassing(sentence.text, standing, term);
    const { start, end } = shown.term;
    const statement = isTrue ? shown.text : shown.text.slice(0, start) + wrong + shown.text.slice(end);
    const text = introduced(`True or false:\n${statement}`, standing, sentence.article, false, term.text);
    if (text === undefined) continue;
    return {
      id,
      kind: 'trueFalse',
      asks: 'truth',
      articleId: sentence.article.id,
      question: text,
      key: isTrue ? 'True' : 'False',
      also: isTrue ? ['yes', 'correct', 'right'] : ['no', 'wrong', 'incorrect'],
      options: ['True', 'False'],
      proof: proofOf([sentence]),
    };
  }
  return undefined;
}

/** The sentence without "on Friday" and the like, and where the term is then. */
function withoutPassing(text: string, { cuts }: Standing, term: Term): { text: string; term: Term } {
  const by = cuts.reduce((sum, { start, end }) => (end <= term.start ? sum + end - start : sum), 0);
  return { text: withoutSpans(text, cuts), term: { ...term, start: term.start - by, end: term.end - by } };
}

/** Words that an article writes with a capital within its sentences, or that are no words of everyday English. */
function properWords(sentences: readonly QuizSentence[]): Set<string> {
  const proper = new Set<string>();
  const small = new Set<string>();
  for (const { text } of sentences) {
    for (const { start, end } of wordsOf(text)) {
      const word = text.slice(start, end);
      if (/^\p{Ll}/u.test(word)) small.add(word);
      else if (start > 1 && !/[.?!:]["”’]?\s$/.test(text.slice(0, start))) proper.add(word);
      else if (/^\p{Lu}.*\p{Lu}/u.test(word) || !isFiniteVerb(word.toLowerCase())) proper.add(word);
    }
  }
  for (const word of proper) if (small.has(word.toLowerCase())) proper.delete(word);
  return proper;
}
