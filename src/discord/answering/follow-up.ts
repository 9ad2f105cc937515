import { ComponentType, TextInputStyle } from 'discord.js';
import { UserError } from '../../errors.ts';
import type { Button, Form, Modal } from '../commands/command.ts';
import { QUESTION_LENGTH } from '../limits.ts';
import { FOLLOW_UP } from './controls.ts';
import { conversationUnder, isPrivate } from './place.ts';
import { replyStage } from './stage.ts';

const QUESTION = 'question';
const KEY = /^[\w-]{1,32}$/;

function form(): Modal {
  return {
    custom_id: FOLLOW_UP,
    title: 'Follow up',
    components: [
      {
        type: ComponentType.Label,
        label: 'Your question',
        description: 'You may leave out what was said before, as in "And when was that?"',
        component: {
          type: ComponentType.TextInput,
          custom_id: QUESTION,
          style: TextInputStyle.Short,
          min_length: 1,
          max_length: QUESTION_LENGTH,
          required: true,
        },
      },
    ],
  };
}

/** Opens the form for a question that goes on from an answer. */
export const followUp = {
  result: () => 'reply',
  opens: form,
  run: async () => undefined,
} satisfies Button;

/** Answers it to those who see the answer that it goes on from. */
export const followUpForm = {
  result: ({ message }) => (isPrivate(message) ? 'reply' : 'everyone'),
  async run(interaction, _parts, { desk }, acknowledged) {
    await desk.answer(
      {
        ...{ user: interaction.user.id, text: interaction.fields.getTextInputValue(QUESTION), echo: true },
        conversation: conversationUnder(interaction, interaction.message),
      },
      replyStage(interaction, acknowledged),
    );
    return undefined;
  },
} satisfies Form;

/** Asks a suggested question, as the presser's own: `suggested:KEY:NUMBER`. */
export const suggested = {
  result: ({ message }) => (isPrivate(message) ? 'reply' : 'everyone'),
  async run(interaction, [key = '', number = ''], { app, desk }, acknowledged) {
    const questions = KEY.test(key) ? await app.keptSuggestions(key) : [];
    const text = /^\d$/.test(number) ? questions[Number(number)] : undefined;
    if (text === undefined) {
      throw new UserError(
        'I no longer have this question: I keep them for 30 days. Please type it with `/ask`.',
      );
    }
    await desk.answer(
      {
        ...{ user: interaction.user.id, text, echo: true },
        conversation: conversationUnder(interaction, interaction.message),
      },
      replyStage(interaction, acknowledged),
    );
    return undefined;
  },
} satisfies Button;
