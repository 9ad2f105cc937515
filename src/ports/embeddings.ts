import type { EmbeddingsInterface } from '@langchain/core/embeddings';

/** What turns text into vectors: any LangChain `Embeddings` that can say which model it is. */
export interface EmbeddingModel extends EmbeddingsInterface {
  /** Vectors of two models with the same name can be compared. */
  readonly name: string;
  /** Numbers in a vector; `undefined` until a model whose server has to tell was asked for its first one. */
  readonly dimensions: number | undefined;
  /** Ends what is under way. */
  close(): Promise<void>;
}
