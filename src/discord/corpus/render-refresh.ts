import {
  type APIActionRowComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { count, plural } from '../../counts.ts';
import type { HeldBack, Progress, RefreshChange, RefreshPreview, Snippet } from '../../model.ts';
import { customId } from '../custom-id.ts';
import { cleanLine } from '../inert.ts';
import { button, buttons, card, type Message, paragraph, rule } from '../message.ts';
import { shortLine } from '../source-line.ts';
import { changeLine, costOf, fitted, part } from './lines.ts';
import { CANCEL, DO, ROOM, YELLOW } from './render-preview.ts';
import { progressLine } from './render-report.ts';

/** Name of the menu in which held articles are chosen. */
export const CONFIRM = 'corpus-confirm';

/** Discord's limits of a menu. */
const OPTIONS = 25;
const LABEL = 100;
const SNIPPETS = 2;
/** Text that each part may take. */
const PARTS = { held: 900, unreachable: 500, refused: 500 };

export interface RefreshOptions {
  key: string;
  /** Ids of held articles that are to be changed all the same. */
  confirmed: readonly string[];
}

/** What a refresh found, with the buttons that apply or discard it. */
export function renderRefresh(preview: RefreshPreview, { key, confirmed }: RefreshOptions): Message {
  const { changes, held, unreachable, refused, unchanged, waiting, toEmbed } = preview;
  const total = changes.length + confirmed.length;
  const isOpen = changes.length + held.length > 0;
  const head = `### ${headingOf(total, held.length)}`;
  const end = [
    ...part(
      `Could not be read, and ${unreachable.length === 1 ? 'stays' : 'stay'} as before (${count(unreachable.length)}):`,
      unreachable.map(
        ({ url, title, reason }) => `${shortLine(title ?? url, 100)} — ${shortLine(reason, 300)}`,
      ),
      PARTS.unreachable,
    ),
    ...part(
      `Left out (${count(refused.length)}):`,
      refused.map(({ path, reason }) => `${shortLine(path, 100)} — ${shortLine(reason, 300)}`),
      PARTS.refused,
    ),
    `-# ${plural(unchanged, 'article')} unchanged.${waiting > 0 ? ` New in feeds and left for the next refresh: ${count(waiting)}.` : ''}${toEmbed > 0 ? ` ${plural(toEmbed, 'sentence')} to embed.` : ''}${isOpen ? ' Only you see this, for 15 minutes; nothing is changed yet.' : ''}`,
  ];
  const heldLines = part(
    `Held back (${count(held.length)}):`,
    held.map(
      ({ id, title, explanation }) =>
        `${confirmed.includes(id) ? '☑ ' : ''}${shortLine(title, 100)} — ${shortLine(explanation, 300)}`,
    ),
    PARTS.held,
  );
  const room = ROOM - costOf([head, ...end, ...heldLines]);
  return card(YELLOW, [
    paragraph(head, ...fitted(changes.map(linesOf), room)),
    ...(heldLines.length > 0 ? [paragraph(...heldLines), menu(held, confirmed, key)] : []),
    rule(),
    paragraph(...end),
    isOpen
      ? buttons(
          button('Apply', customId(DO, key), total === 0, ButtonStyle.Success),
          button('Discard', customId(CANCEL, key)),
        )
      : undefined,
  ]);
}

/** What is said when Discord lets the message be edited no longer, and not all is read yet. */
export function renderStillReading(progress: Progress | undefined): Message {
  return card(YELLOW, [
    paragraph(
      `**Still reading everything again.** ${progress ? progressLine(progress) : ''}`.trim(),
      'It takes longer than Discord lets this message be changed, and goes on by itself; nothing is changed yet.',
      'Run `/corpus refresh` again to see how far it is. What it finds waits for you for an hour.',
    ),
  ]);
}

function headingOf(total: number, held: number): string {
  if (total > 0) return `Apply ${plural(total, 'change')}?`;
  return held > 0 ? 'Nothing changes unless you say so' : 'Everything is as it was';
}

function linesOf(change: RefreshChange): string {
  const snippets = (change.snippets ?? []).slice(0, SNIPPETS).map(snippetLine);
  return [changeLine(change), ...snippets].join('\n');
}

/** `> strikes thirteen → strikes twelve`. */
function snippetLine({ before, after }: Snippet): string {
  const words = (text: string) => (text === '' ? '(nothing)' : shortLine(text, 110));
  return `> ${words(before)} → ${words(after)}`;
}

function menu(
  held: readonly HeldBack[],
  confirmed: readonly string[],
  key: string,
): APIActionRowComponent<APIStringSelectComponent> {
  const options = held.slice(0, OPTIONS).map(({ id, title, change }, i) => ({
    label: cleanLine(`${change.kind === 'removed' ? 'Remove' : 'Change'}: ${title}`)
      .trim()
      .slice(0, LABEL)
      .toWellFormed(),
    value: String(i),
    default: confirmed.includes(id),
  }));
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId(CONFIRM, key),
        placeholder: 'Held back: choose what is to be done all the same',
        min_values: 0,
        max_values: options.length,
        options,
      },
    ],
  };
}
