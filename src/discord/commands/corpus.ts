import type { ChatInputCommandInteraction } from 'discord.js';
import { articleButtons, history, list, show } from '../corpus/browse.ts';
import { corpusData } from '../corpus/data.ts';
import { addFile, addUrl, editButtons, editForms, remove, rename, rollback } from '../corpus/edits.ts';
import { textForm } from '../corpus/forms.ts';
import { suggest } from '../corpus/suggest.ts';
import { type Message, paragraph } from '../message.ts';
import type { Command, Context } from './command.ts';

type Run = (interaction: ChatInputCommandInteraction, context: Context) => Promise<Message>;

/** What each subcommand does, by its group and name; `add text` opens a form instead. */
const RUNS: Record<string, Run> = {
  'add url': addUrl,
  'add file': addFile,
  list,
  show,
  remove,
  rename,
  history,
  rollback,
};

export const corpus = {
  data: corpusData,
  refusal: (interaction, { moderation }) => moderation.refusal(interaction),
  audience: () => 'asker',
  opens: (interaction) => (nameOf(interaction) === 'add text' ? textForm() : undefined),
  async run(interaction, context) {
    const run = RUNS[nameOf(interaction)];
    if (run === undefined) throw new Error(`there is no subcommand ${nameOf(interaction)}`);
    const message = await run(interaction, context);
    const notes = await context.moderation.waiting.notesFor(interaction.user.id);
    return { ...message, components: [...notes.map((note) => paragraph(note)), ...message.components] };
  },
  suggest,
  buttons: { ...editButtons, ...articleButtons },
  forms: editForms,
} satisfies Command;

function nameOf({ options }: ChatInputCommandInteraction): string {
  const group = options.getSubcommandGroup(false);
  return [...(group === null ? [] : [group]), options.getSubcommand()].join(' ');
}
