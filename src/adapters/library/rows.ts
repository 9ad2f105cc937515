import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Article, ArticleHead, Calibration, Generation, Nearness, Stated } from '../../model.ts';

/** What SQLite gives back for one row. */
export type Row = Record<string, unknown>;

/** Articles whose newest version is live: joins `article` and `lifetime`. */
export const LIVE = 'article JOIN lifetime ON lifetime.article = article.row AND lifetime.until IS NULL';

/** The key under which the vector of a text is kept: identical texts share one vector. */
export function textKey(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, 16);
}

export function newestGeneration(db: DatabaseSync): Generation | undefined {
  const row = db.prepare('SELECT * FROM generation ORDER BY id DESC LIMIT 1').get();
  const calibration = row && calibrationOf(db, Number(row.id), String(row.model));
  return (
    row && {
      id: Number(row.id),
      createdAt: String(row.created_at),
      articles: Number(row.articles),
      passages: Number(row.passages),
      sentences: Number(row.sentences),
      model: String(row.model),
      dimensions: Number(row.dimensions),
      copies: Number(row.copies),
      ...(calibration ? { calibration } : {}),
    }
  );
}

/** What was last measured of the library with the same model, in this generation or an earlier one. */
export function calibrationOf(db: DatabaseSync, generation: number, model: string): Calibration | undefined {
  const row = db
    .prepare('SELECT * FROM calibration WHERE generation <= ? AND model = ? ORDER BY generation DESC LIMIT 1')
    .get(generation, model);
  return (
    row && {
      topic: Number(row.topic),
      said: Number(row.said),
      questions: Number(row.questions),
      passages: Number(row.passages),
      ...(typeof row.nearness === 'string' && { nearness: JSON.parse(row.nearness) as Nearness }),
    }
  );
}

export function articleHead(row: Row): ArticleHead {
  const optional = <K extends string>(key: K, value: unknown) =>
    (typeof value === 'string' ? { [key]: value } : {}) as { [P in K]?: string };
  return {
    id: String(row.id),
    title: String(row.title),
    ...optional('publisher', row.publisher),
    ...optional('author', row.author),
    ...optional('publishedAt', row.published_at),
    ...optional('url', row.url),
    ...optional('language', row.language),
  };
}

export function articleOf(row: Row): Article {
  return {
    ...articleHead(row),
    text: String(row.text),
    body: Number(row.body),
    stated: JSON.parse(String(row.stated)) as Stated,
    contentHash: String(row.content_hash),
  };
}

/** The text of a sentence, of a row with the text of its passage, where that begins (`from`), and its own span. */
export function sentenceText({ text, from, start, end }: Row): string {
  return String(text).slice(Number(start) - Number(from), Number(end) - Number(from));
}

/** The bytes of a vector as numbers, copied only where the memory is not aligned. */
export function vectorOf(bytes: unknown): Float32Array {
  const { buffer, byteOffset, byteLength } = bytes as Uint8Array;
  return byteOffset % 4 === 0
    ? new Float32Array(buffer as ArrayBuffer, byteOffset, byteLength / 4)
    : new Float32Array((buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength));
}
