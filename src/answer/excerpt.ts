import type { Article, Citation, Excerpt } from '../model.ts';
import type { LibraryReader } from '../ports.ts';

/**
 * The quoted words in their passage, or in the lines of the article's head; where they stand now, if they have moved.
 * @returns `undefined` when the article is gone, or no longer has these words.
 */
export function excerptOf(cited: Citation, library: LibraryReader): Excerpt | undefined {
  const article = library.article(cited.articleId);
  if (article === undefined) return undefined;
  const citation = placedIn(article, cited);
  if (citation === undefined) return undefined;
  const { articleId, start, end } = citation;
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

/** The citation with the place where its words stand in the article now. */
function placedIn({ text, body }: Article, cited: Citation): Citation | undefined {
  if (text.slice(cited.start, cited.end) === cited.quote) return cited;
  const { inHead: _, ...rest } = cited;
  const start = text.indexOf(cited.quote);
  if (start === -1) return undefined;
  return { ...rest, start, end: start + cited.quote.length, ...(start < body && { inHead: true }) };
}

function linesOf(head: string): string[] {
  return head.split('\n').filter((line) => line !== '');
}
