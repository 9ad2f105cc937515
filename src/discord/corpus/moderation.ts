import type {
  ButtonInteraction,
  Interaction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { App } from '../../app.ts';
import { OutdatedError, UserError } from '../../errors.ts';
import { readableDetails } from '../../ingest/details.ts';
import type {
  AddedArticle,
  AddedFile,
  Edit,
  EditReport,
  Preview,
  Progress,
  RefreshPreview,
} from '../../model.ts';
import type { Modal, Result } from '../commands/command.ts';
import { customId } from '../custom-id.ts';
import type { Message } from '../message.ts';
import { shortLine } from '../source-line.ts';
import { linesAbout } from './about-edit.ts';
import { changedDetails, DETAILS_FORM, detailsForm } from './forms.ts';
import { type ModeratorSettings, moderatorRefusal } from './moderators.ts';
import { type Found, Pending } from './pending.ts';
import { renderPreview, renderWorking } from './render-preview.ts';
import { renderRefresh, renderStillReading } from './render-refresh.ts';
import { renderEnd, renderReport } from './render-report.ts';
import { Rereading } from './rereading.ts';
import { Waiting } from './waiting.ts';
import { Work } from './work.ts';

/** Milliseconds that a preview can be decided on; Discord lets its message be edited as long. */
const LIFE_MS = 15 * 60_000;
/** After so long Discord soon lets the message of a command no longer be edited. */
const LONGEST_WAIT_MS = 14 * 60_000;
/** Bytes of files that previews hold in memory, all together. */
const MOST_BYTES = 96 * 1024 * 1024;

type OnProgress = (progress: Progress) => void;

/** What a preview showed, and waits to be decided on. */
type Proposal = EditProposal | RefreshProposal;

interface EditProposal {
  kind: Edit['kind'];
  edit: Edit;
  base: number;
  /** The article that was read, when it is one and its details can be edited. */
  article: AddedArticle | undefined;
}

interface RefreshProposal {
  kind: 'refresh';
  preview: RefreshPreview;
  base: number;
  /** Ids of held articles that are to be changed all the same. */
  confirmed: readonly string[];
}

export interface ModerationDeps {
  settings: ModeratorSettings;
  now: () => Date;
  log: (line: string) => void;
  /** Milliseconds that a command waits until everything is read again; as long as Discord lets it unless given. */
  refreshWaitMs?: number;
}

/** Changes that moderators are shown before anything is stored, and then do, change or leave. */
export class Moderation {
  readonly waiting: Waiting;
  readonly work: Work;
  readonly #app: App;
  readonly #settings: ModeratorSettings;
  readonly #proposals: Pending<Proposal>;
  readonly #rereading: Rereading;
  readonly #refreshWaitMs: number;

  constructor(app: App, { settings, now, log, refreshWaitMs = LONGEST_WAIT_MS }: ModerationDeps) {
    this.#app = app;
    this.#settings = settings;
    this.#proposals = new Pending({ now, lifeMs: LIFE_MS, most: MOST_BYTES });
    this.#rereading = new Rereading(app, now);
    this.#refreshWaitMs = refreshWaitMs;
    this.waiting = new Waiting(app, { now, log });
    this.work = new Work(app, this.waiting, now);
  }

  /** Why somebody may not change the articles; asked for everything that they do. */
  refusal(interaction: Interaction): string | undefined {
    return moderatorRefusal(interaction, this.#settings);
  }

  /** Shows what an edit would do. @throws {UserError} when it cannot be done, or would change nothing. */
  async propose(user: string, edit: Edit, onProgress?: OnProgress, first?: string): Promise<Message> {
    const preview = await this.#app.preview(edit, onProgress);
    const more = await linesAbout(this.#app, edit);
    const proposal = { kind: edit.kind, edit, base: preview.base, article: onlyArticle(edit, preview) };
    const key = preview.changes.length > 0 ? this.#proposals.keep(user, proposal, weightOf(proposal)) : '';
    return renderPreview(edit, preview, { key, first, more });
  }

  /**
   * Shows what adding a file would do, whose details somebody typed: those that cannot be read stay as they were, so
   * that what else was typed is not lost. @throws {UserError} as `propose`.
   */
  async proposeTyped(user: string, file: AddedFile, before: AddedFile['details'] = {}): Promise<Message> {
    const { details, problems } = readableDetails(file.details ?? {});
    const first =
      problems.length > 0 ? `Not taken; Edit details puts it right: ${problems.join('; ')}.` : undefined;
    const edit: Edit = { kind: 'add', files: [{ ...file, details: { ...before, ...details } }] };
    return this.propose(user, edit, undefined, first);
  }

  /**
   * Reads everything again and shows what that would change, or how far it is when that takes longer than it can be
   * waited for. @throws {UserError} when it cannot be read.
   */
  async proposeRefresh(user: string, onProgress: OnProgress): Promise<Message> {
    const waited = await this.#rereading.wait(onProgress, AbortSignal.timeout(this.#refreshWaitMs));
    if ('reading' in waited) return renderStillReading(waited.reading);
    const { preview } = waited;
    if (preview.changes.length + preview.held.length > 0) return this.#showRefresh(user, preview, []);
    this.#app.discardRefresh(preview.key);
    return renderRefresh(preview, { key: '', confirmed: [] });
  }

  /** The refresh again, with the held articles that were chosen, by their place among them. @throws {UserError} as `apply`. */
  confirmHeld({ user, values }: StringSelectMenuInteraction, key: string): Message {
    const proposal = heldBy(this.#proposals.take(user.id, key));
    if (proposal.kind !== 'refresh') throw new UserError(EXPIRED);
    const confirmed = values.flatMap((value) => proposal.preview.held[Number(value)]?.id ?? []);
    return this.#showRefresh(user.id, proposal.preview, confirmed);
  }

  /** What a press of the button that does it shows at once. */
  pressed(user: string, key: string): Result {
    const found = this.#proposals.look(user, key);
    return 'value' in found ? { meanwhile: renderWorking(`**${DOING[found.value.kind]}…**`) } : 'reply';
  }

  /** Does what a preview showed, and tells so in its message. @throws {UserError} when it is nobody's, or somebody else's. */
  async apply(press: ButtonInteraction, key: string, acknowledged: Promise<void>): Promise<undefined> {
    const { user } = press;
    const proposal = heldBy(this.#proposals.take(user.id, key));
    const { kind, base } = proposal;
    const task = { kind, base, doing: DOING[kind] };
    return this.work.run(press, acknowledged, task, async (onProgress) => {
      try {
        return renderReport(await this.#do(proposal, user.username, onProgress), base);
      } catch (error) {
        if (error instanceof UserError) return this.#afterRefusal(user.id, proposal, error);
        this.#proposals.giveBack(key, proposal, weightOf(proposal));
        throw error;
      }
    });
  }

  cancel(user: string, key: string): Message {
    const proposal = heldBy(this.#proposals.take(user, key));
    if (proposal.kind === 'refresh') this.#app.discardRefresh(proposal.preview.key);
    return renderEnd('Cancelled. Nothing was changed.');
  }

  /** Whether a preview is there to be decided on by this user. */
  isOpen(user: string, key: string): boolean {
    return 'value' in this.#proposals.look(user, key);
  }

  /** The form for what was found of the article. @throws {UserError} as `apply`. */
  detailsForm(user: string, key: string): Modal {
    const proposal = heldBy(this.#proposals.look(user, key));
    if (proposal.kind === 'refresh' || proposal.article === undefined) throw new UserError(EXPIRED);
    return detailsForm(customId(DETAILS_FORM, key), proposal.article);
  }

  /** A new preview with what was filled in. @throws {UserError} as `apply`. */
  async editDetails(form: ModalSubmitInteraction, key: string): Promise<Message> {
    const user = form.user.id;
    const proposal = heldBy(this.#proposals.take(user, key));
    const file = fileOf(proposal);
    if (file === undefined || proposal.kind === 'refresh' || proposal.article === undefined) {
      throw new UserError(EXPIRED);
    }
    const details = changedDetails(form, proposal.article, file.details ?? {});
    try {
      return await this.proposeTyped(user, { ...file, details }, file.details);
    } catch (error) {
      this.#proposals.giveBack(key, proposal, weightOf(proposal));
      throw error;
    }
  }

  #do(proposal: Proposal, actor: string, onProgress: OnProgress): Promise<EditReport> {
    if (proposal.kind !== 'refresh') {
      return this.#app.apply(proposal.edit, { base: proposal.base, actor }, onProgress);
    }
    const { preview, confirmed } = proposal;
    return this.#app.applyRefresh(preview.key, { confirmed, actor }, onProgress);
  }

  #showRefresh(user: string, preview: RefreshPreview, confirmed: readonly string[]): Message {
    const proposal: Proposal = { kind: 'refresh', preview, base: preview.base, confirmed };
    return renderRefresh(preview, { key: this.#proposals.keep(user, proposal), confirmed });
  }

  /** What is shown of a change that was refused: where others were quicker, how it looks now. */
  async #afterRefusal(user: string, proposal: Proposal, refused: UserError): Promise<Message> {
    if (!(refused instanceof OutdatedError) || proposal.kind === 'refresh') {
      return renderEnd(shortLine(refused.message, 3_000));
    }
    const first = refused.message.replace('Look at a new preview.', 'This is how it would be now:');
    try {
      return await this.propose(user, proposal.edit, undefined, first);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return renderEnd([refused.message, error.message].map((text) => shortLine(text, 1_500)).join('\n'));
    }
  }
}

const DOING: Record<Proposal['kind'], string> = {
  add: 'Adding',
  remove: 'Removing',
  rename: 'Renaming',
  rollback: 'Rolling back',
  refresh: 'Refreshing',
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

function fileOf(proposal: Proposal) {
  const edit = proposal.kind === 'refresh' ? undefined : proposal.edit;
  return edit?.kind === 'add' && edit.files.length === 1 ? edit.files[0] : undefined;
}

function weightOf(proposal: Proposal): number {
  const edit = proposal.kind === 'refresh' ? undefined : proposal.edit;
  return 1 + (edit?.kind === 'add' ? edit.files.reduce((sum, { bytes }) => sum + bytes.length, 0) : 0);
}
