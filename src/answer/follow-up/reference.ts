import { isStopWord, wordsOf } from '../../retrieve/words.ts';
import { AUXILIARY } from '../question-words.ts';
import { type Antecedents, likely, type Mention } from './antecedents.ts';
import { kindOf, matterOf, predicateOf, slotsOf } from './matter.ts';

const PERSON = {
  pronoun: /\b(?:he|him|she|her(?! \p{L}))\b(?!['’])/iu,
  possessive: /\b(?:his|her)\b(?= \p{L})/iu,
};
const THING = { pronoun: /\bit\b(?!['’])/iu, possessive: /\bits\b(?= \p{L})/iu };
const SEVERAL = { pronoun: /\b(?:they|them)\b(?!['’])/iu, possessive: /\btheir\b(?= \p{L})/iu };
/** "that" and its like where they stand for something rather than point at the noun behind them. */
const DEMONSTRATIVE = new RegExp(
  `(?<=\\b(?:${AUXILIARY}|of|in|about|with|for|to|by|from|on|at|behind|after|before|mean|called) )(?:that|this|these|those)(?=$|[?.,;]| (?:${AUXILIARY}|mean|happen|take|cost|work|begin|start|end|based|located|held|built|made|\\p{L}+ed)\\b)|(?<=\\b(?:do|does|did|will|would|can|could|should) )(?:that|this|these|those)(?= \\p{L}+(?: (?:to|in|of|for|about|with|from))?[?.]?$)`,
  'iu',
);
const DO_SO = /\b(?:do|doing|done) (?:that|it|this|so)(?=$|[?.,;])/iu;
const ONE_OF = /\b(?:any|some|all|both|one|part) of (?:them|these|those|it)\b/iu;
const WHICH_OF =
  /^(?:(?:which|who|what)(?: one)? of (?:them|these|those|the (?:two|three|four|five|six|\p{L}+s))|(?:which|what) ones?)(?: (?<rest>.+))?$/iu;
/** "Which ones", "name them": of what was counted. */
const ASKS_WHICH =
  /^(?:(?:which|what) ones?|(?:name|list) (?:them|those)|(?:who|what|which) are (?:they|those|these))$/iu;
const COUNTED = /^how many\b/iu;
const THERE =
  /\bthere\b(?! (?:is|are|was|were|be|any|a|an|no|been)\b)(?<!\b(?:is|are|was|were|does|do|did|will|would|has|have|had) there(?= \p{L}))/iu;
const THEN = /\b(?:then|at (?:that|the) time|back then|that (?:day|year|time)|afterwards)\b/iu;
/** Beside a pronoun it only says that the past is meant. */
const AT_THE_TIME = /\s+(?:(?:back )?then|at (?:that|the) time)$/iu;
const AUXILIARY_FIRST = new RegExp(`^${AUXILIARY} (?:it that they )?`, 'iu');
/** "What was agreed", "What happened the month after" */
const HAPPENED =
  /^(?:(?:what|who|which) (?:else )?(?:was|were|has been|have been|is|are) \p{L}+(?:ed|en|[^s]t|id)|what happened\b.*)$/iu;
/** "Who was there" asks of what happened. */
const WAS_THERE = /^(?<asks>who(?: else)? (?:is|are|was|were)) there$/iu;
/** What points at something said before by a noun. */
const POINTED =
  /\b(?:that|this|these|those|such|the same|the (?:two|three|four|five|six|others?|rest|latter|former))\b/iu;

/** "Is it true that …": stands for nothing. */
const EXPLETIVE =
  /\bit (?:true|possible|likely|clear|known|said|important|necessary|legal|safe|hard|easy)\b|\b(?:does|did|will) it take\b|\bit (?:is|was) (?:true|said|known)\b/iu;
/** "What did India say of its claim", "When did India say it would join": what a name before it owns or says. */
const OWN = new RegExp(
  `\\b(?:its|their|his|her) \\p{L}|\\b(?:it|they|he|she) (?:${AUXILIARY}|\\p{L}+(?:ed|s))\\b`,
  'iu',
);
/** Asks of an article rather than what it says. */
const OF_ARTICLE =
  /^(?:who (?:wrote|writes|authored|published|reported)|who(?:['’]s| is| was) the (?:author|writer|publisher|reporter|journalist)|when was (?:it|this|that|the (?:article|report|story|piece)) (?:published|posted|written|reported)|where was (?:it|this|that|the (?:article|report|story|piece)) (?:published|reported|filed)|(?:which|what) (?:newspaper|publisher|outlet|site|source|magazine)|what(?:['’]s| is) the (?:headline|title|source|publisher))\b/iu;
const THE_ARTICLE = /\b(?:(?:the|this|that) (?:article|report|story|piece|post|news)|it|this|that)\b/iu;

const HARDLY = 0.4;
const MOST_TOPICS = 2;
/** What is less likely meant is not put beside a question that may stand alone. */
const LIKELY = 0.8;

/** Whether a clause cannot be understood without what was said before it. */
export function pointsBack(text: string): boolean {
  if (OF_ARTICLE.test(text)) return true;
  const own = OWN.exec(text);
  if (own && slotsOf(text).some(({ end }) => end <= own.index)) return false;
  if (EXPLETIVE.test(text)) return false;
  return [
    ...[PERSON, THING, SEVERAL].flatMap(({ pronoun, possessive }) => [pronoun, possessive]),
    ...[DEMONSTRATIVE, DO_SO, ONE_OF, WHICH_OF, THERE, THEN],
  ].some((form) => form.test(text));
}

/** A clause with what its pronouns may stand for in their places, or else with what was spoken of beside it. */
export function resolved(text: string, question: string, found: Antecedents): Mention[] {
  const { things, topics, several, people, listed, article } = found;
  if (OF_ARTICLE.test(text) && article !== undefined) {
    const named = `the article “${article}”`;
    const isPointed = THE_ARTICLE.test(text);
    return [{ text: isPointed ? text.replace(THE_ARTICLE, () => named) : `${text} of ${named}`, prior: 1 }];
  }
  if (EXPLETIVE.test(text)) return [];
  if (!pointsBack(text)) return [...ofWhatHappened(text, question), ...beside(text, found)];
  if (asksWhich(text, question)) return [whichOf(question)];
  const which = WHICH_OF.exec(text);
  if (which) {
    const { rest } = which.groups ?? {};
    return likely([...listed, ...things], (name) =>
      rest === undefined ? `${text} (${name})` : `${name} ${rest}`,
    );
  }
  if (DO_SO.test(text)) {
    // "When did they do that": what was done has a subject of its own.
    const [opening = text] = /^\S+/u.exec(text) ?? [];
    return [{ text: `${opening} ${predicateOf(question)}`, prior: 1 }];
  }
  if (ONE_OF.test(text)) return likely(topics, (name) => text.replace(ONE_OF, `part of ${name}`));
  for (const [pronouns, meant] of [
    [PERSON, people.length > 0 ? people : things],
    [SEVERAL, several],
    [THING, singular(found)],
  ] as const) {
    if (!isUsed(pronouns, text)) continue;
    const timeless = text.replace(AT_THE_TIME, '');
    return likely(meant, (name) => withName(timeless, pronouns, name));
  }
  if (WAS_THERE.test(text)) {
    return [{ text: text.replace(WAS_THERE, `$<asks> present (${eventOf(question)})`), prior: 1 }];
  }
  if (THEN.test(text)) {
    return [{ text: `${text} (${eventOf(question)})`, prior: 1 }];
  }
  if (THERE.test(text)) {
    return [
      ...likely(things, (name) => `${text} (${name})`),
      { text: `${text} (${predicateOf(question)})`, prior: 0.8 },
    ];
  }
  if (DEMONSTRATIVE.test(text)) return likely(things, (name) => text.replace(DEMONSTRATIVE, name));
  return beside(text, found);
}

/** What "it" may stand for: hardly several, or somebody with a first name whom nobody asked about. */
function singular({ things, topics, people }: Antecedents): Mention[] {
  const isSomebody = (name: string) =>
    / /u.test(name) && people.some(({ text }) => text === name) && !topics.some(({ text }) => text === name);
  return things
    .map(({ text, prior }) => ({
      text,
      prior: / and /u.test(text) || isSomebody(text) ? prior * HARDLY : prior,
    }))
    .toSorted((a, b) => b.prior - a.prior);
}

/** Whether it asks for what was counted: "which ones" after "how many countries". */
export function asksWhich(text: string, question: string): boolean {
  return ASKS_WHICH.test(text) && COUNTED.test(question);
}

/** "which countries signed" for "how many countries signed" */
export function whichOf(question: string): Mention {
  return { text: matterOf(question).replace(COUNTED, 'which'), prior: 1 };
}

/** What happened, of which a question asked the time, the place or something else. */
function eventOf(question: string): string {
  return predicateOf(question).replace(AUXILIARY_FIRST, '');
}

/** "What was agreed" says so little that all before it is meant. */
function ofWhatHappened(text: string, question: string): Mention[] {
  return HAPPENED.test(text) ? [{ text: `${text} (${eventOf(question)})`, prior: 1 }] : [];
}

/** What was spoken of beside a clause that does not name it; not where a name of the same kind takes its place. */
function beside(text: string, { topics }: Antecedents): Mention[] {
  const own = slotsOf(text);
  const isReplaced = (thing: string) =>
    !POINTED.test(text) && own.some(({ kind }) => kind !== 'noun' && kind === kindOf(thing));
  const words = new Set(wordsOf(text).map(({ stem }) => stem));
  const isNamed = (thing: string) =>
    wordsOf(thing).every(({ word, stem }) => isStopWord(word) || words.has(stem));
  const unnamed = topics
    .filter(({ text, prior }) => prior >= LIKELY && !isReplaced(text) && !isNamed(text))
    .slice(0, MOST_TOPICS);
  return likely(unnamed, (thing) => `${text} (${thing})`);
}

interface Pronouns {
  pronoun: RegExp;
  possessive: RegExp;
}

function isUsed({ pronoun, possessive }: Pronouns, text: string): boolean {
  return pronoun.test(text) || possessive.test(text);
}

function withName(text: string, { pronoun, possessive }: Pronouns, name: string): string {
  if (pronoun.test(text)) return text.replace(pronoun, () => name);
  return text.replace(possessive, () => (/s$/u.test(name) ? `${name}’` : `${name}’s`));
}
