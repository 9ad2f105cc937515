import { fold } from '../../retrieve/words.ts';
import { type Antecedents, likely, type Mention } from './antecedents.ts';
import type { Form } from './form.ts';
import { kindOf, matterOf, type Slot, slotsOf } from './matter.ts';

/** How likely a phrase is meant beside all else, in the place of one that is not of its kind, or to be defined. */
const ADDED = 0.7;
const OTHER_KIND = 0.5;
const DEFINED = 0.5;
/** A name that is not the one at the same preposition, or the last. */
const NOT_LAST = 0.85;

/** "the Solar Alliance, where is that based": a phrase with a question about it. */
const WITH_CLAUSE =
  /^(?<name>[^,:–—]+)[,:–—]\s*(?<clause>(?:when|where|why|who|what|which|how|is|are|was|were|do|does|did|has|have)\b.+)$/iu;
const PRONOUN = /\b(?:that|it|this|they|those|he|she)\b/iu;
/** "What is the annex": all that is asked about is one thing. */
const COPULAR = /^(?<asks>(?:what|who)(?:['’]s| is| are| was| were)) (?<thing>[^,]+)$/iu;

/**
 * The question before with a phrase of the follow-up in it: in the place of what is of its kind ("And with the UK?"),
 * beside everything ("and in 2018?"); or the phrase with what was spoken of ("What about satellites?").
 */
export function exchanged(
  { phrase, preposition, instead, isSwitch }: Extract<Form, { kind: 'phrase' }>,
  question: string,
  { topics }: Antecedents,
): Mention[] {
  const { name, clause } = WITH_CLAUSE.exec(phrase)?.groups ?? {};
  if (name && clause) {
    return [{ text: PRONOUN.test(clause) ? clause.replace(PRONOUN, name) : `${clause} (${name})`, prior: 1 }];
  }
  const matter = matterOf(question);
  const kind = kindOf(phrase);
  const slots = slotsOf(matter, true);
  const put = (slot: Slot, prior: number): Mention => ({ text: putInto(matter, slot, phrase), prior });
  const about = likely(topics, (thing) => `${preposition} ${phrase} (${thing})`.trim());
  const added = preposition === '' ? [] : [{ text: `${matter} ${preposition} ${phrase}`, prior: ADDED }];
  if (instead !== undefined) {
    const meant = slots.filter(({ text }) => fold(text).includes(fold(instead.replace(/^the /iu, ''))));
    if (meant.length > 0) return meant.map((slot) => put(slot, 1));
  }
  if (kind === 'noun') {
    const { asks } = COPULAR.exec(matter)?.groups ?? {};
    const defined = asks && isSwitch ? [{ text: `${asks} ${phrase}`, prior: DEFINED }] : [];
    return [...about, ...added, ...defined, ...(isSwitch ? slots.map((slot) => put(slot, OTHER_KIND)) : [])];
  }
  const alike = slots.filter((slot) => slot.kind === kind);
  const meant = alike.findLast(({ start }) => isBehind(preposition, matter.slice(0, start))) ?? alike.at(-1);
  if (alike.length > 0) {
    return [
      ...alike.map((slot) => put(slot, slot === meant ? 1 : NOT_LAST)),
      ...(kind === 'time' ? [] : added),
    ];
  }
  if (kind === 'time') return [{ text: `${matter} ${preposition || 'in'} ${phrase}`, prior: 1 }];
  const others = slots.filter((slot) => slot.kind !== 'time');
  return [...added, ...about, ...others.map((slot) => put(slot, OTHER_KIND))];
}

function isBehind(preposition: string, before: string): boolean {
  return (
    preposition !== '' &&
    new RegExp(`\\b${preposition} (?:the )?(?:\\p{L}+ and )?(?:the )?$`, 'iu').test(before)
  );
}

function putInto(matter: string, { start, end }: Slot, phrase: string): string {
  const before = matter.slice(0, start);
  const isDoubled = /\bthe $/iu.test(before) && /^the /iu.test(phrase);
  const possessive = /['’]s?$/u.exec(matter.slice(start, end))?.[0] ?? '';
  return before + (isDoubled ? phrase.slice('the '.length) : phrase) + possessive + matter.slice(end);
}
