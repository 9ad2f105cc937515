import { isStopWord, wordsOf } from '../../retrieve/words.ts';
import { AUXILIARY, OPENING, REQUEST } from '../question-words.ts';

/** What kind of a question a follow-up is, by its words alone. */
export type Form =
  /** "Tell me more": what else the articles say there. */
  | { kind: 'more' }
  /** "When?", "Why was that?": all but the opening words is left out. */
  | { kind: 'opening'; opening: string }
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
const ABOUT = /^(?:(?:what|how)(?:['’]?s| is| was)? about|how['’]?bout|what of|same (?:question )?for)\s+/iu;
const TAIL = /[\s,]+(?:instead|i mean(?:t)?|rather|too|as well|also|though|please|pls|thanks|thank you)$/iu;
const TAIL_OF_PHRASE = /[\s,]+(?:then|now)$/iu;
/** "not India, France" */
const NOT_BUT = /^not (?<instead>[^,]{1,60}?)(?:,| but)\s+(?:but\s+)?(?<rest>.+)$/iu;

const MORE =
  /^(?:(?:(?:can|could) you )?(?:please )?(?:tell (?:me|us) more|say more|explain (?:more|further)|elaborate|expand|go on|continue|keep going)|(?:any|some|a bit|a little)? ?more(?: (?:details?|infos?|information|facts|background|context))?|(?:any |further )?details|(?:what|anything|something) (?:else|more)(?: (?:is there|do you know|can you (?:tell|say)|do (?:they|the articles) say))?|what happened (?:next|then|after(?:wards)?))(?: (?:to (?:me|us) )?(?:about|on|of) (?:it|that|this|them|these|those|him|her))?$/iu;

const OPENING_WORD = '(?:when|where|why|who|whom|how(?: (?:much|many|long|often|far|come|so|exactly))?|what)';
const REST_OF_OPENING = `(?: (?:exactly|not|then|by|with|for|from|to)|(?:['’]s| ${AUXILIARY}) (?:that|this)(?: (?:happen(?:ed|ing)?|done|so|the case))?| ${AUXILIARY} (?:it|that|this) happen(?:ed)?| ${AUXILIARY} (?:\\p{L}+ )?do (?:that|it|this|so))?`;
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
const SHORT = 4;

/** Reads a follow-up, as one line. */
export function formOf(line: string): Form {
  const { text, isCorrection, isAddition } = withoutLead(line);
  const bare = text.replace(TAIL, '');
  if (MORE.test(bare)) return { kind: 'more' };
  const opening = ONLY_OPENING.exec(bare)?.groups?.opening ?? ASKS_TIME.exec(bare)?.[0];
  if (opening !== undefined) return { kind: 'opening', opening };
  const { instead, rest = bare } = NOT_BUT.exec(bare)?.groups ?? {};
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
  if (isShort && /^(?:what|which|whose|how (?:many|much))\b/iu.test(rest) && !HAS_VERB.test(rest))
    return { kind: 'noun', text: rest };
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
    if (taken === undefined || taken.length >= text.length) return { text, isCorrection, isAddition };
    if (correction !== undefined) isCorrection = true;
    if (about !== undefined || /^(?:and|or|but|also|then)\b/iu.test(taken)) isAddition = true;
    text = text.slice(taken.length);
  }
}
