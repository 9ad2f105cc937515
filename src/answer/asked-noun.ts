import type { Word } from '../retrieve/words.ts';
import type { Expected } from './expect.ts';

/** What a noun asks for, as in "which company" or "what is the price of". */
const NOUNS: [Expected, string][] = [
  ['date', 'year date day month decade century time weekday season birthday deadline era'],
  ['duration', 'duration timespan'],
  [
    'number',
    'number count quantity total population size toll age ratio score diameter radius height length width depth distance speed weight temperature capacity enrollment enrolment turnout attendance circulation rank ranking magnitude altitude frequency density area figure amount rate',
  ],
  ['percentage', 'percentage percent share proportion fraction'],
  [
    'money',
    'price cost budget salary tuition revenue profit fee fine income wage pay endowment funding turnover gdp valuation fare bail compensation investment loan debt grant',
  ],
  [
    'person',
    'person people individual man woman president minister premier leader king queen emperor prince princess duke count earl pope bishop archbishop admiral captain commander officer ceo executive chairman chairwoman chairperson director manager founder cofounder owner scientist researcher professor scholar historian mathematician physicist chemist biologist economist philosopher psychologist astronaut engineer architect artist painter sculptor musician composer conductor cellist singer actor actress comedian writer author poet novelist journalist reporter host player athlete coach judge justice lawyer attorney senator governor mayor lawmaker politician diplomat ambassador candidate activist analyst expert critic suspect witness winner inventor explorer ruler dictator general brother sister son daughter wife husband spouse father mother nephew niece successor predecessor fiance fiancee',
  ],
  ['country', 'country nation'],
  ['place', 'location venue site place whereabouts'],
  [
    'name',
    'name treaty pact agreement accord convention act law book novel film movie song album show series satellite rocket spacecraft missile ship submarine aircraft operation award prize festival tournament league war battle revolution dynasty empire conference summit language nationality nickname acronym planet car model',
  ],
  [
    'name',
    'company firm corporation organisation organization agency ministry department party team club bank university college school institute institution group union association court council committee commission airline manufacturer newspaper magazine publisher broadcaster network channel bureau regulator startup carmaker laboratory army militia band alliance bloc charity foundation ngo supplier contractor retailer',
  ],
  [
    'name',
    'city town village capital state province region continent island river lake sea ocean mountain valley forest park garden street road district county area neighbourhood neighborhood suburb port airport base castle palace building bridge square stadium museum cathedral church monastery',
  ],
  ['reason', 'reason cause purpose motive rationale'],
];

const KIND_OF_NOUN = new Map(
  NOUNS.flatMap(([kind, nouns]) => nouns.split(' ').map((noun): [string, Expected] => [noun, kind])),
);

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const BE = set('is s are was were be been');
const DETERMINERS = set('the a an his her its their this that these those');
/** End a noun phrase. */
const AFTER_A_NOUN = set(
  'is are was were be been am do does did has have had will would can could should may might must of in on at by for from to with about into during between among under over after before since until as that which who whom whose when where and or not called named known did the a an',
);
const SINGLES_OUT =
  /est$|^(?:most|main|only|first|second|third|last|next|previous|former|current|official|new|capital|name)$/;
const QUANTITIES: ReadonlySet<Expected> = new Set([
  'date',
  'duration',
  'number',
  'percentage',
  'money',
  'reason',
]);

/** What the noun behind "what" or "which" asks for: `words` are those after it. */
export function kindOfAskedNoun(words: readonly Word[]): Expected {
  const isPredicate = BE.has(words[0]?.word ?? '');
  const phrase = nounPhrase(words);
  if (isPredicate) return kindOfPredicate(phrase, words);
  if (phrase.length === 0) return words[0]?.word === 'of' ? kindOfAskedNoun(words.slice(1)) : 'anything';
  return kindOfFirstNoun(phrase);
}

/** What a question without a question word asks for: "founding year of the league", "fleet size". */
export function kindOfNounPhrase(words: readonly Word[]): Expected {
  const head = nounPhrase(words).at(-1);
  const kind = head && kindOfNoun(head);
  return kind !== undefined && QUANTITIES.has(kind) ? kind : 'anything';
}

/** "What is the population of", "what was the name of the duke", "what is the largest city". */
function kindOfPredicate(phrase: readonly Word[], words: readonly Word[]): Expected {
  const head = phrase.at(-1);
  if (!head) return 'anything';
  const kind = kindOfNoun(head) ?? 'anything';
  const after = words.slice(words.indexOf(head) + 1);
  if (head.word === 'name' && after[0]?.word === 'of') {
    const named = kindOfFirstNoun(nounPhrase(after.slice(1)));
    return named === 'anything' || QUANTITIES.has(named) ? 'name' : named;
  }
  if (QUANTITIES.has(kind) || phrase.some(({ word }) => SINGLES_OUT.test(word))) return kind;
  return /^(?:called|named)$/.test(words.at(-1)?.word ?? '') ? 'name' : 'anything';
}

/** Of "company president" the last, of "company builds ships" the first. */
function kindOfFirstNoun(phrase: readonly Word[]): Expected {
  const kinds = phrase.map(kindOfNoun);
  let at = kinds.findIndex((kind) => kind !== undefined);
  while (at !== -1 && kinds[at + 1] !== undefined) at++;
  return kinds[at] ?? 'anything';
}

function nounPhrase(words: readonly Word[]): Word[] {
  let from = 0;
  while (
    BE.has(words[from]?.word ?? '') ||
    DETERMINERS.has(words[from]?.word ?? '') ||
    words[from]?.word === 'of'
  ) {
    if (words[from]?.word === 'of' && from > 0) break;
    from++;
  }
  const end = words.findIndex(({ word }, i) => i >= from && AFTER_A_NOUN.has(word));
  return words.slice(from, end === -1 ? undefined : end);
}

function kindOfNoun({ word }: Word): Expected | undefined {
  const singular = word
    .replace(/ies$/, 'y')
    .replace(/(?<=[sxz]|ch|sh)es$|(?<=[^s])s$/, '')
    .replace(/men$/, 'man');
  return KIND_OF_NOUN.get(word) ?? KIND_OF_NOUN.get(singular);
}
