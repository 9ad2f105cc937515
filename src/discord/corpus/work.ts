import type { ButtonInteraction, ChatInputCommandInteraction, ModalSubmitInteraction } from 'discord.js';
import type { App } from '../../app.ts';
import type { Job, Progress } from '../../model.ts';
import type { Message } from '../message.ts';
import { ProgressNote } from './progress.ts';
import { renderWorking } from './render-preview.ts';
import { progressLine } from './render-report.ts';
import type { Waiting } from './waiting.ts';

/** What a moderator did that starts work. */
export type Asked = (ChatInputCommandInteraction | ButtonInteraction | ModalSubmitInteraction) & {
  editReply(message: Message): Promise<unknown>;
};

/** What is under way. */
export interface Task {
  kind: Job['kind'];
  /** As a person says it: `Adding`. */
  doing: string;
  /** The generation that it changes; that of now when absent. */
  base?: number;
}

/**
 * Work that a moderator waits for: its message shows how far it has come, and it is remembered until they were told how
 * it ended, also when Footnote ends meanwhile.
 */
export class Work {
  readonly #app: App;
  readonly #waiting: Waiting;
  readonly #now: () => Date;

  constructor(app: App, waiting: Waiting, now: () => Date) {
    this.#app = app;
    this.#waiting = waiting;
    this.#now = now;
  }

  /**
   * Does the work and shows what came of it.
   * @param acknowledged settles once the message may be edited.
   * @returns nothing, as it was shown already. @throws what `work` throws.
   */
  async run(
    asked: Asked,
    acknowledged: Promise<void>,
    { kind, doing, base }: Task,
    work: (onProgress: (progress: Progress) => void) => Promise<Message>,
  ): Promise<undefined> {
    const job = await this.#waiting.begin(asked, {
      ...{ kind, actor: asked.user.username },
      base: base ?? (await this.#app.status()).generation?.id ?? 0,
    });
    const note = new ProgressNote({
      now: this.#now,
      first: asked.isButton() ? 'shown' : 'thinking',
      ready: acknowledged,
      render: (progress) => renderWorking(`**${doing}…** ${progressLine(progress)}`),
      show: (message) => asked.editReply(message),
    });
    let message: Message;
    try {
      message = await work((progress) => note.update(progress));
    } catch (error) {
      await note.end();
      await this.#waiting.end(job);
      throw error;
    }
    await note.end();
    try {
      await acknowledged;
      await asked.editReply(message);
    } catch (error) {
      this.#waiting.leave(job);
      throw error;
    }
    await this.#waiting.end(job);
    return undefined;
  }
}
