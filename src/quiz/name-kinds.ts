import { countriesIn } from '../answer/countries.ts';
import { isNameInEnglish } from '../retrieve/english.ts';
import { fold, isStopWord, wordsOf } from '../retrieve/words.ts';
import { isGivenName } from './given-names.ts';
import { isCommonWord, isCountryAdjective, isUnknown, NEVER_PLACE, ORGANISATION } from './name-words.ts';
import { singleNames } from './single-names.ts';
import { knownKindOf } from './stock.ts';
import { isFiniteVerb } from './verbs.ts';

/** What a name is the name of; `name` when that cannot be told. */
export type NameKind = 'person' | 'organisation' | 'country' | 'place' | 'name';

const PLACE =
  /(?:^|\s)(?:River|Sea|Ocean|Lake|Bay|Island|Islands|Mountain|Mountains|Hills|Valley|Park|Gardens?|Forest|Palace|Castle|Square|Street|Road|Avenue|Bridge|Stadium|Airport|Station|City|Town|Village|District|County|Province|Region|Coast|Beach|Port|Harbou?r|Peninsula|Gulf|Strait|Canal|Desert|Creek|Heights)$/u;
const TITLE =
  /(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Sir|Lord|Lady|Prof|Professor|President|Prime Ministers?|Minister|Chancellor|Secretary|Senator|Rep|Sen|Gov|Governor|Mayor|Judge|Justice|General|Gen|Captain|Capt|Col|Colonel|Sgt|Sheriff|King|Queen|Prince|Princess|Pope|Ambassador|Director|Chairman|Chairwoman|Chief Executive|CEO|Officer|Detective|Coach)\.?|\b(?:physicist|diplomat|engineer|author|writer|journalist|economist|lawyer|scientist|researcher|singer|actor|actress|artist|poet|politician|spokesman|spokeswoman|spokesperson|president|chairman|chairwoman|director|manager|coach|captain|striker|midfielder|defender|goalkeeper|owner|founder|professor|analyst|activist|historian|mayor|leader|candidate|executive|officer|husband|wife|son|daughter|brother|sister|father|mother|friend),?) $/u;
const SPEAKS =
  /^, (?:former |chief |senior |deputy |vice )?(?:president|chair\p{L}+|director|head|founder|co-founder|CEO|manager|professor|author|editor|analyst)\b|^,? (?:said|says|told|tweeted|wrote|added|argued|explained|recalled|who\b|whose\b|, ?\d\d\b)|^, \d\d[,.]|^, (?:an?|the) (?:\p{Ll}+ ){0,3}(?:physicist|diplomat|engineer|author|writer|journalist|economist|lawyer|scientist|researcher|singer|actor|artist|politician|Prime Minister|President|Minister|Chancellor|Secretary|spokes\p{L}+|president|chair\p{L}+|director|manager|professor|analyst|activist|historian|mayor|leader|senior|former)/u;
const AFTER_IN =
  /\b(?:in|at|near|outside|across|around|off) (?:the )?(?:(?:north|south|east|west|central|downtown|nearby|upstate)(?:ern)? )?$/i;
/** "built in", "shares in": what follows is no place. */
const NOT_WHERE =
  /\b(?:built|written|coded|wrote|developed|programmed|interest(?:ed)?|stakes?|shares?|confidence|trust|faith|belie(?:f|ves?|ved)|invest\p{L}*|role|starr?(?:ed|ing)?|featured|appear(?:ed|s)?|characters?|lost|scored|increase|rise|drop|changes?|leaders?|working|skills|jobs|specialis\p{L}+|major(?:ed|ing)?|degree) (?:in|at) (?:the )?$/iu;
const ORGANISATION_BEFORE =
  /\b(?:compan(?:y|ies)|firms?|makers?|giant|retailer|carrier|agency|startup|start-up|network|airline|bank|automaker|carmaker|publisher|newspaper|magazine|chain|manufacturer|developer|charity|broadcaster|operator|provider|builder|brand|subsidiary|nonprofit|think tank|news site|website|outlet) $/i;
const ORGANISATION_AFTER =
  /^(?:['’]s)? (?:shares?|stock|spokes(?:man|woman|person)|executives?|CEO|chief executive|employees|customers|headquarters|board of directors)\b|^, (?:an?|the) (?:[\p{Lu}\p{Ll}-]+ ){0,4}(?:company|firm|maker|giant|retailer|carrier|agency|startup|network|airline|bank|automaker|publisher|newspaper|magazine|charity|group|organi[sz]ation|subsidiary|nonprofit|think tank)\b(?!['’]s)/u;
const PRODUCT_BEFORE =
  /\b(?:app|game|model|phone|software|series|film|movie|album|song|book|novel|show|car|sedan|rocket|satellite|spacecraft|rover|drone|jet|aircraft|ship|vessel|console|headset|device|laptop|tablet|drug|vaccine|hurricane|storm|typhoon|language|framework|operating system|browser) $/i;
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
    if (kind !== 'person' && kind !== 'country' && surnames.has(name) && knownKindOf(name) === undefined)
      kinds.set(name, 'person');
  }
  return kinds;
}

function kindOf(
  name: string,
  occurrences: readonly Occurrence[],
  isPerson: (surname: string) => boolean,
): NameKind {
  const known = knownKindOf(name);
  if (known) return known;
  if (isCommonWord(name) || /-\p{Ll}/u.test(name)) return 'name';
  if (/^(?:United Nations|European Union|UN|EU|U\.N\.|E\.U\.)$/.test(name)) return 'organisation';
  if (/^(?:West Bank|Left Bank|South Bank)$/.test(name)) return 'place';
  if (countriesIn(name).some(({ start, end }) => start === 0 && end === name.length)) {
    return isCountryAdjective(name) ? 'name' : 'country';
  }
  if (ORGANISATION.test(name)) return 'organisation';
  if (NEVER_PLACE.test(name)) return 'name';
  if (PLACE.test(name)) return 'place';
  if (occurrences.some(({ before }) => PRODUCT_BEFORE.test(before))) return 'name';
  if (occurrences.some(isOfOrganisation)) return 'organisation';
  const isShort = /^[\p{Lu}\d&-]{2,}$/u.test(name);
  if (isShort) return 'name';
  if (isPersonal(name, occurrences, isPerson)) return 'person';
  const inside = occurrences.filter(
    ({ before, after }) => AFTER_IN.test(before) && !NOT_WHERE.test(before) && !/^['’]s? \p{Ll}/u.test(after),
  ).length;
  if (
    inside > 0 &&
    inside * 2 >= occurrences.length &&
    !/\d|\p{Ll}\p{Lu}|\p{Lu}{2}|(?:care|ware|tech|soft|works?)$/u.test(name) &&
    !isLikelyWord(name) &&
    !isGivenName(name)
  )
    return 'place';
  return 'name';
}

/** Whether a name is that of a person: by a title or an office beside it, or by a given name that opens it. */
function isPersonal(
  name: string,
  occurrences: readonly Occurrence[],
  isPerson: (surname: string) => boolean,
): boolean {
  const words = name.split(' ');
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  const isWritten =
    words.length <= 4 &&
    words.every((word) => /^\p{Lu}[\p{L}.’'-]+$/u.test(word) && !/^\p{Lu}{3,}$/u.test(word));
  if (
    !isWritten ||
    PLACE_OPENING.test(first) ||
    /\p{Ll}\p{Lu}/u.test(name.replace(/\b(?:Mc|Mac|De|Di|La|Le|Van|Von)(?=\p{Lu})/gu, ''))
  )
    return false;
  if (occurrences.some(({ before, after }) => /\b[Tt]he $/.test(before) && isClosed(after))) return false;
  if (words.length === 1) return occurrences.some(({ before }) => TITLE.test(before));
  const isGiven = isGivenName(first);
  if (occurrences.some(isOfPerson)) return isGiven || !isCommonNoun(last);
  if (words.length > 3) return false;
  // "Grace Period" and "April Fools" open with what is a name as well.
  return isGiven && !isCommonWord(first) ? true : (isGiven || isPerson(last)) && isSurname(last);
}

/** Whether nothing follows that a name before it would tell more of: "the Taliban said", but "the Trump administration". */
function isClosed(after: string): boolean {
  const next = /^ (\p{Ll}[\p{L}-]*)/u.exec(after)?.[1];
  return next === undefined ? !/^ \p{Lu}|^['’]/u.test(after) : isStopWord(next) || isFiniteVerb(next);
}

/** A word of everyday English that is no name as well. */
function isCommonNoun(word: string): boolean {
  return isCommonWord(word) && !isUnknown(word);
}

function isOfOrganisation({ before, after }: Occurrence): boolean {
  return ORGANISATION_BEFORE.test(before) || ORGANISATION_AFTER.test(after);
}

function isOfPerson({ before, after }: Occurrence): boolean {
  return TITLE.test(before) || SPEAKS.test(after);
}

function isSurname(word: string): boolean {
  const stem = wordsOf(fold(word))[0]?.stem ?? '';
  return isNameInEnglish(stem) || /(?:son|man|er|berg|stein|sky|ski|ton|ley|wood|field)$/.test(word);
}

/** An ordinary word in capitals, such as a month or "Congress". */
function isLikelyWord(name: string): boolean {
  return name.split(' ').every((word) => !isNameInEnglish(wordsOf(word)[0]?.stem ?? ''));
}
