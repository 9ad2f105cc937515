/** One article, cleaned of page furniture. */
export interface Article {
  /** Path below the corpus folder without extension, with `/` between folders; never an absolute path. */
  id: string;
  title: string;
  publisher?: string;
  author?: string;
  /** When it was published: `YYYY-MM-DD`, or as much of it as the article states (`YYYY`, `YYYY-MM`). */
  publishedAt?: string;
  /** Where a reader can check: always http or https. */
  url?: string;
  /** The language of its text: the first part of a BCP 47 tag (`en`); absent when nothing tells it. */
  language?: string;
  /**
   * A head of one line each (the headline; who wrote it, when and where, as far as that is known), a blank line, and
   * the body: paragraphs separated by a blank line, without furniture. The head may be empty.
   */
  text: string;
  /** Where the body begins in `text`. Passages are made of the body only. */
  body: number;
  /** Where the head says what. What the article does not say is absent. */
  stated: Stated;
  /** SHA-256 (hex) of everything above but the language, which the text has: two articles with the same hash are the same article. */
  contentHash: string;
}

/** What the head of an article says of it, and the span of `Article.text` that says it. */
export type Stated = Partial<Record<'headline' | 'author' | 'publisher' | 'publishedAt' | 'place', Span>>;

/** What is said of an article in a list of sources. */
export type ArticleHead = Pick<
  Article,
  'id' | 'title' | 'publisher' | 'author' | 'publishedAt' | 'url' | 'language'
>;

/** A half-open range of UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** A span of an article. */
export interface Place extends Span {
  articleId: string;
}

/** Whole sentences of one article, about 120 words: what is retrieved. */
export interface Passage extends Place {
  /** Position of the passage in its article, from 0. */
  ordinal: number;
  text: string;
}

/** A passage and the spans (in the article) of its sentences. */
export interface SplitPassage extends Span {
  sentences: Span[];
}
