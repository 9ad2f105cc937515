import type { AnswerKind, Card } from '../model.ts';
import { wordsOf } from '../retrieve/words.ts';
import { type Asked, aroundOf, whyNot } from './askable.ts';
import { idOf, pick, shuffled } from './chance.ts';
import type { QuizCorpus, QuizSentence } from './corpus.ts';
import { distractorsFor } from './distractors.ts';
import { introduced } from './introduction.ts';
import { CHOICE_LEAD, GAP_LEAD } from './leads.ts';
import { type JudgedSentence, type MadeCards, proofOf } from './make.ts';
import { otherNamesOf } from './other-names.ts';
import type { RefusalReason } from './refusal.ts';
import { shownOf } from './shown.ts';
import { statementCard } from './statement-cards.ts';
import type { Term } from './terms.ts';
import { isFiniteVerb } from './verbs.ts';
import { gapFor, questionFor } from './wording.ts';

/** Cards that one sentence makes at the most, a statement to judge among them. */
const MOST_PER_SENTENCE = 4;
/** An article with fewer cards than this has more from its sentences, which ask for another thing of the same kind. */
const WISHED = 10;
const SPARE_PER_SENTENCE = 3;

/** Cards about single sentences of an article: choices, gaps, and statements to judge. */
export function sentenceCards(judged: readonly JudgedSentence[], corpus: QuizCorpus): MadeCards {
  const made: MadeCards = { cards: [], refused: [] };
  const spare: Card[] = [];
  const names = properWords(judged.map(({ sentence }) => sentence));
  const people = judged.flatMap(({ sentence: { terms } }) =>
    terms.filter(({ kind }) => kind === 'person').map(({ text }) => text),
  );
  for (const { sentence, standing: judgement } of judged) {
    const refuse = (reason: RefusalReason, about = sentence.text) => made.refused.push({ reason, about });
    if (typeof judgement === 'string') {
      refuse(judgement);
      continue;
    }
    const standing =
      speaksOfKnown(sentence, people) && judgement.introduction !== 'title'
        ? { ...judgement, introduction: 'source' as const }
        : judgement;
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
    spare.push(...cards.filter((card) => !chosen.includes(card)).slice(0, SPARE_PER_SENTENCE));
    if (!standing.attributed) {
      const statement = statementCard(asked, corpus);
      if (statement) chosen.push(statement);
    }
    made.cards.push(...chosen);
  }
  made.cards.push(
    ...shuffled(spare, judged[0]?.sentence.article.id ?? '').slice(
      0,
      Math.max(0, WISHED - made.cards.length),
    ),
  );
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
  const shown = shownOf({ sentence, standing, term, around });
  const id = idOf('question', sentence.article.id, sentence.text, term.kind, term.text, String(term.start));
  const wrong =
    term.kind === 'name' || term.kind === 'term' ? undefined : distractorsFor(term, sentence, around, corpus);
  const question =
    standing.attributed || wrong === undefined
      ? undefined
      : questionFor(shown.text, shown.term, (word) => names.has(word));
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
    also: otherNamesOf(term, sentence, corpus),
    ...(isChoice ? { options: shuffled([term.text, ...wrong], id) } : {}),
    proof: proofOf([sentence]),
  };
}

/** What nobody could be expected to remember letter by letter is not asked to be typed. */
function canBeTyped({ kind, text }: Term, sentence: QuizSentence): boolean {
  const words = text.split(' ').length;
  if (kind === 'name') return words <= 3 && text.length <= 30 && !isOpening(text, sentence);
  return words <= 4 && text.length <= 40;
}

function isOpening(text: string, sentence: QuizSentence): boolean {
  return sentence.text.startsWith(text) && !/[A-Z\d].*[A-Z\d]/.test(text);
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
