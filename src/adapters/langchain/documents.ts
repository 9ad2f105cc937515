import { Document } from '@langchain/core/documents';
import type { ArticleHead, Passage } from '../../model.ts';

/** What a LangChain document made from a passage says of it. */
export interface PassageMetadata extends Omit<ArticleHead, 'id'> {
  articleId: string;
  /** Position of the passage in its article, from 0. */
  passage: number;
  /** `pageContent` is the article's text from `start` to `end` (UTF-16 code units). */
  start: number;
  end: number;
}

export function documentOf(passage: Passage, { id, ...article }: ArticleHead): Document<PassageMetadata> {
  const { ordinal, start, end, text } = passage;
  return new Document({
    id: `${id}#${ordinal}`,
    pageContent: text,
    metadata: { ...article, articleId: id, passage: ordinal, start, end },
  });
}
