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
/** "the Kalvik one" */
const ONE_CALLED = /^the (?<called>\p{Lu}.*) ones?$/u;
/** "the old ones" after "What are the new rules": another kind of what is asked about. */
const OF_KIND = /^the (?<kind>\p{Ll}+) ones?$/u;
const OF_SOME_KIND = /\b(?:the|an?) \p{Ll}+ (?=\p{Ll}{3,})/u;
const POSSESSIVE = /['’]s?$/u;
/** "the five pillars of the plan": all of what may be asked about. */
const WHOLE_THING = /^(?:the|its|their) \p{Ll}.* of /u;
const AND = /^,? and (?:the )?$/u;
const THE_OTHER = /^(?:the )?others?(?: ones?)?$/iu;
const MOST_OTHERS = 4;
const ORDINAL = /\b(?:first|second|third|fourth|fifth|sixth|last|latest)\b/iu;
/** "the first", "the second one", "the first French one" */
const AN_ORDINAL = new RegExp(
  `^(?:the )?(?<ordinal>${ORDINAL.source})(?: (?<rest>\\p{L}.*?))??(?: ones?)?$`,
  'iu',
);
/** "What is the annex": all that is asked about is one thing. */
const COPULAR = /^(?<asks>(?:what|who)(?:['’]s| is| are| was| were)) (?<thing>[^,]+)$/iu;

/**
 * The question before with a phrase of the follow-up in it: in the place of what is of its kind ("And with the UK?"),
 * beside everything ("and in 2018?"); or the phrase with what was spoken of ("What about satellites?").
 */
export function exchanged(
  { phrase, preposition, instead, isSwitch }: Extract<Form, { kind: 'phrase' }>,
  question: string,
  { topics, others: alternatives }: Antecedents,
): Mention[] {
  const { name, clause } = WITH_CLAUSE.exec(phrase)?.groups ?? {};
  if (name && clause) {
    return [{ text: PRONOUN.test(clause) ? clause.replace(PRONOUN, name) : `${clause} (${name})`, prior: 1 }];
  }
  const matter = matterOf(question);
  const ordered = ordinalsExchanged(phrase, matter);
  if (ordered !== undefined) return [{ text: ordered, prior: 1 }];
  const slots = slotsOf(matter, true);
  if (THE_OTHER.test(phrase)) {
    const meant = slots.find(({ text }) => topics.some((topic) => topic.text === text));
    return meant ? likely(alternatives.slice(0, MOST_OTHERS), (name) => putInto(matter, meant, name)) : [];
  }
  const { kind: sort } = OF_KIND.exec(phrase)?.groups ?? {};
  if (sort && OF_SOME_KIND.test(matter))
    return [{ text: matter.replace(OF_SOME_KIND, `the ${sort} `), prior: 1 }];
  const { called } = ONE_CALLED.exec(phrase)?.groups ?? {};
  const [{ text: thing } = { text: '' }] = topics;
  if (called && / \p{L}+$/u.test(thing) && fold(matter).includes(fold(thing))) {
    const at = fold(matter).indexOf(fold(thing));
    const other = `the ${called} ${thing.split(' ').at(-1)}`;
    return [{ text: matter.slice(0, at) + other + matter.slice(at + thing.length), prior: 1 }];
  }
  const kind = kindOf(phrase);
  const put = (slot: Slot, prior: number): Mention => ({ text: putInto(matter, slot, phrase), prior });
  const about = likely(topics, (thing) => `${preposition} ${phrase} (${thing})`.trim());
  const added = preposition === '' ? [] : [{ text: `${matter} ${preposition} ${phrase}`, prior: ADDED }];
  if (instead !== undefined) {
    const meant = slots.filter(({ text }) => fold(text).includes(fold(instead.replace(/^the /iu, ''))));
    if (meant.length > 0) return meant.map((slot) => put(slot, 1));
  }
  const { asks } = COPULAR.exec(matter)?.groups ?? {};
  if (asks && isSwitch && WHOLE_THING.test(phrase)) return [{ text: `${asks} ${phrase}`, prior: 1 }];
  const pair = / and /u.test(phrase) ? pairIn(slots, matter) : undefined;
  if (pair) return [put(pair, 1)];
  if (kind === 'noun') {
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
  if (kind === 'time') {
    const at = preposition || (/\d/.test(phrase) ? 'in' : '');
    return [{ text: `${matter} ${at} ${phrase}`, prior: 1 }];
  }
  const others = slots.filter(
    ({ kind, start }) =>
      kind !== 'time' && (preposition === '' || isBehind(preposition, matter.slice(0, start))),
  );
  return [...added, ...about, ...others.map((slot) => put(slot, OTHER_KIND))];
}

/** The last two names that are joined by "and". */
function pairIn(slots: readonly Slot[], matter: string): Slot | undefined {
  const second = slots.findLastIndex(
    ({ start, kind }, i) => slots[i - 1]?.kind === kind && AND.test(matter.slice(slots[i - 1]?.end, start)),
  );
  const [first, last] = [slots[second - 1], slots[second]];
  return first && last && { ...first, end: last.end, text: matter.slice(first.start, last.end) };
}

/** "What was the second German bridge" for "the first", "the first French one". */
function ordinalsExchanged(phrase: string, matter: string): string | undefined {
  const { ordinal, rest = '' } = AN_ORDINAL.exec(phrase)?.groups ?? {};
  if (ordinal === undefined || !ORDINAL.test(matter)) return undefined;
  const kind = kindOf(rest);
  const slot = slotsOf(matter, true).findLast((each) => each.kind === kind);
  if (rest !== '' && !slot) return undefined;
  return (slot ? putInto(matter, slot, rest) : matter).replace(ORDINAL, ordinal);
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
  const possessive = POSSESSIVE.exec(matter.slice(start, end))?.[0] ?? '';
  const bare = phrase.replace(POSSESSIVE, '');
  return before + (isDoubled ? bare.slice('the '.length) : bare) + possessive + matter.slice(end);
}
