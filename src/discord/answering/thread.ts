import {
  type AnyThreadChannel,
  type Channel,
  ChannelType,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Message as DiscordMessage,
  PermissionFlagsBits,
  type PermissionsBitField,
  RESTJSONErrorCodes,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import { inertLine, inertName } from '../inert.ts';
import { message, noted, paragraph } from '../message.ts';
import { type Conversation, conversationIn, isOwnThread } from './place.ts';
import { isGone, messageStage, notedStage, replyStage, type Stage, stageOr } from './stage.ts';

const NAME = 100;
const QUOTE = 200;
const NEEDED = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.CreatePublicThreads,
  PermissionFlagsBits.SendMessagesInThreads,
];

/** Said once in every thread, as nobody could know. */
const HOW_TO = 'Go on asking here: mention me or reply to me, as I am not sent what else is written.';
const NOT_ALLOWED = 'I may not open a thread here, so the answer is in the channel.';
const CLOSED = 'The thread was closed meanwhile, so the answer is here.';

/** Why there is no thread, by what Discord answered. */
const REASONS: Readonly<Record<number, string>> = {
  [RESTJSONErrorCodes.MissingAccess]: NOT_ALLOWED,
  [RESTJSONErrorCodes.MissingPermissions]: NOT_ALLOWED,
  [RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage]:
    'There is a thread about this message already, so the answer is in the channel.',
  [RESTJSONErrorCodes.MaximumActiveThreads]:
    'There are too many open threads, so the answer is in the channel.',
  [RESTJSONErrorCodes.MaximumThreadParticipantsReached]: 'The thread is full, so the answer is here.',
  [RESTJSONErrorCodes.UnknownMessage]: CLOSED,
};
const FAILED = 'The thread could not be opened, so the answer is in the channel.';

/** An answer in a thread of its own, and the conversation there. */
export interface InThread {
  stage: Stage;
  conversation: Conversation;
}

/** The thread that is opened from a message which mentions the bot; the channel where there can be none. */
export function threadFrom(asked: DiscordMessage, question: string, channelStage: Stage): InThread {
  const me = asked.guild?.members.me ?? null;
  const permissions = me && 'permissionsFor' in asked.channel ? asked.channel.permissionsFor(me) : null;
  return inThread(
    { channel: asked.channel, permissions, question, nonce: asked.id, lane: asked.channelId },
    async () => asked,
    channelStage,
  );
}

/** The thread that is opened from the reply to a command, which then says where the answer is. */
export function threadFromReply(
  interaction: ChatInputCommandInteraction,
  question: string,
  acknowledged: Promise<void>,
): InThread {
  const reply = replyStage(interaction, acknowledged);
  const start = async () => {
    await acknowledged;
    return interaction.editReply(message([paragraph(`> ${quoted(question)}`, '-# Answered in the thread.')]));
  };
  return inThread(
    {
      ...{ channel: interaction.channel, permissions: interaction.appPermissions },
      ...{ question, nonce: interaction.id, lane: interaction.id },
    },
    start,
    reply,
  );
}

interface Opening {
  channel: Channel | null;
  /** Of the bot. */
  permissions: Readonly<PermissionsBitField> | null;
  question: string;
  nonce: string;
  lane: string;
}

function inThread(
  { channel, permissions, question, nonce, lane }: Opening,
  starter: () => Promise<DiscordMessage>,
  channelStage: Stage,
): InThread {
  let thread: AnyThreadChannel | undefined;
  const conversation: Conversation = {
    placeOf: ({ id, channelId }) =>
      conversationIn(thread?.id === channelId ? thread : null, { channelId }).placeOf({ id, channelId }),
  };
  if (!permissions?.has(NEEDED)) {
    return { stage: notedStage(channelStage, (shown) => noted(shown, NOT_ALLOWED)), conversation };
  }
  const open = async () => {
    const start = await starter();
    const opened = await openedThread(start, question);
    thread = opened;
    const stage = messageStage(opened.id, nonce, (first) => opened.send(first));
    return notedStage(stage, (shown) => noted(shown, HOW_TO));
  };
  const stage = stageOr(lane, open, (error) =>
    notedStage(channelStage, (shown) => noted(shown, reasonOf(error))),
  );
  return { stage: channel === null ? channelStage : stage, conversation };
}

/** The thread of a message; the one there is when Discord's answer to the first request for it was lost. */
async function openedThread(start: DiscordMessage, question: string): Promise<AnyThreadChannel> {
  try {
    const options = { name: threadName(question), autoArchiveDuration: ThreadAutoArchiveDuration.OneDay };
    return (await start.startThread(options)) as AnyThreadChannel;
  } catch (error) {
    const there = start.client.channels.cache.get(start.id) ?? null;
    if (there?.isThread() && isOwnThread(there)) return there;
    throw error;
  }
}

/** Whether a thread can be opened from a message of a channel: not in direct messages, nor in a thread. */
export function takesThreads(channel: Channel | null): boolean {
  return channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement;
}

/**
 * A stage for an answer in a thread that the bot opened: the channel around it when the thread is closed meanwhile. Who
 * reads the channel can read the thread, too.
 */
export function stageIn(asked: DiscordMessage, question: string, stage: Stage): Stage {
  const { channel } = asked;
  const parent = isOwnThread(channel) && channel.isThread() ? channel.parent : null;
  if (!parent?.isTextBased()) return stage;
  const around = messageStage(parent.id, asked.id, (reply) => parent.send(reply));
  return stageOr(
    stage.lane,
    async () => stage,
    (error) => {
      const note = `Asked in a thread: ${quoted(question)} · ${reasonOf(error, CLOSED)}`;
      return notedStage(around, (shown) => noted(shown, note));
    },
  );
}

/** The name of a thread about a question: 1 to 100 characters. */
export function threadName(question: string): string {
  return inertName(question, NAME) || 'Question';
}

function reasonOf(error: unknown, otherwise = FAILED): string {
  if (isGone(error)) return CLOSED;
  return (error instanceof DiscordAPIError && REASONS[Number(error.code)]) || otherwise;
}

function quoted(question: string): string {
  return inertLine(inertName(question, QUOTE));
}
