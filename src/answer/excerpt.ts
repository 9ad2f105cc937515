import type { Citation, Excerpt } from '../model.ts';
import type { LibraryReader } from '../ports.ts';

/**
 * The quoted words in their passage.
 * @returns `undefined` when the article is gone, or no longer has these words at this place.
 */
export function excerptOf(citation: Citation, library: LibraryReader): Excerpt | undefined {
  const { articleId, start, end, quote } = citation;
  const article = library.article(articleId);
  if (article?.text.slice(start, end) !== quote) return undefined;
  const passage = library.passageAt(articleId, start);
  return {
    citation,
    before: article.text.slice(passage?.start ?? start, start).trim(),
    after: article.text.slice(end, Math.max(end, passage?.end ?? end)).trim(),
  };
}
