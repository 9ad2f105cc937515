import type { ArticleHead } from './article.ts';
import type { Publication } from './generation.ts';

/** A file that was left out, and why, in words a moderator can act on. */
export interface Refusal {
  /** Below the corpus folder. */
  path: string;
  reason: string;
}

/** What a moderator asks to do to the articles. */
export type Edit =
  | { kind: 'add'; files: AddedFile[] }
  | { kind: 'remove'; ids: string[] }
  | { kind: 'rename'; id: string; title: string }
  | { kind: 'rollback'; generation: number };

/** A file whose articles are to be added. */
export interface AddedFile {
  /** As its owner calls it; folders before it are left away, its ending tells the type. */
  name: string;
  bytes: Uint8Array;
  /** What is known better than the file says it. Only for a file of one article. */
  details?: Partial<Record<Detail, string | EmptiedDetail>>;
  /** Where it was read, if that can be read again. Only for a file of one article. */
  source?: WebSource;
}

/** A detail that is left empty as long as the file says no more than this; whatever it says, when this is empty. */
export interface EmptiedDetail {
  without: string;
}

/** Where a file was read on the web. */
export interface WebSource {
  /** Where it was in the end, after all redirects, without a fragment. */
  url: string;
  /** The address that led there. */
  asked?: string;
  /** What its server said of this version, so that it need not be sent again. */
  etag?: string;
  lastModified?: string;
}

/** What is said of an article beside its text. */
export type Detail = 'title' | 'publisher' | 'author' | 'publishedAt' | 'url';

/** What became of one article from one generation to the next. */
export interface ArticleChange {
  kind: 'added' | 'changed' | 'removed';
  id: string;
  /** As it is afterwards; of a removed article, as it was. */
  title: string;
  /** Of a changed article: words of its body that came and went. Words that only moved are neither. */
  words?: { added: number; removed: number };
  /** Of a changed article: what else is different; absent when nothing is. */
  details?: Detail[];
}

/** An article that would be added, as it was read. */
export interface AddedArticle extends ArticleHead {
  /** The first lines of its body. */
  opening: string;
  words: number;
  passages: number;
  sentences: number;
  /** Page furniture that was left out, by its kind, with the beginning of the first piece. */
  dropped: { kind: string; pieces: number; example: string }[];
  /** Articles that are there already and say nearly the same. */
  copies: ArticleHead[];
  /** What a moderator should know about how its file was read. */
  note?: string;
}

/** What an edit would do. Nothing of it is stored. */
export interface Preview {
  /** The generation that it is about, for `apply`; 0 when none was published yet. */
  base: number;
  changes: ArticleChange[];
  /** Of `add`: the articles that came out of the files. */
  articles: AddedArticle[];
  /** Of `add`: what would be left out, and why. */
  refused: Refusal[];
  /** What else is good to know before it is done, each a sentence or two. */
  notes: string[];
  /** Sentences that would have to be embedded. */
  toEmbed: number;
}

/** What one edit did. */
export interface EditReport {
  generation: number;
  changes: ArticleChange[];
  refused: Refusal[];
  /** Sentences embedded for it. */
  embedded: number;
  ms: number;
}

/** An edit that somebody waits for: kept until they were told how it ended, also when Footnote ends meanwhile. */
export interface Job extends Pick<Publication, 'actor' | 'kind'> {
  /** Who waits, as their face knows them. */
  user: string;
  /** The generation that it changes. */
  base: number;
  /** ISO 8601. */
  startedAt: string;
  /** How their face reaches them; nobody else reads it. */
  reply: string;
}
