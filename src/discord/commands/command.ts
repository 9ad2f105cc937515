import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { App } from '../../app.ts';
import type { Desk } from '../desk.ts';
import type { Message } from '../message.ts';

/** What commands and buttons work with. */
export interface Context {
  app: App;
  desk: Desk;
}

/** A slash command: what Discord is told about it and what it does. The dispatcher acknowledges it. */
export interface Command {
  data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** Who sees the reply. Decided before the command runs, as Discord does not let it change later. */
  audience(interaction: ChatInputCommandInteraction): 'everyone' | 'asker';
  /** The reply, sent once the command is acknowledged. A `UserError` is shown to the asker as it is; any other error as a failure. */
  run(interaction: ChatInputCommandInteraction, context: Context): Promise<Message>;
  /** Its buttons, by the first part of their `custom_id`; no two commands share one. */
  buttons?: Record<string, Button>;
}

/** A button; the dispatcher acknowledges it. `parts` are those of its `custom_id` after the first; anybody can forge them. */
export interface Button {
  /** Whether the result is a new message for the presser alone, or replaces the message of the button. */
  result(interaction: ButtonInteraction, parts: readonly string[]): 'reply' | 'update';
  run(interaction: ButtonInteraction, parts: readonly string[], context: Context): Promise<Message>;
}
