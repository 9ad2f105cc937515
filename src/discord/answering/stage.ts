import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  type Message as DiscordMessage,
  type MessageCreateOptions,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Message } from '../message.ts';

/** What Discord answers to edits in a channel that was deleted, or a thread that was closed. */
const CLOSED = new Set<number | string>([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.ThreadLocked,
]);

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
 * @param other gives another one when that fails, or Discord refuses the message; later when its channel is gone
 */
export function stageOr(lane: string, open: () => Promise<Stage>, other: (error: unknown) => Stage): Stage {
  let stage: Stage | undefined;
  let isLast = false;
  const instead = (error: unknown) => {
    isLast = true;
    return other(error);
  };
  return {
    lane,
    async show(message) {
      const isLost = stage === undefined ? isRefused : isGone;
      try {
        const current = stage ?? (await open().catch(instead));
        const shown = await current.show(message);
        stage = current;
        return shown;
      } catch (error) {
        // What failed otherwise may have been shown all the same.
        if (isLast || !isLost(error)) throw error;
        stage = instead(error);
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
  return isGone(error) || (error instanceof DiscordAPIError && error.status < 500);
}

/** Whether there is no channel any more, or it is a thread that was closed. */
export function isGone(error: unknown): boolean {
  if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.ChannelNotCached;
  return error instanceof DiscordAPIError && CLOSED.has(error.code);
}
