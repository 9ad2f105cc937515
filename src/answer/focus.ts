import type { Query } from '../retrieve/query.ts';
import { isStopWord, type Word } from '../retrieve/words.ts';

/** Where the thing asked about ends: "which company | will build". */
const VERB =
  /^(?:is|are|was|were|be|been|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|s|of|in|on|at|to|for|from|by|with|that|which|who)$/;
/** Words that ask for a kind of answer and seldom stand beside it: "which year" is answered by "in 1998". */
const KINDS = new Set(
  `year date day month decade century time country countries city cities place places state town region continent name names kind kinds type types sort
  person people percentage percent number amount much many part parts thing things way ways word words term title role position reason purpose two three four five other`.split(
    /\s+/,
  ),
);

/**
 * What a question asks for by a noun: the "company" of "which company", the "satellites" of "how many satellites".
 * @returns `undefined` when it asks by a question word alone, or for something that its form tells, such as a year.
 */
export function focusOf({ words }: Query): Word | undefined {
  const at = words.findIndex(({ word }) => /^(?:which|what|how)$/.test(word));
  if (at < 0) return undefined;
  let from = at + 1;
  if (words[at]?.word === 'how') {
    if (!/^(?:many|much)$/.test(words[from]?.word ?? '')) return undefined;
    from++;
  }
  let last: Word | undefined;
  for (const word of words.slice(from, from + 5)) {
    if (VERB.test(word.word)) break;
    last = word;
    if (/s$/.test(word.word) && words[at]?.word === 'how') break;
  }
  return last && !KINDS.has(last.word) && !isStopWord(last.word) ? last : undefined;
}
