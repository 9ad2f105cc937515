import type { Generation } from './generation.ts';

/** How a chat model does. */
export interface ChatStatus {
  /** `paused`: it failed several times in a row, or asked for a pause, and is left alone until `until`. */
  state: 'working' | 'paused';
  /** ISO 8601; present when it is paused. */
  until?: string;
  /** Why it failed when it did last; absent when it never did since the start or has answered since. */
  problem?: string;
  /** Tokens used today (UTC), and the most there may be. */
  tokens: { used: number; limit?: number };
}

/** What is loaded and since when. */
export interface Status {
  generation: Generation | undefined;
  embeddings: string;
  /** What keeps questions from being searched by it; absent when nothing does. */
  embeddingsNote?: string;
  /** `undefined`: none is configured and answers are extractive. */
  chatModel: string | undefined;
  /** How the chat model does; present when there is one. */
  chat?: ChatStatus;
  /** How sentence vectors are searched, and why when it is not the usual way. */
  index: { engine: 'hnsw' | 'exact'; note?: string };
  /** ISO 8601. */
  startedAt: string;
}
