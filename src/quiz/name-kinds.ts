import { countriesIn } from '../answer/countries.ts';
import { properNames } from '../answer/names.ts';
import type { Span } from '../model.ts';
import { isEnglish, isNameInEnglish } from '../retrieve/english.ts';
import { fold, wordsOf } from '../retrieve/words.ts';
import { countOf } from './verbs.ts';

/** What a name is the name of; `name` when that cannot be told. */
export type NameKind = 'person' | 'organisation' | 'country' | 'place' | 'name';

const ORGANISATION =
  /(?:^|\s)(?:Agency|Administration|Ministry|Department|University|College|Company|Corporation|Corp|Inc|Ltd|Limited|Bank|Council|Committee|Commission|Group|Party|Union|Association|Organi[sz]ation|Alliance|Institute|Court|Police|Army|Navy|Guard|Force|Club|FC|Airlines|Airways|Assembly|Office|Fund|Foundation|Board|Authority|Bureau|Service|Services|School|Hospital|Parliament|Senate|Congress|Nations|Federation|League|Network|Society|Trust|Regime|Forum|Centre|Center|Laboratory|Museum|Church|Times|Post|News|Journal|Taskforce|Consortium|Cabinet|Secretariat|Observatory|Robotics|Systems|Technologies|Machines|Motors|Pharmaceuticals|Labs|Industries|Holdings|Studios|Pictures|Records|Entertainment|Energy|Capital|Media)(?:\s+(?:of|for|on|in)\s|$)/u;
const NEVER_PLACE =
  /(?:^|\s)(?:Treaty|Convention|Agreement|Act|Charter|Summit|War|Roadmap|Vision|Plan|Pact|Accord|Protocol|Mission|Statement|Constitution|Resolution|Bill|Prize|Award|Cup|Festival|Games|Day|Programme|Program|Project|Conference|List|Scheme|Partnership|Bharat)s?(?:\s|$)/u;
const PLACE =
  /(?:^|\s)(?:River|Sea|Ocean|Lake|Bay|Island|Islands|Mountain|Mountains|Hills|Valley|Park|Gardens?|Forest|Palace|Castle|Square|Street|Road|Avenue|Bridge|Stadium|Airport|Station|City|Town|Village|District|County|Province|Region|Coast|Beach|Port|Harbou?r|Peninsula|Gulf|Strait|Canal|Desert|Creek|Heights)$/u;
const TITLE =
  /(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Sir|Lord|Lady|Prof|Professor|President|Prime Ministers?|Minister|Chancellor|Secretary|Senator|Rep|Sen|Gov|Governor|Mayor|Judge|Justice|General|Gen|Captain|Capt|Col|Colonel|Sgt|Sheriff|King|Queen|Prince|Princess|Pope|Ambassador|Director|Chairman|Chairwoman|Chief Executive|CEO|Officer|Detective|Coach)\.?|\b(?:physicist|diplomat|engineer|author|writer|journalist|economist|lawyer|scientist|researcher|singer|actor|actress|artist|poet|politician|spokesman|spokeswoman|spokesperson|president|chairman|chairwoman|director|manager|coach|captain|striker|midfielder|defender|goalkeeper|owner|founder|professor|analyst|activist|historian|mayor|leader|candidate|executive|officer|husband|wife|son|daughter|brother|sister|father|mother|friend),?) $/u;
const SPEAKS =
  /^, (?:former |chief |senior |deputy |vice )?(?:president|chair\p{L}+|director|head|founder|co-founder|CEO|manager|professor|author|editor|analyst)\b|^,? (?:said|says|told|tweeted|wrote|added|argued|explained|recalled|who\b|whose\b|, ?\d\d\b)|^, \d\d[,.]|^, (?:an?|the) (?:\p{Ll}+ ){0,3}(?:physicist|diplomat|engineer|author|writer|journalist|economist|lawyer|scientist|researcher|singer|actor|artist|politician|Prime Minister|President|Minister|Chancellor|Secretary|spokes\p{L}+|president|chair\p{L}+|director|manager|professor|analyst|activist|historian|mayor|leader|senior|former)/u;
const AFTER_IN =
  /\b(?:in|at|near|outside|across|around|off) (?:the )?(?:(?:north|south|east|west|central|downtown|nearby|upstate)(?:ern)? )?$/i;
/** Words that films and series say more often with a small letter are no names of their own. */
const MOST_COMMON = 150;
/** Before a name, and no part of it. */
const LEADING_TITLE =
  /^(?:(?:Mr|Mrs|Ms|Mx|Dr|Sir|Lord|Lady|Prof|Professor|President|Prime Minister|Vice President|Minister|Chancellor|Senator|Sen|Rep|Representative|Governor|Gov|Mayor|Judge|Justice|General|Gen|Captain|Capt|Col|Colonel|Sgt|Sheriff|Chairman|Chairwoman|Ambassador|Director|Secretary|Former|Then|Officer|Detective|Coach|Inspector|Attorney|Analyst|King|Queen|Pope)\.? )+(?=\p{Lu})/u;
/** First words of places rather than of people. */
const PLACE_OPENING =
  /^(?:Eastern|Western|Northern|Southern|San|Santa|Saint|St|Los|Las|El|La|New|North|South|East|West|Fort|Mount|Port|Lake|Great|Upper|Lower|Central|Old|Grand|Cape)$/;

/** A name in its surroundings. */
interface Occurrence {
  before: string;
  after: string;
}

/** The kinds of the names of an article's sentences, by the name as it is written. */
export function kindsOfNames(sentences: readonly string[]): ReadonlyMap<string, NameKind> {
  const occurrences = new Map<string, Occurrence[]>();
  for (const sentence of sentences) {
    for (const { start, end } of singleNames(sentence)) {
      const name = sentence.slice(start, end);
      const occurrence = { before: sentence.slice(0, start), after: sentence.slice(end) };
      occurrences.set(name, [...(occurrences.get(name) ?? []), occurrence]);
    }
  }
  const kinds = new Map<string, NameKind>();
  for (const [name, places] of occurrences)
    kinds.set(
      name,
      kindOf(name, places, (last) => (occurrences.get(last) ?? []).some(isOfPerson)),
    );
  const people = [...kinds].filter(([, kind]) => kind === 'person').map(([name]) => name);
  const surnames = new Set(people.map((name) => name.split(' ').at(-1)));
  for (const [name, kind] of kinds) {
    if (kind === 'name' && surnames.has(name)) kinds.set(name, 'person');
  }
  return kinds;
}

/** A lone word that everybody uses with a small letter too: "Police", "Officials". */
export function isCommonWord(name: string): boolean {
  return !name.includes(' ') && /^\p{Lu}?\p{Ll}+$/u.test(name) && countOf(name.toLowerCase()) > MOST_COMMON;
}

/** The names of a sentence, each by itself: "India and France" are two, "Participants of the Australia Group" names one. */
export function singleNames(sentence: string): Span[] {
  return properNames(sentence).flatMap((span) => {
    const name = sentence.slice(span.start, span.end);
    return parted(name, sentence.slice(span.end)).map(({ start, end }) => ({
      start: span.start + start,
      end: span.start + end,
    }));
  });
}

function parted(name: string, after: string): Span[] {
  const possessive = /['’]s?$/.exec(name)?.[0].length ?? 0;
  let [start, end] = [0, name.length - possessive];
  const title = /^\p{Lu}\p{Ll}+ /u.exec(name)?.[0] ?? '';
  const lead =
    isCountryAdjective(title.trim()) && LEADING_TITLE.test(name.slice(title.length)) ? title.length : 0;
  start = lead + (LEADING_TITLE.exec(name.slice(lead))?.[0].length ?? 0);
  // "Department of Space of the Indian government"
  const adjective = / (?:of|for|in) (?:the )?\p{Lu}[\p{Ll}]+$/u.exec(name);
  if (adjective && /^ \p{Ll}/u.test(after) && isCountryAdjective(name)) end = adjective.index;
  const opening = /^\p{Lu}\p{Ll}+ (?:of|for) (?:the )?(?=\p{Lu})/u.exec(name);
  if (
    start === 0 &&
    opening &&
    !ORGANISATION.test(`${opening[0].split(' ')[0]}`) &&
    !NEVER_PLACE.test(name) &&
    !/^(?:Group|Gulf|Isle|Bay|Cape|Strait|Sea|House|Lord|Duke|Prince|King|Queen|Game|Lord)/.test(name)
  )
    start = opening[0].length;
  // "ambassador to Britain Liu Xiaming"
  const country = start === 0 ? countriesIn(name).find((span) => span.start === 0) : undefined;
  if (
    country &&
    !isCountryAdjective(name.slice(0, country.end)) &&
    /^ \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(name.slice(country.end, end)) &&
    !ORGANISATION.test(name) &&
    !NEVER_PLACE.test(name)
  )
    start = country.end + 1;
  const whole = name.slice(start, end);
  const joint = / (?:and|&) (?:the )?(?=\p{Lu})/u.exec(whole);
  const isOne =
    !joint ||
    countriesIn(whole).some((country) => country.start === 0 && country.end === whole.length) ||
    /&/.test(joint[0]);
  const isTitle =
    (ORGANISATION.test(whole) || NEVER_PLACE.test(whole)) &&
    !(
      joint &&
      countriesIn(whole.slice(0, joint.index)).some(({ start, end }) => start === 0 && end === joint.index)
    );
  if (isOne || isTitle || / (?:of|for|on) /.test(whole)) return end - start > 1 ? [{ start, end }] : [];
  const second = start + joint.index + joint[0].length;
  return [
    ...parted(name.slice(start, start + joint.index), ''),
    ...parted(name.slice(second, end), after).map((span) => ({
      start: span.start + second - start,
      end: span.end + second - start,
    })),
  ].map((span) => ({ start: span.start + start, end: span.end + start }));
}

function kindOf(
  name: string,
  occurrences: readonly Occurrence[],
  isPerson: (surname: string) => boolean,
): NameKind {
  if (isCommonWord(name) || /-\p{Ll}/u.test(name)) return 'name';
  if (/^(?:United Nations|European Union|UN|EU|U\.N\.|E\.U\.)$/.test(name)) return 'organisation';
  if (/^(?:West Bank|Left Bank|South Bank)$/.test(name)) return 'place';
  if (countriesIn(name).some(({ start, end }) => start === 0 && end === name.length)) {
    return isCountryAdjective(name) ? 'name' : 'country';
  }
  if (ORGANISATION.test(name)) return 'organisation';
  if (NEVER_PLACE.test(name)) return 'name';
  if (PLACE.test(name)) return 'place';
  const inside = occurrences.filter(({ before }) => AFTER_IN.test(before)).length;
  const isShort = /^[\p{Lu}\d&-]{2,}$/u.test(name);
  if (isShort) return 'name';
  const words = name.split(' ');
  const isPersonal =
    words.length <= 4 &&
    words.every((word) => /^\p{Lu}[\p{L}.’'-]+$/u.test(word) && !/^\p{Lu}{2,}$/u.test(word));
  if (isPersonal && !PLACE_OPENING.test(words[0] ?? '') && inside === 0) {
    if (occurrences.some(isOfPerson)) return 'person';
    if (
      words.length >= 2 &&
      words.length <= 3 &&
      isUnknown(words[0] ?? '') &&
      isSurname(words.at(-1) ?? '') &&
      (isGivenName(words[0] ?? '') || isPerson(words.at(-1) ?? ''))
    )
      return 'person';
  }
  if (inside > 0 && inside * 2 >= occurrences.length && !/\d/.test(name) && !isLikelyWord(name))
    return 'place';
  return 'name';
}

/** "British" in "British troops" names no country. */
export function isCountryAdjective(name: string): boolean {
  return (
    /(?:ish|ese|ian|ean|ench|utch|reek|wiss|erman|raqi|raeli|istani|can|hai|ench|panish|ani)$/.test(name) &&
    !/(?:Jordan|Japan|Iran|Oman|Sudan|Afghanistan|Pakistan)$/.test(name)
  );
}

function isGivenName(word: string): boolean {
  const stem = wordsOf(word)[0]?.stem ?? '';
  return isEnglish(stem) && isNameInEnglish(stem);
}

function isOfPerson({ before, after }: Occurrence): boolean {
  return TITLE.test(before) || SPEAKS.test(after);
}

function isUnknown(word: string): boolean {
  return isNameInEnglish(wordsOf(fold(word))[0]?.stem ?? '');
}

function isSurname(word: string): boolean {
  const stem = wordsOf(fold(word))[0]?.stem ?? '';
  return isNameInEnglish(stem) || /(?:son|man|er|berg|stein|sky|ski|ton|ley|wood|field)$/.test(word);
}

/** An ordinary word in capitals, such as a month or "Congress". */
function isLikelyWord(name: string): boolean {
  return name.split(' ').every((word) => !isNameInEnglish(wordsOf(word)[0]?.stem ?? ''));
}
