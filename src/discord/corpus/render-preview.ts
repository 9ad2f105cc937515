import { ButtonStyle } from 'discord.js';
import { count, plural } from '../../counts.ts';
import { differencesOf } from '../../ingest/changes.ts';
import { languageName } from '../../ingest/language.ts';
import type { AddedArticle, ArticleChange, Edit, Preview } from '../../model.ts';
import { customId } from '../custom-id.ts';
import { MESSAGE_TEXT } from '../limits.ts';
import { button, buttons, card, type Message, paragraph, rule } from '../message.ts';
import { shortLine } from '../source-line.ts';
import { changeLine, costOf, fitted, headLine, idOf, part } from './lines.ts';

/** Names of the buttons below a preview. */
export const DO = 'corpus-do';
export const DETAILS = 'corpus-details';
export const CANCEL = 'corpus-cancel';

/** Text of a message about the corpus: a line may be put before it. */
export const ROOM = MESSAGE_TEXT - 500;
export const YELLOW = 0xf0b232;
const OPENING = 500;
const REFUSALS = 1_200;
const NOTE = 500;
const COPIES = 3;
const KINDS = 5;

const VERBS: Record<Edit['kind'], string> = {
  add: 'Add',
  remove: 'Remove',
  rename: 'Rename',
  rollback: 'Roll back',
};
const LASTS = 'Only you see this, for 15 minutes; nothing is changed yet.';

export interface PreviewOptions {
  /** Under which its buttons find it again. */
  key: string;
  /** Said before all else, such as why this is shown again. */
  first?: string | undefined;
  /** Said of the edit beside what the preview says; safe to show. */
  more?: readonly string[];
}

/** What an edit would do, with the buttons that do it, or leave it. */
export function renderPreview(
  edit: Edit,
  preview: Preview,
  { key, first, more = [] }: PreviewOptions,
): Message {
  const { changes, articles, refused, notes, toEmbed } = preview;
  const isPossible = changes.length > 0;
  const [only] = articles.length === 1 ? articles : [];
  const top = [
    ...(first === undefined ? [] : [shortLine(first, NOTE)]),
    `### ${isPossible ? questionOf(edit, changes) : 'Nothing would change'}`,
  ];
  const end = [
    ...refusalLines(preview, REFUSALS),
    ...notes.map((note) => shortLine(note, NOTE)),
    `-# ${isPossible ? [...(toEmbed > 0 ? [`${plural(toEmbed, 'sentence')} to embed.`] : []), LASTS].join(' ') : afterNothing(refused.length)}`,
  ];
  const room = ROOM - costOf([...top, ...more, ...end]);
  const changed = only ? articleLines(only, changes[0]) : changeLines(preview, room);
  // Of an article that goes, `more` says all.
  const middle = edit.kind === 'remove' && more.length > 0 ? more : [...more, ...changed];
  return card(YELLOW, [
    paragraph(...top, ...middle),
    rule(),
    paragraph(...end),
    isPossible
      ? buttons(
          button(
            VERBS[edit.kind],
            customId(DO, key),
            false,
            edit.kind === 'remove' ? ButtonStyle.Danger : ButtonStyle.Success,
          ),
          ...(edit.kind === 'add' && only ? [button('Edit details', customId(DETAILS, key))] : []),
          button('Cancel', customId(CANCEL, key)),
        )
      : undefined,
  ]);
}

function questionOf(edit: Edit, changes: readonly ArticleChange[]): string {
  switch (edit.kind) {
    case 'add': {
      if (changes.length > 1) return `Add ${plural(changes.length, 'article')}?`;
      return changes[0]?.kind === 'changed'
        ? 'Replace this article by its new version?'
        : 'Add this article?';
    }
    case 'remove':
      return changes.length > 1 ? `Remove ${plural(changes.length, 'article')}?` : 'Remove this article?';
    case 'rename':
      return 'Give this article another title?';
    case 'rollback':
      return `Bring back generation ${edit.generation}?`;
  }
}

function afterNothing(refused: number): string {
  return refused > 0
    ? 'Nothing was stored. Put right what is said above and run the command again.'
    : 'Nothing was stored.';
}

/** One article as it was read. */
function articleLines(article: AddedArticle, change: ArticleChange | undefined): string[] {
  const { publisher, author, publishedAt, language, opening, words, passages, id, dropped, copies, note } =
    article;
  const found = (name: string, value: string | undefined) =>
    `**${name}:** ${value === undefined ? 'not found' : shortLine(value, 120)}`;
  const leftOut = dropped
    .slice(0, KINDS)
    .map(({ kind, pieces, example }) => `${kind} (${count(pieces)}), “${shortLine(example, 60)}”`);
  return [
    `**${headLine({ title: article.title, ...(article.url === undefined ? {} : { url: article.url }) })}**`,
    [
      found('Publisher', publisher),
      found('Author', author),
      found('Date', publishedAt),
      found('Language', language && languageName(language)),
    ].join(' · '),
    `> ${shortLine(opening, OPENING)}`,
    `${plural(words, 'word')} in ${plural(passages, 'passage')}, kept as ${idOf(id)}`,
    ...(change?.kind === 'changed' ? [`**What changes:** ${differencesOf(change)}`] : []),
    ...(leftOut.length === 0 ? [] : [`-# Left out as page furniture: ${leftOut.join('; ')}`]),
    ...(note === undefined ? [] : [shortLine(note, NOTE)]),
    ...copyLines(
      copies.length,
      copies.slice(0, COPIES).map((copy) => headLine(copy)),
    ),
  ];
}

function copyLines(total: number, shown: readonly string[]): string[] {
  if (total === 0) return [];
  const more = total > shown.length ? [`… and ${count(total - shown.length)} more`] : [];
  return ['**Nearly the same is there already:**', ...shown.map((line) => `• ${line}`), ...more];
}

/** Several articles, one line each; those that read best are told by what was found of them. */
function changeLines({ changes, articles }: Preview, room: number): string[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const lines = changes.map((change) => {
    const article = byId.get(change.id);
    if (article === undefined) return changeLine(change);
    const imprint = [article.publisher, article.publishedAt ?? 'no date'].filter(
      (part) => part !== undefined,
    );
    const copies = article.copies.length > 0 ? ', nearly the same is there' : '';
    return `${changeLine(change)} · ${imprint.map((part) => shortLine(part, 60)).join(' · ')} (${plural(article.passages, 'passage')}${copies})`;
  });
  return fitted(lines, room);
}

function refusalLines({ refused }: Preview, room: number): string[] {
  const lines = refused.map(({ path, reason }) => `${shortLine(path, 120)} — ${shortLine(reason, 400)}`);
  return part(`Left out (${count(refused.length)}):`, lines, room);
}

/** What is said while an edit is under way. */
export function renderWorking(what: string): Message {
  return card(YELLOW, [paragraph(what)]);
}
