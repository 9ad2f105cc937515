import { count } from '../../counts.ts';
import { differencesOf } from '../../ingest/changes.ts';
import type { ArticleChange, ArticleHead, Publication } from '../../model.ts';
import { cost, fitting } from '../limits.ts';
import { shortLine, titleLink } from '../source-line.ts';

/** Lines that several of the messages about articles share. */

const SIGNS: Record<ArticleChange['kind'], string> = { added: '`+`', changed: '`~`', removed: '`−`' };
const TITLE = 120;
const ID = 100;
const NAME = 80;

export function changeLine(change: ArticleChange): string {
  const what = change.kind === 'changed' ? ` (${differencesOf(change)})` : '';
  return `${SIGNS[change.kind]} ${shortLine(change.title, TITLE)}${what}`;
}

/** The title with its link, and who published it when. */
export function headLine({ title, url, publisher, publishedAt }: Omit<ArticleHead, 'id'>): string {
  const imprint = [publisher, publishedAt].filter((part) => part !== undefined);
  return [
    titleLink({ title, ...(url === undefined ? {} : { url }) }, [], TITLE),
    ...imprint.map((part) => shortLine(part, NAME)),
  ].join(' · ');
}

export function idOf(id: string): string {
  return shortLine(id, ID);
}

/** `remove by ann, 5 minutes ago`, in the reader's own time zone. */
export function actLine({
  kind,
  restored,
  actor,
  at,
}: Pick<Publication, 'kind' | 'restored' | 'actor' | 'at'>): string {
  const what = restored === undefined ? kind : `${kind} to ${restored}`;
  return `${what} by ${shortLine(actor, NAME)}, ${moment(at)}`;
}

/** As many of the lines as fit, and how many more there are. */
export function fitted(lines: readonly string[], room: number, total = lines.length): string[] {
  const all = fitting(lines, room);
  if (all.length === total) return all;
  const fit = fitting(lines, room - 40);
  return [...fit, `… and ${count(total - fit.length)} more`];
}

/** A heading with as many of the lines below it as fit; nothing where there are no lines. */
export function part(head: string, lines: readonly string[], room: number): string[] {
  if (lines.length === 0) return [];
  const items = lines.map((line) => `• ${line}`);
  return [`**${head}**`, ...fitted(items, room)];
}

export function costOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + cost(line) + 1, 0);
}

export function moment(iso: string): string {
  const seconds = Math.floor(Date.parse(iso) / 1_000);
  return Number.isNaN(seconds) ? shortLine(iso, 40) : `<t:${seconds}:f>`;
}
