import type { Answer, Job, Turn } from '../model.ts';

/** Answers that were given, so that their sources can be opened later. */
export interface AnswerStore {
  /** Keeps an answer without its question; returns an opaque key. */
  keep(answer: Answer): string;
  /** `undefined` when the key is unknown or the answer is older than 30 days. */
  kept(key: string): Answer | undefined;
  /** Keeps questions that are suggested with a kept answer, in place of others. */
  keepSuggestions(key: string, questions: readonly string[]): void;
  /** None when the answer is unknown or older than 30 days. */
  keptSuggestions(key: string): string[];
  /** How many of all answers that were ever kept cite an article. */
  timesCited(articleId: string): number;
  close(): void;
}

/** Edits that somebody waits for. */
export interface JobStore {
  /** Returns an opaque key. */
  beginJob(job: Job): string;
  /** Those that were begun and not ended, oldest first. */
  openJobs(): (Job & { key: string })[];
  endJob(key: string): void;
  /** Ends all that somebody waits for. */
  endJobsOf(user: string): void;
}

/**
 * What was asked in conversations, so that the next question may leave it out: the last turns of a place, for some days.
 * Places and askers are keys that the caller chooses; nothing of one place is ever told in another.
 */
export interface ConversationStore {
  /** The last turns of a place, the oldest first. */
  turns(place: string): Turn[];
  /** Adds a turn; the oldest goes when there are too many, and a part of it that is too long is left out. */
  add(place: string, asker: string, turn: Turn): void;
  /** Adds the turns of one place to another, as theirs who asked them and when they did. */
  copy(from: string, to: string): void;
  /** What somebody asked, in all places, the oldest first. */
  exportOf(asker: string): RememberedTurn[];
  /** Forgets a place. @returns how many turns there were */
  forgetPlace(place: string): number;
  /** Forgets what somebody asked, in all places. @returns how many turns there were */
  forgetAsker(asker: string): number;
  close(): void;
}

/** A turn as it is stored. */
export interface RememberedTurn extends Turn {
  place: string;
  /** ISO 8601, in UTC. */
  askedAt: string;
}
