import { createHash } from 'node:crypto';
import type { Document, DocumentInterface } from '@langchain/core/documents';
import { VectorStore } from '@langchain/core/vectorstores';
import { withHead } from '../../ingest/head.ts';
import { sentenceTexts, splitArticle } from '../../ingest/split.ts';
import type { Article, ArticleHead } from '../../model.ts';
import type { Changes, EmbeddingModel, Filter, SplitArticle } from '../../ports.ts';
import { SqliteLibraryReader, SqliteLibraryWriter } from '../library/index.ts';
import { documentOf } from './documents.ts';

/** Times a change is tried again because another process published at the same moment. */
const ATTEMPTS = 5;

/**
 * The library of a data folder as a LangChain vector store: a document is an article, and what is found are its
 * passages, by their best sentence. Every call that changes something publishes one generation, or nothing.
 */
export class FootnoteVectorStore extends VectorStore {
  declare FilterType: Filter;
  readonly #model: EmbeddingModel;
  readonly #writer: SqliteLibraryWriter;
  readonly #reader: SqliteLibraryReader;

  constructor(embeddings: EmbeddingModel, { dataDir }: { dataDir: string }) {
    super(embeddings, {});
    this.#model = embeddings;
    this.#writer = new SqliteLibraryWriter(dataDir);
    this.#reader = new SqliteLibraryReader(dataDir);
  }

  override _vectorstoreType(): string {
    return 'footnote';
  }

  /**
   * Adds articles, split into passages with one vector for each sentence; an article of the same id is replaced.
   * @returns their ids: those given, those of the documents, or else made from the text.
   */
  override async addDocuments(
    documents: DocumentInterface[],
    options: { ids?: string[] } = {},
  ): Promise<string[]> {
    const put = documents.map((document, i): SplitArticle => {
      const article = articleOf(document, options.ids?.[i]);
      return { article, passages: splitArticle(article) };
    });
    const missing = this.#writer.withoutVector(this.#model.name, sentenceTexts(put));
    this.#save(missing, await this.#model.embedDocuments(missing));
    return this.#publish('add', { put, remove: [], origin: 'added' });
  }

  /** Adds documents with vectors that the caller made: each is one passage with that vector. */
  override async addVectors(
    vectors: number[][],
    documents: DocumentInterface[],
    options: { ids?: string[] } = {},
  ): Promise<string[]> {
    const put = documents.map((document, i): SplitArticle => {
      const article = articleOf(document, options.ids?.[i]);
      const whole = { start: article.body, end: article.text.length };
      return { article, passages: [{ ...whole, sentences: [whole] }] };
    });
    this.#save(
      put.map(({ article }) => article.text.slice(article.body)),
      vectors,
    );
    return this.#publish('add', { put, remove: [], origin: 'added' });
  }

  override async similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter: Filter = {},
  ): Promise<[Document, number][]> {
    const norm = Math.hypot(...query);
    const found = this.#reader.matchVector(
      Float32Array.from(query, (value) => value / norm),
      k,
      filter,
    );
    const passages = new Map(
      this.#reader.passages(found.map(({ row }) => row)).map((passage) => [passage.row, passage]),
    );
    return found.flatMap(({ row, score }): [Document, number][] => {
      const passage = passages.get(row);
      return passage ? [[documentOf(passage, passage.article), score]] : [];
    });
  }

  /** Removes articles by their ids; unknown ones are passed over. */
  override async delete({ ids }: { ids: string[] }): Promise<void> {
    this.#publish('remove', { put: [], remove: ids, origin: 'added' });
  }

  close(): void {
    this.#writer.close();
    this.#reader.close();
  }

  static override async fromDocuments(
    documents: DocumentInterface[],
    embeddings: EmbeddingModel,
    options: { dataDir: string },
  ): Promise<FootnoteVectorStore> {
    const store = new FootnoteVectorStore(embeddings, options);
    await store.addDocuments(documents);
    return store;
  }

  static override async fromTexts(
    texts: string[],
    metadatas: object[] | object,
    embeddings: EmbeddingModel,
    options: { dataDir: string },
  ): Promise<FootnoteVectorStore> {
    const metadataOf = (i: number) => ({ ...(Array.isArray(metadatas) ? metadatas[i] : metadatas) });
    const documents = texts.map((pageContent, i) => ({ pageContent, metadata: metadataOf(i) }));
    return FootnoteVectorStore.fromDocuments(documents, embeddings, options);
  }

  #save(texts: string[], vectors: number[][]): void {
    this.#writer.saveVectors(this.#model.name, this.#model.dimensions, texts, vectors);
  }

  #publish(kind: 'add' | 'remove', changes: Changes): string[] {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const base = this.#writer.generation?.id ?? 0;
      if (this.#writer.publish(changes, base, this.#model, { actor: 'LangChain', kind, at: new Date() })) {
        this.#reader.refresh();
        return changes.put.map(({ article }) => article.id);
      }
    }
    throw new Error('Other processes kept publishing; nothing was changed. Try again later.');
  }
}

/** Metadata that Footnote knows (title, publisher, author, publishedAt, url) is kept, and said in the head. */
function articleOf({ id, pageContent, metadata }: DocumentInterface, givenId?: string): Article {
  const contentHash = createHash('sha256')
    .update(JSON.stringify([pageContent, metadata]))
    .digest('hex');
  const known = Object.fromEntries(
    ['title', 'publisher', 'author', 'publishedAt', 'url'].flatMap((key) =>
      typeof metadata[key] === 'string' ? [[key, metadata[key]]] : [],
    ),
  ) as Partial<ArticleHead>;
  const name = givenId ?? id ?? `document/${contentHash.slice(0, 16)}`;
  return { title: name, ...known, id: name, ...withHead(known, [], pageContent), contentHash };
}
