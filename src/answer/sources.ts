import type { Article, ArticleHead, Citation, Span } from '../model.ts';

/** Every copy that some citations name, once. */
export function copiesOf(cited: readonly Citation[]): ArticleHead[] {
  return [...new Map(cited.flatMap(({ alsoIn = [] }) => alsoIn).map((copy) => [copy.id, copy])).values()];
}

/** The citation of a span of an article, with its footnote number. */
export function citationOf(article: Article, { start, end }: Span, n: number): Citation {
  return { n, ...citedArticle(article), start, end, quote: article.text.slice(start, end) };
}

/** What a citation says of the article that it is from. */
export function citedArticle({
  id,
  title,
  publisher,
  publishedAt,
  url,
}: ArticleHead): Pick<Citation, 'articleId' | 'title' | 'publisher' | 'publishedAt' | 'url'> {
  return {
    articleId: id,
    title,
    ...(publisher === undefined ? {} : { publisher }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(url === undefined ? {} : { url }),
  };
}
