import { copiesOf } from '../answer/sources.ts';
import { linkable, linkToQuotes } from '../answer/text-fragment.ts';
import type { ArticleHead, Citation } from '../model.ts';
import { inertLabel, inertLine } from './inert.ts';
import { cost, shorten } from './limits.ts';

const TITLE = 160;
const IMPRINT = 100;
const COPY_TITLE = 80;
const COPIES = 3;
const ADDRESS = 400;
const ADDRESS_WITH_QUOTES = 800;

/** Footnote numbers as Discord shows code: text of an article can never look like that. */
export function marker(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  return `\`${sorted.map((n) => `[${n}]`).join('')}\``;
}

/**
 * One line for one article, behind all of its footnote numbers, with its publisher and date.
 * @param cited the citations of that article.
 * @param quotes whose words the link shall mark in the page.
 */
export function sourceLine(cited: readonly [Citation, ...Citation[]], quotes: readonly string[]): string {
  const [first] = cited;
  const imprint = [first.publisher, first.publishedAt].filter((part) => part !== undefined);
  return [
    `${marker(cited.map(({ n }) => n))} ${titleLink(first, quotes)}`,
    ...imprint.map((part) => shortLine(part, IMPRINT)),
  ].join(' · ');
}

/** Where else the story stands, such as `also in Valley News, Old bridge reopens`; empty when nowhere. */
export function alsoIn(cited: readonly Citation[]): string {
  const copies = copiesOf(cited);
  if (copies.length === 0) return '';
  const named = copies.slice(0, COPIES).map((copy) => {
    const title = titleLink(copy, [], COPY_TITLE);
    return copy.publisher === undefined ? title : `${shortLine(copy.publisher, IMPRINT)}, ${title}`;
  });
  const more = copies.length > COPIES ? `; and ${copies.length - COPIES} more` : '';
  return `also in ${named.join('; ')}${more}`;
}

/** The title, linked to the article's own address when it has one; the link marks as many quotes as fit it. */
export function titleLink(
  article: Pick<ArticleHead, 'title' | 'url'>,
  quotes: readonly string[] = [],
  longest = TITLE,
): string {
  const costOf = (part: string) => cost(inertLabel(part));
  const title = inertLabel(shorten(article.title, longest, { costOf }));
  if (article.url === undefined) return title;
  const address = linkable(article.url);
  if (address === undefined || address.length > ADDRESS) return `${title} (its address cannot be linked)`;
  const links = quotes.map((_, dropped) => linkToQuotes(address, quotes.slice(0, quotes.length - dropped)));
  const link = links.find((candidate) => candidate !== undefined && candidate.length <= ADDRESS_WITH_QUOTES);
  return `[${title}](<${link ?? address}>)`;
}

/** Text of an article on one line that costs at most `max`. */
export function shortLine(text: string, max: number, keep: 'start' | 'end' = 'start'): string {
  const costOf = (part: string) => cost(inertLine(part));
  return inertLine(shorten(text, max, { costOf, keep })).trim();
}
