import type { ArticleHead, Citation } from '../model.ts';

/** Every copy that some citations name, once. */
export function copiesOf(cited: readonly Citation[]): ArticleHead[] {
  return [...new Map(cited.flatMap(({ alsoIn = [] }) => alsoIn).map((copy) => [copy.id, copy])).values()];
}
