import type { Span } from '../model.ts';
import type { Query } from '../retrieve/query.ts';
import { isStopWord, type Word, wordsOf } from '../retrieve/words.ts';
import { kindOfAskedNoun, kindOfNounPhrase } from './asked-noun.ts';
import { countriesIn } from './countries.ts';
import { definedIn, definitionsOf } from './definition.ts';
import { apartFrom, dates, durations, frequencies, money, numbers, percentages, reasons } from './forms.ts';
import { people, places, properNames } from './names.ts';

/** What kind of words would answer a question. */
export type Expected =
  | 'date'
  | 'duration'
  | 'frequency'
  | 'number'
  | 'percentage'
  | 'money'
  | 'person'
  | 'country'
  | 'place'
  | 'name'
  | 'reason'
  | 'definition'
  | 'anything';

const FINDERS: Record<Exclude<Expected, 'definition' | 'anything'>, (sentence: string) => Span[]> = {
  date: dates,
  duration: durations,
  frequency: frequencies,
  number: numbers,
  percentage: percentages,
  money,
  person: people,
  country: countriesIn,
  place: places,
  name: properNames,
  reason: reasons,
};

const QUESTION_WORD = /^(?:who|whos|whom|whose|when|whens|where|wheres|why|what|whats|which|how)$/;
const AUXILIARY =
  /^(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|isn|aren|wasn|weren|don|doesn|didn|hasn|haven|hadn|won|wouldn)$/;
/** Before a question inside another: "does it say when", "can you tell me who". */
const TELLS =
  /^(?:say|says|said|tell|know|known|explain|mention|state|reveal|specify|disclose|announce|decide|me|us|clear|idea|remember|see|on|about)$/;
const PRICED =
  /^(?:cost|costs|price|priced|budget|worth|fund|funds|funding|money|pay|pays|paid|spend|spends|spent|charge|earn|earned|raise|raised|invest|invested|donate|donated|owe|fined|sell|sold)$/;

/** Questions without a question word: "isro hq", "number of members". */
const KEYWORDS: [Expected, RegExp][] = [
  [
    'number',
    /\b(?:number|amount|count|percentage|percent|share|size|total|population) of\b|\b(?:count|number|total)\W*$/i,
  ],
  ['money', /\b(?:price|cost|budget)(?: of\b|\W*$)/i],
  [
    'date',
    /\byear\W*$|\bdates?\W*$|\b(?:founding|launch|start|end|signing|release|birth) dates?\b|\bdates? of\b/i,
  ],
  ['place', /\b(?:location|hq|headquarters)\W*$/i],
  ['reason', /\b(?:reason|cause|purpose)\b/i],
];

/** What would answer a question, by its question word and the noun beside it. A question to be answered by yes or no expects anything. */
export function expectedOf({ text, words }: Query): Expected {
  if (definedIn(text) !== undefined) return 'definition';
  const at = questionWord(words);
  if (at === -1) {
    if (AUXILIARY.test(words[0]?.word ?? '')) return 'anything';
    return KEYWORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? kindOfNounPhrase(words);
  }
  const asking = words[at]?.word ?? '';
  const rest = words.slice(at + 1);
  const last = rest.at(-1)?.word ?? '';
  if (/^who/.test(asking)) return 'person';
  if (/^when/.test(asking)) return 'date';
  if (/^where/.test(asking)) return 'place';
  if (asking === 'why') return 'reason';
  if (asking === 'how') return kindOfMeasure(rest, words);
  if (rest.length === 1 && last === 'for') return 'reason';
  return /^(?:costs?|pay|charge)$/.test(last) ? 'money' : kindOfAskedNoun(rest);
}

/** The place of the word that asks: not of "when" in "When it rains, what happens?", nor of "who" in "Is he the man who left?"; -1 for none. */
function questionWord(words: readonly Word[]): number {
  const all = words.flatMap(({ word }, i) => (QUESTION_WORD.test(word) ? [i] : []));
  const last = all.at(-1) ?? -1;
  if (last === words.length - 1) return last;
  if (AUXILIARY.test(words[0]?.word ?? ''))
    return all.find((i) => TELLS.test(words[i - 1]?.word ?? '')) ?? -1;
  const isClause = (i: number) =>
    /^(?:when|where)$/.test(words[i]?.word ?? '') && !AUXILIARY.test(words[i + 1]?.word ?? '');
  return all.find((i) => !isClause(i)) ?? all[0] ?? -1;
}

/** What "how" asks for. */
function kindOfMeasure(rest: readonly Word[], words: readonly Word[]): Expected {
  switch (rest[0]?.word) {
    case 'much':
      if (words.some(({ word }) => PRICED.test(word))) return 'money';
      return rest[1]?.word === 'time' ? 'duration' : 'number';
    case 'long':
      return rest[1]?.word === 'ago' ? 'date' : 'duration';
    case 'soon':
    case 'recently':
      return 'date';
    case 'often':
    case 'frequently':
      return 'frequency';
    case 'come':
      return 'reason';
    default:
      return /^(?:many|large|big|tall|high|far|old|fast|deep|wide|heavy|great|hot|cold|small)$/.test(
        rest[0]?.word ?? '',
      )
        ? 'number'
        : 'anything';
  }
}

/** The spans of a sentence that could be what a question expects, leaving out words of the question itself. */
export function findExpected(expected: Expected, sentence: string, query: Query): Span[] {
  if (expected === 'anything') return [];
  if (expected === 'definition') return definitionsOf(definedIn(query.text) ?? '', sentence);
  const all = FINDERS[expected](sentence);
  // Sums of money count nothing.
  const found = /\bhow many\b/i.test(query.text) ? apartFrom(all, money(sentence)) : all;
  if (expected === 'reason') return found;
  const asked = new Set(query.words.map(({ stem }) => stem));
  return found.filter(({ start, end }) =>
    wordsOf(sentence.slice(start, end)).some(({ word, stem }) => !asked.has(stem) && !isStopWord(word)),
  );
}
