import type { Stated } from '../model.ts';

/** What may be asked about an article itself: each is stated in its head. */
export type Asked = keyof Stated;

/** A question about an article rather than about what it says. */
export interface AboutArticle {
  asked: Asked[];
  /** The words that tell which article is meant; empty when the question only points ("it", "this article"). */
  subject: string;
  /** The words of the question that may name a publisher: those before and behind "about …", or all. */
  rest: string;
  /**
   * Absent when the question can be about nothing else. Otherwise an article that uses one of these words may be what
   * tells: of a report, or of somebody who wrote something.
   */
  unlessSaid?: string[];
}

/** What the library has, to tell a question about it. */
export interface Known {
  /** Whether a name, without "The", is one of a publisher. */
  isPublisher(name: string): boolean;
  /** Whether words are the headline of an article. */
  isHeadline(words: string): boolean;
}

/** Words that speak of an article, also misspelt; but "Article 370" is part of a law. */
const ARTICLE = String.raw`\b(?:(?:arti(?:cle|cal|cel|kle)|artcle|artcile|aritcle)s?(?!\s+(?:\d|[IVX]+\b))|headlines?|bylines?|datelines?|write-?ups?|blog ?posts?|op-?eds?|news (?:story|stories|items?|reports?|pieces?)|explainers?)\b`;
/** Words that do so with nothing before them: "the report", not "the Mueller report". */
const PIECE = /\b(?:this|that|the)\s+(?<piece>report|story|piece|post|page|coverage|column|dispatch)\b/i;
/** Questions that name nothing: there is only what is at hand. */
const POINTED =
  /^\W*(?:so |and )?(?:who (?:wrote|authored|published|reported) (?:this|it|that)|who(?:['’]s| is| was) the (?:author|writer|publisher|reporter)(?: of (?:this|it|that))?|when was (?:this|it|that) (?:published|written|posted|reported)|where was (?:this|it|that) (?:reported|written|filed|published)(?: from)?)\W*$/i;
/** What is done with articles and with little else. */
const REPORTED =
  /\bwho(?: has| have| is|['’]s)? (?<written>wrote|written|writes|writing|reported|reports|reporting) (?:about|on)\b|\bwhere (?:was|is|were) .*\b(?:reported|filed) from\b|\b(?:which|what) (?:news ?papers?|news ?sites?|publishers?|outlets?|news outlets?|news agency|news agencies|magazines?) (?:has |have )?(?:reported|wrote|written|writes|reports) (?:about|on)\b/i;
/** A question to the text of an article. */
const SAYS = new RegExp(
  String.raw`\b(?:in|according to) (?:the|this|that|these|both|any|all|your|our)\s+(?:\w+\s+){0,2}?(?:${ARTICLE}|(?:report|story|piece|post)\b)|\b(?:does|do|did)\b.*(?:${ARTICLE}|\b(?:report|story|piece|post)\b).*\b(?:say|mention|give|claim|state|quote|cite|describe|tell|list|name|expect|predict)\b`,
  'i',
);
/** How the publisher of an article is named: "When did The Hindu report on the bridge?", "the bridge in The Hindu". */
const PUBLISHER_DID =
  /\bwhen did (?:the )?(?<publisher>.{2,60}?) (?:first )?(?:report|write|publish|run|post|carry|cover)\b/i;

const IN_PUBLISHER = /^(?<before>.*?)\s*\b(?:in|by|from)\s+(?:the\s+)?(?<publisher>.{2,60}?)\W*$/iu;
const QUOTED = /(?:["“«]|(?<!\p{L})['‘])(?<words>.{8,300})(?:["”»]|['’](?!\p{L}))/u;

const NAMED = String.raw`(?:of|for|name|pls|please|\W*$)`;
const DONE = 'published|posted|written|wrote|released|printed|dated|appear(?:ed)?|c[ao]me out|reported';
/** "… and when?", "… and where was it reported from?" */
const OF_IT = String.raw`(?=\W*$|\s+(?:was|is|did) (?:it|this|that|he|she|they)\b)`;
const ASKED = forms({
  headline: [
    String.raw`\bheadlines?\b`,
    String.raw`\b(?:title|name) of (?:the|this|that|an?)\b`,
    String.raw`\b(?:called|titled|entitled)\W*$`,
    String.raw`\b(?:which|what) articles? (?:(?:is|are|was) )?(?:about|on)\b`,
  ],
  author: [
    String.raw`\bwho(?: has| have| is| was|['’]s)? (?:wrote|writes?|writing|written|authored|penned|reported|reports|reporting|filed|behind)\b`,
    String.raw`\bby whom?\b|\bwritten by\b|\bwhose (?:byline|article|story|piece)\b`,
    String.raw`\b(?:authors?|writers?|bylines?|journalist|reporter|correspondent) (?:behind|${NAMED})`,
    String.raw`\b(?:author|writer|byline)\W*$`,
    String.raw`\b(?:which|what) (?:journalist|reporter|correspondent|writer|author|columnist)s?\b.*\b(?:wrote|written|reported|filed)\b`,
  ],
  publisher: [
    String.raw`\bwho(?: has|['’]s| is)? (?:published|printed|posted)\b|\bpublished by (?:whom?|which|what)\b`,
    String.raw`\b(?:publisher|news ?paper|outlet|web ?site|source|magazine) ${NAMED}`,
    String.raw`\b(?:publisher|source)\W*$`,
    String.raw`\b(?:which|what) (?:publishers?|news ?papers?|news ?sites?|web ?sites?|outlets?|news outlets?|publications?|magazines?|news agency|news agencies|sources?)\b.*\b(?:${DONE}|ran|carried|from)\b`,
    String.raw`\bwhere (?:was|is|were)\b.*\b(?:published|posted|printed)\b|\bwhere (?:did|does)\b.*\b(?:appear|come from)\b`,
  ],
  publishedAt: [
    String.raw`\bwhen\b.*\b(?:${DONE}|from)\b|\band when${OF_IT}`,
    String.raw`\b(?:what|which) (?:date|day|year|month)\b.*\b(?:${DONE}|from)\b`,
    String.raw`\bhow (?:old|recent) is\b|\bpublication dates?\b|\bdates? ${NAMED}|\bdate\W*$`,
  ],
  place: [
    String.raw`\bwhere\b.*\b(?:reported|filed|written|sent|datelined)\b|\band where${OF_IT}`,
    String.raw`\bdatelines?\b|\b(?:what|which) (?:place|city|town|country)\b.*\b(?:reported|filed) from\b`,
  ],
});

const ABOUT =
  /(?<=\S\s)(?:about|on|regarding|concerning|headlined|titled|entitled|covering|(?<=story )of|that (?:says|covers))\s+(.+)$/i;
/** How a question goes on behind what an article is about. */
const REST = new RegExp(
  String.raw`(?:,?\s*\band (?:when|where|who|what|which|its?|the (?:author|date|publisher))\b.*|\s(?:(?:was|were|is|been|come|first) )*(?:${DONE}|called|from|filed)(?: (?:from|in|by|on))*|\s(?:come|pls|please))*\W*$`,
  'i',
);
/** Words about articles in a question without "about": "the ISRO article", "date of the solar story". */
const SCAFFOLD = new RegExp(
  String.raw`${ARTICLE}|\b(?:old|recent|wrote|writes?|written|authored|author|writer|journalist|reporter|correspondent|publish(?:ed|er)?|publication|posted|printed|released|reported|report|filed|news ?paper|outlet|web ?site|source|date|dated|day|year|month|title|titled|called|place|city|country|story|stories|piece|post|page|coverage|dispatch|column|cover|come|came)\b`,
  'gi',
);

/**
 * Reads a question about an article itself: who wrote it, when and where, what it is called.
 * @returns `undefined` when it asks for what articles say: "who wrote the treaty", "when was the constitution published"
 */
export function readAboutArticle(question: string, known: Known): AboutArticle | undefined {
  if (SAYS.test(question)) return undefined;
  const isPointed = POINTED.test(question);
  const publisher = PUBLISHER_DID.exec(question)?.groups?.publisher;
  const isReport = publisher !== undefined && known.isPublisher(publisher);
  const asked = isReport ? ['publishedAt' as const] : kindsAsked(question);
  if (asked.length === 0) return undefined;

  const quoted = QUOTED.exec(question)?.groups?.words;
  const isQuoted = quoted !== undefined && known.isHeadline(quoted);
  const subject = isPointed ? '' : isQuoted ? quoted : subjectOf(question, known);
  const rest = isQuoted || ABOUT.test(question) ? question.replace(subject, ' ') : question;
  const isSure = isPointed || isReport || isQuoted || new RegExp(ARTICLE, 'i').test(question);
  if (isSure) return { asked, subject, rest };
  const piece = PIECE.exec(question)?.groups?.piece;
  const reported = REPORTED.exec(question);
  if (piece === undefined && !reported) return undefined;
  const isWritten = reported?.groups?.written?.startsWith('w');
  return {
    asked,
    subject,
    rest,
    unlessSaid: [...(piece ? [piece] : []), ...(isWritten ? ['wrote', 'written'] : [])],
  };
}

function kindsAsked(question: string): Asked[] {
  return (Object.keys(ASKED) as Asked[]).filter((kind) => ASKED[kind].test(question));
}

/** The words that tell which article a question is about, without the publisher: "the bridge in The Hindu". */
function subjectOf(question: string, { isPublisher }: Known): string {
  const about = ABOUT.exec(question)?.[1]?.replace(REST, '');
  const subject = (about ?? question.replace(SCAFFOLD, ' ').replace(/\s+/g, ' ')).trim();
  const { before, publisher } = IN_PUBLISHER.exec(subject)?.groups ?? {};
  return before !== undefined && publisher !== undefined && isPublisher(publisher) ? before : subject;
}

function forms(patterns: Record<Asked, string[]>): Record<Asked, RegExp> {
  const compiled = Object.entries(patterns).map(([kind, all]) => [kind, new RegExp(all.join('|'), 'i')]);
  return Object.fromEntries(compiled) as Record<Asked, RegExp>;
}
