import type { Citation, Excerpt } from '../model.ts';
import type { LibraryReader } from '../ports.ts';

/**
 * The quoted words in their passage, or in the lines of the article's head.
 * @returns `undefined` when the article is gone, or no longer has these words at this place.
 */
export function excerptOf(citation: Citation, library: LibraryReader): Excerpt | undefined {
  const { articleId, start, end, quote } = citation;
  const article = library.article(articleId);
  if (article?.text.slice(start, end) !== quote) return undefined;
  if (start < article.body) {
    return {
      citation,
      before: linesOf(article.text.slice(0, start))
        .map((line) => `${line} ·`)
        .join(' '),
      after: linesOf(article.text.slice(end, article.body))
        .map((line) => `· ${line}`)
        .join(' '),
    };
  }
  const passage = library.passageAt(articleId, start);
  return {
    citation,
    before: article.text.slice(passage?.start ?? start, start).trim(),
    after: article.text.slice(end, Math.max(end, passage?.end ?? end)).trim(),
  };
}

function linesOf(head: string): string[] {
  return head.split('\n').filter((line) => line !== '');
}
