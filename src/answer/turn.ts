import type { Answer, Turn } from '../model.ts';

/** What is remembered of an answer, so that the next question may leave out what this one said. */
export function turnOf({
  question,
  readAs,
  citations,
}: Pick<Answer, 'question' | 'readAs' | 'citations'>): Turn {
  return {
    question: readAs ?? question,
    cited: citations.map(({ articleId, title, start, end, quote }) => ({
      articleId,
      title,
      start,
      end,
      quote,
    })),
  };
}

/** Turns that are worth remembering: a follow-up leans on the last ones. */
const MOST_TURNS = 6;

/** A conversation with one more answer. */
export function withTurn(turns: readonly Turn[], answer: Answer): Turn[] {
  return [...turns, turnOf(answer)].slice(-MOST_TURNS);
}
