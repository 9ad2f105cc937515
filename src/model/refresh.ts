import type { ArticleChange, Refusal } from './edit.ts';

/** A feed whose new articles a refresh adds. */
export interface Feed {
  url: string;
  /** RSS, Atom, JSON Feed or sitemap. */
  type: string;
  title?: string;
  /** ISO 8601. */
  addedAt: string;
  addedBy: string;
  /** When a refresh last asked for it, ISO 8601. */
  checkedAt?: string;
  /** Why that gave nothing. */
  problem?: string;
}

/** One place where a text was changed: a few words as they were and as they are, with their neighbours; one may be empty. */
export interface Snippet {
  before: string;
  after: string;
}

/** What a refresh would do to one article. */
export interface RefreshChange extends ArticleChange {
  /** Where it was read, if that was at an address. */
  url?: string;
  /** Of a changed article: the first places where its text is different. */
  snippets?: Snippet[];
}

/** An article that a refresh leaves as it is unless somebody says otherwise. */
export interface HeldBack {
  id: string;
  title: string;
  url?: string;
  /**
   * There is nothing any more (`gone`) or no text (`empty`), less than half of it (`shrunk`), something else at another
   * address (`moved`), or the text of another article (`twin`).
   */
  why: 'gone' | 'empty' | 'shrunk' | 'moved' | 'twin';
  /** In a sentence. */
  explanation: string;
  /** What becomes of it when it is confirmed. */
  change: RefreshChange;
}

/** An address that could not be read this time: that of an article, which stays, or of a feed. */
export interface Unreachable {
  url: string;
  /** Of its article. */
  id?: string;
  title?: string;
  reason: string;
}

/** What reading everything again came to. Nothing of it is published. */
export interface RefreshPreview {
  /** For `applyRefresh` and `discardRefresh`. */
  key: string;
  /** Until when it can be applied, ISO 8601. */
  expiresAt: string;
  /** The generation that it is about; 0 when none was published yet. */
  base: number;
  /** What applying it does. */
  changes: RefreshChange[];
  /** What it does only for the articles that are confirmed. */
  held: HeldBack[];
  unreachable: Unreachable[];
  /** New articles and files that are left out, and why. */
  refused: Refusal[];
  /** New addresses in feeds that are left for the next refresh: one adds only so many. */
  waiting: number;
  /** Live articles of which none of this tells anything. */
  unchanged: number;
  /** Sentences that would have to be embedded, those of held articles left out. */
  toEmbed: number;
  ms: number;
}
