import type { Component, Embed, Message, SentFile } from './model.ts';
import { ComponentType, MessageFlag } from './protocol.ts';
import { renderMessage } from './render.ts';
import { flatten } from './rules/components.ts';

/** A message as a member sees it. It stays up to date while the bot edits it. */
export class MessageView {
  readonly record: Message;

  constructor(record: Message) {
    this.record = record;
  }

  get id(): string {
    return this.record.id;
  }

  get content(): string {
    return this.record.content;
  }

  get embeds(): readonly Embed[] {
    return this.record.embeds;
  }

  get components(): readonly Component[] {
    return this.record.components;
  }

  /** What came with it. */
  get files(): readonly SentFile[] {
    return this.record.files;
  }

  /** Content, embeds and controls as one text. */
  get text(): string {
    return renderMessage(this.record);
  }

  /** The labels of all buttons, in reading order. */
  get buttons(): string[] {
    const buttons = flatten(this.record.components).filter((it) => it.type === ComponentType.button);
    return buttons.map((button) => button.label ?? button.emoji?.name ?? '');
  }

  /** The custom ids of all controls, in reading order. */
  get customIds(): string[] {
    return flatten(this.record.components).flatMap((it) => it.custom_id ?? []);
  }

  /** The custom id of its first control of a kind, which is what stands before the first colon; '' where there is none. */
  customIdOf(kind: string): string {
    return this.customIds.find((id) => id.startsWith(`${kind}:`)) ?? '';
  }

  /** Whether only the one who asked can see it. */
  get ephemeral(): boolean {
    return this.record.ephemeralFor !== undefined;
  }

  /** Whether it still says "thinking…". */
  get thinking(): boolean {
    return (this.record.flags & MessageFlag.loading) !== 0;
  }

  get deleted(): boolean {
    return this.record.deleted;
  }

  /** The id of the message it replies to. */
  get replyTo(): string | undefined {
    return this.record.replyTo;
  }

  /** What it showed after its first text, each with its time in milliseconds. */
  get edits(): readonly { at: number; text: string }[] {
    return this.record.shown.slice(1);
  }
}
