import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  MessageFlags,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { Result } from './commands/command.ts';
import { type Message, notice } from './message.ts';

/** What gets an answer. */
export type Handled =
  | ChatInputCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction;

/** How an interaction is acknowledged: for everyone or the asker alone, or by what becomes of the message it came from. */
export type Acknowledgement = 'asker' | Exclude<Result, 'reply'>;

export function isHandled(interaction: Interaction): interaction is Handled {
  return (
    interaction.isChatInputCommand() ||
    interaction.isButton() ||
    interaction.isStringSelectMenu() ||
    interaction.isModalSubmit()
  );
}

/** Acknowledges, before anything else is done. */
export async function acknowledge(interaction: Handled, acknowledgement: Acknowledgement): Promise<void> {
  const mayUpdate =
    interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
  try {
    if (acknowledgement === 'update' && mayUpdate) await interaction.deferUpdate();
    else if (typeof acknowledgement === 'object' && mayUpdate)
      await interaction.update(acknowledgement.meanwhile);
    else
      await interaction.deferReply(acknowledgement === 'everyone' ? {} : { flags: MessageFlags.Ephemeral });
  } catch (error) {
    // discord.js repeats a request whose response was lost; the first one had arrived then.
    if (!hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) throw error;
    interaction.deferred = true;
  }
}

/** Tells the user alone, as the first response. */
export async function tellAtOnce(interaction: Handled, text: string): Promise<void> {
  await showAtOnce(interaction, notice(text));
}

/** Shows the user alone a message, as the first response. */
export async function showAtOnce(interaction: Handled, { flags, components }: Message): Promise<void> {
  await interaction.reply({ components, flags: [flags, MessageFlags.Ephemeral] });
}

/** Tells the user alone, after the interaction was acknowledged. */
export async function tellAlone(
  interaction: Handled,
  acknowledgement: Acknowledgement,
  text: string,
): Promise<void> {
  const { flags, components } = notice(text);
  if (acknowledgement === 'asker') {
    await interaction.editReply({ flags, components });
    return;
  }
  // A public "thinking…" cannot become private, so it is taken away. Were that to fail, what follows replaces it.
  if (acknowledgement === 'everyone') await interaction.deleteReply().catch(() => undefined);
  await interaction.followUp({ components, flags: [flags, MessageFlags.Ephemeral] });
}

function hasCode(error: unknown, code: RESTJSONErrorCodes): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}
