import { findDate } from '../dates.ts';
import type { Metadata } from '../draft.ts';
import { authorOf, httpUrl, publisherOf, titleOf, withoutGaps } from '../metadata.ts';

/** A byline is a short line. */
const MOST_WORDS = 24;
const MOST_NAMES = 5;
const FIELD =
  /^(title|headline|author|by|byline|writer|written by|publisher|source|site|website|date|published|publication date|url|link)\s*[:=]\s*(\S.*)$/iu;
const BY =
  /^(?:(?:written|posted|published|reported|story|words|text|report|analysis|opinion|compiled|edited|reviewed|reporting|additional reporting)\s+)?by\b[\s:]*/iu;
/** What stands around names and dates in a byline. */
const LABELS =
  /(?<![\p{L}\d])(?:first published|last (?:updated|modified)|date published|publish date|publication date|published|updated|posted|modified|created|uploaded|added|written|date|time|on|at|by|in|from|hrs|hours|read|am|pm)(?![\p{L}\d])\s*:?/giu;
const CLOCK =
  /(?<!\d)\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?(?![\p{L}]))?|(?<!\d)\d{1,2}\s*[ap]\.?m\.?(?![\p{L}])|\b(?:GMT|UTC|IST|PKT|EST|EDT|PST|PDT|CST|CDT|MST|CET|CEST|BST|AEST|SGT|JST|ET|PT)\b(?:\s*[+-]\d{1,2}(?::?\d\d)?)?|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?\b|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?(?=\s*(?:[|\d–—-]|$))/giu;
const AGO =
  /(?:\d+|an?|one)\s+(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?\s+ago|\d+[\s-]min(?:ute)?s?(?:[\s-]read)?|just now|yesterday/giu;
const DOMAIN =
  /^(?:www\.)?[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|info|news|int|gov|edu|co|io|tv|in|uk|de|fr|eu|ru|cn|jp|au|ca|pk|bd|lk|np|za|ng|ke|br|es|it|nl|ch|at|us|me)(?:\.[a-z]{2})?$/iu;
const OUTLET =
  /\b(?:news|times|post|today|herald|tribune|journal|daily|gazette|chronicle|press|magazine|media|tv|radio|network|mail|guardian|express|standard|observer|telegraph|wire|review|weekly|bulletin|dispatch|report|online|digest)$/iu;
const ROLE =
  /\b(?:staff|writer|reporter|reports|correspondent|editor|editors|editorial|desk|bureau|contributor|columnist|agency|agencies|team|admin|newsroom|author|fellow|professor|analyst|guest|special|senior|chief|political|web|service|monitoring)\b/iu;
/** What somebody is, behind a name of two words or more. */
const JOB =
  /(?<=\S\s\S+)\s+(?:(?:staff|senior|special|chief|guest|political|associate|deputy|contributing)\s+)*(?:writer|reporter|correspondent|editor|contributor|columnist)$/iu;
const PARTICLE = 'and|&|de|del|della|di|da|dos|van|von|der|den|bin|bint|ibn|al|el|la|le|ter|y|e|of';
const NAME = new RegExp(
  String.raw`^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:${PARTICLE}|\p{Lu}[\p{L}\p{M}.'’-]*)){0,7}$`,
  'u',
);
const NOT_A_NAME =
  /^(?:the|a|an|in|on|at|how|why|what|when|where|who|this|that|these|for|with|it|no|all|our|your|their|my|more|most|about|live)\b/iu;
/** Words that headlines write with a capital, and names do not have. */
const IN_TITLES = /\s(?:And|Or|The|Of|For|In|On|To|At|With|From|Is|Are)\s/u;

/** News agencies, by the names that bylines, datelines and credits use. */
const AGENCIES = new Set(
  'ap afp reuters pti ani ians uni upi xinhua tass sputnik bloomberg cnn bbc app kyodo yonhap dpa efe ansa anadolu aa wam spa kuna mena bernama antara tnn apa irna isna interfax ria novosti vna pna bss unb inps cna ddp afx prnewswire globenewswire businesswire newsfile accesswire ptv dawn geo ndtv'.split(
    ' ',
  ),
);

/** What a line that is a byline, a date, or a field such as `Author: ...` says; `undefined` when it is none. */
export function readByline(line: string): Metadata | undefined {
  const text = line.replace(/^[\s•*|·–—-]+|[\s|·–—-]+$/gu, '');
  if (text === '' || text.split(/\s+/u, MOST_WORDS + 1).length > MOST_WORDS) return undefined;
  if (text.includes(' | ') && FIELD.test(text)) {
    // What a field says first counts: "Published: ... | Updated: ...".
    return Object.assign(
      {},
      ...text
        .split(/\s\|\s/u)
        .toReversed()
        .map(readByline),
    ) as Metadata;
  }
  return readField(text) ?? readNamesAndDates(text);
}

/** Whether a line could be the name of a person, a desk or an outlet and nothing else. */
export function isName(text: string): boolean {
  return text.length <= 80 && NAME.test(text) && !NOT_A_NAME.test(text) && !IN_TITLES.test(text);
}

/** Whether words are the name of a news agency or hold one: `AP`, `Example News / Wire - 3rd May`. */
export function isAgency(text: string): boolean {
  return (
    text.split(/[^\p{L}\p{N}]+/u).some((word) => AGENCIES.has(word.toLowerCase()) && /^\p{Lu}/u.test(word)) ||
    OUTLET.test(text.split(/\s*[/,–—]\s*|\s-\s/u)[0] ?? '')
  );
}

function readField(text: string): Metadata | undefined {
  const [, label = '', value = ''] = FIELD.exec(text) ?? [];
  switch (label.toLowerCase()) {
    case '':
      return undefined;
    case 'title':
    case 'headline':
      return withoutGaps({ title: titleOf(value) });
    case 'url':
    case 'link':
      return withoutGaps({ url: httpUrl(value) });
    case 'source':
    case 'publisher':
    case 'site':
    case 'website':
      return withoutGaps({ publisher: publisherOf(value), url: httpUrl(value) });
    case 'date':
    case 'published':
    case 'publication date':
      return readNamesAndDates(value);
    default:
      return withoutGaps({ author: authorOf(value) });
  }
}

/** A line of nothing but names, outlets, jobs, dates and times, at least one of them a sure sign of a byline. */
function readNamesAndDates(text: string): Metadata | undefined {
  const { rest, date, beside, place } = withoutDates(text);
  const dated = rest.replace(AGO, ' | ');
  const untimed = dated.replace(CLOCK, ' | ');
  const isBy = BY.test(rest.replace(/^[\s|]+/u, ''));
  const isTimed = dated !== rest || (untimed !== dated && /publish|updat|posted/iu.test(text));
  if (!isBy && !isTimed && date === undefined) return undefined;

  const parts = untimed.replace(LABELS, ' | ').split(/\s*[|·•,;/()[\]]+\s*|\s+[-–—]+\s+/u);
  const names = parts
    .map((part) => part.replace(/^[\s.:–—-]+|[\s:–—-]+$/gu, ''))
    .filter((part) => part !== '');
  if (names.length > MOST_NAMES) return undefined;
  if (!names.every((name) => DOMAIN.test(name) || isName(name) || isRole(name))) return undefined;
  const domain = names.find((name) => DOMAIN.test(name));
  const people = names.filter((name) => name !== domain && !beside.includes(name));
  const first = people.find((name) => /\bby[\s:]+$/iu.test(text.slice(0, text.indexOf(name)))) ?? people[0];
  // "By Air" is a heading: a single word is only a name when it could be nothing else.
  const isOneWord = first !== undefined && !/\s/u.test(first) && !isAgency(first) && !isRole(first);
  if (isBy && isOneWord && date === undefined) return undefined;

  const isAuthor = first !== undefined && (isBy || isAgency(first) || (!isOneWord && !OUTLET.test(first)));
  const outlets = isAuthor ? people.filter((name) => name !== first) : people;
  return withoutGaps({
    publishedAt: date,
    author: isAuthor
      ? authorOf((isBy ? enumeration(people, text) : undefined) ?? first.replace(JOB, ''))
      : undefined,
    publisher: domain ?? outlets.find((name) => OUTLET.test(name) && /\s/u.test(name)),
    place,
  });
}

/** The first names up to "and" as the text lists them: `Ann Lee, Jorge Prat and Sue Kent`. */
function enumeration(people: readonly string[], text: string): string | undefined {
  const last = people.findIndex((name) => /\s(?:and|&)\s/u.test(name) && !isRole(name));
  const listed = people.slice(0, last + 1).join(', ');
  return last > 0 && text.includes(listed) ? listed : undefined;
}

/**
 * The line with a bar for every date, the date of publication, the words beside dates that may be a place, and those
 * that are one.
 */
function withoutDates(text: string): { rest: string; date?: string; beside: string; place?: string } {
  let rest = text;
  let date: string | undefined;
  let place: string | undefined;
  let beside = '';
  for (let found = findDate(rest); found; found = findDate(rest)) {
    const [before, after] = [rest.slice(0, found.start), rest.slice(found.end)];
    if (date === undefined || /publish|posted/iu.test(before.slice(-24))) date = found.date;
    // "PARIS, 3 May 2021" and "3 May 2021 01:10 am IST - NEW DELHI" are how datelines are written.
    if (/^[^|\d]*,\s*$/u.test(before) && !BY.test(before)) beside += before;
    const last = /\s-\s+(\p{Lu}{3}[\p{Lu}\s]*)$/u.exec(after)?.[1];
    if (last && /\d[:.]\d\d/.test(after) && !isRole(last) && !isAgency(last)) place ??= last;
    beside += last ?? '';
    rest = `${before} | ${after}`;
  }
  return { rest, beside, ...withoutGaps({ date, place }) };
}

/** Whether words name a job or a desk: `Staff Reporter`, `SPECIAL CORRESPONDENT`. */
export function isRole(text: string): boolean {
  return text.split(' ').length <= 6 && ROLE.test(text) && !/[.!?]$/u.test(text);
}
