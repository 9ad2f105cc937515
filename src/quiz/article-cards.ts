import type { Card } from '../model.ts';
import { isStopWord, wordsOf } from '../retrieve/words.ts';
import { isNameKind } from './askable.ts';
import { idOf, pick, shuffled } from './chance.ts';
import type { QuizCorpus, QuizSentence } from './corpus.ts';
import { DISTRACTORS } from './distractors.ts';
import { type JudgedSentence, type MadeCards, proofOf } from './make.ts';
import type { Term } from './terms.ts';

const MOST_PER_ARTICLE = 3;
/** A sentence that has more of the telling words of its title than this gives the title away. */
const MOST_OF_TITLE = 0.25;
/** Another article that says so much of the sentence may say so too. */
const SAID_ELSEWHERE = 0.5;
const LONGEST_TITLE = 90;

/** Cards that quote a sentence and ask which article says so. */
export function articleCards(judged: readonly JudgedSentence[], corpus: QuizCorpus): MadeCards {
  const made: MadeCards = { cards: [], refused: [] };
  const articleId = judged[0]?.sentence.article.id ?? '';
  for (const { sentence, standing } of shuffled(judged, articleId)) {
    if (made.cards.length === MOST_PER_ARTICLE) break;
    if (
      typeof standing === 'string' ||
      standing.cuts.length > 0 ||
      standing.isOfItsDay ||
      standing.attributed ||
      !tellsMuch(sentence.terms)
    )
      continue;
    const refuse = (reason: 'keyInQuestion' | 'notUnique' | 'noDistractors') =>
      made.refused.push({ reason, about: `article: ${sentence.text}` });
    if (shareOfTitle(sentence.text, sentence.article.title) > MOST_OF_TITLE) refuse('keyInQuestion');
    else if (
      corpus
        .saying(sentence.stems, [sentence], SAID_ELSEWHERE)
        .some(({ article }) => article.id !== articleId)
    )
      refuse('notUnique');
    else {
      const card = cardOf(sentence, corpus.titles);
      if (card) made.cards.push(card);
      else refuse('noDistractors');
    }
  }
  return made;
}

/** Whether there is a date, a figure or two names to know a sentence by. */
function tellsMuch(terms: readonly Term[]): boolean {
  return terms.some((term) => !isNameKind(term)) || terms.filter(({ kind }) => kind !== 'name').length >= 2;
}

function cardOf(sentence: QuizSentence, titles: ReadonlySet<string>): Card | undefined {
  const { article, text } = sentence;
  if (article.title.length > LONGEST_TITLE) return undefined;
  const id = idOf('article', article.id, text);
  const others = [...titles].filter(
    (title) =>
      title !== article.title &&
      title.length <= LONGEST_TITLE &&
      shareOfTitle(text, title) <= MOST_OF_TITLE &&
      !isAlike(title, article.title),
  );
  const at = others.length === 0 ? 0 : pick(id, others.length);
  const wrong = shuffled([...others.slice(at), ...others.slice(0, at)], id).slice(0, DISTRACTORS);
  if (wrong.length < DISTRACTORS) return undefined;
  return {
    id,
    kind: 'article',
    asks: 'article',
    articleId: article.id,
    question: `Which of these articles says so?\n“${text}”`,
    key: article.title,
    also: [],
    options: shuffled([article.title, ...wrong], id),
    proof: proofOf([sentence]),
  };
}

/** The share (0 to 1) of the telling words of a title that a text has. */
function shareOfTitle(text: string, title: string): number {
  const telling = [
    ...new Set(
      wordsOf(title)
        .filter(({ word }) => !isStopWord(word))
        .map(({ stem }) => stem),
    ),
  ];
  const stems = new Set(wordsOf(text).map(({ stem }) => stem));
  return telling.length === 0 ? 1 : telling.filter((stem) => stems.has(stem)).length / telling.length;
}

function isAlike(one: string, other: string): boolean {
  return shareOfTitle(one, other) > 0.5 || shareOfTitle(other, one) > 0.5;
}
