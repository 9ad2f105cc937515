import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import type { Hit, Question } from '../../model.ts';
import { documentOf, type PassageMetadata } from './documents.ts';

export interface FootnoteRetrieverInput extends BaseRetrieverInput {
  /** Anything that searches as the app does. */
  app: { search(question: Question, k: number): Promise<Hit[]> };
  /** Passages to return, 1 to 50; 5 unless told. */
  k?: number;
}

/** Footnote's own retrieval (five rankers joined) as a LangChain retriever. */
export class FootnoteRetriever extends BaseRetriever<PassageMetadata> {
  lc_namespace = ['footnote', 'retrievers'];
  readonly #app: FootnoteRetrieverInput['app'];
  readonly #k: number;

  static override lc_name(): string {
    return 'FootnoteRetriever';
  }

  constructor({ app, k = 5, ...input }: FootnoteRetrieverInput) {
    super(input);
    this.#app = app;
    this.#k = k;
  }

  override async _getRelevantDocuments(query: string) {
    const hits = await this.#app.search({ text: query }, this.#k);
    return hits.map(({ passage, article }) => documentOf(passage, article));
  }
}
