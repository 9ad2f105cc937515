import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { READER_VERSION, readArticles } from '../../../src/ingest/article.ts';
import { splitArticle } from '../../../src/ingest/split.ts';
import type { Article } from '../../../src/model.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/articles');

/**
 * Libraries remember the version of the reader and read a file anew only when it changes. When this test fails
 * because files are now read or split differently on purpose, count READER_VERSION up and note both below.
 */
test('what the reader makes of the same files changes only with its version', async () => {
  const names = readdirSync(FOLDER).sort();
  const files = await Promise.all(names.map((name) => readArticles(name, readFileSync(join(FOLDER, name)))));
  // The language is filled in for libraries that lack it.
  const told = (articles: Article[]) => articles.map(({ language: _, ...article }) => article);
  const readings = files.map(({ articles, refused }) => [
    told(articles),
    refused,
    articles.map(splitArticle),
  ]);
  const fingerprint = createHash('sha256').update(JSON.stringify(readings)).digest('hex').slice(0, 16);
  expect({ READER_VERSION, fingerprint }).toEqual({ READER_VERSION: '5', fingerprint: '21f506d64716d396' });
});
