import { type Asked, type ModalView, Said } from './asked.ts';
import { findCommand } from './find-command.ts';
import { answersTo, filledIn } from './forms.ts';
import { interact } from './interact.ts';
import { MessageView } from './message-view.ts';
import { postMessage } from './messages.ts';
import type { Channel, Choice, Command, Component, Json, Person, Role } from './model.ts';
import { type OptionValues, optionsBeingTyped, typedOptions } from './options.ts';
import { ButtonStyle, ComponentType, InteractionType, MessageType } from './protocol.ts';
import { flatten } from './rules/components.ts';
import { isUpload, upload } from './uploads.ts';
import type { World } from './world.ts';

/** Where something is said: a channel by name or as an object (`general` unless told), or direct messages. */
export interface Place {
  channel?: string | Channel;
  dm?: boolean;
}

export interface CommandPlace extends Place {
  /**
   * Sends the command although the person lacks the permissions it asks for, as a server's own settings may allow, or
   * although it is not offered there, as a changed client can.
   */
  evenIfHidden?: boolean;
}

/** A person in front of Discord's client, which refuses (by throwing) what the real client would not let them do. */
export class User {
  readonly person: Person;
  readonly #world: World;

  constructor(world: World, person: Person) {
    this.#world = world;
    this.person = person;
  }

  get id(): string {
    return this.person.id;
  }

  /** What others write to mention this person. */
  get tag(): string {
    return `<@${this.person.id}>`;
  }

  /**
   * Uses a slash command; `name` may go on with a group and a sub-command, as in `corpus add`.
   * @throws {Error} when the command is not there, or the options are not what it takes.
   */
  slash(name: string, options: OptionValues = {}, place: CommandPlace = {}): Asked {
    const channel = this.#channel(place);
    const { command, path } = findCommand(this.#world, this.person, name, channel, place.evenIfHidden);
    const typed = typedOptions(command, path, options);
    const data = { ...commandJson(command, typed), ...this.#attach(typed, channel) };
    const extra = { label: `/${name}`, commandName: command.name };
    return interact(this.#world, this.person, InteractionType.command, channel, data, extra);
  }

  /** What the bot suggests while the last of the given options is being typed. */
  async autocomplete(name: string, options: OptionValues, place: CommandPlace = {}): Promise<Choice[]> {
    const channel = this.#channel(place);
    const { command, path } = findCommand(this.#world, this.person, name, channel, place.evenIfHidden);
    const typed = optionsBeingTyped(command, path, options);
    const data = commandJson(command, typed.options);
    const extra = { label: `suggestions for /${name}`, focusedType: typed.focusedType };
    const asked = interact(this.#world, this.person, InteractionType.autocomplete, channel, data, extra);
    await asked.acknowledged;
    return asked.interaction.choices ?? [];
  }

  /** Presses a button, named by its label or custom id. @throws {Error} when it is not there or cannot be pressed. */
  click(message: MessageView, button: string): Asked {
    const component = this.#control(message, ComponentType.button, button);
    if (component.style === ButtonStyle.link) {
      throw new Error(`"${button}" is a link, which the bot never hears of`);
    }
    return this.#use(message, component, `button "${button}"`, {});
  }

  /**
   * Presses a button that the client does not show: one of somebody else's message, or one with a made-up custom id,
   * as a changed client can.
   */
  forgePress(message: MessageView, customId: string): Asked {
    return this.#use(
      message,
      { type: ComponentType.button, custom_id: customId },
      `forged "${customId}"`,
      {},
    );
  }

  /** Takes no more direct messages from the bot, until they are opened again. */
  closeDirectMessages(): void {
    this.person.closed = true;
  }

  openDirectMessages(): void {
    this.person.closed = false;
  }

  /** What the bot wrote to this person in private, oldest first; without what only an interaction shows. */
  get inbox(): MessageView[] {
    const { id } = this.#world.directMessages(this.person);
    return [...this.#world.messages.values()]
      .filter((it) => it.channelId === id && it.authorId === this.#world.bot.id)
      .filter((it) => !it.deleted && it.ephemeralFor === undefined)
      .map((message) => new MessageView(message));
  }

  giveRole(role: Role): void {
    this.person.roleIds = [...new Set([...this.person.roleIds, role.id])];
  }

  takeRole(role: Role): void {
    this.person.roleIds = this.person.roleIds.filter((id) => id !== role.id);
  }

  /** Picks values from the message's select menu; `menu` is a placeholder or custom id where there are several. */
  select(message: MessageView, values: string[], menu?: string): Asked {
    const component = this.#control(message, ComponentType.stringSelect, menu);
    const unknown = values.find((value) => !component.options?.some((option) => option.value === value));
    if (unknown !== undefined) throw new Error(`The menu does not offer "${unknown}"`);
    const { min_values: least = 1, max_values: most = 1 } = component;
    if (values.length < least || values.length > most) {
      throw new Error(`The menu takes ${least} to ${most} values`);
    }
    return this.#use(message, component, 'select menu', { values });
  }

  /** Fills in and sends a form; fields are named by label or custom id. @throws {Error} for what the form does not take. */
  submit(modal: ModalView, values: Readonly<Record<string, string>>): Asked {
    const { body, interaction } = modal;
    const data = { custom_id: body.custom_id, components: filledIn(body, values) };
    const channel = this.#channelById(interaction.channelId);
    const source = interaction.messageId === undefined ? {} : { messageId: interaction.messageId };
    return interact(this.#world, this.person, InteractionType.modal, channel, data, {
      label: `modal "${modal.title}"`,
      ...source,
    });
  }

  /** Writes a message. It is a reply, with its ping, when `replyTo` is given. */
  say(channel: string | Channel, content: string, { replyTo }: { replyTo?: MessageView } = {}): Said {
    return this.#post(this.#channel({ channel }), content, replyTo);
  }

  /** Writes a message that begins with a mention of the bot. */
  mention(channel: string | Channel, content: string): Said {
    return this.say(channel, `<@${this.#world.bot.id}> ${content}`);
  }

  /** Writes to the bot in private. */
  dm(content: string): Said {
    return this.#post(this.#world.directMessages(this.person), content);
  }

  /** Uploads the files among typed options, and puts their ids in their place. */
  #attach(options: Json[], channel: Channel): Json {
    const attachments: Record<string, Json> = {};
    const visit = (option: Json): void => {
      if (Array.isArray(option.options)) for (const inner of option.options as Json[]) visit(inner);
      if (!isUpload(option.value)) return;
      const file = upload(this.#world, channel.id, option.value);
      attachments[String(file.id)] = file;
      option.value = file.id;
    };
    for (const option of options) visit(option);
    return Object.keys(attachments).length === 0 ? {} : { resolved: { attachments } };
  }

  #post(channel: Channel, content: string, replyTo?: MessageView): Said {
    const type = replyTo === undefined ? MessageType.plain : MessageType.reply;
    const reference = replyTo === undefined ? {} : { replyTo: replyTo.id };
    return new Said(
      this.#world,
      postMessage(this.#world, { author: this.person, channel, type, ...reference }, { content }),
    );
  }

  #channel({ channel = 'general', dm = false }: Place): Channel {
    if (dm) return this.#world.directMessages(this.person);
    if (typeof channel !== 'string') return channel;
    const found = [...this.#world.channels.values()].find(
      (it) => it.name === channel && it.recipientId === undefined,
    );
    if (found === undefined) {
      throw new Error(`There is no channel #${channel}: add it with server.addChannel`);
    }
    return found;
  }

  #channelById(id: string): Channel {
    const channel = this.#world.channels.get(id);
    if (channel === undefined) throw new Error(`There is no channel with the id ${id}`);
    return channel;
  }

  #control(message: MessageView, type: number, name?: string): Component {
    const { deleted, ephemeralFor } = message.record;
    if (deleted) throw new Error('The message was deleted');
    if (ephemeralFor !== undefined && ephemeralFor !== this.id) {
      throw new Error('Only the one who asked sees the message');
    }
    const controls = flatten(message.components).filter((it) => it.type === type);
    const control = controls.find((it) => name === undefined || answersTo(it, name));
    if (control === undefined) {
      const names = controls.map((it) => it.label ?? it.placeholder ?? it.custom_id).join(', ') || 'none';
      throw new Error(`The message has no control "${name ?? ''}"; it has: ${names}`);
    }
    if (control.disabled) throw new Error(`"${name ?? ''}" is disabled`);
    return control;
  }

  #use(message: MessageView, component: Component, label: string, values: Json): Asked {
    const channel = this.#channelById(message.record.channelId);
    const data = { custom_id: component.custom_id, component_type: component.type, ...values };
    return interact(this.#world, this.person, InteractionType.component, channel, data, {
      label,
      messageId: message.id,
    });
  }
}

function commandJson({ id, name, type, guild_id }: Command, options: Json[]): Json {
  return {
    id,
    name,
    type,
    ...(options.length > 0 ? { options } : {}),
    ...(guild_id === undefined ? {} : { guild_id }),
  };
}
