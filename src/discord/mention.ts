import type { Message as DiscordMessage } from 'discord.js';
import { UserError } from '../errors.ts';
import { conversationAfter, conversationIn } from './answering/place.ts';
import { messageStage, type Stage } from './answering/stage.ts';
import { stageIn, takesThreads, threadFrom } from './answering/thread.ts';
import type { Context } from './commands/command.ts';
import { apology, failureLine } from './failure.ts';
import { notice } from './message.ts';

const HOW_TO = 'Write a question after my name, and I will answer it from the articles of this community.';
const HOW_TO_DIRECT = 'Write me a question, and I will answer it from the articles of this community.';

/** Any mention of a user, role or channel. */
const MENTION = /<(?:@[!&]?|#)\d+>/g;

/**
 * The question that a message puts to the bot: its words after the mention in a server, all of it in a direct message
 * and in a reply to the bot. Empty when it only says the bot's name; `undefined` when it is not for the bot.
 */
export function questionIn(content: string, botId: string, addressed: boolean): string | undefined {
  if (!addressed && !new RegExp(`<@!?${botId}>`).test(content)) return undefined;
  return content.replace(MENTION, ' ').replace(/\s+/g, ' ').trim();
}

/** Answers a message that mentions the bot, replies to it or is sent to it directly. Never rejects. */
export async function answerMention(
  asked: DiscordMessage<boolean>,
  context: Context,
  log: (line: string) => void,
): Promise<void> {
  const stage = messageStage(asked.channelId, asked.id, (reply) => asked.reply(reply));
  try {
    await replyTo(asked, context, { stage, log });
  } catch (error) {
    log(failureLine('A mention could not be answered', error, [asked.content]));
  }
}

async function replyTo(
  asked: DiscordMessage<boolean>,
  { desk, answerIn }: Context,
  { stage, log }: { stage: Stage; log: (line: string) => void },
): Promise<void> {
  if (asked.author.bot || asked.webhookId !== null || asked.system) return;
  const direct = asked.channel.isDMBased();
  const answered = answeredBefore(asked);
  const question = questionIn(asked.content, asked.client.user.id, direct || answered !== undefined);
  if (question === undefined) return;

  const tell = async (text: string) => void (await stage.show(notice(text)));
  const refusal = desk.refusal(asked.author.id);
  // Told once: a reply to each further message would fill the channel.
  if (refusal !== undefined) return refusal.repeated ? undefined : tell(refusal.reason);
  if (question === '') return tell(direct ? HOW_TO_DIRECT : HOW_TO);

  if (asked.channel.isSendable()) void asked.channel.sendTyping().catch(() => undefined);
  const { channel, channelId } = asked;
  const inChannel = {
    stage: stageIn(asked, question, stage),
    conversation:
      answered === undefined
        ? conversationIn(channel, { channelId })
        : conversationAfter(channel, { channelId }, answered),
  };
  const opensThread = answerIn === 'thread' && answered === undefined && takesThreads(channel);
  const { stage: own, conversation } = opensThread ? threadFrom(asked, question, stage) : inChannel;
  try {
    await desk.answer({ user: asked.author.id, text: question, echo: false, conversation }, own);
  } catch (error) {
    if (!(error instanceof UserError)) log(failureLine('A question failed', error, [question]));
    await tell(apology(error));
  }
}

/**
 * The message of the bot that a message replies to. A reply that does not ping the bot is not for it, and its words are
 * not sent to it in a server.
 */
function answeredBefore(asked: DiscordMessage): string | undefined {
  const { mentions, reference, channelId, client } = asked;
  const isToBot = mentions.repliedUser?.id === client.user.id;
  const isForBot = isToBot && (asked.channel.isDMBased() || mentions.users.has(client.user.id));
  return isForBot && reference?.channelId === channelId ? reference.messageId : undefined;
}
