import { count } from '../counts.ts';
import type { Article, ArticleChange, Detail } from '../model.ts';
import { DETAILS } from './details.ts';

/** Words; in scripts that are written without spaces, characters. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}])+/gu;

/** What became of an article, given its version before and after; nothing when there is neither. */
export function changesOf(before: Article | undefined, after: Article | undefined): ArticleChange[] {
  if (before && after) return [differenceOf(before, after)];
  if (after) return [{ kind: 'added', id: after.id, title: after.title }];
  return before ? [{ kind: 'removed', id: before.id, title: before.title }] : [];
}

/** What is different in a changed article: `+12 −3 words, new title`. */
export function differencesOf({ words = { added: 0, removed: 0 }, details = [] }: ArticleChange): string {
  const isSame = words.added + words.removed === 0;
  const parts = [
    ...(isSame ? [] : [`+${count(words.added)} −${count(words.removed)} words`]),
    ...details.map((detail) => `new ${DETAILS[detail].name}`),
  ];
  return parts.join(', ') || 'only the order or layout of its words';
}

function differenceOf(before: Article, after: Article): ArticleChange {
  const { id, title } = after;
  const details = (Object.keys(DETAILS) as Detail[]).filter((detail) => before[detail] !== after[detail]);
  const words = changedWords(before.text.slice(before.body), after.text.slice(after.body));
  return { kind: 'changed', id, title, words, ...(details.length > 0 && { details }) };
}

/** How many words one text has more often than the other, and less often: linear in their length, unlike a full comparison. */
function changedWords(before: string, after: string): { added: number; removed: number } {
  if (before === after) return { added: 0, removed: 0 };
  const surplus = new Map<string, number>();
  const tally = (text: string, by: number) => {
    for (const word of text.match(WORD) ?? []) surplus.set(word, (surplus.get(word) ?? 0) + by);
  };
  tally(after, 1);
  tally(before, -1);
  let [added, removed] = [0, 0];
  for (const n of surplus.values()) {
    if (n > 0) added += n;
    else removed -= n;
  }
  return { added, removed };
}
