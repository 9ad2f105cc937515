import type { Span } from '../model.ts';
import { wordsOf } from '../retrieve/words.ts';
import { spansOf } from '../spans.ts';
import type { QuizSentence } from './corpus.ts';
import { referenceOf } from './reference.ts';
import type { RefusalReason } from './refusal.ts';
import { baseOfPast, baseOfThird, isFiniteVerb } from './verbs.ts';

const MOST_QUOTED_WORDS = 4;
const WORDS = { least: 7, most: 48 };

const FURNITURE =
  /^(?:Posted|Published|Written|Filed|Submitted) (?:on|by|in|at)\b|^(?:Correction|Editor|Update|Clarification|Note|Watch|Listen|See|Related)\b|\b[A-Z]{4,}\d+\w*\b|\b[A-Z]{2}c\d\b|\s\.[A-Z]|\s{2,}|\s[,.;:](?=\s)|[=|[\]{}<>#_\\*•→►]|^[^:]{1,60}\(\d+-\d+\)|https?:|www\.|@|©|\b(?:read more|click|subscribe|sign up|newsletter|follow us|getty|reuters\/|photo(?:graph)?s? (?:by|credit)|image (?:by|credit)|courtesy of|download|cookies?|copyright|all rights reserved|this (?:article|story|post|report|page|website|site|video)|readers (?:can|should)|reporting by|report by|edited by|editing by|contributed to|datelined|credits? it to|credited to|originally published|published (?:by|on|in) [^.]* (?:on|at) \d|updated (?:on|at)|last modified|advertisement|sponsored|affiliate|(?:carried|published) the report|isbn|e-?mail|terms of (?:use|service)|is an? (?:staff |senior |freelance |award-winning )*(?:reporter|journalist|writer|correspondent|contributor|contributing|columnist|blogger|editor)|joined [\w ]{2,30}(?:magazine|newspaper|website)|covers [\w, ]{2,60} for)\b/i;
/** "Anna Dahl 2 goals, 2 assists." */
const SCORES = /^(?:\p{Lu}[\p{L}’'.-]+ )+\d+ \p{Ll}+, \d/u;
const OPINION =
  /\b(?:should|ought|must(?! be\b)|may|might|perhaps|maybe|probably|likely|unlikely|possibly|apparently|reportedly|allegedly|alleged|seems?|seemed|appears? to|appeared to|think|thinks|thought|believes?|believed|feels?|felt|hopes?|hoped|fears?|feared|worries|wish(?:es)?|suggests?|suggested|argues?|argued|claims?|claimed|insists?|insisted|supposedly|arguably|clearly|obviously|surely|certainly|of course|unfortunately|fortunately|sadly|luckily|ironically|interestingly|best|worst|better|worse|great|greatest|amazing|awesome|brilliant|beautiful|wonderful|terrible|horrible|awful|ridiculous|stunning|incredible|perfect|excellent|impressive|disappointing|stupid|crazy|important|crucial|vital|essential|interesting|exciting|favou?rite|critical|controversial|embarrassing|shocking|tragic|welcomed?|renewed and lively|hopefully|expected|expects?|rumou?red|could|would be|prime focus|critics|supporters|no doubt|undoubtedly|in fact|indeed|actually|simply|just as|inherent|low point|high point|turning point|mountain of|innovative|seamless(?:ly)?|speculation|tremendous|buzz|spectacular|awfully|scorching|tepid|garish|lavish|embattled|(?:needs?|have|has|had) to be|deserves?|worth|makes sense|in a (?:good|bad) way|good|bad|unfair(?:ly)?|wrong|smart|sensible|unmistakable|stylish|refined|high[- ]quality|luxurious|legendary|vibrant|state-of-the-art|cutting-edge|world-class|sham|witch hunt|proof that|a sign (?:of|that)|would allow|as if|disgrace|easier|harder|impossible|too (?:much|many|few|little))\b/i;
/** What is called so is judged, not told. */
const JUDGEMENT =
  /\b(?:is|are|was|were|be|been|being|looks?|looked|remains?|remained|became|becomes?|proved|made) (?:\w+ly |also |still |very |so |both |quite |too |an? |the |more |most |less |both )*(?:significant|remarkable|notable|powerful|popular|famous|iconic|surprising|dramatic|massive|huge|unprecedented|strong|successful|poor|easy|hard|difficult|dangerous|effective|efficient|innovative|unique|smart|perfect|ready|healthy|common|clear|unclear|able|unable|necessary|vivid|murky|under (?:enormous )?pressure|front-runner|favourite|favorite|encouraging|exciting|brimming|fine|happy|sad|nice)\b/i;
/** Judgements beside the fact: such a sentence may be asked about, but is not to be called true or false. */
const JUDGED =
  /\b(?:major|significant(?:ly)?|historic|landmark|leading|powerful|popular|famous|iconic|notabl[ey]|remarkabl[ey]|surprising(?:ly)?|dramatic(?:ally)?|massive|huge|unprecedented|strong|heated|stiff|successful(?:ly)?|poor|easy|easily|hard|difficult|dangerous|commanding|effective(?:ly)?|efficient|innovative|unique|well-known|so-called|(?:widely )?(?:seen|considered|regarded|viewed) as|pioneer\p{Ll}*|symbol|helped?|failed|consequence of|chaos|caus(?:es?|ed) by|because|due to)\b/iu;
const ATTRIBUTION =
  /\b(?:said|says|told|tells|added|adds|tweeted|wrote|writes|noted|notes|explained|declared|stressed|warned|stated|announced|according to|acknowledged|admitted|confirmed|described?|describes|expressed|urged|called for|stressed|emphasi[sz]ed|vowed|pledged|promised|joked|quipped|points? out|pointed out|testified|recalled|alleg(?:es?|ed|ing)|denie[sd]|reported|reports)\b/i;
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
/** Times of day and days of the week, which tell nothing later: left out of what is asked. */
const PASSING_TIME = new RegExp(
  `^On ${WEEKDAY}(?: (?:morning|afternoon|evening|night))?, (?=\\p{Lu})|(?<!\\b(?:[Oo]n|[Bb]y|since|until|till|from|of|next|last|every|and|or|to|this|[Ll]ate|[Ee]arly)),? (?:(?:earlier |late |early )?on ${WEEKDAY}(?: (?:morning|afternoon|evening|night))?|${WEEKDAY}(?: (?:morning|afternoon|evening|night))?|earlier (?:today|on ${WEEKDAY})|yesterday|today|tonight|this (?:morning|afternoon|evening))(?= |,|\\.$)(?!, (?:\\d|${'(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'})| \\d| (?:and|or|to|through|nights?|mornings?|afternoons?|evenings?|games?|edition)\\b)`,
  'gu',
);
const ALSO = /(?<!\bbut|\bBut| and|not only.*) also\b(?=[^,.;:])/g;
/** Times that nobody can tell later, not even who knows the day of the article. */
const RELATIVE_TIME = new RegExp(
  `\\b(?:yesterday|today|tonight|tomorrow|now|nowadays|recently|recent|lately|soon|shortly|ago|upcoming|so far|to date|at present|at the moment|over the weekend|this (?:weekend|spring|summer|autumn|fall|winter|morning|afternoon|evening|decade|century)|(?:last|next|past|previous|coming|following) (?:few |two |three |several |couple of )?(?:weeks|weekends?|seasons?|nights?|spring|summer|autumn|fall|winter|decades?|days?)|(?:last|next|past|previous|coming|following) (?:few|two|three|several|couple of) (?:months|years)|(?:past|previous|following|coming) (?:weeks?|months?|years?)|${WEEKDAY}s|(?:later|earlier)(?! than| this (?:month|year))|since then|latest)\\b`,
  'i',
);
/** Times that the day of the article tells: "this year", "in July". */
const TOLD_BY_DAY =
  /\b(?:(?:this|last|next|past) (?:year|month|season|week)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|currently|still|already|yet|just)\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)(?!\p{L})(?!,? \d{4}|\s+\d{1,2}(?:st|nd|rd|th)?,? \d{4}|,? (?:and|to|until) \p{L}+ \d{4})/u;
const FUTURE =
  /\b(?:will|shall|is to|are to|plans? to|planned to|set to|due to|scheduled|going to|intends? to|aims? to|would|wants? to|hopes? to|looks? to|awaits?|upcoming)\b/i;

/** A year that tells when something was, not since or until when. */
const DATED =
  /(?<!\b(?:since|until|till|before|after|than|the|an?)(?: \p{L}+\.?){0,2}(?: \d{1,2},?)? )\b\d{4}\b/u;

/** How a sentence has to be introduced so that it holds whenever it is asked: with a day, with who says so, with the title above all. */
export type Introduction = 'none' | 'asOf' | 'source' | 'title';

/** A sentence that can be asked about. */
export interface Standing {
  introduction: Introduction;
  /** Whether it holds as of the day of its article alone: "this year". */
  isOfItsDay: boolean;
  /** Whether it says who says so, or judges: then it may be asked about, but is not to be called true or false. */
  attributed: boolean;
  /** Words to leave out: a passing time such as "on Friday", and "also". In order, apart. */
  cuts: Span[];
}

/** Whether a sentence belongs to the page rather than to the story. */
export function isFurniture(text: string): boolean {
  return FURNITURE.test(text);
}

/** Whether a sentence can be asked about by itself, and how; or why not. */
export function standingOf({ text, terms, article, isSpoken }: QuizSentence): Standing | RefusalReason {
  const words = wordsOf(text);
  if (isSpoken) return 'quotation';
  if (FURNITURE.test(text)) return 'furniture';
  if (words.length < WORDS.least || words.length > WORDS.most || /\n/.test(text)) return 'length';
  if (!/^["“]?[\p{Lu}\d]/u.test(text) || !/[\p{L}\p{N})%]\.$/u.test(text)) return 'quotation';
  if (/[«»?!…]|\.\.\.|(?<!\p{L})['‘’]\p{L}|\p{L}['’](?![\p{L}])(?<!s['’])/u.test(text) || quotesMuch(text))
    return 'quotation';
  if (!words.some(({ word }) => isFiniteVerb(word)) || isLabelled(text) || SCORES.test(text))
    return 'furniture';
  const reference = referenceOf(text, terms, article.title);
  if (reference === 'text') return 'refersBack';
  if (OPINION.test(text) || JUDGEMENT.test(text)) return 'opinion';
  const passing = spansOf(text, PASSING_TIME).slice(0, 1);
  const cuts = [...passing, ...spansOf(text, ALSO)].sort((a, b) => a.start - b.start);
  const rest = withoutSpans(text, cuts);
  if (wordsOf(rest).length < WORDS.least) return 'length';
  if (RELATIVE_TIME.test(rest)) return 'overtaken';
  const isOfItsDay = TOLD_BY_DAY.test(rest);
  if (isOfItsDay && !isWholeDay(article.publishedAt)) return 'overtaken';
  const isOfNow = isPresent(rest);
  if (article.publishedAt === undefined && (passing.length > 0 || FUTURE.test(rest))) return 'overtaken';
  const isUndated = !isOfNow && !DATED.test(rest);
  const introduction =
    reference === 'title'
      ? 'title'
      : isOfItsDay
        ? 'asOf'
        : passing.length > 0 || isUndated || (isOfNow && article.publishedAt === undefined)
          ? 'source'
          : isOfNow || FUTURE.test(rest)
            ? 'asOf'
            : 'none';
  return { introduction, isOfItsDay, attributed: ATTRIBUTION.test(text) || JUDGED.test(text), cuts };
}

/** Whether a date tells the day, and not the year alone. */
function isWholeDay(date: string | undefined): boolean {
  return /^\d{4}-\d\d-\d\d/.test(date ?? '');
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
