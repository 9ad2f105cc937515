import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js';
import { UserError } from '../errors.ts';
import type { Button, Command, Context } from './commands/command.ts';
import { parseCustomId } from './custom-id.ts';
import { apology, failureLine } from './failure.ts';
import { type Message, notice } from './message.ts';

type Handled = ChatInputCommandInteraction | ButtonInteraction;
type Acknowledgement = 'everyone' | 'asker' | 'update';

/** What is to be done for an interaction, and how it is acknowledged before that. */
interface Task {
  acknowledgement: Acknowledgement;
  run(): Promise<Message>;
}

/** Answers slash commands and buttons. Every one of them is acknowledged at once and never left without an answer. */
export class Dispatcher {
  readonly #commands: ReadonlyMap<string, Command>;
  readonly #buttons: ReadonlyMap<string, Button>;
  readonly #context: Context;
  readonly #log: (line: string) => void;

  /** @throws when two commands share a name, or two buttons. */
  constructor(commands: readonly Command[], context: Context, log: (line: string) => void) {
    this.#commands = unique(commands.map((command) => [command.data.name, command]));
    this.#buttons = unique(commands.flatMap(({ buttons = {} }) => Object.entries(buttons)));
    this.#context = context;
    this.#log = log;
  }

  /** Never rejects: failures are told to the user and logged. */
  async handle(interaction: Interaction): Promise<void> {
    if (!interaction.isChatInputCommand() && !interaction.isButton()) return;
    const what = interaction.isButton() ? 'A button' : `/${interaction.commandName}`;
    try {
      await this.#handle(interaction, what);
    } catch (error) {
      this.#log(failureLine(`${what} could not be answered`, error));
    }
  }

  async #handle(interaction: Handled, what: string): Promise<void> {
    const refusal = this.#context.desk.refusal(interaction.user.id);
    if (refusal !== undefined) return tellAtOnce(interaction, refusal.reason);
    const task = interaction.isButton() ? this.#buttonTask(interaction) : this.#commandTask(interaction);
    if (task === undefined) return tellAtOnce(interaction, OUTDATED);

    const acknowledged = acknowledge(interaction, task.acknowledgement);
    // Takes its place in the queue while the acknowledgement is on its way.
    const reply = task.run();
    reply.catch(() => undefined);
    await acknowledged;
    try {
      await interaction.editReply(await reply);
    } catch (error) {
      if (!(error instanceof UserError))
        this.#log(failureLine(`${what} failed`, error, wordsOf(interaction)));
      await tellAlone(interaction, task.acknowledgement, apology(error));
    }
  }

  #commandTask(interaction: ChatInputCommandInteraction): Task | undefined {
    const command = this.#commands.get(interaction.commandName);
    if (command === undefined) return undefined;
    return {
      acknowledgement: command.audience(interaction),
      run: async () => command.run(interaction, this.#context),
    };
  }

  #buttonTask(interaction: ButtonInteraction): Task | undefined {
    const { name, parts } = parseCustomId(interaction.customId);
    const button = this.#buttons.get(name);
    if (button === undefined) return undefined;
    return {
      acknowledgement: button.result(interaction, parts) === 'update' ? 'update' : 'asker',
      run: async () => button.run(interaction, parts, this.#context),
    };
  }
}

const OUTDATED = 'I do not know this command or button any more. Please use a newer one, or see /help.';

async function acknowledge(interaction: Handled, acknowledgement: Acknowledgement): Promise<void> {
  try {
    if (acknowledgement === 'update' && interaction.isButton()) await interaction.deferUpdate();
    else await interaction.deferReply(acknowledgement === 'asker' ? { flags: MessageFlags.Ephemeral } : {});
  } catch (error) {
    // discord.js repeats a request whose response was lost; the first one had arrived then.
    if (!hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) throw error;
    interaction.deferred = true;
  }
}

/** Tells the user alone, as the first response. */
async function tellAtOnce(interaction: Handled, text: string): Promise<void> {
  const { flags, components } = notice(text);
  await interaction.reply({ components, flags: [flags, MessageFlags.Ephemeral] });
}

/** Tells the user alone, after the interaction was acknowledged. */
async function tellAlone(
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

/** What the user wrote. */
function wordsOf(interaction: Handled): string[] {
  if (interaction.isButton()) return [];
  return interaction.options.data.map(({ value }) => value).filter((value) => typeof value === 'string');
}

function hasCode(error: unknown, code: RESTJSONErrorCodes): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}

function unique<T>(entries: readonly (readonly [string, T])[]): Map<string, T> {
  const map = new Map(entries);
  if (map.size !== entries.length) throw new Error('two commands or two buttons share a name');
  return map;
}
