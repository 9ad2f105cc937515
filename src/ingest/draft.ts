/** What a source reads from one file before it is cleaned, and what cleaning leaves out. */

/** What is said about an article; every field as it is shown, already checked. */
export interface Metadata {
  title?: string;
  publisher?: string;
  author?: string;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  publishedAt?: string;
  /** http or https. */
  url?: string;
  /** As its page or file names it, the first part of a BCP 47 tag: its text may be in another. */
  language?: string;
  /** Where it was reported from, as its dateline has it: `NEW DELHI`. */
  place?: string;
}

/** What is known of an article better than its file says it. */
export interface Known extends Metadata {
  /** What is left out when the file says exactly this, or anything where this is ''. */
  emptied?: Metadata;
}

/**
 * A piece of the body. Successive items of a list, and successive rows of a table, stay lines of one paragraph.
 * Only `code` holds line breaks.
 */
export interface Block {
  kind: 'text' | 'heading' | 'item' | 'row' | 'code';
  text: string;
}

/** One article as its source wrote it. */
export interface Draft extends Metadata {
  /** Tells the articles of one file apart, unique in it; absent when the file is one article. */
  key?: string;
  /**
   * `page`: a web page's text, which may open with menus and close with comments.
   * `authored`: written to be read as it is, so only unmistakable page furniture is left out.
   */
  origin: 'page' | 'authored';
  blocks: Block[];
}

/** Why a piece of a page is not part of its article. */
export type FurnitureKind =
  | 'headline'
  | 'byline'
  | 'dateline'
  | 'navigation'
  | 'sharing'
  | 'related'
  | 'newsletter'
  | 'consent'
  | 'advertisement'
  | 'comments'
  | 'legal'
  | 'tags'
  | 'caption';

/** A piece that was left out of an article, in its own words. */
export interface Dropped {
  kind: FurnitureKind;
  text: string;
}
