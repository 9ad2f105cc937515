import { AUXILIARY } from './question-words.ts';
import type { Side } from './sides.ts';

/** What is asked of each of two things when it is asked which is the bigger, has more, or came first. */
const DEGREES: Record<string, string> = {
  bigger: 'big',
  biggest: 'big',
  smaller: 'big',
  smallest: 'big',
  larger: 'large',
  largest: 'large',
  taller: 'tall',
  tallest: 'tall',
  higher: 'high',
  highest: 'high',
  lower: 'high',
  lowest: 'high',
  longer: 'long',
  longest: 'long',
  shorter: 'long',
  shortest: 'long',
  heavier: 'heavy',
  heaviest: 'heavy',
  lighter: 'heavy',
  faster: 'fast',
  fastest: 'fast',
  slower: 'fast',
  deeper: 'deep',
  wider: 'wide',
  farther: 'far',
  further: 'far',
  hotter: 'hot',
  colder: 'cold',
};
const DEGREE = new RegExp(`\\b(?:the )?(?<degree>${Object.keys(DEGREES).join('|')})\\b`, 'iu');
const PRICE = /\b(?:is|are|was|were) (?:the )?(?:cheap(?:er|est)|(?:more|most|less|least) expensive)\b/iu;
const MORE =
  /(?<!\b(?:at|no|not|any|once) )\b(?:the )?(?:more|most|fewer|fewest|less|least)\b(?: (?<next>[\p{L}-]+))?/iu;
/** Behind "more", what is neither counted nor an adjective. */
const NOTHING_COUNTED =
  /^(?:about|at|before|by|during|for|from|in|of|on|since|than|through|to|under|with)$/iu;
const ADJECTIVE = /(?:able|al|ant|ar|ed|ent|ful|ible|ic|ing|ive|ous|some)$/iu;
/** "has more in Lysen": of what is not said; "more than 30": the measure is said. */
const NOTHING_ASKED =
  /^(?:has|have|had) (?:the )?(?:more|most|fewer|less|least)(?: (?:at|by|for|from|in|of|on|with)\b|$)|\bthan\b/iu;
const ORDER = /\b(?:first|earlier|earliest|sooner|later)(?=$| (?:at|by|in|on|of)\b)/iu;

const VERB = `(?:${AUXILIARY}|\\p{L}+ed|met|won|sold|got|made|came|went|took|began|left|lost|paid|grew|rose|fell|flew|built|drew|led|held|kept|spent|sent)`;
/** "Which country has more reactors: France or India?"; `said` is what is said of them. */
const WHICH = new RegExp(
  `^(?:which|who|what)\\b(?: one)?(?: of (?:these|those|them|the two))?(?:(?: (?!${AUXILIARY}\\b)[\\p{L}-]+){0,3}?(?= ${VERB} ))? (?<said>[^,:]+?)(?:[,:]| [–—-]) (?<names>[^,]+(?:, [^,]+)*?,? or .+)$`,
  'iu',
);
const WHICH_OF = new RegExp(
  `^(?:which|who) (?:one )?of (?:the )?(?<a>.+?) and (?<b>.+?) (?<said>${VERB} .+)$`,
  'iu',
);
/** "Are trucks more expensive than sedans?", "Does the league have more boats than the club?" */
const THAN = new RegExp(
  `^(?:(?<be>is|are|was|were) (?<a>.+?) (?<degree>(?:more|less|cheaper|${Object.keys(DEGREES).join('|')})\\b.*?)|(?<do>do|does|did) (?<c>.+?) (?<said>(?:have|cost|sell|earn|need|use|make|get|weigh|carry|pay|own|produce|spend|employ|raise|win|lose)\\b.*?)) than (?!(?:in|on|at|with|for|from|to|by|of) )(?<b>.+)$`,
  'iu',
);
const HOW_MUCH = new RegExp(
  `^how much (?<degree>${Object.keys(DEGREES).join('|')}) (?<be>is|are|was|were) (?<a>.+?) than (?!(?:in|on|at|with|for|from|to|by|of|that|those) )(?<b>.+)$`,
  'iu',
);
const BEGINS_WITH_AUXILIARY = new RegExp(`^(?<auxiliary>${AUXILIARY}) (?<rest>.+)$`, 'iu');
const ASKS_HOW = /\bhow (?:many [\p{L}-]+|much|[\p{L}-]+)|\bwhen$/iu;
const ARTICLE = /^(?:the|an?) /iu;
const NO_NAME =
  /^(?:and|but|or|according|about|after|against|as|at|because|before|by|during|for|from|if|in|of|on|since|than|to|with|when|where|why|who|what|which|how|is|are|was|were|do|does|did)\b/iu;
const LONGEST = 50;

/** The sides of a question that asks which of several has more, is bigger or came first: how many, how big or when of each. */
export function measuredIn(question: string): Side[] {
  const text = question.replace(/[\s?.!]+$/u, '');
  const which = WHICH.exec(text)?.groups;
  if (which?.names && which.said) return measuresOf(which.names.split(/,? or |, /iu), which.said);
  const of = WHICH_OF.exec(text)?.groups;
  if (of?.a && of.b && of.said) return measuresOf([of.a, of.b], of.said);
  const compared = (THAN.exec(text) ?? HOW_MUCH.exec(text))?.groups ?? {};
  const { a, b, c, be = '', degree = '', do: does = '', said = degree } = compared;
  return b ? measuresOf([c ?? a ?? '', b], `${c === undefined ? be : does} ${said}`.toLowerCase()) : [];
}

function measuresOf(names: readonly string[], said: string): Side[] {
  if (
    measureOf(said) === undefined ||
    names.some((name) => name === '' || name.length > LONGEST || NO_NAME.test(name))
  )
    return [];
  return names.map((name) => ({ label: name.replace(ARTICLE, ''), text: measureOfOne(name, said) }));
}

/** "has more boats" of the league: "how many boats does the league have?" */
function measureOfOne(name: string, said: string): string {
  if (PRICE.test(said)) return `what is the price of ${name}${said.replace(PRICE, '')}?`;
  const measure = measureOf(said) ?? said;
  const { auxiliary, rest = '' } = BEGINS_WITH_AUXILIARY.exec(measure)?.groups ?? {};
  if (auxiliary === undefined) return `${name} ${measure}?`;
  const has = /^ha(?:s|ve|d)$/iu.test(auxiliary) && ASKS_HOW.exec(rest)?.index === 0;
  return has
    ? askedFirst(/d$/iu.test(auxiliary) ? 'did' : 'does', name, `have ${rest}`)
    : askedFirst(auxiliary, name, rest);
}

/** "Does the league have more boats?" as it asks for a measure; `undefined` when it does not. */
export function measureAsked(question: string): string | undefined {
  const { auxiliary, rest = '' } = BEGINS_WITH_AUXILIARY.exec(question.replace(/[\s?]+$/u, ''))?.groups ?? {};
  const measure = auxiliary && measureOf(rest);
  return measure ? askedFirst(auxiliary.toLowerCase(), measure) : undefined;
}

/** Puts "how many boats" before the auxiliary and the rest. */
function askedFirst(auxiliary: string, ...rest: string[]): string {
  const said = rest.join(' ');
  const how = ASKS_HOW.exec(said)?.[0] ?? '';
  return `${how} ${auxiliary} ${said.replace(ASKS_HOW, '').replace(/\s+/gu, ' ').trim()}?`;
}

/** "has more boats" as it is asked of one: "has how many boats"; `undefined` when nothing is measured. */
export function measureOf(said: string): string | undefined {
  if (PRICE.test(said)) return said.replace(PRICE, 'cost how much');
  const { degree } = DEGREE.exec(said)?.groups ?? {};
  if (degree) return said.replace(DEGREE, `how ${DEGREES[degree.toLowerCase()]}`);
  const more = NOTHING_ASKED.test(said) ? null : MORE.exec(said);
  if (more) {
    const { next = '' } = more.groups ?? {};
    const how =
      next === '' || NOTHING_COUNTED.test(next) ? 'how much' : ADJECTIVE.test(next) ? 'how' : 'how many';
    return said.replace(MORE, `${how} ${next}`.trim());
  }
  return ORDER.test(said) ? `${said.replace(ORDER, '').trim()} when`.replace(/ {2,}/gu, ' ') : undefined;
}
