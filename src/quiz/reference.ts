import { countriesIn } from '../answer/countries.ts';
import { properNames } from '../answer/names.ts';
import type { Span } from '../model.ts';
import { MONTHS } from '../months.ts';
import { isStopWord, stemOf, wordsOf } from '../retrieve/words.ts';
import { isCommonWord, isCountryAdjective } from './name-words.ts';
import type { Term } from './terms.ts';
import { baseOfPast, isFiniteVerb, isParticiple } from './verbs.ts';

/** Openings, and words anywhere, that speak of what was named before. */
const OPENING =
  /^["“'‘(]?(?:he|she|it|they|we|you|i|his|her|its|their|our|my|your|this|that|these|those|such|both(?! \p{Lu})|here|there|then|so|thus|but|and|or|nor|yet|still|also|however|meanwhile|moreover|furthermore|nevertheless|instead|otherwise|therefore|hence|too|another|others?|one(?! of)|some(?! (?:\d|of))|several|neither|either|none|later(?! this)|earlier(?! this)|afterwards?|since then|after that|before that|at the time|at that|in addition|in contrast|by contrast|on the other hand|for example|for instance|in turn|as well|similarly|likewise|additionally|finally|eventually|first|second|third|next(?! (?:month|year|week))|last(?! (?:month|year|week))|now|today|(?:the|a|one|two|three|several) (?:day|week|month|year|night|hour|minute|moment)s? (?:before|after|earlier|later)|the (?:next|following|previous)|what|who|where|why|how|if|asked|speaking|according to (?!\p{Lu})|the (?:latter|former|same|other|two|three|four|five|six|pair|trio|duo))(?!\p{L})/iu;
const REFERS =
  /\b(?:this(?! (?:week|month|year|season))|these|those(?! (?:who|in|of|with|that|from))|such (?:an?|\p{Ll}+)|the (?:latter|former|same|other|others|two|three|pair|above|following|rest|move|ruling|decision|announcement|incident|news)|that (?:day|time|year|month|week|night|way|place|point|moment|meeting|date|launch|output|change|decision|law|rule|deal|case|period|match|game|event|advice|ambition|view|idea|figure|number|claim|effort|kind|sort)|(?:of|on|to|by|with|from|for|at|under|over|about) that \p{Ll}|there(?! (?:is|are|was|were|has|have|will))|here|so far|others|(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:more|others?)|however|meanwhile|moreover|therefore|for (?:example|instance)|in turn|by contrast|in contrast|instead(?! of)|the weekend|(?:describ\p{Ll}+|call(?:s|ed)?|dubb?(?:s|ed)|consider(?:s|ed)|labell?ed) (?:it|them|him|her))\b|,? (?:either|too|as well|though|(?:took|take) part|again)\.$/iu;
/** Speaks to the reader, or as the writer. "US" is a country. */
const PERSONAL = /\b(?:I|[Ww]e|us|[Oo]urs?|[Yy]ours?|[Yy]ou|[Mm]y|[Mm]e|[Mm]ine)\b/u;
/** Stand for a name before them in the same sentence, or for one that is not there. */
const PRONOUN = /\b(?:its|their|it|he|she|him|hers?|his|they|them|theirs)\b/i;
const PRONOUNS =
  /\b(?:(?<one>he|she|him|hers?|his|himself|herself)|(?<more>they|them|theirs?|themselves)|(?<thing>its?|itself))\b/giu;
const HUMAN =
  /\b(?:man|woman|boy|girl|president|minister|chief|leader|director|author|father|mother|son|daughter|brother|sister|wife|husband|player|student|teacher|actor|actress|singer|professor|doctor|official|officer|spokes\p{Ll}+|suspect|driver|coach|king|queen|pope|judge|candidate|senator|governor|mayor|politician|striker|goalie|scientist|who|someone|person|child|victim|patient|user|counselor|lawyer|prosecutor|nurse|engineer|scientist|researcher|soldier|owner|founder)\b/iu;
const MANY =
  /\b(?:people|men|women|children|police|both|two|three|four|five|six|seven|eight|nine|ten|\d+|many|some|most|all|team|couple|pair|family|staff|\p{Ll}{2,}[^s\W]s)\b| and |\b\p{Lu}\p{Ll}+s\b/u;
/** "the" before these needs nothing said before: there is one, or everybody has one. */
const UNIQUE = new Set(
  `world internet web public sun moon earth sky sea ocean oceans past future present end beginning start time rest environment economy climate media
  press police military north south east west northeast northwest southeast southwest middle top bottom left right weather air ground water surface heart brain
  body head face neck chest back arm leg hand hands feet poor rich elderly young way day days year years month months week weeks decade decades century majority most least more
  fact one ones people age first second third fourth fifth next universe planet globe system galaxy atmosphere equator poles pole coast border population capital
  morning afternoon evening night summer winter spring autumn fall average ones homeless unemployed wounded dead
  best worst latest law market markets job jobs need chance opportunity right rights ability power fight effort risk lead game
  playoffs semifinals finals quarterfinals semifinal final championship title season mid-1990s poverty wild air office stage table road street spot clock case phone ball bench
  evidence violence infrastructure rise line change gut lungs airways intestines pancreas blood skin bloodstream scoring standings play nation-state radar electricity flu`.split(
    /\s+/,
  ),
);
/** What a company, a country or a person named before in the sentence may be called. */
const CLASS =
  /^(?:company|firm|group|agency|organi[sz]ation|carrier|airline|bank|giant|startup|retailer|maker|automaker|team|club|country|nation|government|kingdom|city|state|island|university|school|party|union|network|president|minister|senator|actor|actress|singer|leader|player|striker|goalie|author|scientist|professor|man|woman)$/;
/** "the new plan" is any. */
const VAGUE =
  /^(?:new|newest|old|older|total|growing|reported|precise|proper|whole|entire|previous|small|smaller|large|larger|big|bigger|final|current|potential|freed|recent|actual|special|possible|next|last|latest|other|two|three|four|five|six|many|few|several|long|short|young|younger|early|late|full|general|overall|joint|various|additional|so-called|lucky|poor|rich|dead|missing|alleged|planned|proposed|upcoming|original|initial|earlier|later|increased|following|first|second|third)$/;
/** "the Portuguese boss" is somebody who was named before. */
const CALLED_BY_COUNTRY =
  /\b[Tt]he (?<of>\p{Lu}\p{Ll}+) (?:[\p{Ll}-]+ )?(?<noun>boss|manager|coach|star|striker|midfielder|defender|player|actor|actress|singer|artist|author|director|giant|company|firm|carrier|airline|bank|maker|side|club|team|man|woman|leader|politician|diplomat|billionaire|businessman|native|national)(?=[,.]| \p{Ll})/gu;
const INDEFINITE = '(?:an?|one|two|three|four|five|six|several|some|many|his|her|its|their|\\d+)';
const MODIFIED =
  /^ (?:of|for|between|against|that|which|who|whom|whose|where|called|known|named|about|over|among|behind|to be)\b|^ on (?!\d|\p{Lu})|^ \p{Lu}|^, (?:which|where|who)\b|^ (?:in|at|from|near) (?:the )?\p{Lu}/u;

/** What a sentence has to be read with: nothing, the title of its article, or sentences that a question cannot show. */
export type Reference = 'none' | 'title' | 'text';

/**
 * Whether a sentence can be understood by itself.
 * @param title a thing that it names is known to who reads the title too
 */
export function referenceOf(text: string, terms: readonly Term[], title: string): Reference {
  if (OPENING.test(text) || REFERS.test(text) || PERSONAL.test(text)) return 'text';
  const names = namesIn(text);
  const isAboutFigure = names.length === 0 && isFigure(text, terms);
  if ((!isAboutFigure && pointsBack(text, names)) || hasOpenPronoun(text, terms)) return 'text';
  const told = new Set(wordsOf(title).map(({ stem }) => stem));
  const open = openDefinites(text, terms);
  if (open.some(({ noun, isTold }) => !isTold && !told.has(stemOf(noun)))) return 'text';
  return open.length > 0 || isAboutFigure ? 'title' : 'none';
}

/** The names and countries of a sentence, but for months and for common words that open it. */
function namesIn(text: string): Span[] {
  return [
    ...properNames(text),
    ...countriesIn(text).filter(({ start, end }) => !isCountryAdjective(text.slice(start, end))),
  ]
    .filter(
      ({ start, end }) =>
        !MONTHS.includes(text.slice(start, end)) &&
        (start > 0 ||
          !(
            isCommonWord(text.slice(start, end)) || /^\p{Lu}\p{Ll}+(?:ed|ing)$/u.test(text.slice(start, end))
          )),
    )
    .sort((a, b) => a.start - b.start);
}

/** Whether a sentence that names nothing has a figure that can be asked for by who knows the title. */
function isFigure(text: string, terms: readonly Term[]): boolean {
  return (
    !PRONOUN.test(text) &&
    terms.some(({ kind }) => kind === 'number' || kind === 'money' || kind === 'percentage')
  );
}

/** Whether the subject of a sentence, or its first "its", has no name: "Two talks were held by Norway". */
function pointsBack(text: string, names: readonly Span[]): boolean {
  const [first] = names;
  if (first === undefined) return true;
  const own = PRONOUN.exec(text);
  const main = names.find((name) => !isAside(text, name));
  if (own && own.index < (main?.end ?? Number.POSITIVE_INFINITY)) return true;
  const opening = text.slice(0, first.start);
  const verb = wordsOf(opening).findIndex(
    ({ word }, i) =>
      i > 0 && isFiniteVerb(word) && !/^(?:state|states|works|plans|rules|uses|parts)$/.test(word),
  );
  // Without "the" it is a kind of thing: "Dual-use goods are goods …".
  return verb !== -1 && /^(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b/i.test(text);
}

/** Whether a name only says where: "In Paris he said". */
function isAside(text: string, { start }: { start: number }): boolean {
  return /\b(?:in|at|on|from|near|for|with) (?:the )?$/i.test(text.slice(0, start));
}

/** Whether "he", "they" or "it" stands for nothing that the sentence names before. */
function hasOpenPronoun(text: string, terms: readonly Term[]): boolean {
  return [...text.matchAll(PRONOUNS)].some(({ index, groups }) => {
    const before = text.slice(0, index);
    const named = terms.filter(({ end }) => end <= index);
    if (groups?.one !== undefined) return !named.some(isPersonLike) && !HUMAN.test(before);
    const speaker = named.at(-1);
    const saying =
      speaker && /^,? (?:said|says|told \p{L}+|added|insisted)(?: that)? $/u.test(before.slice(speaker.end));
    if (saying && speaker.kind === 'person') return true;
    if (groups?.more !== undefined)
      return (
        !MANY.test(before) &&
        !named.some(({ kind }) => kind === 'organisation' || kind === 'country' || kind === 'name')
      );
    return (
      !named.some(({ kind }) => kind !== 'person' && kind !== 'year' && kind !== 'month' && kind !== 'day') &&
      !/\b(?:an?|the|each|every|no) \p{Ll}/iu.test(before)
    );
  });
}

/** A person, or a name of two words that may be one. */
function isPersonLike({ kind, text }: Term): boolean {
  return kind === 'person' || (kind === 'name' && /^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}’'-]+)+$/u.test(text));
}

/** Nouns behind a "the" that speaks of something known, where nothing in the sentence says which one. */
function openDefinites(text: string, terms: readonly Term[]): { noun: string; isTold: boolean }[] {
  const called = [...text.matchAll(CALLED_BY_COUNTRY)].flatMap(({ index, groups }) =>
    isCountryAdjective(groups?.of ?? '') && !terms.some((term) => term.end <= index && isNamed(term))
      ? [{ noun: groups?.noun ?? '', isTold: false }]
      : [],
  );
  const plain = [...text.matchAll(/\b[Tt]he (?=[\p{Ll}])/gu)].flatMap(({ 0: the, index }) => {
    const from = index + the.length;
    const phrase = /^(?:[\p{Ll}\d][\p{L}\d-]*(?: (?=[\p{Ll}\d])|))+/u.exec(text.slice(from))?.[0] ?? '';
    const words = phrase.trimEnd().split(' ');
    const [first = ''] = words;
    if (/^(?:only|most|least|main|very|first|second|third|\p{Ll}+est|\p{Ll}+th|\d\S*)$/u.test(first))
      return [];
    const until = words.findIndex((word, i) => i > 0 && isOver(word, words[i + 1]));
    const named = until === -1 ? words : words.slice(0, until);
    const noun = named.at(-1) ?? '';
    const end = from + named.join(' ').length;
    const after = text.slice(end);
    if (noun === '' || UNIQUE.has(noun) || MODIFIED.test(after) || /^[-–]/.test(after) || isStopWord(first))
      return [];
    // "the men accused of it"
    const next = /^ (\p{Ll}+)(?: (\p{Ll}+))?/u.exec(after);
    if (next && /ing$/.test(next[1] ?? '')) return [];
    if (
      next &&
      isParticiple(next[1] ?? '') &&
      /^(?:by|of|in|for|to|with|from|on|at|against)$/.test(next[2] ?? '') &&
      baseOfPast(next[1] ?? '') !== undefined &&
      /^(?:accused|based|released|used|involved|responsible|made|built|held|needed|required|caused|given|located|written|published|owned|killed)$/.test(
        next[1] ?? '',
      )
    )
      return [];
    const before = text.slice(0, index);
    if (
      before.includes(noun.replace(/s$/, '')) &&
      new RegExp(`\\b${INDEFINITE} (?:[\\p{L}\\d-]+ ){0,3}${noun.replace(/s$/, '')}s?\\b`, 'iu').test(before)
    )
      return [];
    if (
      CLASS.test(noun) &&
      terms.some(
        (term) =>
          (term.end <= index || /^(?:country|city|region|state|nation)$/.test(noun)) &&
          isNamed(term) &&
          isOfClass(noun, term),
      )
    )
      return [];
    // "the extradition bill" tells which one to who knows what the article is about.
    return [{ noun, isTold: named.length > 1 && !VAGUE.test(first) && !CLASS.test(noun) }];
  });
  return [...called, ...plain];
}

/** Whether a term may be what is called by the class of it: a person is no company. */
function isOfClass(noun: string, { kind }: Term): boolean {
  return kind === 'name' || (kind === 'person') === HUMAN.test(noun);
}

function isNamed({ kind }: Term): boolean {
  return (
    kind === 'organisation' || kind === 'country' || kind === 'person' || kind === 'place' || kind === 'name'
  );
}

/** Whether a word behind a noun is no more of what it names: "the company | reported", "the vote | in". */
function isOver(word: string, next: string | undefined): boolean {
  if (isStopWord(word)) return true;
  if (/ly$/.test(word)) return next === undefined || isFiniteVerb(next);
  return isFiniteVerb(word) &&
    !/^(?:state|states|works|plans?|rules?|uses?|parts?|trade|power|test|air|vote|need|set|cost|cut|hit|split|spread|bid|bet|fit|let|put|shed|shut)$/.test(
      word,
    )
    ? !isNounLike(word, next)
    : /^(?:than|while|amid|despite|within|without|until|since|because|although|whether|if|per|via)$/.test(
        word,
      );
}

/** "the united front", "the combined forces": a participle before a noun. */
function isNounLike(word: string, next: string | undefined): boolean {
  return /ed$/.test(word) && next !== undefined && !isStopWord(next) && /s$|ion$|ment$/.test(next);
}
