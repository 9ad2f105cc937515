import type { Draft } from '../answer/answer.ts';
import type { Completed } from '../answer/follow-up/standalone.ts';
import type { Answer, ExplainedFollowUp, Question, Turn } from '../model.ts';
import { placesOverlap } from '../spans.ts';
import type { Thread } from '../workers/thread.ts';

/** The thread that has the library. */
type Answers = Pick<Thread<typeof import('../workers/answer.ts')>, 'run'>;

const MOST_SUGGESTIONS = 3;

/** A question as it is put to the library, and how the conversation before it was used for it. */
export interface Standing {
  /** Without its history. */
  question: Question;
  /** Present when it asks for more of what a turn cited. */
  more?: Turn;
  /** Present when the conversation completed it. */
  completed?: Completed;
  /** Absent when it follows none. */
  followUp?: ExplainedFollowUp;
}

/** A question with what it leaves out that the conversation before it said. */
export async function standing(
  answers: Answers,
  { history = [], ...question }: Question,
  today: string,
): Promise<Standing> {
  if (history.length === 0) return { question };
  const { text, isCarried, more, told, tried } = await answers.run('standalone', {
    question: { ...question, history },
    today,
  });
  return {
    question: isCarried && !more ? { ...question, text } : question,
    ...(more && { more }),
    ...(isCarried && !more && { completed: { typed: question.text, ...(told && { told }) } }),
    followUp: { ...(isCarried && { readAs: text }), ...(more && { asksForMore: true as const }), tried },
  };
}

/** Questions to go on with, of those that the thread thinks of: each was put to the library, which answers it where it should. */
export async function answeredSuggestions(
  answers: Answers,
  { question, readAs, citations }: Answer,
  answerTo: (question: Question) => Promise<Draft>,
): Promise<string[]> {
  const possible = await answers.run('suggestible', {
    ...{ question, citations },
    ...(readAs !== undefined && { readAs }),
  });
  const offered: string[] = [];
  for (const { text, articleId, start, end } of possible) {
    if (offered.length === MOST_SUGGESTIONS) break;
    const draft = await answerTo({ text });
    const [first] = draft.citations;
    const isThere = first !== undefined && placesOverlap(first, { articleId, start, end });
    if (draft.status === 'answered' && isThere) offered.push(text);
  }
  return offered;
}
