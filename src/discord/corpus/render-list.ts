import { plural } from '../../counts.ts';
import type { ArticleHead } from '../../model.ts';
import { card, type Message, paragraph } from '../message.ts';
import { costOf, headLine, idOf } from './lines.ts';
import { pagesOf, turning } from './pages.ts';
import { ROOM } from './render-preview.ts';

const BLUE = 0x5865f2;
const MOST_LINES = 12;

export interface ListOptions {
  /** From 0; a page beyond the last shows the last. */
  page: number;
  pageId: (page: number) => string;
  /** What the list was kept to; safe to show, empty when it is all. */
  filter: string;
}

/** Articles, a line or two each, in pages. */
export function renderList(articles: readonly ArticleHead[], { page, pageId, filter }: ListOptions): Message {
  const lines = articles.map((article) => `• ${headLine(article)}\n-# ${idOf(article.id)}`);
  const head = `### ${plural(articles.length, 'article')}${filter}`;
  const pages = pagesOf(lines, ROOM - costOf([head]) - 60, MOST_LINES);
  const shown = Math.min(page, pages.length - 1);
  const hint =
    articles.length === 0
      ? 'Nothing here: leave out a filter, or add articles with `/corpus add`.'
      : `-# ${pages.length > 1 ? `Page ${shown + 1} of ${pages.length}. ` : ''}\`/corpus show\` tells all of one.`;
  return card(BLUE, [paragraph(head, ...(pages[shown] ?? []), hint), turning(shown, pages.length, pageId)]);
}
