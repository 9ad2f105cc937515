import { countriesIn } from '../answer/countries.ts';
import { properNames } from '../answer/names.ts';
import type { Span } from '../model.ts';
import { wordsOf } from '../retrieve/words.ts';
import { isCommonWord, isCountryAdjective } from './name-kinds.ts';
import type { RefusalReason } from './refusal.ts';
import { baseOfPast, baseOfThird, isFiniteVerb } from './verbs.ts';

const MOST_QUOTED_WORDS = 4;
const WORDS = { least: 6, most: 44 };

const FURNITURE =
  /^(?:Correction|Editor|Update|Clarification|Note|Watch|Listen|See|Related)\b|\b[A-Z]{4,}\d+\w*\b|\b[A-Z]{2}c\d\b|\s\.[A-Z]|\s{2,}|\s[,.;:](?=\s)|[=|[\]{}<>#_\\*•→►]|^[^:]{1,60}\(\d+-\d+\)|https?:|www\.|@|©|\b(?:read more|click|subscribe|sign up|newsletter|follow us|getty|reuters\/|photo(?:graph)?s? (?:by|credit)|image (?:by|credit)|courtesy of|download|cookies?|copyright|all rights reserved|this (?:article|story|post|report|page|website|site|video)|readers (?:can|should)|reporting by|report by|edited by|editing by|contributed to|datelined|credits? it to|credited to|originally published|published (?:by|on|in) [^.]* (?:on|at) \d|updated (?:on|at)|last modified|advertisement|sponsored|affiliate|(?:carried|published) the report|isbn|e-?mail|terms of (?:use|service)|is an? (?:staff |senior |freelance |award-winning )*(?:reporter|journalist|writer|correspondent|contributor|contributing|columnist|blogger|editor)|joined [\w ]{2,30}(?:magazine|newspaper|website)|covers [\w, ]{2,60} for)\b/i;
/** Openings, and words anywhere, that speak of what was named before. */
const OPENING =
  /^["“'‘(]?(?:he|she|it|they|we|you|i|his|her|its|their|our|my|your|this|that|these|those|such|both|here|there|then|so|thus|but|and|or|nor|yet|still|also|however|meanwhile|moreover|furthermore|nevertheless|instead|otherwise|therefore|hence|too|another|others?|one|some(?! \d)|several|neither|either|none|later|earlier|afterwards?|since then|after that|before that|at the time|at that|in addition|in contrast|by contrast|on the other hand|for example|for instance|in turn|as well|similarly|likewise|additionally|finally|eventually|first|second|third|next|last|now|today|(?:the|a|one|two|three|several) (?:day|week|month|year|night|hour|minute|moment)s? (?:before|after|earlier|later)|the (?:next|following|previous)|what|who|where|why|how|if|asked|speaking|according|the (?:latter|former|same|other|two|three|four|five|six|pair|trio|duo))\b/i;
const REFERS =
  /\b(?:this|these|those(?! (?:who|in|of|with|that|from))|such (?:an?|\p{Ll}+)|the (?:latter|former|same|other|others|two|three|pair|above|following|rest|move|ruling|decision|announcement|incident|news)|that (?:day|time|year|month|week|night|way|place|point|moment|meeting|date|launch|output|change|decision|law|rule|deal|case|period|match|game|event)|there(?! (?:is|are|was|were|has|have|will))|here|so far)\b|,? (?:either|too|as well)\.$/iu;
/** Speaks to the reader, or as the writer. "US" is a country. */
const PERSONAL = /\b(?:I|[Ww]e|us|[Oo]urs?|[Yy]ours?|[Yy]ou|[Mm]y|[Mm]e|[Mm]ine)\b/u;
/** Stand for a name before them in the same sentence, or for one that is not there. */
const PRONOUN = /\b(?:its|their|it|he|she|him|hers?|his|they|them|theirs)\b/i;
/** Things that are "the" only once they were named: "the agreement", but not "the agreement on trade". */
const NAMED_BEFORE =
  'convention|treaty|agreement|deal|pact|accord|group|motion|spot|animal|cat|dog|door|room|assailant|attacker|gunman|call|phone|flood|settlement|settlements|facility|plant|factory|vessel|crew|crowd|audience|fans|residents|families|workers|employees|staff|union|pilot|passengers|player|quarterback|company|firm|committee|project|plan|talks|summit|meeting|statement|report|law|bill|act|court|city|town|village|team|club|match|game|film|movie|book|show|series|programme|program|attack|attacks|incident|case|victims?|man|woman|men|women|boy|girl|couple|suspects?|site|building|house|station|bridge|ship|boat|plane|aircraft|flight|train|car|vehicle|driver|company|bank|agency|organi[sz]ation|party|coalition|alliance|campaign|election|vote|referendum|protests?|strike|study|survey|researchers|authors|scientists|officials|officers|police|investigation|trial|judge|jury|hearing|sentence|charges?|lawsuit|complaint|order|rule|rules|policy|measure|measures|proposal|resolution|decision|move|event|ceremony|festival|tournament|season|race|final|tour|album|song|single|video|product|device|phone|app|software|update|version|service|platform|website|network|system|virus|disease|outbreak|vaccine|drug|treatment|patients?|hospital|school|university|students?|teacher|family|mother|father|son|daughter|child|children|institute|centre|center|museum|park|island|river|region|area|district|province|state|country|nation|government|minister|president|spokes\\p{L}+|leader|leaders|chief|director|author|writer|artist|actor|singer|player|coach|manager|captain|annex|list|document|letter|message|post|tweet|article|paper|budget|fund|package|scheme|initiative|partnership|mission|satellite|rocket|launch|spacecraft|convention|resolution|amendment|charter|committee|panel|board|council|commission|authority|ministry|department|office|embassy|army|forces?|troops|soldiers|war|conflict|battle|operation|fire|flood|storm|hurricane|earthquake|crash|accident|explosion|blast|market|price|prices|index|shares|stock|shop|store|restaurant|hotel|airport|road|street|stadium|fight|event|pair|former|trade agreement|term|terms|position|role|job|post|award|prize|title|record|goal|penalty|score|result|results|figure|figures|number|numbers|amount|total|money|cash|payment|fee|loan|sale|purchase|merger|acquisition|contract';
const ANAPHOR = new RegExp(
  `\\b[Tt]he (?!first\\b|second\\b|third\\b|fourth\\b|fifth\\b|only\\b|most\\b|main\\b|world\\b|\\p{Ll}+est\\b)(?:[\\p{Ll}-]+ ){0,3}(?:${NAMED_BEFORE})(?=[,.;:]|$|[’']s\\b|\\s(?!of\\b|for\\b|on (?!\\d|\\p{Lu})|between\\b|against\\b|that\\b|which\\b|who\\b|where\\b|called\\b|known\\b|named\\b|about\\b|over\\b|among\\b|\\p{Lu}))`,
  'u',
);
const OPINION =
  /\b(?:should|ought|must(?! be\b)|may|might|perhaps|maybe|probably|likely|unlikely|possibly|apparently|reportedly|allegedly|alleged|seems?|seemed|appears? to|appeared to|think|thinks|thought|believes?|believed|feels?|felt|hopes?|hoped|fears?|feared|worries|wish(?:es)?|suggests?|suggested|argues?|argued|claims?|claimed|insists?|insisted|supposedly|arguably|clearly|obviously|surely|certainly|of course|unfortunately|fortunately|sadly|luckily|ironically|interestingly|best|worst|better|worse|great|greatest|amazing|awesome|brilliant|beautiful|wonderful|terrible|horrible|awful|ridiculous|stunning|incredible|perfect|excellent|impressive|disappointing|stupid|crazy|important|crucial|vital|essential|interesting|exciting|favou?rite|critical|controversial|embarrassing|shocking|tragic|welcomed?|renewed and lively|hopefully|expected|expects?|rumou?red|could|would be|prime focus|critics|supporters|no doubt|undoubtedly|in fact|indeed|actually|simply|just as)\b/i;
const ATTRIBUTION =
  /\b(?:said|says|told|tells|added|adds|tweeted|wrote|writes|noted|notes|explained|declared|stressed|warned|stated|announced|according to|acknowledged|admitted|confirmed|described?|describes|expressed|urged|called for|stressed|emphasi[sz]ed|vowed|pledged|promised|joked|quipped)\b/i;
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
/** Times of day and days of the week, which tell nothing later: left out of what is asked. */
export const PASSING_TIME = new RegExp(
  `^On ${WEEKDAY}(?: (?:morning|afternoon|evening|night))?, (?=\\p{Lu})|(?<!\\b(?:[Oo]n|[Bb]y|since|until|till|from|of|next|last|every|and|or|to|this|[Ll]ate|[Ee]arly)),? (?:(?:earlier |late |early )?on ${WEEKDAY}(?: (?:morning|afternoon|evening|night))?|${WEEKDAY}(?: (?:morning|afternoon|evening|night))?|earlier (?:today|on ${WEEKDAY})|yesterday|today|tonight|this (?:morning|afternoon|evening))(?= |,|\\.$)(?!, (?:\\d|${'(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'})| \\d| (?:and|or|to|through|nights?|games?|edition) )`,
  'u',
);
/** Times that depend on the day of writing and cannot be left out. */
const RELATIVE_TIME = new RegExp(
  `\\b(?:yesterday|today|tonight|tomorrow|now|nowadays|currently|recently|lately|soon|shortly|ago|just|already|upcoming|so far|to date|at present|at the moment|this (?:week|weekend|month|year|season|spring|summer|autumn|fall|winter|morning|afternoon|evening|decade|century)|(?:last|next|past|previous|coming|following) (?:few |two |three |several |couple of )?(?:weeks?|weekends?|months?|years?|seasons?|nights?|spring|summer|autumn|fall|winter|decades?|days?)|${WEEKDAY}s?|later|earlier|still|since then|latest|recent|new|newly|long|yet)\\b`,
  'i',
);
/** Month without a year. */
const BARE_MONTH =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?!,? \d{4}|\s+\d{1,2}(?:st|nd|rd|th)?,? \d{4}|,? (?:and|to|until) \p{L}+ \d{4})/u;
const FUTURE =
  /\b(?:will|shall|is to|are to|plans? to|planned to|set to|due to|scheduled|going to|intends? to|aims? to|would|wants? to|hopes? to|looks? to|awaits?|upcoming)\b/i;

/** How a sentence has to be introduced so that it holds whenever it is asked. */
export type Introduction = 'none' | 'asOf' | 'source';

/** A sentence that can be asked about. */
export interface Standing {
  introduction: Introduction;
  /** Whether it says who says so: then it may be asked about, but is not to be called true or false. */
  attributed: boolean;
  /** Words to leave out: a passing time such as "on Friday", and "also". In order, apart. */
  cuts: Span[];
}

/** Whether a sentence belongs to the page rather than to the story. */
export function isFurniture(text: string): boolean {
  return FURNITURE.test(text);
}

/** Whether a sentence can be asked about by itself, and how; or why not. */
export function standingOf(text: string, publishedAt: string | undefined): Standing | RefusalReason {
  const words = wordsOf(text);
  if (FURNITURE.test(text)) return 'furniture';
  if (words.length < WORDS.least || words.length > WORDS.most || /\n/.test(text)) return 'length';
  if (!/^["“]?[\p{Lu}\d]/u.test(text) || !/[\p{L}\p{N})%]\.$/u.test(text)) return 'quotation';
  if (/[«»?!…]|\.\.\.|(?<!\p{L})['‘’]\p{L}|\p{L}['’](?![\p{L}])(?<!s['’])/u.test(text) || quotesMuch(text))
    return 'quotation';
  if (!words.some(({ word }) => isFiniteVerb(word)) || isLabelled(text)) return 'furniture';
  if (
    OPENING.test(text) ||
    REFERS.test(text) ||
    PERSONAL.test(text) ||
    ANAPHOR.test(text) ||
    pointsBack(text)
  )
    return 'refersBack';
  if (OPINION.test(text)) return 'opinion';
  const passing = [...text.matchAll(new RegExp(PASSING_TIME.source, 'gu'))].slice(0, 1);
  const cuts = [...passing, ...text.matchAll(/(?<!\bbut|\bBut| and|not only.*) also\b(?=[^,.;:])/g)]
    .map(({ 0: words, index }) => ({ start: index, end: index + words.length }))
    .sort((a, b) => a.start - b.start);
  const rest = withoutSpans(text, cuts);
  if (RELATIVE_TIME.test(rest) || BARE_MONTH.test(rest)) return 'overtaken';
  const attributed = ATTRIBUTION.test(text);
  const isOfNow = isPresent(rest);
  if (publishedAt === undefined && (passing.length > 0 || FUTURE.test(rest))) return 'overtaken';
  const isUndated = !isOfNow && !/\d{4}/.test(rest);
  const introduction =
    passing.length > 0 || isUndated || (isOfNow && publishedAt === undefined)
      ? 'source'
      : isOfNow || FUTURE.test(rest)
        ? 'asOf'
        : 'none';
  return { introduction, attributed, cuts };
}

/** A text without some spans of it. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  return spans.toReversed().reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
}

/** "Washington, DC: Getting …", "Name: charges, bond": what is before the colon is no sentence. */
function isLabelled(text: string): boolean {
  const label = /^([^:]{1,80}): /.exec(text)?.[1];
  if (label === undefined) return false;
  return !wordsOf(label).some(
    ({ word, start }, i) => i > 0 && isFiniteVerb(word) && /^\p{Ll}/u.test(label.slice(start)),
  );
}

/** Whether the subject of a sentence, or its first "its", has no name: "The talks were concluded". */
function pointsBack(text: string): boolean {
  const [first] = [
    ...properNames(text),
    ...countriesIn(text).filter(({ start, end }) => !isCountryAdjective(text.slice(start, end))),
  ]
    .filter(({ start, end }) => start > 0 || !isCommonWord(text.slice(start, end)))
    .sort((a, b) => a.start - b.start);
  if (first === undefined) return true;
  const own = PRONOUN.exec(text);
  if (own && own.index < (isAside(text, first) ? Number.POSITIVE_INFINITY : first.end)) return true;
  const opening = text.slice(0, first.start);
  const verb = wordsOf(opening).findIndex(
    ({ word }, i) =>
      i > 0 && isFiniteVerb(word) && !/^(?:state|states|works|plans|rules|uses|parts)$/.test(word),
  );
  // Without "the" it is a kind of thing: "Dual-use goods are goods …".
  return verb !== -1 && /^(?:the|two|three|four|five|six|seven|eight|nine|ten|\d+)\b/i.test(text);
}

/** Whether a name only says where: "In Paris he said". */
function isAside(text: string, { start }: { start: number }): boolean {
  return /\b(?:in|at|on|from|near|for|with) (?:the )?$/i.test(text.slice(0, start));
}

/** Whether more than a few words are somebody's own, or the marks do not pair. */
function quotesMuch(text: string): boolean {
  const pairs = text.match(/[“"][^“”"]*[”"]/g) ?? [];
  const rest = text.replace(/[“"][^“”"]*[”"]/g, '');
  return (
    /[“”"]/.test(rest) ||
    pairs.some(
      (quote) =>
        quote.split(' ').length > MOST_QUOTED_WORDS || /[.,][”"]$|\b(?:I|we|you|my|our)\b/.test(quote),
    )
  );
}

/** Whether the main verb of a sentence is not in the past: its first auxiliary tells, or else its first other verb. */
function isPresent(text: string): boolean {
  const words = wordsOf(text).filter(
    ({ start, end }, i) => i > 0 && !/^\p{Lu}/u.test(text.slice(start, end)),
  );
  const isClause = (i: number) => /^(?:that|which|who|where|when)$/.test(words[i - 1]?.word ?? '');
  for (const [i, { word }] of words.entries()) {
    if (isClause(i)) continue;
    if (/^(?:was|were|had|did|would)$/.test(word)) return false;
    if (/^(?:is|are|has|have|will|can|does|do)$/.test(word)) return true;
    if (baseOfPast(word) !== undefined && !/^(?:by|in|at|from)$/.test(words[i + 1]?.word ?? '')) return false;
    const isNoun =
      /^(?:the|a|an|of|its|their|and|or|all|\d+|two|three|four|five|six|seven|eight|nine|ten)$/.test(
        words[i - 1]?.word ?? 'the',
      ) && i > 0;
    if (!isNoun && i > 0 && baseOfThird(word) !== undefined) return true;
  }
  return !words.some(({ word }) => baseOfPast(word) !== undefined);
}
