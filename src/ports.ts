/** What the rooms need from outside; a folder below `adapters/` has the engines of each. */

export type * from './ports/chat.ts';
export type * from './ports/embeddings.ts';
export type * from './ports/feeds.ts';
export type * from './ports/fetcher.ts';
export type * from './ports/library.ts';
export type * from './ports/quiz.ts';
export type * from './ports/state.ts';
