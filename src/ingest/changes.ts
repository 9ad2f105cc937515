import type { Article, ArticleChange, Detail } from '../model.ts';

const DETAILS: readonly Detail[] = ['title', 'publisher', 'author', 'publishedAt', 'url'];
/** Words; in scripts that are written without spaces, characters. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}])+/gu;

/** What became of an article, given its version before and after; nothing when there is neither. */
export function changesOf(before: Article | undefined, after: Article | undefined): ArticleChange[] {
  if (before && after) return [differenceOf(before, after)];
  if (after) return [{ kind: 'added', id: after.id, title: after.title }];
  return before ? [{ kind: 'removed', id: before.id, title: before.title }] : [];
}

function differenceOf(before: Article, after: Article): ArticleChange {
  const { id, title } = after;
  const details = DETAILS.filter((detail) => before[detail] !== after[detail]);
  const words = changedWords(before.text.slice(before.body), after.text.slice(after.body));
  return { kind: 'changed', id, title, words, ...(details.length > 0 && { details }) };
}

/** How many words one text has more often than the other, and less often: linear in their length, unlike a full comparison. */
function changedWords(before: string, after: string): { added: number; removed: number } {
  if (before === after) return { added: 0, removed: 0 };
  const surplus = new Map<string, number>();
  const count = (text: string, by: number) => {
    for (const word of text.match(WORD) ?? []) surplus.set(word, (surplus.get(word) ?? 0) + by);
  };
  count(after, 1);
  count(before, -1);
  let [added, removed] = [0, 0];
  for (const n of surplus.values()) {
    if (n > 0) added += n;
    else removed -= n;
  }
  return { added, removed };
}
