import type { Answer } from '../model.ts';

/** Says which chat model worded an answer; `undefined` when the articles' own words are given. */
export function wordedNote({ wordedBy }: Pick<Answer, 'wordedBy'>): string | undefined {
  if (!wordedBy) return undefined;
  const { model, dropped } = wordedBy;
  const left = dropped === 0 ? '' : `; ${dropped} ${dropped === 1 ? 'was' : 'were'} left out`;
  return `Worded by ${model}. Every statement was checked against the words it cites${left}.`;
}
