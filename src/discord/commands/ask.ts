import { ApplicationCommandOptionType, MessageFlags } from 'discord.js';
import { UserError } from '../../errors.ts';
import { AGAIN, FOLLOW_UP, SOURCES, STOP, SUGGESTED } from '../answering/controls.ts';
import { followUp, followUpForm, suggested } from '../answering/follow-up.ts';
import { again, stop } from '../answering/model-buttons.ts';
import { conversationIn } from '../answering/place.ts';
import { replyStage } from '../answering/stage.ts';
import { takesThreads, threadFromReply } from '../answering/thread.ts';
import { customId } from '../custom-id.ts';
import { QUESTION_LENGTH } from '../limits.ts';
import { renderSources } from '../render-sources.ts';
import type { Button, Command } from './command.ts';
import { EVERYWHERE } from './places.ts';

const KEY = /^[\w-]{1,32}$/;
const PAGE = /^\d{1,3}$/;

/** Opens the quoted passages of an answer: `sources:KEY`, or `sources:KEY:PAGE` to turn the page of what it opened. */
const sources = {
  result: (interaction, [, page]) =>
    page !== undefined && interaction.message.flags.has(MessageFlags.Ephemeral) ? 'update' : 'reply',

  async run(_interaction, [key = '', page = '0'], { app }) {
    const answer = KEY.test(key) && PAGE.test(page) ? await app.keptAnswer(key) : undefined;
    if (answer === undefined || answer.citations.length === 0) {
      throw new UserError(
        'I no longer have the sources of this answer: I keep them for 30 days. Ask again and I will look them up anew.',
      );
    }
    const [excerpts, fates] = await Promise.all([app.excerpts(answer.citations), app.fates(answer)]);
    return renderSources(answer, excerpts, fates, {
      page: Number(page),
      pageId: (to) => customId(SOURCES, key, to),
    });
  },
} satisfies Button;

export const ask = {
  data: {
    name: 'ask',
    description: "Ask a question; the answer comes from this community's own articles",
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'What would you like to know?',
        required: true,
        min_length: 1,
        max_length: QUESTION_LENGTH,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        description: 'Only you see the answer',
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'thread',
        description: 'Answer in a thread of its own, to go on asking there',
      },
    ],
  },
  audience: (interaction) => (interaction.options.getBoolean('private') ? 'asker' : 'everyone'),
  async run(interaction, { desk, answerIn }, acknowledged) {
    const { user, options, channel, channelId } = interaction;
    const text = options.getString('question', true);
    const onlyFor = options.getBoolean('private') ? user.id : undefined;
    const wantsThread = options.getBoolean('thread') ?? answerIn === 'thread';
    const opensThread = wantsThread && onlyFor === undefined && takesThreads(channel);
    const { stage, conversation } = opensThread
      ? threadFromReply(interaction, text, acknowledged)
      : {
          stage: replyStage(interaction, acknowledged),
          conversation: conversationIn(channel, { channelId, onlyFor }),
        };
    await desk.answer({ user: user.id, text, echo: true, conversation }, stage);
    return undefined;
  },
  buttons: {
    [SOURCES]: sources,
    [FOLLOW_UP]: followUp,
    [SUGGESTED]: suggested,
    [STOP]: stop,
    [AGAIN]: again,
  },
  forms: { [FOLLOW_UP]: followUpForm },
} satisfies Command;
