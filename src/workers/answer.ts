import { workerData } from 'node:worker_threads';
import { SqliteCards, SqliteHistory, SqliteLibraryReader } from '../adapters/library/index.ts';
import type { Draft } from '../answer/answer.ts';
import { answerReading } from '../answer/answer-reading.ts';
import type { ArticlesAsked } from '../answer/articles-asked.ts';
import { excerptOf } from '../answer/excerpt.ts';
import { explain as explainReading } from '../answer/explain.ts';
import { besides } from '../answer/follow-up/besides.ts';
import { furtherThan } from '../answer/follow-up/further.ts';
import { holdingOwnWords } from '../answer/follow-up/own-words.ts';
import { type Completed, type FollowUp, standaloneOf } from '../answer/follow-up/standalone.ts';
import type { Part } from '../answer/parts.ts';
import type { AskedReading } from '../answer/reading.ts';
import { namesOnlyIn } from '../answer/sole-names.ts';
import { type Suggestion, suggestionsFor } from '../answer/suggestions.ts';
import { type Material, materialOf } from '../answer/wording/material.ts';
import type {
  Answer,
  Article,
  ArticleHead,
  ArticleRecord,
  Card,
  Citation,
  Excerpt,
  Explanation,
  Fate,
  Generation,
  HistoryPage,
  Hit,
  Question,
  Status,
  Turn,
} from '../model.ts';
import type { CardFilter } from '../ports.ts';
import { languageOf } from '../retrieve/language.ts';
import { hitsOf, rank, readAhead as readAheadFor } from '../retrieve/rank.ts';
import { correctSpelling } from '../retrieve/spelling.ts';
import { understand } from '../retrieve/understand.ts';

const { dataDir } = workerData as { dataDir: string };
const library = new SqliteLibraryReader(dataDir);
const published = new SqliteHistory(dataDir);
const shelf = new SqliteCards(dataDir);

/** A question, its vector, and the day it is asked on (`YYYY-MM-DD`). */
interface Asked {
  today: string;
  question: Question;
  vector: Float32Array;
  /** The model that gave the vectors. */
  embeddedBy: string | undefined;
}

/** A question as it was read, with one more for each of its parts. */
interface AskedAsRead extends Asked {
  parts: (Pick<Asked, 'question' | 'vector'> & { part: Part })[];
  mayBeOne: boolean;
  articles?: ArticlesAsked;
}

/** Has what the words of texts bring found and read while their vectors are made in another thread. */
export function readAhead({
  question,
  texts,
  today,
}: Pick<Asked, 'question' | 'today'> & { texts: string[] }) {
  for (const text of texts) {
    readAheadFor(library, correctSpelling(understand({ ...question, text }, library, today), library));
  }
}

/** The answer alone. */
export function ask(asked: AskedInConversation): Draft {
  return answered(asked).draft;
}

/** The answer, and what a chat model may word it from. */
export function askForWording(asked: AskedInConversation): { draft: Draft; material: Material | undefined } {
  const found = answered(asked);
  return { draft: found.draft, material: materialOf(found, library) };
}

interface AskedInConversation extends AskedAsRead {
  /** Present when the conversation before it completed it. */
  completed?: Completed;
}

function answered({ completed, ...asked }: AskedInConversation) {
  const all = answerReading(read(asked), library);
  if (completed === undefined) return all;
  const { told } = completed;
  const found = told?.asksElse ? besides(all, told.turn) : all;
  return { ...found, draft: holdingOwnWords(found.draft, completed, library) };
}

export function explain(asked: AskedAsRead): Explanation {
  return explainReading(read(asked), library);
}

/** What a question means after those before it. */
export function standalone({ question, today }: Pick<Asked, 'question' | 'today'>): FollowUp {
  return standaloneOf(question, today, library);
}

/** What the article cited in a turn goes on to say. */
export function further({ turn, text }: { turn: Turn; text: string }): Draft {
  return furtherThan(turn, languageOf(text), library);
}

/** Questions that might be suggested with an answer. */
export function suggestible(answer: Pick<Answer, 'question' | 'readAs' | 'citations'>): Suggestion[] {
  return suggestionsFor(answer, library);
}

export function explainFurther(asked: { turn: Turn; text: string }): Explanation {
  const { status, confidence, generation } = further(asked);
  return { status, confidence, generation, readings: [] };
}

function read({ question, vector, embeddedBy, today, parts, ...reading }: AskedAsRead): AskedReading {
  return {
    ...reading,
    whole: { query: understand(question, library, today), vector: comparable(vector, embeddedBy) },
    parts: parts.map(({ part, question, vector }) => ({
      part,
      query: understand(question, library, today),
      vector: comparable(vector, embeddedBy),
    })),
  };
}

/** A vector, if it can be compared with those of the library, which may have moved on meanwhile; otherwise an empty one. */
function comparable(vector: Float32Array, model: string | undefined): Float32Array {
  return model === library.generation?.model ? vector : new Float32Array();
}

export function search({ question, vector, embeddedBy, today, k }: Asked & { k: number }): Hit[] {
  const query = correctSpelling(understand(question, library, today), library);
  return hitsOf(rank(library, query, comparable(vector, embeddedBy)), k);
}

/** The text of a question that its vector is made of: in English when its language is not that of the articles. */
export function searchText(question: Question): string {
  const { text, embedded = text } = understand(question, library);
  return embedded;
}

export function excerpts(citations: readonly Citation[]): (Excerpt | undefined)[] {
  return citations.map((citation) => excerptOf(citation, library));
}

/** What became of cited articles since a generation, in the order of their ids. */
export function fates({ ids, generation }: { ids: string[]; generation: number }): Fate[] {
  return ids.map((id) => {
    const article = library.article(id);
    if (article === undefined) return 'removed';
    return published.contentHashAt(id, generation) === article.contentHash ? 'unchanged' : 'changed';
  });
}

/** As `App.soleNames`. */
export function soleNames(id: string): string[] {
  const article = library.article(id);
  return article === undefined ? [] : namesOnlyIn(article, library);
}

export function article(id: string): Article | undefined {
  return library.article(id);
}

export function articles(): ArticleHead[] {
  return library.articles();
}

export function history({ count, before }: { count: number; before?: number }): HistoryPage {
  return published.page(count, before);
}

export function record(id: string): ArticleRecord | undefined {
  const record = published.record(id);
  if (!record?.live) return record;
  const { copies } = library;
  const alike = [
    ...(copies.get(id) ?? []),
    ...[...copies].flatMap(([copy, originals]) => (originals.includes(id) ? [copy] : [])),
  ];
  return { ...record, copies: library.articles().filter((article) => alike.includes(article.id)) };
}

export function cards(filter: CardFilter): Card[] {
  return shelf.cards(filter);
}

export function cardIds(filter: CardFilter): string[] {
  return shelf.cardIds(filter);
}

export function refusedCards(): Record<string, number> {
  return shelf.refused();
}

export function cardsById(ids: readonly string[]): ({ card: Card; isLive: boolean } | undefined)[] {
  return ids.map((id) => shelf.card(id));
}

export function status(): Pick<Status, 'generation' | 'index'> {
  return { generation: library.generation, index: openIndex() };
}

/** Rather now than at the next question. */
function openIndex(): Status['index'] {
  return library.indexStatus;
}

/** Moves to the newest generation and its index, and gives it. */
export function refresh(): Generation | undefined {
  library.refresh();
  openIndex();
  return library.generation;
}

export function generation(): Generation | undefined {
  return library.generation;
}

/** Whether another process or thread has published since. */
export function stale(): boolean {
  return library.stale;
}
