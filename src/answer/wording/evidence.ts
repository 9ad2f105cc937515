import type { ArticleHead } from '../../model.ts';

/** What a claim is held against. */
export interface Evidence {
  /** The whole sentences that have the quoted words. */
  sentences: readonly string[];
  /** The passages that these sentences are from. */
  passages: readonly string[];
  articles: readonly Pick<ArticleHead, 'title' | 'publisher' | 'publishedAt'>[];
}
