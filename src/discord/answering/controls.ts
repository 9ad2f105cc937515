import { type APIButtonComponentWithCustomId, ButtonStyle } from 'discord.js';
import { customId } from '../custom-id.ts';
import { cleanLine } from '../inert.ts';
import { button } from '../message.ts';
import { QUIZ_ON } from '../quiz/names.ts';

/** Names of the buttons under an answer, and of the form that one of them opens. */
export const SOURCES = 'sources';
export const FOLLOW_UP = 'follow-up';
export const SUGGESTED = 'suggested';
export const STOP = 'stop';
export const AGAIN = 'again';

/** Characters that Discord shows on a button. */
const LABEL = 80;

type Buttons = APIButtonComponentWithCustomId[];

/**
 * The buttons under an answer.
 * @param kept key of the kept answer; without one there is nothing to open.
 * @param hasQuiz whether there are quiz questions about what it cites.
 * @param again key of what may be worded again.
 */
export function underAnswer({
  kept,
  hasQuiz,
  again,
}: {
  kept: string | undefined;
  hasQuiz: boolean;
  again: string | undefined;
}): {
  sourcesId?: string;
  buttons: Buttons;
} {
  return {
    ...(kept === undefined ? {} : { sourcesId: customId(SOURCES, kept) }),
    buttons: [
      ...(kept === undefined ? [] : [button('Follow up', FOLLOW_UP)]),
      ...(kept === undefined || !hasQuiz ? [] : [button('Quiz me on this', customId(QUIZ_ON, kept))]),
      ...(again === undefined ? [] : [button('Regenerate', customId(AGAIN, again))]),
    ],
  };
}

/** The button of an answer that a chat model is wording. */
export function whileWording(key: string): Buttons {
  return [button('Stop', customId(STOP, key))];
}

/** A button for each question that may be asked next; what it asks is kept with the answer. */
export function suggestionButtons(kept: string, questions: readonly string[]): Buttons {
  return questions.map((question, i) =>
    button(label(question), customId(SUGGESTED, kept, i), false, ButtonStyle.Primary),
  );
}

function label(question: string): string {
  const characters = [...cleanLine(question).trim()];
  return characters.length <= LABEL ? characters.join('') : `${characters.slice(0, LABEL - 1).join('')}…`;
}
