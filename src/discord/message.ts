import {
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { inert } from './inert.ts';
import { cost, MESSAGE_TEXT, shorten } from './limits.ts';

/*
 * Messages are laid out with Discord's components (version 2) rather than embeds or plain content: twice the
 * room of content, so that an answer and the long links of its sources stay one message that is edited in place
 * and can never arrive twice; full width on a phone; the button stands under its sources; links show no preview;
 * and members who turned embeds off, or servers that forbid them to bots, see everything.
 */

/** A message as Discord takes it. */
export interface Message {
  flags: MessageFlags.IsComponentsV2;
  components: APIMessageTopLevelComponent[];
  /** What its components show as `attachment://NAME`. */
  files?: MessageFile[];
}

export interface MessageFile {
  name: string;
  attachment: Buffer;
  /** What is read to those who cannot see it, at most 1,024 characters. */
  description?: string;
}

/** A short message of Footnote's own; `text` may hold words of users and articles. */
export function notice(text: string): Message {
  const costOf = (part: string) => cost(inert(part));
  return message([paragraph(inert(shorten(text, MESSAGE_TEXT, { costOf })))]);
}

/** A message with a line of Footnote's own below it. */
export function noted({ components }: Message, line: string): Message {
  return message([...components, paragraph(`-# ${line}`)]);
}

export function message(components: APIMessageTopLevelComponent[]): Message {
  return { flags: MessageFlags.IsComponentsV2, components };
}

/** A framed message; empty parts are left out. */
export function card(colour: number, parts: readonly (APIComponentInContainer | undefined)[]): Message {
  const components = parts.filter((part) => part !== undefined);
  return message([{ type: ComponentType.Container, accent_color: colour, components }]);
}

/** Lines of Discord's markup, one below the other. */
export function paragraph(...lines: string[]) {
  return { type: ComponentType.TextDisplay, content: lines.join('\n') } as const;
}

export function rule() {
  return { type: ComponentType.Separator } as const;
}

export function buttons(...components: APIButtonComponentWithCustomId[]) {
  return { type: ComponentType.ActionRow, components } as const;
}

/** A button that comes back with its `customId` when it is pressed. */
export function button(
  label: string,
  customId: string,
  disabled = false,
  style: APIButtonComponentWithCustomId['style'] = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style, label, custom_id: customId, disabled };
}
