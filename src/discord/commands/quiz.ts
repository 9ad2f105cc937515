import type { ChatInputCommandInteraction } from 'discord.js';
import { type Message, paragraph } from '../message.ts';
import { quizData } from '../quiz/data.ts';
import { play, roundButtons, top } from '../quiz/play.ts';
import { progress } from '../quiz/progress.ts';
import { remind, remindButtons } from '../quiz/remind.ts';
import { review, sessionButtons, sessionForms, sessionMenus, start } from '../quiz/sessions.ts';
import { suggest } from '../quiz/suggest.ts';
import type { Command, Context } from './command.ts';

type Run = (
  interaction: ChatInputCommandInteraction,
  context: Context,
  acknowledged: Promise<void>,
) => Promise<Message | undefined>;

const SUBCOMMANDS: Record<string, Run> = { start, review, progress, remind, play, top };
/** What everybody in the channel sees. */
const PUBLIC: readonly string[] = ['play', 'top'];

const UNREACHED =
  '**I could not send you your reminder:** your direct messages are closed to me, so reminders are off now. Open them and use `/quiz remind` to have them again.';

export const quiz = {
  data: quizData,
  audience: ({ options }) => (PUBLIC.includes(options.getSubcommand()) ? 'everyone' : 'asker'),
  async run(interaction, context, acknowledged) {
    const name = interaction.options.getSubcommand();
    const run = SUBCOMMANDS[name];
    if (run === undefined) throw new Error(`there is no subcommand ${name}`);
    const reply = await run(interaction, context, acknowledged);
    if (reply === undefined || PUBLIC.includes(name)) return reply;
    if (!context.app.reminders.takeFailure(interaction.user.id)) return reply;
    return { ...reply, components: [paragraph(UNREACHED), ...reply.components] };
  },
  suggest,
  buttons: { ...sessionButtons, ...remindButtons, ...roundButtons },
  menus: sessionMenus,
  forms: sessionForms,
} satisfies Command;
