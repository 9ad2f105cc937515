import type { Message as DiscordMessage } from 'discord.js';
import { UserError } from '../errors.ts';
import type { Context } from './commands/command.ts';
import { apology, failureLine } from './failure.ts';
import { type Message, notice } from './message.ts';

const HOW_TO = 'Write a question after my name, and I will answer it from the articles of this community.';
const HOW_TO_DIRECT = 'Write me a question, and I will answer it from the articles of this community.';

/** Any mention of a user, role or channel. */
const MENTION = /<(?:@[!&]?|#)\d+>/g;

/**
 * The question that a message puts to the bot: its words after the mention in a server, all of it in a direct
 * message. Empty when it only says the bot's name; `undefined` when it is not for the bot.
 */
export function questionIn(content: string, botId: string, direct: boolean): string | undefined {
  if (!direct && !new RegExp(`<@!?${botId}>`).test(content)) return undefined;
  return content.replace(MENTION, ' ').replace(/\s+/g, ' ').trim();
}

/** Answers a message that mentions the bot or is sent to it directly. Never rejects. */
export async function answerMention(
  asked: DiscordMessage<boolean>,
  context: Context,
  log: (line: string) => void,
): Promise<void> {
  try {
    const reply = await replyTo(asked, context, log);
    // With the id of the question as nonce there is one reply, however often it is sent.
    if (reply !== undefined) await asked.reply({ ...reply, nonce: asked.id, enforceNonce: true });
  } catch (error) {
    log(failureLine('A mention could not be answered', error, [asked.content]));
  }
}

async function replyTo(
  asked: DiscordMessage<boolean>,
  { desk }: Context,
  log: (line: string) => void,
): Promise<Message | undefined> {
  if (asked.author.bot || asked.webhookId !== null || asked.system) return undefined;
  const direct = asked.channel.isDMBased();
  const question = questionIn(asked.content, asked.client.user.id, direct);
  if (question === undefined) return undefined;

  const refusal = desk.refusal(asked.author.id);
  // Told once: a reply to each further message would fill the channel.
  if (refusal !== undefined) return refusal.repeated ? undefined : notice(refusal.reason);
  if (question === '') return notice(direct ? HOW_TO_DIRECT : HOW_TO);

  if (asked.channel.isSendable()) void asked.channel.sendTyping().catch(() => undefined);
  try {
    return await desk.answer(asked.author.id, question, { echo: false });
  } catch (error) {
    if (!(error instanceof UserError)) log(failureLine('A question failed', error, [question]));
    return notice(apology(error));
  }
}
