/**
 * The nouns of Footnote: an article becomes passages of whole sentences, a question finds passages, and an answer is
 * made of claims that cite exact spans of an article.
 *
 * All offsets are UTF-16 code units into `Article.text`, end exclusive, so that
 * `article.text.slice(start, end)` is the text they name.
 */

export type * from './model/answer.ts';
export type * from './model/article.ts';
export type * from './model/edit.ts';
export type * from './model/explanation.ts';
export type * from './model/generation.ts';
export type * from './model/question.ts';
export type * from './model/quiz.ts';
export type * from './model/refresh.ts';
export type * from './model/status.ts';
