import { countriesIn } from '../answer/countries.ts';
import { properNames } from '../answer/names.ts';
import type { Span } from '../model.ts';
import { moved } from '../spans.ts';
import { isGivenName } from './given-names.ts';
import { isCountryAdjective, isUnknown, NEVER_PLACE, ORGANISATION } from './name-words.ts';
import { knownKindOf } from './stock.ts';

/** Before a name, and no part of it. */
const LEADING_TITLE =
  /^(?:(?:Mr|Mrs|Ms|Mx|Dr|Sir|Lord|Lady|Prof|Professor|President|Prime Minister|Vice President|Minister|Chancellor|Senator|Sen|Rep|Representative|Governor|Gov|Mayor|Judge|Justice|General|Gen|Captain|Capt|Col|Colonel|Sgt|Sheriff|Chairman|Chairwoman|Ambassador|Director|Secretary|Former|Then|Officer|Detective|Coach|Inspector|Attorney|Analyst|King|Queen|Pope)\.? )+(?=\p{Lu})/u;

/** The names of a sentence, each by itself: "India and France" are two, "Participants of the Australia Group" names one. */
export function singleNames(sentence: string): Span[] {
  return joined(properNames(sentence), sentence).flatMap((span) => {
    const name = sentence.slice(span.start, span.end);
    const initials = /(?:\p{Lu}\.)+$/u.exec(sentence.slice(0, span.start))?.[0] ?? '';
    if (/^[UE]\./.test(initials)) return [];
    return parted(name, sentence.slice(span.end)).map(({ start, end }) => ({
      start: span.start + (start === 0 ? -initials.length : start),
      end: span.start + end,
    }));
  });
}

/** "Ministry of Trade, Industry and Energy" is one name. */
function joined(names: readonly Span[], sentence: string): Span[] {
  const whole: Span[] = [];
  for (const span of names) {
    const last = whole.at(-1);
    const isRest =
      last !== undefined &&
      /(?:^| )(?:Ministry|Department|Committee|Office|Cent(?:er|re)|Institute|Academy|School|Faculty|Secretary|Minister|Commission|Agency) (?:of|for|on) /u.test(
        sentence.slice(last.start, last.end),
      ) &&
      /^,(?: and)? $/.test(sentence.slice(last.end, span.start));
    if (isRest) whole.splice(-1, 1, { start: last.start, end: span.end });
    else whole.push(span);
  }
  return whole;
}

function parted(name: string, after: string): Span[] {
  // "NASA’s Goddard Space Flight Center" names two; "Children’s Hospital" names one.
  const [owner, mark] = /^(.+?)(['’]s ?)(?=\p{Lu}\S* \S)/u.exec(name)?.slice(1) ?? [];
  if (
    owner !== undefined &&
    mark !== undefined &&
    !/(?:^| )(?:Children|Women|Men|People|World|Queen|King|Valentine|Sheriff|Attorney)$/.test(owner)
  ) {
    const second = owner.length + mark.length;
    return [
      ...parted(owner, ''),
      ...parted(name.slice(second), after).map(({ start, end }) => ({
        start: start + second,
        end: end + second,
      })),
    ];
  }
  const possessive = /['’]s?$/.exec(name)?.[0].length ?? 0;
  let [start, end] = [0, name.length - possessive];
  const title = /^\p{Lu}\p{Ll}+ /u.exec(name)?.[0] ?? '';
  const lead =
    isCountryAdjective(title.trim()) && LEADING_TITLE.test(name.slice(title.length)) ? title.length : 0;
  if (knownKindOf(name) === undefined) start = lead + (LEADING_TITLE.exec(name.slice(lead))?.[0].length ?? 0);
  start = Math.max(start, personWithin(name.slice(0, end)));
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
    ...parted(name.slice(second, end), after).map((span) => moved(span, second - start)),
  ].map((span) => moved(span, start));
}

/** Where the person starts that "White House Press Secretary Stephanie Grisham" names; 0 when all of it may be the name. */
function personWithin(name: string): number {
  if (/ (?:of|for|and|on|the) \p{Lu}/u.test(name.replace(/^.*Secretary of State/u, ''))) return 0;
  const words = name.split(' ');
  const given = words.findIndex((word, i) => i > 0 && isGivenName(word));
  const rest = words.length - given;
  if (given === -1 || rest < 2 || rest > 3 || isGivenName(words[0] ?? '') || ORGANISATION.test(name))
    return 0;
  const isBefore = (word: string) =>
    /^\p{Lu}{2,}$|^of$/u.test(word) ||
    !isUnknown(word) ||
    isCountryAdjective(word) ||
    knownKindOf(word) !== undefined;
  const before = words.slice(0, given);
  const isKnown = knownKindOf(before.join(' ')) !== undefined || countriesIn(before.join(' ')).length > 0;
  return isKnown || before.every(isBefore) ? before.join(' ').length + 1 : 0;
}
