import { citationOf } from '../answer/sources.ts';
import type { Card, Citation } from '../model.ts';
import { languageOf } from '../retrieve/language.ts';
import { acronymCards } from './acronym-cards.ts';
import { articleCards } from './article-cards.ts';
import { isNameKind } from './askable.ts';
import type { QuizCorpus, QuizSentence } from './corpus.ts';
import { orderCards } from './order-cards.ts';
import type { RefusalReason } from './refusal.ts';
import { sentenceCards } from './sentence-cards.ts';
import { speakerCards } from './speaker-cards.ts';
import { type Standing, standingOf } from './standing.ts';
import { isOpinionated } from './voice.ts';

/** Sentences that the language of an article is told from. */
const SAMPLE = 8;

/** What came of an article: its cards, and how often each reason refused a sentence or a question. */
export interface MadeCards {
  cards: Card[];
  /** Each with the words that were refused. */
  refused: { reason: RefusalReason; about: string }[];
}

/** A sentence of an article, and whether it can be asked about. */
export interface JudgedSentence {
  sentence: QuizSentence;
  standing: Standing | RefusalReason;
}

/** All cards of one article of a corpus. The same corpus gives the same cards. */
export function cardsOf(articleId: string, corpus: QuizCorpus): MadeCards {
  const made: MadeCards = { cards: [], refused: [] };
  const own = corpus.of(articleId);
  if (
    languageOf(
      own
        .slice(0, SAMPLE)
        .map(({ text }) => text)
        .join(' '),
    ) !== 'en'
  ) {
    made.refused.push(...own.map(({ text }) => ({ reason: 'language' as const, about: text })));
    return made;
  }
  const judge = isOpinionated(own) ? factsIn : standingOf;
  const judged = own.map((sentence) => ({ sentence, standing: judge(sentence) }));
  for (const { cards, refused } of [
    sentenceCards(judged, corpus),
    speakerCards(judged, corpus),
    articleCards(judged, corpus),
    acronymCards(articleId, corpus),
    orderCards(judged),
  ]) {
    made.cards.push(...cards);
    made.refused.push(...refused);
  }
  const seen = new Set<string>();
  made.cards = made.cards.filter(({ id }) => !seen.has(id) && seen.add(id));
  return made;
}

/** Of an opinion piece only what has a date or a figure is asked about, and nothing is called true or false. */
function factsIn(sentence: QuizSentence): Standing | RefusalReason {
  const standing = standingOf(sentence);
  if (typeof standing === 'string') return standing;
  const isFact = standing.introduction !== 'title' && sentence.terms.some((term) => !isNameKind(term));
  return isFact ? { ...standing, attributed: true } : 'opinion';
}

/** The explanation of a card: its sentences, quoted. */
export function proofOf(sentences: readonly Pick<QuizSentence, 'article' | 'start' | 'end'>[]): Citation[] {
  return sentences.map((sentence, i) => citationOf(sentence.article, sentence, i + 1));
}
