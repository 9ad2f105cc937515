import { findDate } from '../dates.ts';
import { withoutGaps } from '../metadata.ts';
import { isAgency, isName } from './byline.ts';
import { countWords } from './prose.ts';

/** A paragraph without the words that say where it was reported from, or by whom. */
export interface Separated {
  /** What remains. */
  text: string;
  /** What was taken away, as it stood. */
  taken: string;
  /** The date in what was taken away. */
  publishedAt?: string;
  /** The place in what was taken away. */
  place?: string;
  /** The agency or person in what was taken away. */
  author?: string;
}

/** A dateline and a credit stand within this many characters. */
const LONGEST = 140;
/** The longest name of an agency. */
const MOST_WORDS = 6;
const WORD = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const PLACE = String.raw`${WORD}(?:\s(?:de|del|la|al|of|and|${WORD})){0,4}`;
const DAY = String.raw`(?:${WORD}\s\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?\s${WORD})(?:,?\s\d{4})?`;
const DATELINE = new RegExp(
  String.raw`^(?<place>${PLACE}(?:,\s?${PLACE}){0,2}(?:\s?\[[^\]]{2,30}\])?)?(?:[,;:]?\s?(?<day>${DAY}))?\s?(?:(?<by>\([^()]{2,70}\)|/[^/]{2,40}/)\s?)?(?<dash>[—–―]|--?(?=\s)|:)?(?<=[\])/—–―:-]\s?)\s?(?=["“‘'«(]?[\p{Lu}\p{Lo}\d])`,
  'u',
);
/** Behind a full stop, not behind the closing mark of a quotation: there a name says whose words it is. */
const CREDIT =
  /(?<=[.!?…]\s?)(?:(?:[―—–]{1,2}|--?)\s?(?<name>[^()―—–.!?]{2,60})|\((?<by>[^()]{2,80})\)\s?\.?|(?<end>Enditem|#{2,}|-30-|\(?-?ENDS?-?\)?|[■□◼]))$/u;
/** Capitals before a colon or a dash that name no place. */
const NOT_A_PLACE =
  /^(?:NOTE|WARNING|UPDATED?|BREAKING|EXCLUSIVE|WATCH|OPINION|ANALYSIS|QUESTION|ANSWER|COVID|SUMMARY|ABSTRACT|BACKGROUND|INTRODUCTION|CONCLUSION|EDITOR|CORRECTION|SPOILER|IMPORTANT|REVIEW|INTERVIEW|EXPLAINER|EXPLAINED|FACTBOX|TIMELINE|OVERVIEW|DISCLAIMER|DEFINITION|EXAMPLE|HIGHLIGHTS|INGREDIENTS|KEY|QUESTIONS)/u;

/** Takes a dateline such as `PARIS (AFP) —` or `NEW DELHI:` from the start of an article's first paragraph. */
export function withoutDateline(paragraph: string): Separated | undefined {
  const match = DATELINE.exec(paragraph.slice(0, LONGEST));
  const { place, day, by, dash } = match?.groups ?? {};
  const taken = match?.[0].trim() ?? '';
  if (taken === '' || taken.length > LONGEST - 10) return undefined;

  const agency = by?.slice(1, -1);
  const isByAgency = agency !== undefined && isAgency(agency);
  const isDated = place !== undefined && day !== undefined && dash !== undefined;
  const isCredited = place !== undefined && agency !== undefined && dash !== undefined && dash !== ':';
  if (!isByAgency && !isDated && !isCredited && !isCapitalPlace(place, dash)) return undefined;
  return {
    text: paragraph.slice(match?.[0].length ?? 0),
    taken,
    ...withoutGaps({ publishedAt: findDate(taken)?.date, place }),
  };
}

/** The place or outlet in a line that is nothing else and opens a report: `New Delhi:`, `PARIS —`. */
export function datelineAlone(line: string): string | undefined {
  const place = /^(.{2,40}?)\s?[:—–]$/u.exec(line)?.[1];
  const isPlace =
    place !== undefined && countWords(place) <= 3 && isName(place) && !NOT_A_PLACE.test(place.toUpperCase());
  return isPlace ? place : undefined;
}

/** `NEW DELHI:` and `ST. LOUIS, Mo. —`, but not `NASA —` nor `WARNING:`. */
function isCapitalPlace(place: string | undefined, dash: string | undefined): boolean {
  if (place === undefined || dash === undefined || NOT_A_PLACE.test(place)) return false;
  const city = place.split(',', 1)[0] ?? '';
  return city === city.toUpperCase() && city.replace(/\P{L}/gu, '').length >= 5;
}

/** Takes a credit such as `―Example Wire`, `- ANI` or `(Reuters)` from the end of an article's last paragraph. */
export function withoutCredit(paragraph: string): Separated | undefined {
  const match = CREDIT.exec(paragraph.slice(-LONGEST));
  if (!match) return undefined;
  const separated = { text: paragraph.slice(0, -match[0].length).trimEnd(), taken: match[0].trim() };
  const { name, by, end } = match.groups ?? {};
  if (end !== undefined) return separated;
  const author = creditOf(name ?? by ?? '');
  const isCredit =
    (name === undefined && author !== by) || (name !== undefined && isName(author)) || isAgency(author);
  return isCredit && countWords(author) <= MOST_WORDS ? { ...separated, author } : undefined;
}

/** The name in a line that is nothing but a credit: `―Example Wire`, `(Reuters)`, `(With inputs from agencies)`. */
export function creditLine(line: string): string | undefined {
  const match =
    /^(?:[―—–-]{1,2}\s?(?<name>[^()―—–.!?]{2,60})|[([](?<by>[^()[\]]{2,80})[)\]]\.?|(?<inputs>with .{0,20}(?:inputs?|reporting|reports) (?:from|by) .{2,80}))$/iu.exec(
      line,
    );
  const { name, by, inputs } = match?.groups ?? {};
  const words = name ?? by ?? inputs;
  if (words === undefined) return undefined;
  const author = creditOf(words);
  if (name !== undefined) return isName(author) || isAgency(author) ? author : undefined;
  return isAgency(author) || author !== words ? author : undefined;
}

function creditOf(words: string): string {
  return words
    .trim()
    .replace(/^(?:with )?(?:\p{L}+ )?(?:inputs?|reporting|reports|agency inputs) (?:from|by) /iu, '')
    .trim();
}
