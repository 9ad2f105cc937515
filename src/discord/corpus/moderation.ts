import type { ButtonInteraction, Interaction, ModalSubmitInteraction } from 'discord.js';
import type { App } from '../../app.ts';
import { OutdatedError, UserError } from '../../errors.ts';
import type { AddedArticle, Edit, Preview } from '../../model.ts';
import type { Modal, Result } from '../commands/command.ts';
import { customId } from '../custom-id.ts';
import type { Message } from '../message.ts';
import { shortLine } from '../source-line.ts';
import { linesAbout } from './about-edit.ts';
import { changedDetails, DETAILS_FORM, detailsForm } from './forms.ts';
import { type ModeratorSettings, moderatorRefusal } from './moderators.ts';
import { type Found, Pending } from './pending.ts';
import { ProgressNote } from './progress.ts';
import { renderPreview, renderWorking } from './render-preview.ts';
import { progressLine, renderEnd, renderReport } from './render-report.ts';
import { Waiting } from './waiting.ts';

/** Milliseconds that a preview can be decided on; Discord lets its message be edited as long. */
const LIFE_MS = 15 * 60_000;
/** Bytes of files that previews hold in memory, all together. */
const MOST_BYTES = 96 * 1024 * 1024;

/** What a preview showed. */
interface Proposal {
  edit: Edit;
  base: number;
  /** The article that was read, when it is one and its details can be edited. */
  article: AddedArticle | undefined;
}

export interface ModerationDeps {
  settings: ModeratorSettings;
  now: () => Date;
  log: (line: string) => void;
}

/** Edits that moderators are shown before anything is stored, and then do, change or leave. */
export class Moderation {
  readonly waiting: Waiting;
  readonly #app: App;
  readonly #now: () => Date;
  readonly #settings: ModeratorSettings;
  readonly #proposals: Pending<Proposal>;

  constructor(app: App, { settings, now, log }: ModerationDeps) {
    this.#settings = settings;
    this.#app = app;
    this.#now = now;
    this.#proposals = new Pending({ now, lifeMs: LIFE_MS, most: MOST_BYTES });
    this.waiting = new Waiting(app, { now, log });
  }

  /** Why somebody may not change the articles; asked for everything that they do. */
  refusal(interaction: Interaction): string | undefined {
    return moderatorRefusal(interaction, this.#settings);
  }

  /** Shows what an edit would do. @throws {UserError} when it cannot be done, or would change nothing. */
  async propose(user: string, edit: Edit, first?: string): Promise<Message> {
    const preview = await this.#app.preview(edit);
    const more = await linesAbout(this.#app, edit);
    const proposal = { edit, base: preview.base, article: onlyArticle(edit, preview) };
    const key = preview.changes.length > 0 ? this.#proposals.keep(user, proposal, weightOf(edit)) : '';
    return renderPreview(edit, preview, { key, first, more });
  }

  /** What a press of the button that does the edit shows at once. */
  pressed(user: string, key: string): Result {
    const found = this.#proposals.look(user, key);
    return 'value' in found ? { meanwhile: renderWorking(`**${DOING[found.value.edit.kind]}…**`) } : 'reply';
  }

  /** Does the edit of a preview, and tells so in its message. @throws {UserError} when it is nobody's, or somebody else's. */
  async apply(
    press: ButtonInteraction,
    key: string,
    acknowledged: Promise<void>,
  ): Promise<Message | undefined> {
    const { user } = press;
    const proposal = heldBy(this.#proposals.take(user.id, key));
    const { edit, base } = proposal;
    const by = { base, actor: user.username };
    const note = new ProgressNote({
      now: this.#now,
      ready: acknowledged,
      render: (progress) => renderWorking(`**${DOING[edit.kind]}…** ${progressLine(progress)}`),
      show: (message) => press.editReply(message),
    });
    const job = await this.waiting.begin(press, { ...by, kind: edit.kind });
    let message: Message;
    try {
      message = renderReport(await this.#app.apply(edit, by, (progress) => note.update(progress)), base);
    } catch (error) {
      if (!(error instanceof UserError)) {
        this.#proposals.giveBack(key, proposal, weightOf(edit));
        await this.waiting.end(job);
        throw error;
      }
      message = await this.#afterRefusal(user.id, edit, error);
    }
    await note.end();
    try {
      await acknowledged;
      await press.editReply(message);
    } catch (error) {
      this.waiting.leave(job);
      throw error;
    }
    await this.waiting.end(job);
    return undefined;
  }

  cancel(user: string, key: string): Message {
    heldBy(this.#proposals.take(user, key));
    return renderEnd('Cancelled. Nothing was changed.');
  }

  /** Whether a preview is there to be decided on by this user. */
  isOpen(user: string, key: string): boolean {
    return 'value' in this.#proposals.look(user, key);
  }

  /** The form for what was found of the article. @throws {UserError} as `apply`. */
  detailsForm(user: string, key: string): Modal {
    const { article } = heldBy(this.#proposals.look(user, key));
    if (article === undefined) throw new UserError(EXPIRED);
    return detailsForm(customId(DETAILS_FORM, key), article);
  }

  /** A new preview with what was filled in. @throws {UserError} as `apply`. */
  async editDetails(form: ModalSubmitInteraction, key: string): Promise<Message> {
    const user = form.user.id;
    const proposal = heldBy(this.#proposals.take(user, key));
    const { edit, article } = proposal;
    const [file, ...others] = edit.kind === 'add' ? edit.files : [];
    if (article === undefined || file === undefined || others.length > 0) throw new UserError(EXPIRED);
    const details = changedDetails(form, article, file.details ?? {});
    try {
      return await this.propose(user, { kind: 'add', files: [{ ...file, details }] });
    } catch (error) {
      this.#proposals.giveBack(key, proposal, weightOf(edit));
      throw error;
    }
  }

  /** What is shown of an edit that was refused: where others were quicker, how it looks now. */
  async #afterRefusal(user: string, edit: Edit, refused: UserError): Promise<Message> {
    if (refused instanceof OutdatedError) {
      try {
        return await this.propose(
          user,
          edit,
          refused.message.replace('Look at a new preview.', 'This is how it would be now:'),
        );
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return renderEnd([refused.message, error.message].map((text) => shortLine(text, 1_500)).join('\n'));
      }
    }
    return renderEnd(shortLine(refused.message, 3_000));
  }
}

const DOING: Record<Edit['kind'], string> = {
  add: 'Adding',
  remove: 'Removing',
  rename: 'Renaming',
  rollback: 'Rolling back',
};
const EXPIRED = 'This preview has expired; nothing was changed. Please run the command again.';
const GONE = {
  expired: EXPIRED,
  used: 'This was pressed already: the message says what came of it. It is done once only.',
  foreign: 'This preview belongs to somebody else. Use /corpus for one of your own.',
};

function heldBy<T>(found: Found<T>): T {
  if ('gone' in found) throw new UserError(GONE[found.gone]);
  return found.value;
}

function onlyArticle(edit: Edit, { articles }: Preview): AddedArticle | undefined {
  return edit.kind === 'add' && edit.files.length === 1 && articles.length === 1 ? articles[0] : undefined;
}

function weightOf(edit: Edit): number {
  return 1 + (edit.kind === 'add' ? edit.files.reduce((sum, { bytes }) => sum + bytes.length, 0) : 0);
}
