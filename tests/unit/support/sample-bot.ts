import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  SlashCommandBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';

/** A row with the button Sources. */
export const sourcesButton = () =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId('sources').setLabel('Sources').setStyle(ButtonStyle.Secondary),
  );

/** What a bot says that does a little of everything. */
export async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    await interaction.respond([{ name: `${interaction.options.getFocused()}…`, value: 'jaitapur' }]);
  } else if (interaction.isChatInputCommand()) {
    if (interaction.commandName === 'report') {
      const input = new TextInputBuilder()
        .setCustomId('text')
        .setLabel('What is missing?')
        .setStyle(TextInputStyle.Short);
      const rows = [new ActionRowBuilder<TextInputBuilder>().addComponents(input)];
      await interaction.showModal(
        new ModalBuilder().setCustomId('report').setTitle('Report a gap').addComponents(rows),
      );
      return;
    }
    const isPrivate = interaction.options.getBoolean('private') ?? false;
    await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
    const question = interaction.options.getString('question', true);
    await interaction.editReply({ content: `You asked: ${question}`, components: [sourcesButton()] });
  } else if (interaction.isButton()) {
    await interaction.deferUpdate();
    await interaction.followUp({ content: 'The exact words', flags: MessageFlags.Ephemeral });
  } else if (interaction.isModalSubmit()) {
    await interaction.reply({
      content: `Noted: ${interaction.fields.getTextInputValue('text')}`,
      flags: MessageFlags.Ephemeral,
    });
  }
}

export const COMMANDS = [
  new SlashCommandBuilder()
    .setName('ask')
    .setDescription('Asks the articles')
    .addStringOption((option) =>
      option.setName('question').setDescription('What to ask').setRequired(true).setAutocomplete(true),
    )
    .addBooleanOption((option) => option.setName('private').setDescription('Only you see the answer')),
  new SlashCommandBuilder().setName('report').setDescription('Reports a gap'),
];
