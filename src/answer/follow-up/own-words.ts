import type { LibraryReader } from '../../ports.ts';
import { namesIn, stemsOf } from '../../retrieve/stems.ts';
import { isStopWord, type Word, wordsOf } from '../../retrieve/words.ts';
import { holds, moved, placesOverlap } from '../../spans.ts';
import { type Draft, textOf } from '../answer.ts';
import { timeNote } from '../as-of.ts';
import type { Completed } from './standalone.ts';

/** How much is asked for is not what is asked. */
const MEASURE = /^(?:long|many|much|often|far|soon)$/;
/** And these only say what is asked for, or how. */
const OF_ASKING = /^(?:else|exactly|year|date|day|month|time|place|reason|name)$/;
/** Words that are told to be missing. */
const MOST_TOLD = 2;
/** A person, a date or a place that is there answers, whatever the verb, but not when it was told before. */
const TOLD_BY_FORM = /\b(?:who|whom|when|where|(?:which|what) (?:year|date|day|month))\b/iu;

/**
 * The answer to a follow-up that was completed. What was carried over is in the articles, which proves nothing of the
 * rest: when no passage that is cited has any word of the follow-up itself, that is left open.
 */
export function holdingOwnWords(draft: Draft, { typed, told }: Completed, library: LibraryReader): Draft {
  const own = ownWords(typed);
  const [first] = draft.citations;
  const isRepeated = first !== undefined && told?.turn.cited.some((words) => placesOverlap(first, words));
  const isTold =
    TOLD_BY_FORM.test(typed) && !isRepeated && draft.claims.some(({ emphasis }) => emphasis.length > 0);
  if (draft.status !== 'answered' || own.length === 0 || isTold) return draft;
  const isSaid = draft.citations.some(({ articleId, title, quote, start, inHead }) => {
    if (inHead) return true;
    const [passage] = library.passagesFrom(articleId, start, 1);
    const stems = [title, passage?.text ?? '', quote].flatMap((text) => [...stemsOf(wordsOf(text), text)]);
    return own.some(({ stem }) => stems.includes(stem));
  });
  if (isSaid) return draft;
  const missing = own.slice(0, MOST_TOLD).map(({ start, end }) => typed.slice(start, end));
  const { claims, citations, language } = draft;
  return {
    ...draft,
    status: 'partial',
    missing,
    text: textOf(claims, missing, language, timeNote({ ...draft, citations })),
  };
}

/** The telling words of a follow-up but for the "long" of "how long", and for names, which are looked for anyway. */
function ownWords(followUp: string): Word[] {
  const names = namesIn(` ${followUp}`).map((span) => moved(span, -1));
  return wordsOf(followUp).filter(
    ({ word, start }) =>
      !isStopWord(word) &&
      !OF_ASKING.test(word) &&
      !/^\d/.test(word) &&
      !(MEASURE.test(word) && /\bhow $/iu.test(followUp.slice(0, start))) &&
      !names.some((name) => holds(name, start) && name.start > 0),
  );
}
