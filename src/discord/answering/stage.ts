import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  type Message as DiscordMessage,
  type MessageCreateOptions,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Message } from '../message.ts';

/** The message that shows an answer. */
export interface Shown {
  id: string;
  channelId: string;
}

/** Where an answer is shown: one message, edited in place. */
export interface Stage {
  /** Stages of the same lane share Discord's limit for edits. */
  lane: string;
  /** Shows a message in place of what was shown before. */
  show(message: Message): Promise<Shown>;
}

/** Sends a message for the first time. */
export type Send = (
  message: Message & Pick<MessageCreateOptions, 'nonce' | 'enforceNonce'>,
) => Promise<DiscordMessage>;

type Answerable = ChatInputCommandInteraction | ButtonInteraction | ModalSubmitInteraction;

/** The reply to an interaction, or the message whose button was pressed when that is what was acknowledged. */
export function replyStage(interaction: Answerable, acknowledged: Promise<void>): Stage {
  return {
    lane: interaction.id,
    async show(message) {
      await acknowledged;
      return interaction.editReply(message);
    },
  };
}

/** A message in a channel. @param nonce with it there is one message, however often it is sent */
export function messageStage(channelId: string, nonce: string, send: Send): Stage {
  let sent: DiscordMessage | undefined;
  return {
    lane: channelId,
    async show(message) {
      if (sent === undefined) sent = await send({ ...message, nonce, enforceNonce: true });
      else await sent.edit(message);
      return sent;
    },
  };
}

/**
 * The first stage on which a message can be shown.
 * @param open gives it when there is something to be shown
 * @param other gives another one when that fails, or Discord refuses the message
 */
export function stageOr(lane: string, open: () => Promise<Stage>, other: (error: unknown) => Stage): Stage {
  let stage: Stage | undefined;
  return {
    lane,
    async show(message) {
      if (stage !== undefined) return stage.show(message);
      try {
        const opened = await open().catch(other);
        const shown = await opened.show(message);
        stage = opened;
        return shown;
      } catch (error) {
        // What failed otherwise may have been shown all the same.
        if (!isRefused(error)) throw error;
        stage = other(error);
        return stage.show(message);
      }
    },
  };
}

/** The same stage with a line of Footnote's own below every message. */
export function notedStage(stage: Stage, note: (message: Message) => Message): Stage {
  return { lane: stage.lane, show: (message) => stage.show(note(message)) };
}

/** Whether Discord did not take a request, or it was not even sent because the channel is gone. */
function isRefused(error: unknown): boolean {
  if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.ChannelNotCached;
  return error instanceof DiscordAPIError && error.status < 500;
}
