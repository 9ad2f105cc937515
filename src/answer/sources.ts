import type { ArticleHead, Citation } from '../model.ts';

/** Every copy that some citations name, once. */
export function copiesOf(cited: readonly Citation[]): ArticleHead[] {
  return [...new Map(cited.flatMap(({ alsoIn = [] }) => alsoIn).map((copy) => [copy.id, copy])).values()];
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
