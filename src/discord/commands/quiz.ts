import type { ChatInputCommandInteraction } from 'discord.js';
import { type Message, paragraph } from '../message.ts';
import { quizData } from '../quiz/data.ts';
import { progress } from '../quiz/progress.ts';
import { remind, remindButtons } from '../quiz/remind.ts';
import { review, sessionButtons, sessionForms, sessionMenus, start } from '../quiz/sessions.ts';
import { suggest } from '../quiz/suggest.ts';
import type { Command, Context } from './command.ts';

type Run = (interaction: ChatInputCommandInteraction, context: Context) => Promise<Message>;

const SUBCOMMANDS: Record<string, Run> = { start, review, progress, remind };

const UNREACHED =
  '**I could not send you your reminder:** your direct messages are closed to me, so reminders are off now. Open them and use `/quiz remind` to have them again.';

export const quiz = {
  data: quizData,
  audience: () => 'asker',
  async run(interaction, context) {
    const name = interaction.options.getSubcommand();
    const run = SUBCOMMANDS[name];
    if (run === undefined) throw new Error(`there is no subcommand ${name}`);
    const reply = await run(interaction, context);
    if (!context.app.reminders.takeFailure(interaction.user.id)) return reply;
    return { ...reply, components: [paragraph(UNREACHED), ...reply.components] };
  },
  suggest,
  buttons: { ...sessionButtons, ...remindButtons },
  menus: sessionMenus,
  forms: sessionForms,
} satisfies Command;
