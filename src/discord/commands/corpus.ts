import type { ChatInputCommandInteraction } from 'discord.js';
import { articleButtons, history, list, show } from '../corpus/browse.ts';
import { cardButtons, cards } from '../corpus/cards.ts';
import { corpusData } from '../corpus/data.ts';
import { editButtons, editForms, editMenus, proposals } from '../corpus/edits.ts';
import { textForm } from '../corpus/forms.ts';
import { addSource, listSources, removeSource } from '../corpus/sources.ts';
import { suggest } from '../corpus/suggest.ts';
import { type Message, paragraph } from '../message.ts';
import type { Command, Context } from './command.ts';

type Run = (interaction: ChatInputCommandInteraction, context: Context) => Promise<Message>;

/** The subcommands that change no article. `add text` opens a form; the others propose a change. */
const VIEWS: Record<string, Run> = {
  list,
  show,
  history,
  cards,
  'sources add': addSource,
  'sources remove': removeSource,
  'sources list': listSources,
};

export const corpus = {
  data: corpusData,
  refusal: (interaction, { moderation }) => moderation.refusal(interaction),
  audience: () => 'asker',
  opens: (interaction) => (nameOf(interaction) === 'add text' ? textForm() : undefined),
  async run(interaction, context, acknowledged) {
    const name = nameOf(interaction);
    const { waiting, work } = context.moderation;
    const told = async (message: Message): Promise<Message> => {
      const notes = await waiting.notesFor(interaction.user.id);
      return { ...message, components: [...notes.map((note) => paragraph(note)), ...message.components] };
    };
    const view = VIEWS[name];
    if (view) return told(await view(interaction, context));
    const proposal = proposals[name];
    if (proposal === undefined) throw new Error(`there is no subcommand ${name}`);
    return work.run(interaction, acknowledged, proposal, async (onProgress) =>
      told(await proposal.propose(interaction, context, onProgress)),
    );
  },
  suggest,
  buttons: { ...editButtons, ...articleButtons, ...cardButtons },
  menus: editMenus,
  forms: editForms,
} satisfies Command;

function nameOf({ options }: ChatInputCommandInteraction): string {
  const group = options.getSubcommandGroup(false);
  return [...(group === null ? [] : [group]), options.getSubcommand()].join(' ');
}
