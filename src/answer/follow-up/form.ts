import { isStopWord, wordsOf } from '../../retrieve/words.ts';
import { AUXILIARY, OPENING, REQUEST } from '../question-words.ts';
import { kindOf } from './matter.ts';

/** What kind of a question a follow-up is, by its words alone. */
export type Form = Kind & {
  /** It asks for what was not told yet: its "else" is left out. */
  asksElse?: boolean;
};

type Kind =
  /** "Tell me more": what else the articles say there. */
  | { kind: 'more' }
  /** "When?", "Why was that?", "Who by?": all but the opening words and a last one is left out. */
  | { kind: 'opening'; opening: string; last?: string }
  /** "And with the UK?", "no, in 2018": something to be put in the place of what was said. */
  | { kind: 'phrase'; phrase: string; preposition: string; instead?: string; isSwitch: boolean }
  /** "How many reactors?": an opening and a noun, without a verb. */
  | { kind: 'noun'; text: string }
  /** All others. */
  | { kind: 'clause'; text: string };

/** Said before a question, and no part of it. */
const LEAD =
  /^(?:ok(?:ay)?|oh|ah|hm+|well|so|and|also|but|then|plus|now|thanks?(?: you| a lot| so much)?|thx|ty|cool|great|nice|interesting|i see|got it|alright|right|please|pls|wait|actually|yes|yeah|yep|sure|hey|hi)(?![\p{L}\p{N}’'-])[\s,.!;:–—-]*/iu;
const CORRECTS =
  /^(?:no+|nope|sorry|oops|my bad|i (?:actually |really )?mean(?:t)?|i was asking about|rather|correction|make that|not that(?: one)?)(?![\p{L}\p{N}’'-])[\s,.!;:–—-]*(?:to (?:say|ask)\s+)?/iu;
const ABOUT =
  /^(?:(?:what|how)(?:['’]?s| is| was)? about|how['’]?bout|(?:(?:is|was) there )?(?:any|some)thing (?:said )?(?:about|on)|what of|same (?:question )?for)\s+/iu;
const TAIL = /[\s,]+(?:instead|i mean(?:t)?|rather|too|as well|also|though|please|pls|thanks|thank you)$/iu;
const TAIL_OF_PHRASE = /[\s,]+(?:then|now)$/iu;
/** "not India, France" */
const NOT_BUT = /^not (?<instead>[^,]{1,60}?)(?:,| but)\s+(?:but\s+)?(?<rest>.+)$/iu;

const MORE =
  /^(?:(?:(?:can|could) you )?(?:please )?(?:(?:tell|give) (?:me|us) more|say more|explain (?:more|further)|elaborate|expand|go on|continue|keep going)|(?:any|some|a bit|a little)? ?more(?: (?:details?|infos?|information|facts|background|context))?|(?:any |further )?details|(?:what|anything|something) (?:else|more)(?: (?:is there|do you know|can you (?:tell|say)|do (?:they|the articles) say))?|what happened (?:next|then|after(?:wards)?))(?: (?:to (?:me|us) )?(?:about|on|of) (?:it|that|this|them|these|those|him|her))?$/iu;

const OPENING_WORD = '(?:when|where|why|who|whom|how(?: (?:much|many|long|often|far|come|so|exactly))?|what)';
const REST_OF_OPENING = `(?: (?:exactly|not|then|(?<last>by|with|for|from|to))|(?:['’]s| ${AUXILIARY}) (?:that|this)(?: (?:happen(?:ed|ing)?|done|so|the case))?| ${AUXILIARY} (?:it|that|this) happen(?:ed)?| ${AUXILIARY} (?:\\p{L}+ )?do (?:that|it|this|so))?`;
const ONLY_OPENING = new RegExp(
  `^(?<opening>(?:(?:in|on|at|by|since|until|from|to|for|with|about|under|of) )?${OPENING_WORD}(?:(?:,| and| or|, and) ${OPENING_WORD})*)${REST_OF_OPENING}$`,
  'iu',
);
/** "in which year", "what date", "which day exactly": the noun only says what is asked for. */
const ASKS_TIME =
  /^(?:(?:in|on|at|since|until) )?(?:what|which) (?:year|date|day|month|time|place|country|city|reason)(?: exactly)?$/iu;

/** "the one in Tanzania" */
const THE_ONE = /^the (?:ones?|same) (?=(?:in|at|of|from|with|by|for|on) )/iu;
const PREPOSITION =
  /^(?:with|in|by|for|from|to|of|at|on|about|under|against|between|during|since|before|after|until|near|without|among|as|than|via)\s+/iu;
const IS_CLAUSE = new RegExp(`^(?:${OPENING}\\b|${AUXILIARY}\\b|${REQUEST}\\b)`, 'iu');
const HAS_VERB = new RegExp(
  `(?:['’](?:s|re)\\b|\\b${AUXILIARY}\\b|\\b(?:\\p{L}{2,}ed|made|built|won|led|took|got|gave|paid|sent|wrote|began|ran|held|met|said|says|wants?|means?|makes?|runs?|leads?|owns?|pays?|takes?|gets?|works?|lives?|happens?)\\b)`,
  'iu',
);
/** "is France?", "did the Kalvik Group": a name in the place of another, and no verb of its own. */
const ONLY_NAME = new RegExp(
  `^${AUXILIARY} (?<name>(?:the )?\\p{Lu}[\\p{L}\\p{N}’'-]*(?: \\p{Lu}[\\p{L}\\p{N}’'-]*)*)$`,
  'u',
);
/** "how many today" */
const HOW_MANY_NOW =
  /^how (?:many|much|big|large|old)(?:(?: (?:is|are) (?:it|they|there))? (?<time>[\p{L} ]+))$/iu;
const ELSE = /(?<=^(?:what|who|where|when|how|why)) else\b/iu;
/** "which district", "under what name" */
const ASKS_NOUN = /^(?:\p{L}+ )?(?:what|which|whose|how (?:many|much))\b/iu;
const SHORT = 4;
/** "whats": typed without its apostrophe. */
const CONTRACTED = /^(what|where|who|when|how|why)s(?= )/iu;

/** Reads a follow-up, as one line. */
export function formOf(line: string): Form {
  const { text, isCorrection, isAddition } = withoutLead(line);
  const bare = text.replace(TAIL, '');
  if (MORE.test(bare)) return { kind: 'more' };
  const asksElse = ELSE.test(bare);
  if (asksElse) return { ...formOf(bare.replace(ELSE, '')), asksElse };
  const { opening = ASKS_TIME.exec(bare)?.[0], last } = ONLY_OPENING.exec(bare)?.groups ?? {};
  const time = HOW_MANY_NOW.exec(bare)?.groups?.time;
  if (time !== undefined && kindOf(time) === 'time')
    return { kind: 'phrase', phrase: time, preposition: '', isSwitch: true };
  if (opening !== undefined) return { kind: 'opening', opening, ...(last !== undefined && { last }) };
  const { instead, rest = bare } = NOT_BUT.exec(bare)?.groups ?? {};
  const name = ONLY_NAME.exec(rest)?.groups?.name;
  if (name !== undefined && kindOf(name) !== 'noun')
    return { kind: 'phrase', phrase: name, preposition: '', isSwitch: true };
  if (!IS_CLAUSE.test(rest)) {
    const phrase = rest.replace(TAIL_OF_PHRASE, '').replace(THE_ONE, '');
    const preposition = PREPOSITION.exec(phrase)?.[0].trim() ?? '';
    return {
      kind: 'phrase',
      phrase: phrase.slice(preposition.length).trim(),
      preposition,
      isSwitch: isCorrection || isAddition || instead !== undefined,
      ...(instead === undefined ? {} : { instead }),
    };
  }
  const isShort = wordsOf(rest).filter(({ word }) => !isStopWord(word)).length <= SHORT;
  if (isShort && ASKS_NOUN.test(rest) && !HAS_VERB.test(rest)) return { kind: 'noun', text: rest };
  return { kind: 'clause', text: rest };
}

/** A follow-up without what is said before it, such as "ok, and what about", and what that told. */
function withoutLead(line: string): { text: string; isCorrection: boolean; isAddition: boolean } {
  let text = line.replace(/[\s?!.…]+$/u, '').trim();
  let [isCorrection, isAddition] = [false, false];
  for (;;) {
    const [lead] = LEAD.exec(text) ?? [];
    const [correction] = CORRECTS.exec(text) ?? [];
    const [about] = ABOUT.exec(text) ?? [];
    const taken = lead ?? correction ?? about;
    if (taken === undefined || taken.length >= text.length)
      return { text: text.replace(CONTRACTED, "$1's"), isCorrection, isAddition };
    if (correction !== undefined) isCorrection = true;
    if (about !== undefined || /^(?:and|or|but|also|then)\b/iu.test(taken)) isAddition = true;
    text = text.slice(taken.length);
  }
}
