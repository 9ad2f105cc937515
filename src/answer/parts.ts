import { questionsOf } from './questions.ts';
import { sidesOf } from './sides.ts';

/** One of several things that a question asks: a question of its own. */
export interface Part {
  /** What its claims are called in the answer, when the same is asked of several things: "France". */
  label?: string;
  /** What is said to be missing when it has no answer, in the asker's words. */
  asked: string;
  /** The whole question that is put to the library. */
  text: string;
}

/** The parts of a question, and how they are to be taken. */
export interface Parts {
  parts: Part[];
  /** Whether the question asks for one thing after all when a single sentence names all sides. */
  mayBeOne: boolean;
}

/** Each part costs an embedding and a retrieval. */
const MOST_PARTS = 4;

/** What a question asks for one by one: questions in a row, and the sides of each; no parts when it asks for one thing. */
export function partsOf(question: string): Parts {
  const questions = questionsOf(question);
  if (questions.length > MOST_PARTS) return { parts: [], mayBeOne: false };
  const sidesOfEach = (questions.length > 0 ? questions : [{ asked: question, text: question }]).map(
    (part) => {
      const { sides, mayBeOne } = sidesOf(part.text);
      return { mayBeOne, parts: sides.map(({ label, text }): Part => ({ label, asked: label, text })), part };
    },
  );
  const parts = sidesOfEach.flatMap(({ parts, part }) => (parts.length > 0 ? parts : [part]));
  const mayBeOne = questions.length === 0 && sidesOfEach.some(({ mayBeOne }) => mayBeOne);
  if (parts.length > MOST_PARTS) return { parts: questions, mayBeOne: false };
  return { parts: parts.length > 1 ? parts : [], mayBeOne };
}
