import type {
  APIApplicationCommandOptionChoice,
  APIModalInteractionResponseCallbackData,
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Interaction,
  ModalSubmitInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { App } from '../../app.ts';
import type { Moderation } from '../corpus/moderation.ts';
import type { Desk } from '../desk.ts';
import type { Message } from '../message.ts';
import type { Rounding } from '../quiz/rounding.ts';

/** What commands and buttons work with. */
export interface Context {
  app: App;
  desk: Desk;
  moderation: Moderation;
  rounding: Rounding;
  now: () => Date;
  /** Where answers are given, unless the asker chooses. */
  answerIn: 'channel' | 'thread';
}

/** A form that opens in answer to a command or a button. */
export type Modal = APIModalInteractionResponseCallbackData;

/** What is offered while somebody types; at most 25. */
export type Choices = readonly APIApplicationCommandOptionChoice<string | number>[];

/** The reply; `undefined` when it was sent already. `acknowledged` settles once messages may be edited. */
export type Run<I> = (
  interaction: I,
  context: Context,
  acknowledged: Promise<void>,
) => Promise<Message | undefined>;

/** A slash command: what Discord is told about it and what it does. The dispatcher acknowledges it. */
export interface Command {
  data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /**
   * Why somebody may not use it here; `undefined` when they may. Asked again for everything that comes of it: forms,
   * buttons, suggestions.
   */
  refusal?(interaction: Interaction, context: Context): string | undefined;
  /** Who sees the reply. Decided before the command runs, as Discord does not let it change later. */
  audience(interaction: ChatInputCommandInteraction): 'everyone' | 'asker';
  /** The form that opens in place of a reply, as Discord takes none after an acknowledgement; most have none. */
  opens?(interaction: ChatInputCommandInteraction, context: Context): Modal | undefined;
  /** The reply, sent once the command is acknowledged. A `UserError` is shown to the asker as it is; any other error as a failure. */
  run: Run<ChatInputCommandInteraction>;
  /** What to offer for the option that is being typed. */
  suggest?(interaction: AutocompleteInteraction, context: Context): Promise<Choices>;
  /** Its buttons, by the first part of their `custom_id`; no two commands share one. */
  buttons?: Record<string, Button>;
  /** Its menus, likewise. */
  menus?: Record<string, Menu>;
  /** Its forms, likewise. */
  forms?: Record<string, Form>;
}

/**
 * What happens with a result: it is a new message for the presser alone (`reply`) or for everyone, or takes the place of
 * the message that was pressed; and that one shows another message meanwhile.
 */
export type Result = 'reply' | 'everyone' | 'update' | { meanwhile: Message };

/**
 * Something to press, choose from or send in; the dispatcher acknowledges it. `parts` are those of its `custom_id` after
 * the first; anybody can forge them.
 */
export interface Control<I> {
  /**
   * Does all there is to do and gives what the presser alone is told, in one request to Discord that counts against no
   * limit: for buttons that many press at once. Nothing else of it is used then. @throws {UserError} as `opens`.
   */
  tells?(interaction: I, parts: readonly string[], context: Context): Message;
  result(interaction: I, parts: readonly string[], context: Context): Result;
  /** As of a command. @throws {UserError} told to the presser alone. */
  opens?(interaction: I, parts: readonly string[], context: Context): Modal | undefined;
  run(
    interaction: I,
    parts: readonly string[],
    context: Context,
    acknowledged: Promise<void>,
  ): Promise<Message | undefined>;
}

export type Button = Control<ButtonInteraction>;

export type Menu = Omit<Control<StringSelectMenuInteraction>, 'tells' | 'opens'>;

/** Discord opens no form in answer to another. */
export type Form = Omit<Control<ModalSubmitInteraction>, 'tells' | 'opens'>;
