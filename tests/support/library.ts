import { createHash } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { SqliteLibraryReader, SqliteLibraryWriter } from '../../src/adapters/library/index.ts';
import type { Article } from '../../src/model.ts';
import type { Act, Changes, SplitArticle } from '../../src/ports.ts';
import { temporaryFolder } from './temporary.ts';
import { WordEmbeddings } from './vectors.ts';

const model = new WordEmbeddings();
/** Who publishes in tests. */
export const act: Act = { actor: 'somebody', kind: 'ingest', at: new Date(0) };

/** An article of one passage for each paragraph, with a sentence for each full stop. */
export function split(id: string, text: string, head: Partial<Article> = {}): SplitArticle {
  const contentHash = createHash('sha256')
    .update(JSON.stringify([id, text, head]))
    .digest('hex');
  const { body = 0, stated = {} } = head;
  const paragraphs = [...text.matchAll(/[^\n]+/g)].filter(({ index }) => index >= body);
  const passages = paragraphs.map(({ 0: paragraph, index }) => ({
    start: index,
    end: index + paragraph.length,
    sentences: [...paragraph.matchAll(/\S[^.?!]*[.?!]*/g)].map((sentence) => ({
      start: index + sentence.index,
      end: index + sentence.index + sentence[0].trimEnd().length,
    })),
  }));
  return { article: { id, title: id, ...head, text, body, stated, contentHash }, passages };
}

export interface TestLibrary {
  dataDir: string;
  writer: SqliteLibraryWriter;
  reader: SqliteLibraryReader;
  /** Embeds and publishes; the reader is told only when `refresh` is called. */
  publish(changes: Partial<Changes>): Promise<void>;
  /** Ends it before the test does; for tests that open many. */
  close(): void;
}

export function testLibrary(): TestLibrary {
  const dataDir = temporaryFolder();
  const writer = new SqliteLibraryWriter(dataDir);
  const reader = new SqliteLibraryReader(dataDir);
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    writer.close();
    reader.close();
  };
  onTestFinished(close);
  return {
    close,
    dataDir,
    writer,
    reader,
    async publish({ put = [], remove = [], origin = 'folder', ...more }) {
      const texts = put.flatMap(({ article, passages }) =>
        passages.flatMap(({ sentences }) =>
          sentences.map(({ start, end }) => article.text.slice(start, end)),
        ),
      );
      const missing = writer.withoutVector(model.name, [...new Set(texts)]);
      writer.saveVectors(model.name, model.dimensions, missing, await model.embedDocuments(missing));
      const base = writer.generation?.id ?? 0;
      writer.publish({ put, remove, origin, ...more }, base, model, act);
    },
  };
}

/** A library of these articles. */
export async function libraryOf(articles: SplitArticle[]): Promise<SqliteLibraryReader> {
  const { reader, publish } = testLibrary();
  await publish({ put: articles });
  reader.refresh();
  return reader;
}
