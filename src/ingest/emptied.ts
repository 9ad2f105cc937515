import type { Cleaned } from './clean.ts';
import type { Metadata } from './draft.ts';
import { states } from './head.ts';

type Said = Pick<Cleaned, 'metadata' | 'head'>;

/**
 * What an article says of itself without what somebody emptied, and without the lines of its page that say that.
 * @param emptied what each detail has to be to be left out; anything when it is ''
 */
export function withoutEmptied({ metadata, head }: Said, emptied: Metadata): Said {
  const kept: Metadata = { ...metadata };
  const gone: Metadata = {};
  for (const detail of Object.keys(emptied) as (keyof Metadata)[]) {
    const said = metadata[detail];
    if (said === undefined || ![said, ''].includes(emptied[detail] ?? '')) continue;
    gone[detail] = said;
    delete kept[detail];
  }
  return { metadata: kept, head: head.filter((line) => !states(line, gone)) };
}
