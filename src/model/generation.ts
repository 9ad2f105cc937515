import type { Article, ArticleHead } from './article.ts';
import type { ArticleChange, Edit, Refusal } from './edit.ts';

/** Whether a cited article is still as it was when it was cited. */
export type Fate = 'unchanged' | 'changed' | 'removed';

/** One published state of the library. */
export interface Generation {
  /** From 1; 0 means that nothing was published yet. */
  id: number;
  /** ISO 8601. */
  createdAt: string;
  articles: number;
  passages: number;
  sentences: number;
  /** Name and dimensions of the embedding model that made its vectors. */
  model: string;
  dimensions: number;
  /** Articles that are copies of others among them: the same story from another publisher, say. */
  copies: number;
  /** Absent until the library was measured for the first time. */
  calibration?: Calibration;
}

/** What was measured of a library to know when a question is not about its articles. */
export interface Calibration {
  /** A question is answered when the articles speak of it with at least this chance, 0 to 1, */
  topic: number;
  /** and when, if they do, the best sentences say what is asked with at least this one. */
  said: number;
  /** Questions that it was measured with. */
  questions: number;
  /** Passages that the library had then. */
  passages: number;
  /** How the cosines of its embedding model are read; absent for the bundled one, which all else was measured with. */
  nearness?: Nearness;
}

/** What the cosines of an embedding model are worth, measured with questions made of the library's sentences. */
export interface Nearness {
  /** Of the cosines of questions with the sentences that were found for them, */
  mean: number;
  /** and their standard deviation. */
  spread: number;
  /** How much they count when passages are ranked, beside those of the bundled model: 0 (not at all) to 1 (as much). */
  share: number;
}

/** Who published a generation, when, and what that changed. */
export interface Publication {
  generation: number;
  /** ISO 8601. */
  at: string;
  /** Who did it; `folder` for an ingest of the corpus folder. */
  actor: string;
  kind: 'ingest' | 'refresh' | Edit['kind'];
  /** Of a rollback: the generation whose articles came back. */
  restored?: number;
  added: number;
  changed: number;
  removed: number;
  /** The first 20 of them, by id. */
  articles: ArticleChange[];
}

/** One page of the history, newest first. */
export interface HistoryPage {
  publications: Publication[];
  /** Whether there are older ones. */
  more: boolean;
}

/** An article that is or was in the library, with what became of it. */
export interface ArticleRecord {
  article: Article;
  /** False when it was removed; `article` is its last version then. */
  live: boolean;
  /** `folder`: from the corpus folder; `added`: by a moderator. */
  origin: 'folder' | 'added';
  passages: number;
  sentences: number;
  /** Live articles that say nearly the same. */
  copies: ArticleHead[];
  /** Newest first. */
  history: (Pick<Publication, 'generation' | 'at' | 'actor' | 'kind' | 'restored'> & {
    change: ArticleChange;
  })[];
}

/** What one ingest did. */
export interface IngestReport {
  generation: number;
  articles: number;
  passages: number;
  sentences: number;
  added: number;
  changed: number;
  removed: number;
  /** Articles that are copies of others among them. */
  copies: number;
  /** Sentences embedded in this run; those already known are not counted. */
  embedded: number;
  refused: Refusal[];
  ms: number;
}

/** How far a long piece of work has come. */
export interface Progress {
  stage: 'reading' | 'fetching' | 'embedding' | 'publishing' | 'indexing' | 'calibrating';
  done: number;
  total: number;
}
