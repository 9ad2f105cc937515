import { MessageView } from './message-view.ts';
import { deleteMessage } from './messages.ts';
import type { Interaction, Message, ModalBody } from './model.ts';
import { Callback, MessageFlag } from './protocol.ts';
import { renderModal } from './render.ts';
import type { World } from './world.ts';

/** How the bot first responded. */
export interface Acknowledgement {
  /** Milliseconds from the question to the response. */
  ms: number;
  /** It put off its answer ("thinking…", or a silent click). */
  deferred: boolean;
  ephemeral: boolean;
}

/** A form that the bot opened. */
export interface ModalView {
  title: string;
  /** Everything it shows, as one text. */
  text: string;
  body: ModalBody;
  /** What it was opened from. */
  interaction: Interaction;
}

/** One use of a command, button, menu or form, and what came of it. */
export class Asked {
  /** Settles with the bot's first response. Rejects when "The application did not respond" within 3 s. */
  readonly acknowledged: Promise<Acknowledgement>;
  readonly interaction: Interaction;
  readonly #world: World;
  readonly #shownBefore: number;

  constructor(world: World, interaction: Interaction) {
    this.#world = world;
    this.interaction = interaction;
    this.#shownBefore = world.message(interaction.messageId)?.shown.length ?? 0;
    this.acknowledged = world.until(`a response to ${interaction.label}`, () => this.#acknowledgement());
    // Whoever never looks at it shall not be told twice: the violation is on record.
    this.acknowledged.catch(() => {});
  }

  /**
   * The first message that can be read: the answer itself, or the follow-up to a silent click.
   * @param within milliseconds of real time to wait, 120,000 unless told
   */
  async reply(within?: number): Promise<MessageView> {
    const message = await this.#world.until(
      `a reply to ${this.interaction.label}`,
      () => this.#readable(),
      within,
    );
    return new MessageView(message);
  }

  /** The form that the bot opened. @throws {Error} when it responded otherwise. */
  async modal(): Promise<ModalView> {
    await this.acknowledged;
    const { interaction } = this;
    const body = interaction.modal;
    if (body === undefined) throw new Error(`${interaction.label} opened no modal`);
    return { title: body.title, text: renderModal(body), body, interaction };
  }

  /** The messages that the bot sent after its answer. */
  get followUps(): MessageView[] {
    return this.#existing(this.interaction.followUpIds).map((message) => new MessageView(message));
  }

  #acknowledgement(): Acknowledgement | undefined {
    const { acknowledged, createdAt, unanswered, label } = this.interaction;
    if (unanswered) throw new Error(`The application did not respond to ${label}`);
    if (acknowledged === undefined) return undefined;
    const { at, callback, ephemeral } = acknowledged;
    const deferred = callback === Callback.deferredMessage || callback === Callback.deferredUpdate;
    return { ms: at - createdAt, deferred, ephemeral };
  }

  #readable(): Message | undefined {
    this.#acknowledgement();
    const { modal, label, acknowledged, originalId, followUpIds } = this.interaction;
    if (modal !== undefined) throw new Error(`${label} opened a modal instead of replying`);
    if (acknowledged === undefined) return undefined;
    const [original] = this.#existing(originalId === undefined ? [] : [originalId]);
    const [followUp] = this.#existing(followUpIds);
    const isSilent = acknowledged.callback === Callback.deferredUpdate;
    const isUnchanged = isSilent && original?.shown.length === this.#shownBefore;
    const isThinking = original !== undefined && (original.flags & MessageFlag.loading) !== 0;
    return original === undefined || isUnchanged || isThinking ? followUp : original;
  }

  #existing(ids: readonly string[]): Message[] {
    return ids.flatMap((id) => this.#world.message(id) ?? []);
  }
}

/** A message that a person wrote, and what the bot said to it. */
export class Said {
  readonly record: Message;
  readonly #world: World;

  constructor(world: World, record: Message) {
    this.#world = world;
    this.record = record;
  }

  get id(): string {
    return this.record.id;
  }

  /** The bot's messages after this one in the same channel, save those that reply to another. */
  get answers(): MessageView[] {
    const { id, channelId } = this.record;
    return [...this.#world.messages.values()]
      .filter((it) => it.channelId === channelId && it.authorId === this.#world.bot.id && !it.deleted)
      .filter(
        (it) => BigInt(it.id) > BigInt(id) && it.ephemeralFor === undefined && it.interaction === undefined,
      )
      .filter((it) => it.replyTo === undefined || it.replyTo === id)
      .map((message) => new MessageView(message));
  }

  /** Takes the message back. */
  delete(): void {
    deleteMessage(this.#world, this.record);
  }

  /** The bot's first answer. @param within milliseconds of real time to wait, 120,000 unless told */
  answer(within?: number): Promise<MessageView> {
    return this.#world.until(`an answer to "${this.record.content}"`, () => this.answers[0], within);
  }
}
