import { UserError } from '../errors.ts';
import type { Article, Span, Stated } from '../model.ts';
import { moved } from '../spans.ts';
import { withHash } from './article.ts';
import { titleOf } from './metadata.ts';

/**
 * An article under another title. A headline that stands in its head is replaced with it; all else stays word for word.
 * @throws {UserError} when the title is empty or the one that it has.
 */
export function renamed(article: Article, to: string): Article {
  const title = titleOf(to);
  if (title === undefined)
    throw new UserError('The new title is empty: say what the article is to be called.');
  if (title === article.title) throw new UserError(`The article is called "${title}" already.`);
  const { contentHash: _, ...rest } = article;
  const { headline } = article.stated;
  if (headline === undefined) return withHash({ ...rest, title });

  const by = title.length - (headline.end - headline.start);
  const placed = (span: Span): Span => (span.start < headline.end ? span : moved(span, by));
  const stated = Object.fromEntries(
    Object.entries(article.stated).map(([fact, span]) => [fact, placed(span)]),
  ) as Stated;
  return withHash({
    ...rest,
    title,
    text: article.text.slice(0, headline.start) + title + article.text.slice(headline.end),
    body: article.body + by,
    stated: { ...stated, headline: { start: headline.start, end: headline.start + title.length } },
  });
}
