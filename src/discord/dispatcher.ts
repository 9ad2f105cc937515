import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  CommandInteractionOption,
  Interaction,
} from 'discord.js';
import { UserError } from '../errors.ts';
import type { Button, Command, Context, Control, Form, Menu, Modal, Result } from './commands/command.ts';
import { parseCustomId } from './custom-id.ts';
import { apology, failureLine } from './failure.ts';
import type { Message } from './message.ts';
import {
  type Acknowledgement,
  acknowledge,
  type Handled,
  isHandled,
  showAtOnce,
  tellAlone,
  tellAtOnce,
} from './respond.ts';

/** What is to be done for an interaction, and how it is acknowledged before that. */
interface Task {
  /** Opens in place of all else. */
  modal?: Modal | undefined;
  acknowledgement: Acknowledgement;
  run(acknowledged: Promise<void>): Promise<Message | undefined>;
}

/** A button, menu or form, and the command that it belongs to. */
interface Owned<T> {
  command: Command;
  control: T;
}

/**
 * Answers slash commands, buttons, menus and forms, and makes suggestions. Every one of them is acknowledged at once and never
 * left without an answer.
 */
export class Dispatcher {
  readonly #commands: ReadonlyMap<string, Command>;
  readonly #buttons: ReadonlyMap<string, Owned<Button>>;
  readonly #menus: ReadonlyMap<string, Owned<Menu>>;
  readonly #forms: ReadonlyMap<string, Owned<Form>>;
  readonly #context: Context;
  readonly #log: (line: string) => void;

  /** @throws when two commands share a name, or two buttons, or two forms. */
  constructor(commands: readonly Command[], context: Context, log: (line: string) => void) {
    this.#commands = unique(commands.map((command) => [command.data.name, command]));
    this.#buttons = unique(commands.flatMap((command) => controlsOf(command, command.buttons)));
    this.#menus = unique(commands.flatMap((command) => controlsOf(command, command.menus)));
    this.#forms = unique(commands.flatMap((command) => controlsOf(command, command.forms)));
    this.#context = context;
    this.#log = log;
  }

  /** Never rejects: failures are told to the user and logged. */
  async handle(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) return this.#suggest(interaction);
    if (!isHandled(interaction)) return;
    const what = nameOf(interaction);
    try {
      await this.#handle(interaction, what);
    } catch (error) {
      this.#log(failureLine(`${what} could not be answered`, error, wordsOf(interaction)));
    }
  }

  async #handle(interaction: Handled, what: string): Promise<void> {
    const refusal = this.#context.desk.refusal(interaction.user.id);
    if (refusal !== undefined) return tellAtOnce(interaction, refusal.reason);
    let task: Task | Message | string;
    try {
      task = this.#taskOf(interaction);
    } catch (error) {
      if (!(error instanceof UserError))
        this.#log(failureLine(`${what} failed`, error, wordsOf(interaction)));
      task = apology(error);
    }
    if (typeof task === 'string') return tellAtOnce(interaction, task);
    if ('components' in task) return showAtOnce(interaction, task);
    if (task.modal !== undefined && !interaction.isModalSubmit()) {
      await interaction.showModal(task.modal);
      return;
    }

    const acknowledged = acknowledge(interaction, task.acknowledgement);
    // Takes its place in the queue while the acknowledgement is on its way.
    const reply = task.run(acknowledged);
    reply.catch(() => undefined);
    await acknowledged;
    try {
      const message = await reply;
      if (message !== undefined) await interaction.editReply(message);
    } catch (error) {
      if (!(error instanceof UserError))
        this.#log(failureLine(`${what} failed`, error, wordsOf(interaction)));
      await tellAlone(interaction, task.acknowledgement, apology(error));
    }
  }

  /** What is to be done, what to show as it is done already, or why nothing is. */
  #taskOf(interaction: Handled): Task | Message | string {
    if (interaction.isChatInputCommand()) {
      const command = this.#commands.get(interaction.commandName);
      if (command === undefined) return OUTDATED;
      return command.refusal?.(interaction, this.#context) ?? this.#commandTask(interaction, command);
    }
    const { name, parts } = parseCustomId(interaction.customId);
    if (interaction.isButton()) {
      return this.#controlTask(interaction, this.#buttons.get(name), parts);
    }
    if (interaction.isStringSelectMenu()) {
      return this.#controlTask(interaction, this.#menus.get(name), parts);
    }
    return this.#controlTask(interaction, this.#forms.get(name), parts);
  }

  #commandTask(interaction: ChatInputCommandInteraction, command: Command): Task {
    return {
      modal: command.opens?.(interaction, this.#context),
      acknowledgement: command.audience(interaction),
      run: async (acknowledged) => command.run(interaction, this.#context, acknowledged),
    };
  }

  #controlTask<I extends Handled>(
    interaction: I,
    found: Owned<Control<I>> | undefined,
    parts: readonly string[],
  ): Task | Message | string {
    if (found === undefined) return OUTDATED;
    const { command, control } = found;
    const refusal = command.refusal?.(interaction, this.#context);
    if (refusal !== undefined) return refusal;
    const told = control.tells?.(interaction, parts, this.#context);
    if (told !== undefined) return told;
    const modal = control.opens?.(interaction, parts, this.#context);
    return {
      modal,
      acknowledgement: modal ? 'asker' : asked(control.result(interaction, parts, this.#context)),
      run: async (acknowledged) => control.run(interaction, parts, this.#context, acknowledged),
    };
  }

  /** Whoever may not use the command is offered nothing, and so is everybody when offering fails. */
  async #suggest(interaction: AutocompleteInteraction): Promise<void> {
    try {
      const command = this.#commands.get(interaction.commandName);
      const isRefused = command?.refusal?.(interaction, this.#context) !== undefined;
      const suggested = isRefused ? undefined : command?.suggest?.(interaction, this.#context);
      await interaction.respond((await suggested?.catch(() => [])) ?? []);
    } catch (error) {
      this.#log(failureLine('A suggestion could not be made', error));
    }
  }
}

const OUTDATED = 'I do not know this command or button any more. Please use a newer one, or see /help.';

function asked(result: Result): Acknowledgement {
  return result === 'reply' ? 'asker' : result;
}

function nameOf(interaction: Handled): string {
  if (interaction.isChatInputCommand()) return `/${interaction.commandName}`;
  if (interaction.isModalSubmit()) return 'A form';
  return interaction.isButton() ? 'A button' : 'A menu';
}

/** What the user wrote. */
function wordsOf(interaction: Handled): string[] {
  if (interaction.isMessageComponent()) return [];
  if (interaction.isModalSubmit()) {
    return interaction.fields.fields.map((field) =>
      'value' in field && typeof field.value === 'string' ? field.value : '',
    );
  }
  return interaction.options.data.flatMap(typedIn);
}

function typedIn({ value, options = [] }: CommandInteractionOption): string[] {
  return [...(typeof value === 'string' ? [value] : []), ...options.flatMap(typedIn)];
}

function controlsOf<T>(command: Command, controls: Record<string, T> = {}) {
  return Object.entries(controls).map(([name, control]) => [name, { command, control }] as const);
}

function unique<T>(entries: readonly (readonly [string, T])[]): Map<string, T> {
  const map = new Map(entries);
  if (map.size !== entries.length) throw new Error('two commands, buttons or forms share a name');
  return map;
}
