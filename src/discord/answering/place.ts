import {
  type BaseInteraction,
  type Channel,
  ChannelType,
  type Message as DiscordMessage,
  MessageFlags,
} from 'discord.js';
import type { Shown } from './stage.ts';

/*
 * Conversations are remembered by place. In a thread that the bot opened that is the thread, which all of its readers
 * share. Everywhere else it is the message that shows an answer, with what was said before it: so people who follow up
 * on the same answer do not get in each other's way. What one person alone sees is remembered for that person alone.
 */

/** A conversation: what it goes on from, and where its next answer is remembered. */
export interface Conversation {
  /** Where it was remembered so far; absent when it begins. */
  follows?: string | undefined;
  /** Where an answer is remembered that a message shows. */
  placeOf(shown: Shown): string;
}

interface Where {
  channelId: string;
  /** Who alone sees the answer; everybody when absent. */
  onlyFor?: string | undefined;
}

/** A conversation in the channel of an interaction or a message: that of the thread, or one that begins. */
export function conversationIn(channel: Channel | null, { channelId, onlyFor }: Where): Conversation {
  const thread = isOwnThread(channel) ? `thread:${channelId}` : undefined;
  return {
    follows: thread,
    placeOf: (shown) =>
      thread !== undefined && onlyFor === undefined && shown.channelId === channelId
        ? thread
        : placeOfMessage(shown, onlyFor),
  };
}

/** The conversation that goes on from the message that shows an answer. */
export function conversationAfter(channel: Channel | null, where: Where, messageId: string): Conversation {
  const { follows, placeOf } = conversationIn(channel, where);
  const { channelId, onlyFor } = where;
  const isShared = follows !== undefined && onlyFor === undefined;
  return { follows: isShared ? follows : placeOfMessage({ id: messageId, channelId }, onlyFor), placeOf };
}

/** The conversation that a button or a form under an answer goes on with. */
export function conversationUnder(
  interaction: BaseInteraction,
  message: DiscordMessage | null,
): Conversation {
  const channelId = interaction.channelId ?? '';
  const where = { channelId, onlyFor: isPrivate(message) ? interaction.user.id : undefined };
  return message
    ? conversationAfter(interaction.channel, where, message.id)
    : conversationIn(interaction.channel, where);
}

/** Whether only one person sees a message. */
export function isPrivate(message: Pick<DiscordMessage, 'flags'> | null): boolean {
  return message?.flags.has(MessageFlags.Ephemeral) ?? false;
}

/** Whether it is a thread that the bot opened, and all who see the channel can read. */
export function isOwnThread(channel: Channel | null): boolean {
  return (
    channel?.isThread() === true &&
    channel.type !== ChannelType.PrivateThread &&
    channel.ownerId === channel.client.user.id
  );
}

function placeOfMessage({ id, channelId }: Shown, onlyFor: string | undefined): string {
  return onlyFor === undefined ? `message:${channelId}:${id}` : `private:${onlyFor}:${channelId}:${id}`;
}
