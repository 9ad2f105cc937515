import type { Citation, CitedWords, Claim, Language, Turn } from '../../model.ts';
import type { LibraryReader } from '../../ports.ts';
import { overlap } from '../../spans.ts';
import { type Draft, textOf } from '../answer.ts';
import { phrase } from '../phrases.ts';
import { citationOf } from '../sources.ts';

/** Sentences that more is told in. */
const SENTENCES = 3;
/** Passages that hold these, and what was told already. */
const PASSAGES = 3;

/**
 * What an article goes on to say behind the words that a turn cited first: its next sentences, each cited; behind
 * its last one, its first.
 */
export function furtherThan({ cited }: Turn, language: Language, library: LibraryReader): Draft {
  const [first] = cited.filter((words) => isThere(words, library));
  const article = first && library.article(first.articleId);
  const citations: Citation[] = [];
  if (first && article) {
    const told = cited.filter(({ articleId }) => articleId === first.articleId);
    const behind = library
      .passagesFrom(article.id, first.end, PASSAGES)
      .flatMap(({ sentences }) => sentences)
      .filter((next) => next.start >= first.end && !told.some((words) => overlap(words, next)));
    citations.push(...behind.slice(0, SENTENCES).map((span, i) => citationOf(article, span, i + 1)));
  }
  const claims = citations.map(({ n, quote }): Claim => ({ text: quote, citations: [n], emphasis: [] }));
  return {
    status: claims.length > 0 ? 'answered' : 'notInCorpus',
    confidence: claims.length > 0 ? 1 : 0,
    text: claims.length > 0 ? textOf(claims, [], language) : phrase(language, 'doNotSay'),
    claims,
    citations,
    missing: [],
    closest: first && claims.length === 0 ? [{ articleId: first.articleId, title: first.title }] : [],
    language,
    generation: library.generation?.id ?? 0,
  };
}

/** Whether the article still has the words where they were cited. */
function isThere({ articleId, start, end, quote }: CitedWords, library: LibraryReader): boolean {
  return library.article(articleId)?.text.slice(start, end) === quote;
}
