import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  Message as DiscordMessage,
  MessageCreateOptions,
  ModalSubmitInteraction,
} from 'discord.js';
import type { Message } from '../message.ts';

/** Where an answer is shown: one message, edited in place. */
export interface Stage {
  /** Stages of the same lane share Discord's limit for edits. */
  lane: string;
  /** Shows a message in place of what was shown before. @returns the id of Discord's message */
  show(message: Message): Promise<string>;
}

type Answerable = ChatInputCommandInteraction | ButtonInteraction | ModalSubmitInteraction;

/** The reply to an interaction, or the message whose button was pressed when that is what was acknowledged. */
export function replyStage(interaction: Answerable, acknowledged: Promise<void>): Stage {
  return {
    lane: interaction.id,
    async show(message) {
      await acknowledged;
      return (await interaction.editReply(message)).id;
    },
  };
}

/** A message in a channel. @param send sends it when it is shown first */
export function messageStage(
  channelId: string,
  send: (message: Message & MessageCreateOptions) => Promise<DiscordMessage>,
): Stage {
  let sent: DiscordMessage | undefined;
  return {
    lane: channelId,
    async show(message) {
      if (sent === undefined) sent = await send(message);
      else await sent.edit(message);
      return sent.id;
    },
  };
}
