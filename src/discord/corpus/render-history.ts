import { count } from '../../counts.ts';
import type { HistoryPage, Publication } from '../../model.ts';
import { button, buttons, card, type Message, paragraph, rule } from '../message.ts';
import { actLine, changeLine, fitted } from './lines.ts';
import { ROOM } from './render-preview.ts';

const BLUE = 0x5865f2;
/** Publications on a page. */
export const PAGE = 5;

export interface HistoryOptions {
  /** The page shows what came before this generation; absent on the first page. */
  before: number | undefined;
  pageId: (before: number) => string;
}

/** Who published what when, newest first. */
export function renderHistory(
  { publications, more }: HistoryPage,
  { before, pageId }: HistoryOptions,
): Message {
  if (publications.length === 0) return card(BLUE, [paragraph('Nothing was published yet.')]);
  const room = Math.floor(ROOM / PAGE) - 20;
  const oldest = publications.at(-1)?.generation ?? 1;
  const isFirst = before === undefined;
  const turn = buttons(
    button('Newer', pageId(before === undefined ? 0 : before + PAGE), isFirst),
    button('Older', pageId(oldest), !more),
  );
  return card(BLUE, [
    ...publications.flatMap((publication) => [paragraph(...entryLines(publication, room)), rule()]),
    paragraph('-# `/corpus rollback generation:` brings back the articles as they were in one of these.'),
    isFirst && !more ? undefined : turn,
  ]);
}

function entryLines(publication: Publication, room: number): string[] {
  const { generation, added, changed, removed, articles } = publication;
  const head = `**${generation}** · ${actLine(publication)} · +${count(added)} ~${count(changed)} −${count(removed)}`;
  const total = added + changed + removed;
  const lines = articles.slice(0, 4).map(changeLine);
  return [head, ...fitted(lines, room - head.length, total)];
}
