import {
  type BaseInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  GuildMember,
  PermissionFlagsBits,
} from 'discord.js';
import { UserError } from '../../errors.ts';
import type { RoundPlayer } from '../../model.ts';
import type { Button, Context } from '../commands/command.ts';
import { type Message, message, notice, paragraph } from '../message.ts';
import { shortLine } from '../source-line.ts';
import { USUAL_COUNT, USUAL_SECONDS } from './data.ts';
import * as name from './names.ts';
import { renderLobby, renderMine, renderPick, renderTop } from './render-round.ts';

const NUMBER = /^\d{1,2}$/;
const NEEDED = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;

/** `/quiz play`: the lobby, in a message of the bot's own that it can edit as long as it is there. */
export async function play(
  interaction: ChatInputCommandInteraction,
  { app }: Context,
  acknowledged: Promise<void>,
): Promise<undefined> {
  const { channel, channelId, guildId, options, user } = interaction;
  if (guildId === null)
    throw new UserError('A round is played in a channel of a server: use /quiz play there.');
  const permission = channel?.isThread() ? PermissionFlagsBits.SendMessagesInThreads : NEEDED;
  if (!interaction.appPermissions.has(permission)) {
    throw new UserError(
      'I may not write in this channel. Let me see it and send messages in it, or play in another one.',
    );
  }
  const round = await app.rounds.begin({
    ...{ guildId, channelId, host: user.id },
    count: options.getInteger('count') ?? USUAL_COUNT,
    seconds: options.getInteger('seconds') ?? USUAL_SECONDS,
  });
  try {
    await acknowledged;
    const { id } = await interaction.editReply(renderLobby(round, []));
    app.rounds.shownIn(round.key, id);
  } catch (error) {
    app.rounds.giveUp(round);
    throw error;
  }
}

/** `/quiz top`. */
export async function top(
  { guildId, options, user }: ChatInputCommandInteraction,
  { app }: Context,
): Promise<Message> {
  if (guildId === null) throw new UserError('A table is of a server: use /quiz top there.');
  const period = options.getString('period') === 'all' ? 'all' : 'week';
  return renderTop(app.rounds.top(guildId, period), period, user.id);
}

/** As others in the server know them. */
function playerOf({ user, member }: BaseInteraction): RoundPlayer {
  const nick = member instanceof GuildMember ? member.displayName : member?.nick;
  return { user: user.id, name: nick ?? user.displayName };
}

/** Many may press them at once. */
const tellsOnly = { result: () => 'reply' as const, run: async () => undefined };

const join = {
  ...tellsOnly,
  tells(press, [key = ''], { app }) {
    const isNew = app.rounds.join(key, press.channelId, playerOf(press));
    return message([
      paragraph(
        isNew
          ? '**You are in.** When a question comes, press the letter of your answer; nobody sees what you choose.'
          : 'You are in already.',
      ),
    ]);
  },
} satisfies Button;

const pick = {
  ...tellsOnly,
  tells(press, [key = '', at = '', option = ''], { app }) {
    if (!NUMBER.test(at) || !NUMBER.test(option))
      throw new UserError('There is no such answer; nothing was counted.');
    const chosen = { at: Number(at), option: Number(option) };
    const { round, card } = app.rounds.pick(key, press.channelId, playerOf(press), chosen);
    return renderPick(round, card, chosen.option);
  },
} satisfies Button;

const report = {
  ...tellsOnly,
  tells({ user, channelId }, [key = '', at = ''], { app }) {
    if (!NUMBER.test(at)) throw new UserError('There is no such question; nothing was reported.');
    app.rounds.report(key, channelId, user.id, Number(at));
    return notice('Thank you. Nobody else is asked this question until a moderator has looked at it.');
  },
} satisfies Button;

const mine = {
  ...tellsOnly,
  tells({ user, channelId }, [key = ''], { app }) {
    const { round, table } = app.rounds.result(key, channelId);
    return renderMine(round, table, user.id);
  },
} satisfies Button;

/** Lets whoever began the round, or a moderator. @throws {UserError} for others, and when it is over. */
function checkLeads(press: ButtonInteraction, key: string, { app, moderation }: Context): void {
  const { host } = app.rounds.openIn(key, press.channelId);
  if (press.user.id === host || moderation.refusal(press) === undefined) return;
  throw new UserError('Only whoever began this round, or a moderator, can do that.');
}

const start = {
  result: () => 'update',
  async run(press, [key = ''], context) {
    checkLeads(press, key, context);
    await context.rounding.start(press.client, key, press.channelId);
    return undefined;
  },
} satisfies Button;

const stop = {
  result: () => 'update',
  async run(press, [key = ''], context) {
    checkLeads(press, key, context);
    const by = shortLine(playerOf(press).name, 40);
    await context.rounding.stop(press.client, key, press.channelId, by);
    return undefined;
  },
} satisfies Button;

export const roundButtons = {
  [name.ROUND_JOIN]: join,
  [name.ROUND_START]: start,
  [name.ROUND_STOP]: stop,
  [name.ROUND_PICK]: pick,
  [name.ROUND_REPORT]: report,
  [name.ROUND_MINE]: mine,
};
